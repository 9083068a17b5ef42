#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A store over several servers, against a model in memory: seeded histories of edits, moves, crashes and a server that is
added, while others read; prints TAP.

  shards.py PROGRAM DATA_FOLDER SEEDS [FIRST_SEED]
"""

import contextlib
import csv
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import threading
import time

import server

PROGRAM, DATA, SEEDS = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), int(sys.argv[3])
FIRST = int(sys.argv[4]) if len(sys.argv) > 4 else 1
ENVIRONMENT = {**os.environ, "CHANCERY_DATA_DIR": DATA, "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": "/dev/null/none",
               "XDG_CONFIG_HOME": "/dev/null/none"}
YEARS = (1950, 1985, 1995, 2005, 2012, 2016)
STARTS = (None, 1990, 2010, 2015)
STEPS = 8


def call(*arguments, **more):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, env={**ENVIRONMENT, **more}, timeout=120)
    return done.returncode, done.stdout, done.stderr


def read(place, *query):
    status, listed, said = call("-f", place, "list", "--visibility", "private", "--format", "csv", *query)
    if status != 0:
        raise AssertionError(f"cannot read: {said}")
    rows = [(row["id"], row["date"], row["title"]) for row in csv.DictReader(listed.splitlines())]
    assert len({row[0] for row in rows}) == len(rows), f"an id is there twice: {sorted(rows)}"
    return {row[0]: row[1:] for row in rows}


class Reader(threading.Thread):
    """Reads on while somebody writes; each answer must be what was there before, or what is afterwards."""

    def __init__(self, place, states):
        super().__init__()
        self.place, self.states, self.wrong, self.ends = place, states, [], threading.Event()

    def run(self):
        while not self.ends.is_set():
            try:
                seen = read(self.place)
                if seen not in self.states:
                    self.wrong.append(f"a reader saw {sorted(seen)}, not one of {[sorted(s) for s in self.states]}")
            except AssertionError as error:
                self.wrong.append(str(error))

    def end(self):
        self.ends.set()
        self.join()
        return self.wrong


class History:
    def __init__(self, seed, servers, folder):
        self.random, self.servers, self.folder = random.Random(seed), servers, folder
        self.name = f"s{seed}"
        for each in servers:
            each.sql(f"DROP SCHEMA IF EXISTS {self.name} CASCADE; CREATE SCHEMA {self.name}")
        self.places = [f"{each.place()}?options=-csearch_path%3D{self.name}" for each in servers]
        self.place, self.n_shards, self.model, self.n_ids = self.places[0], 3, {}, 0
        self.editor = os.path.join(folder, "editor")
        assert call("store", "init", "--shards", self.write_servers(3), self.place)[0] == 0

    def write_servers(self, n):
        path = os.path.join(self.folder, f"servers-{n}.yaml")
        lines = ["servers:"]
        for start, place in list(zip(STARTS, self.places[1:]))[:n]:
            lines += [f"  - place: {place}"] + ([f"    from: {start}"] if start else [])
        pathlib.Path(path).write_text("\n".join(lines) + "\n")
        return path

    def some_date(self):
        return f"{self.random.choice(YEARS)}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"

    def new_event(self):
        self.n_ids += 1
        return f"e{self.n_ids}", (self.some_date(), f"Title {self.random.randint(0, 99)}")

    def push_of(self, model):
        """The command that has the store hold a model."""
        path = pathlib.Path(self.folder, "push.yaml")
        path.write_text("timeline: t\ntitle: T\nevents:\n" + "".join(
            f"  - id: {name}\n    date: {date}\n    title: {title}\n" + ("    visibility: private\n" if name.endswith("3") else "")
            for name, (date, title) in model.items()) if model else "timeline: t\ntitle: T\nevents: []\n")
        return ["-f", str(path), "store", "push", "--replace", self.place]

    def step(self):
        """A command, and what the model is when it is done."""
        after, kind = dict(self.model), self.random.choice(("push", "edit", "move", "move", "grow"))
        if kind == "grow" and self.n_shards == 3:
            return ["store", "shards", "--shards", self.write_servers(4), self.place], after, kind
        if kind in ("edit", "move") and self.model:
            name = self.random.choice(sorted(self.model))
            date, title = self.model[name]
            after[name] = (self.some_date() if kind == "move" else date, f"Title {self.random.randint(100, 999)}")
            pathlib.Path(self.editor).write_text(
                f'#!/bin/sh\nsed -i -e "s/date: .*/date: {after[name][0]}/" -e "s/title: .*/title: {after[name][1]}/" "$1"\n')
            os.chmod(self.editor, 0o755)
            return ["-f", self.place, "edit", name], after, kind
        for name in self.random.sample(sorted(after), min(len(after), self.random.randint(0, 3))):
            if self.random.random() < 0.5:
                del after[name]
            else:
                after[name] = (self.some_date(), after[name][1])
        after.update(self.new_event() for _ in range(self.random.randint(1, 6)))
        return self.push_of(after), after, "push"

    def run_step(self, command, crash):
        """Whether it was acknowledged; a crash is that of the writer, or of a server."""
        writer = subprocess.Popen([PROGRAM, *command], env={**ENVIRONMENT, "EDITOR": self.editor}, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.PIPE, text=True)
        stopped = None
        if crash:
            time.sleep(self.random.random() * self.random.choice((0.05, 0.2, 0.6)))
        if crash == "kill":
            writer.kill()
        elif crash == "server":
            stopped = self.random.choice(self.servers[1:])
            stopped.stop("immediate")
        said = writer.communicate(timeout=120)[1]
        if stopped:
            stopped.start()
        if not crash:
            assert writer.returncode == 0, f"{command}: {said}"
        return writer.returncode == 0

    def check(self, states, acknowledged):
        seen = read(self.place)
        assert seen in states, f"there is {sorted(seen.items())}, neither {' nor '.join(str(sorted(s.items())) for s in states)}"
        assert not acknowledged or seen == states[-1], "what was acknowledged is lost"
        year = self.random.choice(YEARS)
        narrow = read(self.place, f"year:{year}")
        assert narrow == {k: v for k, v in seen.items() if v[0].startswith(str(year))}, f"{year} is pruned wrongly: {narrow}"
        self.model = seen

    def settle(self):
        """Whoever writes next takes back what was left, after which all must be as it should."""
        name, value = self.new_event()
        self.model[name] = value
        adds = ["-f", self.place, "add", f"{value[0]}: {value[1]}", "--id", name]
        self.run_step(self.push_of(self.model) if self.random.random() < 0.5 else adds, None)
        status, _, said = call("store", "verify", self.place)
        assert status == 0, f"verify: {said}"
        assert read(self.place) == self.model, "what was written afterwards is not what is there"

    def run(self):
        for number in range(STEPS):
            command, after, kind = self.step()
            crash = self.random.choice((None, None, "kill", "kill", "server")) if number > 0 else None
            reader = Reader(self.place, [self.model, after]) if crash != "server" and self.random.random() < 0.5 else None
            if reader:
                reader.start()
            try:
                acknowledged = self.run_step(command, crash)
            finally:
                wrong = reader.end() if reader else []
            assert not wrong, wrong[0]
            self.check([self.model, after], acknowledged)
            if kind == "grow" and acknowledged:
                self.n_shards = 4
            if crash:
                self.settle()
        self.settle()
        for each in self.servers:
            each.sql(f"DROP SCHEMA {self.name} CASCADE")


def main():
    fine = True
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="chancery-shards-"))
        servers = [stack.enter_context(server.server()) for _ in range(5)] if server.find_programs() else []
        if not servers:
            print("1..1\nok 1 - a store over several servers # SKIP no server is installed")
            return 0
        for number, seed in enumerate(range(FIRST, FIRST + SEEDS), 1):
            try:
                History(seed, servers, folder).run()
                good = True
            except AssertionError as error:
                print("".join(f"# {line}\n" for line in str(error).splitlines()), end="")
                good = False
            fine = fine and good
            print(f"{'ok' if good else 'not ok'} {number} - history {seed} over several servers", flush=True)
    print(f"1..{SEEDS}")
    return 0 if fine else 1


sys.exit(main())
