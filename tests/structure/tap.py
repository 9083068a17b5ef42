"""Prints a list of named checks as TAP: each check is (name, list of complaints)."""

import sys


def report(checks):
    print(f"1..{len(checks)}")
    failed = False
    for number, (name, complaints) in enumerate(checks, 1):
        print(f"{'not ok' if complaints else 'ok'} {number} {name}")
        for complaint in complaints:
            print(f"# {complaint}")
        failed = failed or bool(complaints)
    sys.exit(1 if failed else 0)
