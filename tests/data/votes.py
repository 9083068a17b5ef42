# SPDX-License-Identifier: LGPL-2.1-or-later
"""Holds what the program counts and lists of each vote against votes.csv (README.md says where that is from).

  votes.py PROGRAM DATA_FOLDER
"""

import collections
import csv
import io
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "structure"))
from checks import Checks  # noqa: E402
from tap import report  # noqa: E402

COUNTS = ("yes", "no", "abstain")
VOTED = "vote:(recorded, procedural, consensus)"


class Program:
    def __init__(self, program, folder):
        self.program = program
        self.environment = {**os.environ, "CHANCERY_DATA_DIR": folder}

    def run(self, *arguments):
        done = subprocess.run([self.program, *arguments], env=self.environment, capture_output=True, text=True, check=True)
        return done.stdout

    def count(self, *query):
        table = self.run("count", "--by", "year,vote", "--sum", ",".join(COUNTS), "--format", "csv", *query)
        return {(row["year"], row["vote"]): row for row in csv.DictReader(io.StringIO(table))}

    def list(self, *query):
        return [json.loads(line) for line in self.run("list", "--format", "json", *query).splitlines()]


def load_facts():
    with open(pathlib.Path(__file__).with_name("votes.csv"), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def group(facts):
    """By forum, then by year and kind of vote: the facts behind one row of the table."""
    tables = collections.defaultdict(lambda: collections.defaultdict(list))
    for fact in facts:
        tables[fact["forum"]][fact["date"][:4], f"{fact['result']}, {fact['method']}"].append(fact)
    return tables


def sum_up(facts):
    """As the table has it: how many, and the sums of what was counted at all."""
    sums = {key: [int(fact[key]) for fact in facts if fact[key]] for key in COUNTS}
    return {"events": str(len(facts)), "possibly": "0", **{key: str(sum(given)) if given else "" for key, given in sums.items()}}


def check_tables(checks, program, facts):
    for forum, expected in group(facts).items():
        found = program.count(f"forum={forum}", VOTED)
        checks.point(found.keys() == expected.keys(), f"{forum}: a row for each year's votes and no other",
                     sorted(found.keys() ^ expected.keys()))
        for key, rows in expected.items():
            wanted = sum_up(rows)
            row = {name: found.get(key, {}).get(name) for name in wanted}
            checks.point(row == wanted, f"{forum}: {key[0]}, {key[1]}: {wanted['events']} votes", f"{row} for {wanted}")


def describe(vote):
    return tuple("" if vote[key] is None else str(vote[key]) for key in COUNTS) + (vote["method"], vote["result"])


def check_votes(checks, program, facts):
    """One by one: the event of the day has the vote, its symbol, and is found by each of its counts."""
    for fact in facts:
        wanted = tuple(fact[key] for key in (*COUNTS, "method", "result"))
        query = [f"forum={fact['forum']}", f"date={fact['date']}", f"vote:{fact['method']}", f"vote:{fact['result']}"]
        query += [f"{key}:{fact[key]}" for key in COUNTS if fact[key]]
        events = [event for event in program.list(*query) if describe(event["vote"]) == wanted]
        name = f"{fact['date']} {fact['symbol'] or fact['forum']}: {'-'.join(filter(None, wanted))}"
        checks.point(len(events) == 1 and (not fact["symbol"] or fact["symbol"] in events[0]["symbols"]), name,
                     [(event["id"], event["symbols"], event["vote"]) for event in events] or "no such event")


def check_both_ways(checks, program, facts):
    """The Third Committee and the Assembly voted on each session's text, by count or by consensus."""
    years = {forum: [fact["date"][:4] for fact in facts if fact["forum"] == forum and fact["result"] == "adopted"]
             for forum in ("un.ga.c3", "un.ga")}
    checks.point(years["un.ga.c3"] == years["un.ga"] == [str(year) for year in range(2005, 2020)],
                 "both vote in each year from 2005 to 2019", years)
    for forum, series in (("un.ga.c3", "c3-dprk-human-rights"), ("un.ga", "ga-dprk-human-rights")):
        adopted = program.count(f"forum={forum}", "vote:adopted")
        checks.point(program.count(f"series:{series}") == adopted, f"{series} is the whole series of {forum}", adopted)


def main():
    checks, facts = Checks(), load_facts()
    program = Program(sys.argv[1], sys.argv[2])
    checks.point(len(facts) == len({(f["forum"], f["date"], f["symbol"]) for f in facts}) > 0, "each fact stands once")
    check_tables(checks, program, facts)
    check_votes(checks, program, facts)
    check_both_ways(checks, program, facts)
    report(checks)


if __name__ == "__main__":
    main()
