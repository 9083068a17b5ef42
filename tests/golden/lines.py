#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Proves that a search in what `list` prints finds what a query for a title finds; prints TAP.

  lines.py PROGRAM DATA_FOLDER
"""

import json
import os
import pathlib
import subprocess
import sys

PROGRAM, DATA = sys.argv[1], pathlib.Path(sys.argv[2])
HERE = pathlib.Path(__file__).parent
FILES = [DATA / "dprk-human-rights.yaml", DATA / "examples/iran-nuclear-un.yaml", HERE / "search/letters.yaml"]
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "COLUMNS"} | {"CHANCERY_DATA_DIR": str(DATA)}


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], env=ENVIRONMENT, capture_output=True, text=True, timeout=120)
    return done.stdout if done.returncode == 0 else ""


def check(file):
    """What is wrong, a line each."""
    lines = run("-f", str(file), "list").splitlines()
    titles = {event["id"]: event["title"] for event in map(json.loads, run("-f", str(file), "list", "--format", "json").splitlines())}
    wrong = [] if titles else ["there are no events"]
    for id, title in titles.items():
        if '"' in title:
            continue
        found = [json.loads(line)["id"] for line in run("-f", str(file), "list", "--format", "json", f'title:"{title}"').splitlines()]
        if id not in found:
            wrong.append(f"a query for its title does not find {id}")
        wrong += [f"{one} is on no line" for one in found if not any(titles[one] in line for line in lines)]
    return wrong


def main():
    print(f"1..{len(FILES)}")
    failed = False
    for number, file in enumerate(FILES, 1):
        wrong = check(file)
        failed = failed or bool(wrong)
        print(f"{'not ok' if wrong else 'ok'} {number} {file.name}: what a query for a title finds is on one line")
        for line in wrong:
            print(f"# {line}")
    return 1 if failed else 0


sys.exit(main())
