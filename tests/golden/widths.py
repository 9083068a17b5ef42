#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Proves that no line of `list`, nor of `trail`, is wider than the terminal, whatever script titles are in; prints TAP.

  widths.py PROGRAM DATA_FOLDER
"""

import os
import random
import subprocess
import sys
import tempfile
import unicodedata

PROGRAM, DATA = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
WIDTHS = (40, 59, 60, 80, 120, 200)
N = 2000
LETTERS = {
    "Latin": ["resolution", "Łódź", "Ngũgĩ", "e\u0301tat", "meeting", "co-sponsors", "the", "of"],
    "Arabic": ["مجلس", "حُقُوقُ", "الإنسان", "\u0601\u0661\u0662", "لجنة"],
    "Hangul": ["조선민주주의인민공화국", "외무성은", "\u1112\u1161\u11ab\u1100\u1173\u11af", "보고서"],
    "Chinese": ["安全理事会决议", "（草案）", "人权。", "调查委员会的报告，", "ＵＮ"],
    "emoji": ["👍🏽", "🇺🇳", "❄", "👩‍👧"],
}
DATES = ("2014-%02d-%02d", "2014-%02d-%02d/2015-03-04", "[2014-%02d-%02d..2015-01-30]", "2014-%02d-%02dT10:30:00-05:00")


def width(line):
    """Columns by Unicode's own tables, as Python has them."""
    columns = 0
    for c in line:
        seen = 0x600 <= ord(c) <= 0x605 or ord(c) == 0x6DD
        if 0x1160 <= ord(c) <= 0x11FF or unicodedata.category(c) in ("Mn", "Me", "Cf") and not seen:
            continue
        columns += 2 if unicodedata.east_asian_width(c) in "WF" else 1
    return columns


def write_timeline(path):
    random.seed(1)
    with open(path, "w", encoding="utf-8") as out:
        out.write("timeline: scripts\ntitle: Titles in many scripts\nzone: UTC\nevents:\n")
        for i in range(N):
            script = list(LETTERS)[i % len(LETTERS)]
            words = random.choices(LETTERS[script], k=random.randint(1, 25))
            title = ("" if script == "Chinese" else " ").join(words) + f" {i}"
            date = random.choice(DATES) % (random.randint(1, 12), random.randint(1, 28))
            forum = random.choice(["un.sc", "un.ga.c3", "un.hrc", "iaea.board"])
            related = f", relations: {{responds-to: event-{i // 2}}}" if i else ""
            out.write(f'  - {{id: event-{i}, date: "{date}", title: "{title}", forums: [{forum}]{related}}}\n')


def run(path, columns, *arguments):
    environment = {**os.environ, "CHANCERY_DATA_DIR": DATA, "COLUMNS": str(columns), "LC_ALL": "C.UTF-8"}
    done = subprocess.run([PROGRAM, "-f", path, *arguments], env=environment,
                          capture_output=True, timeout=120)
    return done.stdout.decode(), done


def check(path, columns, arguments):
    """What is wrong: lines that are too wide, or titles that lost something."""
    text, done = run(path, columns, *arguments)
    wrong = [f"{width(line)} columns: {line}" for line in text.splitlines() if width(line) > columns]
    if done.returncode != 0 or len(text.splitlines()) < N:
        wrong.append(f"status {done.returncode}, {len(text.splitlines())} lines: {done.stderr.decode()[:500]}")
    return wrong


def main():
    cases = [(columns, arguments) for columns in WIDTHS
             for arguments in (("list",), ("list", "--ids", "--disputes", "all"), ("trail", "event-0", "--full"))]
    print(f"1..{len(cases)}")
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "scripts.yaml")
        write_timeline(path)
        for number, (columns, arguments) in enumerate(cases, 1):
            wrong = check(path, columns, arguments)
            failed = failed or bool(wrong)
            print(f"{'not ok' if wrong else 'ok'} {number} {' '.join(arguments)} at {columns} columns")
            for line in wrong[:10]:
                print(f"# {line}")
    return 1 if failed else 0


sys.exit(main())
