#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Which share of the terms of golden queries a database is asked in SQL, as `explain` says; prints TAP.

  shares.py PROGRAM DATA_FOLDER

At least four of five of all terms, and of each query at least half.
"""

import collections
import itertools
import os
import pathlib
import re
import subprocess
import sys
import tempfile

GOLDEN = pathlib.Path(__file__).parent.parent / "golden"
ASKING = ("list", "count", "explain", "export", "picture")
SHARE = re.compile(r"^ *(\d+) of (\d+) terms in SQL", re.MULTILINE)
LEAST_OF_ALL, LEAST_OF_EACH = 0.8, 0.5


def read_arguments(path):
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


class Program:
    def __init__(self, program, data_folder, scratch):
        self.program, self.scratch, self.stores, self.numbers = program, scratch, {}, itertools.count()
        self.environment = {"PATH": os.environ["PATH"], "CHANCERY_DATA_DIR": data_folder, "HOME": scratch, "TZ": "UTC", "LC_ALL": "C.UTF-8",
                            "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", "")}

    def run(self, *arguments, folder=None):
        return subprocess.run([self.program, *arguments], cwd=folder, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, timeout=120, check=False)

    def find_store(self, files, folder):
        key = (folder if files else None, *files)
        if key not in self.stores:
            place = f"sqlite:{self.scratch}/{next(self.numbers)}.db"
            made = self.run("store", "init", place).returncode == 0 and \
                self.run(*files, "store", "push", place, folder=folder).returncode == 0
            self.stores[key] = place if made else None
        return self.stores[key]

    def list_values(self, command):
        """The options of a command that take a value."""
        text = self.run("help", command).stdout
        return set(re.findall(r"(--[a-z-]+)=", text)) | set(re.findall(r"(-[a-zA-Z]), --[a-z-]+=", text))


def split(arguments, values):
    """The files that arguments name, the command, and the words of the query."""
    files, words, given = [], [], iter(arguments)
    for argument in given:
        if argument in ("-f", "--file"):
            files += ["-f", next(given, "")]
        elif argument in values:
            next(given, None)
        elif argument == "--":
            words += given
        elif not argument.startswith("-"):
            words.append(argument)
    return (files, words[0], words[1:]) if words else (files, None, [])


def find_shares(program):
    """By query, how many of its terms are said in SQL, and of how many."""
    values = set().union(*(program.list_values(command) for command in ASKING))
    shares = {}
    for path in sorted(GOLDEN.glob("*/*.args")):
        files, command, words = split(read_arguments(path), values)
        status = path.with_suffix(".status")
        if command not in ASKING or not words or "-" in files or (status.exists() and status.read_text() != "0\n"):
            continue
        place = program.find_store(files, path.parent)
        if not place:
            continue
        found = SHARE.search(program.run("--today", "2026-01-01", "-f", place, "explain", "--", *words).stdout)
        if found:
            shares.setdefault(" ".join(words), (int(found[1]), int(found[2]), str(path.relative_to(GOLDEN))))
    return shares


def main():
    with tempfile.TemporaryDirectory(prefix="chancery-shares-") as scratch:
        shares = find_shares(Program(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), scratch))
    said, of = sum(s for s, _, _ in shares.values()), sum(n for _, n, _ in shares.values())
    low = {query: share for query, share in shares.items() if share[0] < LEAST_OF_EACH * share[1]}
    spread = collections.Counter("all" if s == n else "half and more" if s >= LEAST_OF_EACH * n else "less" for s, n, _ in shares.values())
    print("1..3")
    print(f"{'ok' if len(shares) > 100 else 'not ok'} 1 - {len(shares)} golden queries are asked of stores")
    print(f"{'ok' if said >= LEAST_OF_ALL * of else 'not ok'} 2 - {said} of {of} terms are said in SQL, which is {100 * said / max(of, 1):.1f} %")
    print(f"{'not ok' if low else 'ok'} 3 - of each query half its terms and more")
    print("# of so many queries these are in SQL: " + ", ".join(f"{name} of {n}" for name, n in sorted(spread.items())))
    for query, (s, n, name) in low.items():
        print(f"# {s} of {n}: {query} ({name})")
    return bool(low)


sys.exit(main())
