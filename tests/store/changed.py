#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What revisions of a store have changed, and what older stores lack that are brought up to date; prints TAP.

  changed.py PROGRAM DATA_FOLDER
"""

import json
import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile

import worlds

BEFORE = [{"id": "a", "date": "2014-01-01", "title": "A", "revised": "2015-01-01"}, {"id": "b", "date": "2014-01-02", "title": "B"},
          {"id": "c", "date": "2014-01-03", "title": "C"}]
AFTER = [BEFORE[0], BEFORE[1] | {"title": "BB"}, {"id": "d", "date": "2014-01-04", "title": "D"}]


class Tests:
    def __init__(self, program, data_folder, folder):
        self.program, self.folder, self.n, self.failed = program, folder, 0, False
        self.environment = {"PATH": os.environ["PATH"], "CHANCERY_DATA_DIR": data_folder, "HOME": str(folder), "TZ": "UTC",
                            "LC_ALL": "C.UTF-8", "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", "")}

    def run(self, *arguments):
        return subprocess.run([self.program, *arguments], env=self.environment, capture_output=True, text=True, timeout=120, check=False)

    def check(self, holds, what, *notes):
        self.n += 1
        self.failed = self.failed or not holds
        print(f"{'ok' if holds else 'not ok'} {self.n} - {what}")
        for line in () if holds else notes:
            print(f"# {line}")

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")
        return self.folder / name

    def push(self, place, file, *options):
        return self.run("-f", file, "store", "push", *options, place)

    def list_changed(self, place, since):
        done = self.run("-f", place, "list", "--format", "csv", "--changed-since", since)
        return [line.split(",")[0] for line in done.stdout.splitlines()[1:]], done.stderr, done.returncode


def test_revisions(tests):
    place = f"sqlite:{tests.folder}/changed.db"
    before = tests.write("before.yaml", json.dumps({"timeline": "c", "events": BEFORE}))
    after = tests.write("after.yaml", json.dumps({"timeline": "c", "events": AFTER}))
    tests.run("store", "init", place)
    tests.push(place, before)
    tests.push(place, after, "--replace")
    found, said, _ = tests.list_changed(place, "r1")
    tests.check(found == ["b", "d"], "what later revisions have written", found, said)
    tests.check("1 event was taken out since revision 1: c" in said, "what they have taken out is said", said)
    tests.check(tests.list_changed(place, "1")[0] == ["b", "d"], "a short number is a revision, too")
    found, said, _ = tests.list_changed(place, "r2")
    tests.check(found == [] and "nothing has changed since revision 2" in said, "nothing is said to be nothing", found, said)
    tests.check("no revision 3, the last is 2" in tests.list_changed(place, "r3")[1], "a revision that is yet to come")
    found, said, _ = tests.list_changed(place, "2014")
    tests.check(found == ["a"] and "2 of 3 events do not say" in said, "a year is no revision", found, said)
    tests.check("only a store has revisions" in tests.list_changed(str(before), "r1")[1], "a file has none")


def read_keys(path):
    with sqlite3.connect(path) as base:
        listed = [(event, [key for key in json.loads(keys) if is_of_schema_2(key)])
                  for event, keys in base.execute("SELECT id, keys FROM event ORDER BY id").fetchall()]
        found = base.execute("SELECT e.id, k.key FROM event_key k JOIN event e ON e.row = k.row ORDER BY 1, 2").fetchall()
        return listed, [pair for pair in found if is_of_schema_2(pair[1])]


def is_of_schema_2(key):
    word, _, name = key.partition(" ")
    return word == "hides" or key == "vote uncast" or (word in ("no", "abstain") and name not in ("?", "?none"))


def forget(path):
    """Makes a store of schema 2 what it was of schema 1."""
    with sqlite3.connect(path) as base:
        for row, keys in base.execute("SELECT row, keys FROM event").fetchall():
            kept = [key for key in json.loads(keys) if not is_of_schema_2(key)]
            base.execute("UPDATE event SET keys = ? WHERE row = ?", (json.dumps(kept, ensure_ascii=False, separators=(",", ":")), row))
        gone = [(key,) for (key,) in base.execute("SELECT DISTINCT key FROM event_key") if is_of_schema_2(key)]
        base.executemany("DELETE FROM event_key WHERE key = ?", gone)
        for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '%rank%'").fetchall():
            base.execute(f"DROP INDEX {name}")  # of schema 3
        for table in ("event", "whole_event", "past_event", "past_whole_event"):
            if any(column[1] == "rank" for column in base.execute(f"PRAGMA table_info ({table})")):
                base.execute(f"ALTER TABLE {table} DROP COLUMN rank")
        base.execute("UPDATE store SET value = '1' WHERE key = 'schema'")
    return len(gone)


def test_upgrade(tests):
    wrong, n_keys = [], 0
    for number in range(6):
        path, raw = tests.folder / f"old-{number}.db", tests.write("raw.yaml", worlds.make_world(random.Random(number)))
        file = tests.folder / "old.yaml"
        tests.run("--keep-going", "-f", raw, "export", "--overwrite", "-o", file)
        tests.run("store", "init", f"sqlite:{path}")
        tests.push(f"sqlite:{path}", file)
        wanted = read_keys(path)
        n_keys += forget(path)
        done = tests.run("store", "upgrade", f"sqlite:{path}")
        if done.returncode != 0 or read_keys(path) != wanted:
            wrong.append(f"world {number}: {done.stderr}")
    tests.check(not wrong, "an older store has the keys of a new one once it is brought up to date", *wrong)
    tests.check(n_keys > 20, f"of which {n_keys} are of the newer schema")


def main():
    with tempfile.TemporaryDirectory(prefix="chancery-changed-") as folder:
        tests = Tests(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), pathlib.Path(folder))
        test_revisions(tests)
        test_upgrade(tests)
    print(f"1..{tests.n}")
    return tests.failed


if __name__ == "__main__":
    sys.exit(main())
