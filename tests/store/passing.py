#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What goes from a store to CSV as it lies there, and what a store counts, is what a timeline of it gives; prints TAP.

  passing.py PROGRAM DATA_FOLDER [--postgresql]

Each question is asked twice: --warnings has the store read as a timeline. Then the column "earliest", which a timeline
makes anew of dates, is changed in the store: where that shows, rows went from the store to CSV as they lie there.
"""

import contextlib
import csv
import itertools
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "structure"))
import server  # noqa: E402
from checks import share  # noqa: E402

PROGRAM, DATA = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
ENVIRONMENT = {**os.environ, "CHANCERY_DATA_DIR": DATA, "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": "/dev/null/none",
               "XDG_CONFIG_HOME": "/dev/null/none"}

# Events whose order takes more than their days: times of several clocks, one day written in two ways, odd texts.
ODD = """timeline: odd
zone: America/New_York
events:
  - {id: m, date: 2014-12, title: "A month; with a semicolon"}
  - {id: l, date: 2014-12-01/2014-12-31, title: 'Days, "quoted"'}
  - {id: late, date: "2014-12-22T23:00-05:00", title: " blanks "}
  - {id: early, date: "2014-12-22T23:30+09:00", title: =1+1}
  - {id: local, date: "2014-12-22T12:00", title: by the clock of the file}
  - {id: tokyo, date: "2014-12-22T20:00", zone: Asia/Tokyo, title: by a clock of its own}
  - {id: day, date: 2014-12-22, title: the day itself, importance: 5}
  - {id: old, date: -0043-03-15, title: long ago, importance: 3}
  - {id: unknown, date: "1914/", title: zugzwang, summary: "on\\ntwo lines"}
  - {id: vote, date: 2014-12-23, kind: vote, title: a vote, forums: [un.sc], actors: [usa], vote: {yes: 11, no: 2, abstain: 2}}
  - {id: p1, date: 2015-01-01, title: Human-Rights council, label: human, summary: "rights  of"}
  - {id: p2, date: 2015-01-02, title: "human, rights", summary: "of human  rightses"}
  - {id: p3, date: 2015-01-03, title: rights human, place: "human right 1718"}
  - {id: p4, date: 2015-01-04, title: many, summary: MANY}
""".replace("MANY", "word " * 300 + "human rights") + "".join(f"  - {{id: r{i}, date: 2016-0{i}-01, kind: report, title: one of several}}\n" for i in range(1, 7))

# The same, of which not all is for everybody; a server knows where all of their words stand.
APART = ODD.replace("word " * 300, "") + """  - {id: secret, date: 2014-12-22, title: a secret day, visibility: private, importance: 4}
  - {id: half, date: 2014-12-22, title: half of it, kind: report, sources: [{source: s1, quote: not for all, visibility: restricted}]}
  - {id: hidden-vote, date: 2014-12-23, kind: vote, title: b vote, forums: [un.sc], visibility: restricted, vote: {yes: 9, no: 2}}
sources:
  s1: {title: Minutes}
"""

# Those of which SQL says all, and nothing is told beside; and some of which it does not.
PASSING = ["", "date:2014", "date:2014-12-22", "forum:un.sc", "kind:report", "-kind:report", "importance:3..", "zugzwang",
           "text:zugzwang", "(kind:vote or kind:resolution) date:2000..", "tag:abductions", "status:occurred",
           'text:"human rights"', '-text:"human right"', 'text:"right 1718"', 'text:"human righ*"']
OTHERS = ["no:2..", "-forum:un.sc no:2..", "maybe:date:2014-12", 'text:"human, rights"', '"human rights"', "actor:EU", "nobody-says-this", "title:zugzwang"]
ARRANGEMENTS = [[], ["--reverse"], ["--sort", "importance"], ["--sort", "kind", "--reverse"], ["--sort", "id"], ["--sort", "title"],
                ["--limit", "3"], ["--limit", "3", "--reverse"]]


def call(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, env=ENVIRONMENT, timeout=120, check=False)
    return done.returncode, done.stdout, done.stderr


def ask(place, question, *arrangement):
    return call("-f", place, "list", "--format", "csv", *arrangement, "--", question)


class Cases:
    def __init__(self):
        self.n, self.fine = 0, True

    def point(self, wrong, name):
        self.n += 1
        self.fine = self.fine and not wrong
        print(f"{'not ok' if wrong else 'ok'} {self.n} - {name}" + (f"\n# {wrong}" if wrong else ""), flush=True)


def compare_roads(place):
    """What differs between the two roads, for each question and arrangement."""
    for question, arrangement in share(itertools.product(PASSING + OTHERS, ARRANGEMENTS), 5):
        straight, made = ask(place, question, *arrangement), ask(place, question, "--warnings", *arrangement)
        told = [said for _, _, said in (straight, made) if "carries what is not public" in said]
        if straight[:2] != made[:2] or len(told) == 1:
            return f"{question!r} {arrangement}: {straight[1]!r} {straight[2]!r}, but of a timeline {made[1]!r} {made[2]!r}"
    return None


COUNTED = ["", "date:2014", "forum:un.sc", "kind:vote", "maybe:date:2014-12", "actor:EU"]
KEYS = ["year", "quarter", "month", "decade", "forum", "actor", "kind", "status", "method", "series", "tag", "source", "importance",
        "confidence", "place", "year,kind", "forum,status", "result", "sponsor"]


def compare_counts(place):
    """What differs between counts that the database makes and those of a timeline."""
    for question, key, form in share(itertools.product(COUNTED, KEYS, ("csv", "text")), 5):
        asked = [call("-f", place, *more, "count", "--by", key, "--format", form, "--", question) for more in ([], ["--warnings"])]
        if asked[0] != asked[1]:
            return f"{question!r} by {key}: {asked[0]}, but of a timeline {asked[1]}"
    return None


def shows_store(place, question, *arrangement):
    return any(row["earliest"] == "as it lies" for row in csv.DictReader(ask(place, question, *arrangement)[1].splitlines()))


def find_road(place, phrases):
    """Which questions go straight, and which must not; phrases do not where an event has more words than have places."""
    for question in PASSING:
        if '"' in question and not phrases:
            continue
        if ask(place, question, "--warnings")[1].count("\n") > 1 and question != "zugzwang" and not shows_store(place, question):
            return f"{question!r} does not go straight"
    for arguments in (['text:"human, rights"'], ["actor:EU"], ["date:2014", "--limit", "3"], ["date:2014", "--sort", "title"]):
        if shows_store(place, *arguments):
            return f"{arguments} must be asked of a timeline"
    return None


def write_file(place, folder):
    """Into a file, which stays as it was where nothing is found."""
    path = pathlib.Path(folder, "out.csv")
    status, _, said = call("-f", place, "list", "-o", str(path), "--", "kind:report")
    if status != 0 or path.read_text() != ask(place, "kind:report")[1]:
        return f"{said} {path.exists()}"
    call("-f", place, "list", "--limit", "1", "-o", str(path), "--", "kind:report")
    return None if path.read_text().count("\n") == 2 else path.read_text()


def counts_in_store(place, running):
    """A date that nobody can read is in the way of a timeline; of events that count alike the database gives one. The last is read always."""
    change(place, "UPDATE event SET date = 'nonsense' WHERE kind = 'report' AND id NOT IN ('r1', 'r6')", running)
    counted, made = (call("-f", place, *more, "count", "--by", "kind", "--format", "csv", "kind:report") for more in ([], ["--warnings"]))
    return None if counted[0] == 0 and "\nreport,6," in counted[1] and made[0] != 0 else f"{counted} {made}"


def reads_no_more(place):
    """Where such dates lie, after counts_in_store(): behind a limit, and beyond the neighbours of an event, they are not read."""
    said = [call("-f", place, "list", *question) for question in (["--limit", "1", "kind:report"], ["--context", "1", "id:day"], ["kind:report"])]
    fine = [status == 0 for status, _, _ in said] == [True, True, False] and said[0][1].count("one of several") == 1
    return None if fine and len(said[1][1].strip().splitlines()) >= 3 else f"{said}"


def change(place, statement, running):
    if running:
        running.sql(statement, place)
        return
    with contextlib.closing(sqlite3.connect(place.removeprefix("sqlite:"))) as store:
        store.execute(statement)
        store.commit()


def try_store(cases, name, folder, new_place, running=None):
    odd, apart = pathlib.Path(folder, "odd.yaml"), pathlib.Path(folder, "apart.yaml")
    odd.write_text(ODD, encoding="utf-8")
    apart.write_text(APART, encoding="utf-8")
    places = []
    for what, file in (("odd events", str(odd)), ("events that are not for everybody", str(apart)), ("chronicled events", os.path.join(DATA, "dprk-human-rights.yaml"))):
        places.append(place := new_place())
        made = [call("store", "init", place), call("-f", file, "store", "push", place)]
        cases.point(next((said for status, _, said in made if status != 0), None), f"{name}: {what} are stored")
        cases.point(compare_roads(place), f"{name}: {what} are the same on both roads")
        cases.point(compare_counts(place), f"{name}: counts of {what} are the same on both roads")
    cases.point(write_file(place, folder), f"{name}: into a file")
    for number, place in enumerate(places[1:]):
        for table in ("event", "whole_event"):
            change(place, f"UPDATE {table} SET earliest = 'as it lies'", running)
        cases.point(find_road(place, phrases=number > 0), f"{name}: what SQL says whole goes straight, and nothing else")
    cases.point(counts_in_store(places[0], running), f"{name}: what counts alike is counted by the database")
    cases.point(reads_no_more(places[0]), f"{name}: what is not wanted is not read")


def main():
    cases = Cases()
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        numbers = itertools.count()
        if "--postgresql" not in sys.argv:
            try_store(cases, "SQLite", folder, lambda: f"sqlite:{folder}/s{next(numbers)}.db")
        elif not (running := stack.enter_context(server.server())):
            print("ok 1 - PostgreSQL # SKIP no server is installed")
            cases.n = 1
        else:
            def new_place():
                name = f"s{next(numbers)}"
                running.sql(f"CREATE DATABASE {name}")
                return running.place(name)
            try_store(cases, "PostgreSQL", folder, new_place, running)
    print(f"1..{cases.n}")
    return 0 if cases.fine else 1


sys.exit(main())
