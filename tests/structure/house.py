"""Holds the tree to the house rules that a script can see: sizes, names, licence lines, leftovers."""

import pathlib
import re
import statistics
import sys

from tap import report

VAGUE = re.compile(r"^(utils?|misc|common|helpers?)\b")
MARKS = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|\bgoto\b")
FUNCTION_END = "}"
# Code that begins so far to the right, line upon line, is a table of macros as a formatter lays it out.
STEP = re.compile(r"^ {48,}\S", re.MULTILINE)
MOST_STEPS = 10


def sources(root):
    for folder in ("engine", "include", "tools"):
        yield from sorted((root / folder).rglob("*.[ch]"))


def function_lengths(text):
    """Lengths of the function bodies of a file in this style: `{` and `}` alone in column 0."""
    start = None
    for number, line in enumerate(text.splitlines()):
        if line == "{":
            start = number
        elif line == FUNCTION_END and start is not None:
            yield start + 1, number - start - 1
            start = None


def main():
    root = pathlib.Path(sys.argv[1])
    texts = {file.relative_to(root): file.read_text() for file in sources(root)}
    lines = {name: text.count("\n") for name, text in texts.items()}
    long_functions, lengths = [], []
    for name, text in texts.items():
        for line, length in function_lengths(text):
            lengths.append(length)
            if length > 80:
                long_functions.append(f"{name}:{line}: {length} lines")
    engine_lines = [count for name, count in lines.items() if name.parts[0] == "engine"]
    median_file = statistics.median(engine_lines)
    median_function = statistics.median(lengths)
    report([
        ("no file over 600 lines", [f"{name}: {count}" for name, count in lines.items() if count > 600]),
        ("median file under 250 lines", [] if median_file < 250 else [str(median_file)]),
        ("no function over 80 lines", long_functions),
        ("median function at most 15 lines", [] if median_function <= 15 else [str(median_function)]),
        ("no table laid out as a staircase", [str(name) for name, text in texts.items() if len(STEP.findall(text)) > MOST_STEPS]),
        ("no file name that says nothing", [str(name) for name in texts if VAGUE.match(name.stem)]),
        ("every file names its licence",
         [str(name) for name, text in texts.items() if "SPDX-License-Identifier: LGPL-2.1-or-later" not in text[:200]]),
        ("no unfinished marks, no goto", [f"{name}: {MARKS.search(text).group()}" for name, text in texts.items() if MARKS.search(text)]),
    ])


main()
