"""Counts the tests of some build folders from their logs and ends with one line: N passed, N failed[, N skipped]."""

import json
import pathlib
import re
import sys

RESULT = re.compile(r"^(ok|not ok)\b(.*)$", re.MULTILINE)


def count_tap(text, totals):
    """Adds up the result lines of TAP output; says whether there were any."""
    found = RESULT.findall(text)
    for verdict, rest in found:
        if re.search(r"#\s*skip", rest, re.IGNORECASE):
            totals["skipped"] += 1
        else:
            totals["passed" if verdict == "ok" else "failed"] += 1
    return bool(found)


def count_test(test, totals):
    """One test of Meson's log: its TAP lines, and itself when it broke without a failed line of its own."""
    failed_before = totals["failed"]
    has_lines = count_tap(test.get("stdout", ""), totals)
    if test["result"] == "SKIP" and not has_lines:
        totals["skipped"] += 1
    elif test["result"] in ("OK", "EXPECTEDFAIL", "SKIP"):
        totals["passed"] += 0 if has_lines else 1
    elif totals["failed"] == failed_before:
        print(f"{test['name']}: {test['result']}")
        totals["failed"] += 1


def main():
    totals = {"passed": 0, "failed": 0, "skipped": 0}
    for folder in map(pathlib.Path, sys.argv[1:]):
        log = folder / "meson-logs" / "testlog.json"
        if not log.exists():
            print(f"{folder}: no tests were run")
            totals["failed"] += 1
            continue
        for line in log.read_text().splitlines():
            count_test(json.loads(line), totals)
        logs = ("clients.tap", "browser.tap", "store.tap", "word.tap", "feed-clients.tap", "feed-fronts.tap")
        for more in (folder / "meson-logs" / name for name in logs):
            if more.exists() and not count_tap(more.read_text(), totals):
                print(f"{more}: no result")
                totals["failed"] += 1
    print(f"{totals['passed']} passed, {totals['failed']} failed, {totals['skipped']} skipped")
    sys.exit(1 if totals["failed"] else 0)


main()
