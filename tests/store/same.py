#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Questions by chance of timelines by chance, asked of a file, its snapshot and stores of it: what is answered, and what
is said on standard error, is the same everywhere. Prints TAP.

  same.py PROGRAM DATA_FOLDER [SEEDS [FIRST]] [--postgresql [PLACE]]
"""

import argparse
import concurrent.futures
import contextlib
import difflib
import itertools
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import server
import worlds

QUESTIONS_A_WORLD = 10
SEEDS_A_TEST = 50
# What is said of an input is said when it is brought elsewhere; places have names of their own.
INPUT = re.compile(r"^(chancery: \d+ warnings? about the input |.*:\d+:\d+: (warning|note): ).*\n", re.MULTILINE)


class World:
    def __init__(self, options, number, folder, postgresql):
        self.options, self.folder = options, folder
        self.environment = {"PATH": os.environ["PATH"], "CHANCERY_DATA_DIR": options.data_folder, "HOME": str(folder), "TZ": "UTC",
                            "LC_ALL": "C.UTF-8", "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", "")}
        raw, clean = folder / "raw.yaml", folder / "world.yaml"
        raw.write_text(worlds.make_world(random.Random(number)), encoding="utf-8")
        self.run("--keep-going", "-f", raw, "export", "-o", clean)
        self.places = {"file": clean}
        self.run("-f", clean, "export", "-o", folder / "world.chn")
        self.places["snapshot"] = folder / "world.chn"
        self.push("sqlite", f"sqlite:{folder}/world.db")
        if postgresql:
            subprocess.run(["psql", "-qX", postgresql, "-c", f"DROP SCHEMA IF EXISTS w{number} CASCADE; CREATE SCHEMA w{number}"],
                           check=True, capture_output=True)
            self.push("postgresql", f"{postgresql}?options=-csearch_path%3Dw{number}")

    def run(self, *arguments):
        return subprocess.run([self.options.program, "--today", "2026-01-01", *arguments], env=self.environment, capture_output=True,
                              text=True, timeout=120, check=False)

    def push(self, name, place):
        self.places[name] = place
        for step in (("store", "init", place), ("-f", self.places["file"], "store", "push", place)):
            done = self.run(*step)
            if done.returncode != 0:
                raise RuntimeError(f"{step}: {done.stderr}")

    def ask(self, name, command):
        done = self.run("-f", self.places[name], *command)
        said = INPUT.sub("", done.stderr)
        return done.returncode, done.stdout, said.replace(str(self.places[name]), "PLACE")


def compare(world, seed):
    """What differs, as lines."""
    command = worlds.say_command(random.Random(f"question {seed}"))
    wanted = world.ask("file", command)
    wrong = []
    for name in list(world.places)[1:]:
        got = world.ask(name, command)
        if got != wanted:
            wrong += [f"seed {seed}, {name}: {' '.join(map(repr, command))}"]
            for what, one, other in zip(("status", "output", "errors"), wanted, got):
                differing = difflib.unified_diff(str(one).splitlines(), str(other).splitlines(), "the file", name, n=0, lineterm="")
                wrong += [f"  {what}: {line}" for line in itertools.islice(differing, 2, 10)]
    return wrong


def run_world(options, number, seeds, postgresql):
    with tempfile.TemporaryDirectory(prefix="chancery-same-") as folder:
        try:
            world = World(options, number, pathlib.Path(folder), postgresql)
        except RuntimeError as error:
            return [f"world {number}: {error}"]
        return [line for seed in seeds for line in compare(world, seed)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("data_folder", type=os.path.abspath)
    parser.add_argument("seeds", nargs="?", type=int, default=200)
    parser.add_argument("first", nargs="?", type=int, default=0)
    parser.add_argument("--postgresql", nargs="?", const="", help="ask a server, too: one of the tests' own, or this")
    options = parser.parse_args()
    with contextlib.ExitStack() as stack:
        place = options.postgresql
        if place == "":
            running = stack.enter_context(server.server())
            place = running.place() if running else None
        pool = stack.enter_context(concurrent.futures.ThreadPoolExecutor(max(2, os.cpu_count() or 1)))
        starts = range(options.first, options.first + options.seeds, QUESTIONS_A_WORLD)
        found = list(pool.map(lambda start: run_world(options, start // QUESTIONS_A_WORLD, range(start, start + QUESTIONS_A_WORLD), place),
                              starts))
    worlds_a_test = SEEDS_A_TEST // QUESTIONS_A_WORLD
    print(f"1..{(len(found) + worlds_a_test - 1) // worlds_a_test}")
    for number in range(0, len(found), worlds_a_test):
        wrong = [line for lines in found[number:number + worlds_a_test] for line in lines]
        print(f"{'not ok' if wrong else 'ok'} {number // worlds_a_test + 1} - questions from {options.first + number * QUESTIONS_A_WORLD} on")
        for line in wrong:
            print("# " + line)
    return any(found)


sys.exit(main())
