#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A store over three servers against the same on one: milliseconds of the same questions, asked by turns.

  shards.py PROGRAM TIMELINE [ROUNDS]

TIMELINE has events of many years; the three servers have a third of these each. What passes the figures in
docs/servers.md is for whoever reads it: nothing fails by time.
"""

import contextlib
import csv
import os
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "store"))
import server  # noqa: E402

PROGRAM, TIMELINE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 7
# A question about a month of one server, about a name in all of them, about words that nothing has, about all, and counts.
ASKED = {
    "pruned": ["list", "--format", "csv", "date:1995-03"],
    "pruned, few": ["list", "--format", "csv", "date:1995-03 actor:and"],
    "unpruned, few": ["list", "--format", "csv", "importance:5 forum:un.sc kind:treaty-action"],
    "unpruned, many": ["list", "--format", "csv", "forum:un.sc"],
    "nothing found": ["list", "--format", "csv", "forum:un.sc place:Nowhere"],
    "all there is": ["list", "--format", "csv"],
    "count": ["count", "--by", "year"],
    "count of a forum": ["count", "--by", "year", "forum:un.sc"],
}


def call(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=True)


def find_bounds():
    """Years that part the events in three."""
    path = TIMELINE
    with tempfile.TemporaryDirectory() as folder:
        if not path.endswith(".csv"):
            path = os.path.join(folder, "all.csv")
            call("-f", TIMELINE, "export", "-o", path)
        with open(path, newline="", encoding="utf-8") as file:
            years = sorted(row["date"][:4] for row in csv.DictReader(file) if row["date"][:4].isdigit())
    return [years[len(years) * k // 3] for k in (1, 2)]


def measure(place, question):
    begin = time.monotonic()
    answer = subprocess.run([PROGRAM, "-f", place, *question], capture_output=True, text=True, check=False)
    took = (time.monotonic() - begin) * 1000
    if answer.returncode > 1:
        raise SystemExit(f"{question}: {answer.stderr}")
    return took, answer.returncode, answer.stdout


def main():
    if not server.find_programs():
        print("no PostgreSQL server is installed")
        return
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        servers = [stack.enter_context(server.server()) for _ in range(4)]
        bounds = [None, *find_bounds()]
        path = pathlib.Path(folder, "servers.yaml")
        path.write_text("servers:\n" + "".join(f"  - place: {each.place()}\n" + (f"    from: {start}\n" if start else "")
                                               for each, start in zip(servers[1:], bounds)))
        servers[0].sql("CREATE SCHEMA one")
        places = {"one": servers[0].place() + "?options=-csearch_path%3Done", "three": servers[0].place()}
        call("store", "init", places["one"])
        call("store", "init", "--shards", str(path), places["three"])
        for name, place in places.items():
            begin = time.monotonic()
            call("-f", TIMELINE, "store", "push", place)
            print(f"loading {name}: {time.monotonic() - begin:.1f} s", flush=True)
        for each in servers:
            each.sql("VACUUM ANALYZE")
        print(call("store", "status", places["three"]).stdout)
        for name, question in ASKED.items():
            best, answers = {"one": 1e9, "three": 1e9}, {}
            for _ in range(ROUNDS):
                for which, place in places.items():
                    took, *answers[which] = measure(place, question)
                    best[which] = min(best[which], took)
            same = "" if answers["one"] == answers["three"] else "  THE ANSWERS DIFFER"
            print(f"{name:24} one {best['one']:8.1f} ms  three {best['three']:8.1f} ms  {best['three'] / best['one']:5.2f} times"
                  f"  {best['three'] - best['one']:+8.1f} ms{same}", flush=True)


main()
