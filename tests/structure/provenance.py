"""Proves that each row of the bundled registry says where it is from, or that it is only recalled.

A row of a table has its own columns for that. In YAML an entry has a comment at its end, or stands below a line
"# Source: ...". What is named is the original, never a copy of it.
"""

import csv
import pathlib
import re
import sys

from tap import report

CONFIDENCES = ("attested by two", "attested by one", "recalled")
COPY = re.compile(r"\b(mirrors?|cop(y|ies)|kept in|via|github)\b", re.IGNORECASE)
ENTRY = re.compile(r"^  ([\w.-]+):")
RECALLED = re.compile(r"\bconfidence: recalled\b")
SOURCE = re.compile(r"^ *# Source[^:]*: \S")
VAGUE = re.compile(r"^(one|two|attested by \w+|\w+\.c)$")


def check_row(place, row):
    if row["confidence"] not in CONFIDENCES:
        yield f"{place} has the confidence \"{row['confidence']}\""
    elif not row["source"] and row["confidence"] != "recalled":
        yield f"{place} has no source"
    if COPY.search(row["source"]):
        yield f"{place} names a copy: {row['source']}"


def check_tables(folder):
    for file in sorted(folder.glob("*.csv")):
        with file.open(newline="", encoding="utf-8") as table:
            for number, row in enumerate(csv.DictReader(table), 2):
                yield from check_row(f"{file.name}:{number}", row)


def find_comment(lines, first):
    """The comment behind an entry, which ends where the next begins."""
    for line in lines[first:]:
        if line is not lines[first] and (ENTRY.match(line) or not line.strip()):
            return None
        found = re.search(r"[}\]]  # (.+)$", line)
        if found:
            return found.group(1)
    return None


def check_entries(folder):
    for file in sorted(folder.glob("*.yaml")):
        lines, covered = file.read_text(encoding="utf-8").splitlines(), False
        for number, line in enumerate(lines):
            covered = covered or bool(SOURCE.match(line))
            if not ENTRY.match(line):
                continue
            if RECALLED.search(line):
                continue
            comment, place = find_comment(lines, number), f"{file.name}:{number + 1}"
            if not comment and not covered:
                yield f"{place} says neither where it is from nor that it is recalled"
            elif comment and (COPY.search(comment) or VAGUE.match(comment)):
                yield f"{place} does not name the original: {comment}"


def main():
    folder = pathlib.Path(sys.argv[1]) / "timelines" / "registry"
    report([
        ("members have a source or are recalled", list(check_tables(folder))),
        ("actors and forums have a source or are recalled", list(check_entries(folder))),
    ])


main()
