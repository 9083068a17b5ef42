# SPDX-License-Identifier: LGPL-2.1-or-later
"""What tests of stores share: the program, timelines to put in, and places of either kind; prints TAP."""

import csv
import os
import pathlib
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

import server

PROGRAM, DATA = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
ENVIRONMENT = {**os.environ, "CHANCERY_DATA_DIR": DATA, "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": "/dev/null/none",
               "XDG_CONFIG_HOME": "/dev/null/none"}


def spawn(*arguments, **more):
    return subprocess.Popen([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                            env={**ENVIRONMENT, **more.pop("environment", {})}, **more)


def wait_for(condition, seconds=30):
    for _ in range(seconds * 20):
        if condition():
            return True
        time.sleep(0.05)
    return False


class Spoken:
    """A program that runs until it is ended, and what it says meanwhile."""

    def __init__(self, *arguments):
        self.lines, self.said = [], []
        self.program = spawn(*arguments)
        for stream, kept in ((self.program.stdout, self.lines), (self.program.stderr, self.said)):
            threading.Thread(target=lambda s=stream, k=kept: [k.append(line) for line in s], daemon=True).start()

    def has_said(self, text):
        return any(text in line for line in self.said)

    def end(self):
        self.program.send_signal(signal.SIGINT)
        return self.program.wait(20)


class Serving(Spoken):
    """Somebody who serves a store."""

    def __init__(self, folder, place, *options):
        feeds = pathlib.Path(folder, "feeds.yaml")
        feeds.write_text("feeds:\n  all: {access: public}\n", encoding="utf-8")
        super().__init__("-f", place, "serve", "--listen", "127.0.0.1:0", "--feeds", str(feeds), *options)
        assert wait_for(lambda: self.has_said("feeds at ") or self.program.poll() is not None) and self.program.poll() is None, self.said
        self.url = re.search(r"http://\S+", "".join(self.said))[0]

    def list_titles(self):
        with urllib.request.urlopen(f"{self.url}feeds/all.csv", timeout=20) as answer:
            return sorted(row["title"] for row in csv.DictReader(answer.read().decode().splitlines()))

    def comes_to_tell(self, *titles):
        return wait_for(lambda: self.list_titles() == sorted(titles))


def call(*arguments, timeout=120, **more):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, env={**ENVIRONMENT, **more}, timeout=timeout)
    return done.returncode, done.stdout, done.stderr


def write(folder, name, *events, header=""):
    path = pathlib.Path(folder, name)
    path.write_text(f"timeline: t\ntitle: T\n{header}events:\n" + "".join(events), encoding="utf-8")
    return str(path)


def event(name, title="A title", more="", date="2014-11-18"):
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    return f'  - id: {name}\n    date: {date}\n    title: "{quoted}"\n{more}'


def list_ids(place):
    status, listed, _ = call("-f", place, "list", "--format", "csv")
    return [row["id"] for row in csv.DictReader(listed.splitlines())] if status == 0 else None


class Cases:
    """Each public method of what is made of this is a case, which gives whether all was well."""

    def __init__(self, folder, new_place):
        self.folder, self.new_place = folder, new_place

    def filled(self, *events):
        place, file = self.new_place(), write(self.folder, "in.yaml", *events)
        made = call("store", "init", place)
        pushed = call("-f", file, "store", "push", place)
        return place, file, made[0] == 0 and pushed[0] == 0

    def run_sql(self, place, text):
        with sqlite3.connect(place.removeprefix("sqlite:")) as database:
            database.execute(text)


    def make_older(self, place):
        """Takes back what later schemas have brought."""
        for table in ("event", "whole_event", "past_event", "past_whole_event"):
            self.run_sql(place, f"DROP INDEX IF EXISTS {table}_rank")
            self.run_sql(place, f"ALTER TABLE {table} DROP COLUMN rank")
        self.run_sql(place, "DROP TABLE IF EXISTS shard")
        self.run_sql(place, "UPDATE store SET value = '1' WHERE key = 'schema'")


class ServerCases(Cases):
    """The same on a server."""

    def __init__(self, folder, new_place, running):
        super().__init__(folder, new_place)
        self.running = running

    def run_sql(self, place, text):
        self.running.sql(text, place)


def list_cases(cases):
    own = set(dir(ServerCases)) | set(vars(cases))
    return [name for name in dir(cases) if not name.startswith("_") and name not in own]


def run_all(kind, cases, first):
    names, fine = list_cases(cases), True
    wanted = os.environ.get("CASES", "").split()
    for number, name in enumerate(names, first):
        if wanted and name not in wanted:
            continue
        try:
            good = getattr(cases, name)()
        except (OSError, subprocess.SubprocessError, sqlite3.Error, AssertionError) as error:
            print(f"# {error!r} {getattr(error, 'stderr', '')}".replace("\n", " "))
            good = False
        print(f"{'ok' if good else 'not ok'} {number} - {kind}: {name.replace('_', ' ')}", flush=True)
        fine = fine and bool(good)
    return fine, first + len(names)


def main(sqlite_cases, postgresql_cases):
    """Runs the cases on the kind of stores that the command line asks for."""
    fine, number, count = True, 1, iter(range(10**6))
    with tempfile.TemporaryDirectory(prefix="chancery-stores-") as folder:
        if "--postgresql" not in sys.argv:
            fine, number = run_all("SQLite", sqlite_cases(folder, lambda: f"sqlite:{folder}/{next(count)}.db"), 1)
        else:
            with server.server() as running:
                if running is None:
                    print("ok 1 - PostgreSQL # SKIP no server is installed")
                    number = 2
                else:
                    def new_place():
                        name = f"s{next(count)}"
                        running.sql(f"CREATE SCHEMA {name}")
                        return f"{running.place()}?options=-csearch_path%3D{name}"
                    fine, number = run_all("PostgreSQL", postgresql_cases(folder, new_place, running), 1)
    print(f"1..{number - 1}")
    return 0 if fine else 1
