# SPDX-License-Identifier: LGPL-2.1-or-later
"""Holds rolls against the members of the bodies that voted: none of theirs is accused, each that is planted is found.

The rolls are those of the tests' votes and of the bundled chronologies, and one of each year of the Security Council, the
Human Rights Council and the General Assembly, as the registry has their members. Into each a State is planted that was no
member.

  members.py PROGRAM DATA_FOLDER
"""

import csv
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "structure"))
from tap import report  # noqa: E402

HERE = pathlib.Path(__file__).parent
ACCUSED = re.compile(r"^[^:]+:(\d+):\d+: \w+: (\S+) was not a member of (\S+) at (\S+)", re.MULTILINE)
MEMBER = re.compile(r"^  ([a-z]{3}) ", re.MULTILINE)
# By the forum: the group that votes there, and the years that are known.
BODIES = {"un.sc": ("security-council", range(1946, 2027)), "un.hrc": ("human-rights-council", range(2007, 2027)),
          "un.ga": ("un-members", range(1946, 2027))}
# States that come one after another to be planted; of the last some came late, and some are no member to this day.
STATES = ("che swe jpn ken bra idn egy can pol mex irn nor per gha aus cub tur esp ind ukr vut tuv ssd mne tls kir nru pse "
          "vat").split()
# Seats that rolls may give to whom they belong today.
TODAY = {"sun": "rus", "twn": "chn"}


class Program:
    def __init__(self, program, folder, home):
        self.program, self.home = program, home
        self.environment = {**os.environ, "CHANCERY_DATA_DIR": folder, "HOME": home}

    def run(self, *arguments):
        return subprocess.run([self.program, *arguments], env=self.environment, capture_output=True, text=True,
                              check=False).stdout

    def members(self, group, day):
        return MEMBER.findall(self.run("actors", group, "--at", day).split("\nMembers", 1)[1].split("\nBelongs", 1)[0])

    def accuse(self, lines):
        """Whom `check` accuses, by the number of the event."""
        path = pathlib.Path(self.home) / "rolls.yaml"
        path.write_text("\n".join(["timeline: rolls", "events:", *lines]) + "\n", encoding="utf-8")
        found = {}
        for line, actor, _, _ in ACCUSED.findall(self.run("-f", str(path), "check")):
            found.setdefault(int(line) - 3, []).append(actor)
        return found


def event(number, forum, day, ballots):
    roll = ", ".join(f"{answer}: [{', '.join(names)}]" for answer, names in ballots.items() if names)
    return f"  - {{id: vote-{number}, date: {day}, title: A vote, kind: vote, forum: {forum}, vote: {{roll: {{{roll}}}}}}}"


def load(name):
    with (HERE / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def recorded_rolls():
    """(forum, day, ballots) of the tests' votes."""
    for row in load("outcomes.csv"):
        if row["against"]:
            yield row["forum"], row["date"], {"no": row["against"].split()}
    for row in load("iran-votes.csv"):
        ballots = {"yes": row["in_favour"].split(), "no": row["against"].split(), "abstain": row["abstaining"].split()}
        if any(ballots.values()):
            yield row["forum"], row["date"], ballots


def yearly_rolls(program):
    for forum, (group, years) in BODIES.items():
        for year in years:
            day = f"{year}-03-01" if year % 2 else f"{year}-11-01"
            members = program.members(group, day)
            yield forum, day, {"yes": [TODAY.get(m, m) if year % 3 == 0 else m for m in members]}


def plant(program, rolls):
    """Each roll with one that is no member, and who that is."""
    for number, (forum, day, ballots) in enumerate(rolls):
        members = program.members(BODIES[forum][0], day)
        order = STATES[number % len(STATES):] + STATES[:number % len(STATES)]
        intruder = next((state for state in order if state not in members), None)
        if intruder:
            yield intruder, (forum, day, {**ballots, "abstain": ballots.get("abstain", []) + [intruder]})


def check_planted(program, rolls):
    planted = list(plant(program, rolls))
    accused = program.accuse([event(i, *roll) for i, (_, roll) in enumerate(planted)])
    return [f"{roll[0]} {roll[1]}: planted {intruder}, accused {accused.get(i, [])}"
            for i, (intruder, roll) in enumerate(planted) if accused.get(i, []) != [intruder]]


def check_innocent(program, rolls):
    accused = program.accuse([event(i, *roll) for i, roll in enumerate(rolls)])
    return [f"{rolls[i][0]} {rolls[i][1]}: {names}" for i, names in accused.items()]


def check_chronologies(program, folder):
    files = [*sorted(pathlib.Path(folder).glob("*.yaml")), *sorted((pathlib.Path(folder) / "examples").glob("*.yaml")),
             *sorted((HERE.parent / "golden" / "votes").glob("*.yaml"))]
    return [f"{file.name}: {found}" for file in files for found in ACCUSED.findall(program.run("-f", str(file), "check"))]


def main():
    folder = sys.argv[2]
    with tempfile.TemporaryDirectory() as home:
        program = Program(sys.argv[1], folder, home)
        yearly = list(yearly_rolls(program))
        recorded = [roll for roll in recorded_rolls() if roll[0] in BODIES]
        report([
            ("no roll of the tests accuses a member", check_innocent(program, list(recorded_rolls()))),
            ("no roll of the chronologies accuses a member", check_chronologies(program, folder)),
            ("no roll of any year accuses a member", check_innocent(program, yearly)),
            ("there is a roll of each year", [str(r) for r in yearly if len(r[2]["yes"]) < 11]),
            ("who is planted into the rolls of the tests is found", check_planted(program, recorded)),
            ("who is planted into the rolls of the years is found", check_planted(program, yearly)),
        ])


main()
