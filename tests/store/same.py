#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Questions by chance of timelines by chance, asked of a file, its snapshot and stores of it: what is answered, and what
is said on standard error, is the same everywhere; and to who may only read, what a file of what is public tells. Prints
TAP.

  same.py PROGRAM DATA_FOLDER [SEEDS [FIRST]] [--postgresql [PLACE]] [--of FILE]

With --of the questions are asked of the events of a file.
"""

import copy
import pathlib
import random
import re
import sys
import tempfile

import places
import worlds

QUESTIONS_A_WORLD = 10
SEEDS_A_TEST = 50
# Of what check finds, only a file has lines; it is told in the order of these.
WHERE = re.compile(r"^\S+?(:\d+)*: (?=(error|warning|note): )", re.MULTILINE)
# What is said of an input is said when it is brought elsewhere; places have names of their own.
INPUT = re.compile(r"^(chancery: \d+ warnings? about the input |.*:\d+:\d+: (warning|note): ).*\n", re.MULTILINE)


class World(places.Places):
    def __init__(self, options, number, folder, postgresql):
        super().__init__(options, folder, None if options.of else worlds.make_world(random.Random(number)))
        self.run("-f", self.places["file"], "export", "-o", folder / "world.chn")
        self.places["file" if options.of else "snapshot"] = folder / "world.chn"  # which is read sooner, where there is much
        self.push_to_stores(f"w{number}", postgresql)

    def list_views(self):
        """What the owner has, and what a reader of the server."""
        if "postgresql" not in self.places:
            return [self]
        public = self.folder / "public.yaml"
        self.run("-f", self.places["file"], "export", "--visibility", "public", "-o", public)
        reader = copy.copy(self)
        reader.places = {"file": public, "reader": self.grant_reader()}
        return [self, reader]

    def ask(self, name, command):
        """What is written to files OUT.*, too."""
        files = [self.folder / word for word in command if word.startswith("OUT.")]
        done = self.run("-f", self.places[name], *[self.folder / word if word.startswith("OUT.") else word for word in command])
        said = INPUT.sub("", done.stderr)
        if command[0] == "check":
            done.stdout = "\n".join(sorted(WHERE.sub("", done.stdout).splitlines()))
        written = [f"== {path.name}\n{path.read_text(encoding='utf-8')}" for path in files if path.exists()]
        for path in files:
            path.unlink(missing_ok=True)
        return done.returncode, "".join([done.stdout, *written]), said.replace(str(self.places[name]), "PLACE").replace(f"{self.folder}/", "")


def compare(world, seed):
    """What differs, as lines."""
    command = worlds.say_command(random.Random(f"question {seed}"))
    if command[0] == "check" and world.options.of:  # what is said of its symbols is said of a file of its own that is read
        return []
    title = f"seed {seed}, {' '.join(map(repr, command))}"
    return world.compare(lambda name: world.ask(name, command), title, ("status", "output", "errors"))


def run_world(options, number, seeds, postgresql):
    with tempfile.TemporaryDirectory(prefix="chancery-same-") as folder:
        try:
            world = World(options, number, pathlib.Path(folder), postgresql)
        except RuntimeError as error:
            return [f"world {number}: {error}"]
        return [line for view in world.list_views() for seed in seeds for line in compare(view, seed)]


def main():
    options = places.read_options(200)
    step = SEEDS_A_TEST if options.of else QUESTIONS_A_WORLD
    starts = range(options.first, options.first + options.seeds, step)
    found = places.run_side_by_side(options, lambda start, place: run_world(options, start // step, range(start, start + step), place), starts)
    worlds_a_test = SEEDS_A_TEST // step
    return places.print_tap([(f"questions from {starts[number]} on", [line for lines in found[number:number + worlds_a_test] for line in lines])
                             for number in range(0, len(found), worlds_a_test)])


sys.exit(main())
