#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Asks what people guess first, and what they are then told to write; prints TAP. guesses.txt says how it is read.

  guess.py PROGRAM DATA_FOLDER
"""

import os
import pathlib
import shlex
import subprocess
import sys

TODAY = "2026-01-01"
TABLE = pathlib.Path(__file__).with_name("guesses.txt")
DATE_FIELDS = ("before:", "after:", "date:")


def read_guesses(path):
    """Blocks of three lines: what is meant, what is typed, what comes of it."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert len(lines) % 3 == 0, "a block has three lines"
    for meant, typed, named in zip(lines[::3], lines[1::3], lines[2::3]):
        assert typed.startswith("$ ") and named.startswith("> "), meant
        yield meant, typed[2:], named[2:]


class Asker:
    def __init__(self, program, data):
        self.program = program
        self.environment = {k: v for k, v in os.environ.items() if k in ("PATH", "LD_LIBRARY_PATH") or "SAN_OPTIONS" in k}
        self.environment.update(CHANCERY_DATA_DIR=data, LC_ALL="C.UTF-8", TZ="UTC", HOME="/dev/null/none")

    def ask(self, words):
        done = subprocess.run([self.program, "--today", TODAY, *words], env=self.environment, capture_output=True, timeout=120)
        return done.returncode, done.stdout.decode(), done.stderr.decode()


def split(line):
    """As a shell does, but without what it makes of stars and signs: those who type them have quoted them."""
    return shlex.split(line)


def has_events(status, out, err):
    return status == 0 and out.strip() != "" and "no event" not in err


def follow(typed, named):
    """The command line that is named: a whole one, or the words in place of those that were typed."""
    if named.startswith("chancery "):
        return split(named)[1:]
    command = split(typed)[0]
    words = [f"{field}{named}" for field in DATE_FIELDS if f" {field}" in f" {typed}" and named[0] in "@t"]
    return [command, *(words or split(named))]


def fails(asker, typed, named):
    status, out, err = asker.ask(split(typed))
    if named == "answered" or named.startswith("= "):
        if not has_events(status, out, err):
            return f"not answered: {status} {err}"
        same = asker.ask(split(named[2:])) if named.startswith("= ") else None
        return f"not as {named[2:]}" if same and same[1] != out else None
    if named not in err:
        return f"{named} is not named: {err}"
    if status != 2 and "no event answers" not in err:
        return f"answered all the same, with status {status}"
    if named == "leave it out":
        return None
    if named.startswith("this-"):
        named = f"date:{named}"
    if named[:4].isdigit():
        named = f"date:{named}"
    answer = asker.ask(follow(typed, named))
    return None if has_events(*answer) else f"{named} has no answer: {answer[2]}"


def main():
    asker = Asker(*sys.argv[1:3])
    guesses = list(read_guesses(TABLE))
    print(f"1..{len(guesses)}")
    failed = 0
    for number, (meant, typed, named) in enumerate(guesses, 1):
        wrong = fails(asker, typed, named)
        failed += wrong is not None
        print(f"{'not ok' if wrong else 'ok'} {number} - {typed}: {meant}")
        for line in (wrong or "").splitlines():
            print(f"# {line}")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
