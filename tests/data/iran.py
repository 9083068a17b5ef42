# SPDX-License-Identifier: LGPL-2.1-or-later
"""The chronology of Iran's nuclear programme: read only when named, sourced, and its votes held against iran-votes.csv.

  iran.py PROGRAM DATA_FOLDER
"""

import csv
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "structure"))
from checks import Checks  # noqa: E402
from tap import report  # noqa: E402

EXAMPLE = pathlib.Path("examples") / "iran-nuclear-un.yaml"
COUNTS = ("yes", "no", "abstain")
# A ballot of the roll call, and the column of the facts that lists who cast it.
BALLOTS = (("yes", "in_favour"), ("no", "against"), ("abstain", "abstaining"), ("not-voting", "absent"))
SEATS = {"un.sc": 15, "iaea.bog": 35}
FEWEST_EVENTS = 90
YEARS = range(2002, 2017)
# Sources that nobody published.
UNPUBLISHED = "general-knowledge"


class Program:
    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)

    def run(self, *arguments):
        environment = {**os.environ, "CHANCERY_DATA_DIR": str(self.folder)}
        return subprocess.run([self.program, *arguments], env=environment, capture_output=True, text=True)

    def list(self, *arguments):
        done = self.run(*arguments, "list", "--format", "json")
        done.check_returncode()
        return [json.loads(line) for line in done.stdout.splitlines()]

    def named(self):
        return "-f", str(self.folder / EXAMPLE)


def load_facts():
    with open(pathlib.Path(__file__).with_name("iran-votes.csv"), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def check_reading(checks, program, events):
    ids = {event["id"] for event in events}
    checks.point(len(events) >= FEWEST_EVENTS, f"at least {FEWEST_EVENTS} events", len(events))
    for where in ((), ("-f", str(program.folder))):
        others = program.list(*where)
        checks.point(others and not ids & {event["id"] for event in others},
                     f"it is not read unless it is named: {' '.join(where[:1]) or 'nothing named'}", len(others))
    done = program.run(*program.named(), "check")
    checks.point(done.returncode == 0 and not done.stdout, "check finds neither errors nor warnings", done.stdout, done.stderr)


def check_events(checks, events):
    years = {event["id"]: (event["earliest"] or event["latest"] or "")[:4] for event in events}
    checks.point(all(year.isdigit() and int(year) in YEARS for year in years.values()), "every event begins, or ends, in 2002 to 2016",
                 [row for row in years.items() if not row[1].isdigit() or int(row[1]) not in YEARS])
    checks.point(all(event["sources"] for event in events), "every event has a source",
                 [event["id"] for event in events if not event["sources"]])
    sources = {source["key"]: source for event in events for source in event["sources"]}
    checks.point(all(source["publisher"] or key == UNPUBLISHED for key, source in sources.items()), "every source has a publisher",
                 [key for key, source in sources.items() if not source["publisher"]])
    alone = [event["id"] for event in events if [source["key"] for source in event["sources"]] == [UNPUBLISHED]]
    checks.point(not alone, "no event rests on general knowledge alone", alone)


def list_ballots(text):
    return sorted(text.split())


def check_vote(checks, event, fact):
    name = f"{fact['date']} {fact['symbol'] or fact['forum']}"
    vote = event["vote"]
    wanted = tuple(fact[key] for key in (*COUNTS, "method", "result"))
    found = tuple("" if vote[key] is None else str(vote[key]) for key in COUNTS) + (vote["method"], vote["result"])
    checks.point(found == wanted, f"{name}: {'-'.join(filter(None, wanted))}", found)
    checks.point(fact["symbol"] in ("", *event["symbols"]), f"{name}: the event bears the symbol", event["symbols"])
    known = {ballot: list_ballots(fact[column]) for ballot, column in BALLOTS if fact[column]}
    roll = {ballot: sorted(actors) for ballot, actors in vote.get("roll", {}).items() if actors}
    checks.point(roll == known, f"{name}: who voted how", roll, known)
    if fact["method"] == "recorded":
        votes = sum(int(fact[key]) for key in COUNTS) + len(list_ballots(fact["absent"]))
        checks.point(votes == SEATS[fact["forum"]], f"{name}: as many votes as seats", votes)


def check_votes(checks, events, facts):
    voted = [event for event in events if event["vote"]]
    key = {(event["forums"][0], event["date"]): event for event in voted}
    checks.point(len(key) == len(voted), "no body voted twice on a day", len(voted))
    expected = {(fact["forum"], fact["date"]) for fact in facts}
    checks.point(len(facts) == len(expected) > 0 and key.keys() == expected, "every vote is among the facts, and every fact is there",
                 sorted(key.keys() ^ expected))
    for fact in facts:
        if (fact["forum"], fact["date"]) in key:
            check_vote(checks, key[fact["forum"], fact["date"]], fact)


def check_series(checks, events, facts):
    """The Board numbered its resolutions on Iran: the series is whole and in order."""
    dates = sorted(fact["date"] for fact in facts if fact["forum"] == "iaea.bog")
    numbered = {event["nth"]: event["date"] for event in events if event["series"] == "iaea-board-iran"}
    checks.point([numbered.get(number) for number in range(1, len(dates) + 1)] == dates and len(numbered) == len(dates),
                 "the Board's resolutions are numbered in the order of their days", numbered, dates)


def main():
    checks, program, facts = Checks(), Program(sys.argv[1], sys.argv[2]), load_facts()
    events = program.list(*program.named())
    check_reading(checks, program, events)
    check_events(checks, events)
    check_votes(checks, events, facts)
    check_series(checks, events, facts)
    report(checks)


if __name__ == "__main__":
    main()
