# SPDX-License-Identifier: LGPL-2.1-or-later
"""A timeline by chance in a file and in stores of it, which are to be alike; and how tests of many such are run."""

import argparse
import concurrent.futures
import contextlib
import difflib
import itertools
import json
import os
import re
import subprocess

import server
import worlds


class Places:
    def __init__(self, options, folder, text):
        """Writes the timeline as the program spells it, without what is wrong with it; or that of a file."""
        self.options, self.folder = options, folder
        self.environment = {"PATH": os.environ["PATH"], "CHANCERY_DATA_DIR": options.data_folder, "HOME": str(folder), "TMPDIR": str(folder), "TZ": "UTC",
                            "LC_ALL": "C.UTF-8", "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", "")}
        raw, clean = options.of or folder / "raw.yaml", folder / "world.yaml"
        if not options.of:
            raw.write_text(text, encoding="utf-8")
        self.run("--keep-going", "-f", raw, "export", "-o", clean)
        self.places = {"file": clean}

    def run(self, *arguments, **environment):
        return subprocess.run([self.options.program, "--today", "2026-01-01", *arguments], env=self.environment | environment,
                              capture_output=True, stdin=subprocess.DEVNULL, text=True, timeout=120, check=False)

    def push(self, name, place):
        self.places[name] = place
        for step in (("store", "init", place), ("-f", self.places["file"], "store", "push", place)):
            done = self.run(*step)
            if done.returncode != 0:
                raise RuntimeError(f"{step}: {done.stderr}")

    def push_to_stores(self, schema, postgresql):
        """To an SQLite file, and where there is a server to a schema of it."""
        self.push("sqlite", f"sqlite:{self.folder}/world.db")
        if postgresql:
            subprocess.run(["psql", "-qX", postgresql, "-c", f"DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}"],
                           check=True, capture_output=True)
            self.push("postgresql", f"{postgresql}?options=-csearch_path%3D{schema}")

    def grant_reader(self):
        """The place of the store on a server for somebody who may only read it."""
        place = self.places["postgresql"]
        # Another world may do the same at the same time.
        subprocess.run(["psql", "-qX", place, "-c", "CREATE ROLE reads LOGIN", "-c", "GRANT chancery_reader TO reads"], capture_output=True, check=False)
        return re.sub("//(.*@)?", "//reads@", place)

    def compare(self, ask, title, parts):
        """What `ask` tells of each place but the file that differs from what it tells of that, as lines."""
        wanted = ask("file")
        wrong = []
        for name in list(self.places)[1:]:
            got = ask(name)
            if got == wanted:
                continue
            wrong.append(f"{name}: {title}")
            for part, one, other in zip(parts, wanted, got):
                differing = difflib.unified_diff(str(one).splitlines(), str(other).splitlines(), "the file", name, n=0, lineterm="")
                wrong += [f"  {part}: {line}" for line in itertools.islice(differing, 2, 10)]
        return wrong


def read_events(options):
    said = subprocess.run([options.program, "-f", options.of, "list", "--format", "json"], capture_output=True, text=True, check=True,
                          env=os.environ | {"CHANCERY_DATA_DIR": options.data_folder}).stdout
    return [json.loads(line) for line in said.splitlines()]


def read_options(seeds):
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("data_folder", type=os.path.abspath)
    parser.add_argument("seeds", nargs="?", type=int, default=seeds)
    parser.add_argument("first", nargs="?", type=int, default=0)
    parser.add_argument("--postgresql", nargs="?", const="", help="a store on a server, too: one of the tests' own, or this")
    parser.add_argument("--of", type=os.path.abspath, help="a file of events, instead of such by chance")
    options = parser.parse_args()
    if options.of:
        worlds.speak_of(read_events(options))
    return options


def run_side_by_side(options, run, starts):
    """What `run` returns of each, given the place of a server or None."""
    with contextlib.ExitStack() as stack:
        place = options.postgresql
        if place == "":
            running = stack.enter_context(server.server())
            place = running.place() if running else None
        pool = stack.enter_context(concurrent.futures.ThreadPoolExecutor(max(2, os.cpu_count() or 1)))
        return list(pool.map(lambda start: run(start, place), starts))


def print_tap(results):
    """Of names of tests and what is wrong in each, as lines; whether anything is."""
    print(f"1..{len(results)}")
    for number, (name, wrong) in enumerate(results, 1):
        print(f"{'not ok' if wrong else 'ok'} {number} - {name}")
        for line in wrong:
            print("# " + line)
    return any(wrong for _, wrong in results)
