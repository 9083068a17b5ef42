# SPDX-License-Identifier: LGPL-2.1-or-later
"""The paper trail of the Security Council's first meeting reaches each document that led to it.

The documents are named by symbol and day, as in the record of the United Nations, and not by the chronology's ids.

  trail.py PROGRAM DATA_FOLDER
"""

import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "structure"))
from checks import Checks  # noqa: E402
from tap import report  # noqa: E402

MEETING = ("S/PV.7353", "2014-12-22")

# What it is, symbol, day, and the relation that a step of the trail follows, with where it leads from.
LINKS = [
    ("the letter that asked for it", "S/2014/872", "2014-12-05", "requested", MEETING),
    ("the Assembly's resolution", "A/RES/69/188", "2014-12-18", "answered-by", MEETING),
    ("the committee's vote", "A/C.3/69/L.28/Rev.1", "2014-11-18", "adopted-by", ("A/RES/69/188", "2014-12-18")),
    ("the commission's report", "A/HRC/25/63", "2014-02-07", "answered-by", ("A/C.3/69/L.28/Rev.1", "2014-11-18")),
    ("the resolution that set it up", "A/HRC/RES/22/13", "2013-03-21", "implemented-by+", ("A/HRC/25/63", "2014-02-07")),
]


class Program:
    def __init__(self, program, folder):
        self.program = program
        self.environment = {**os.environ, "CHANCERY_DATA_DIR": folder, "LC_ALL": "C.UTF-8"}

    def run(self, *arguments):
        done = subprocess.run([self.program, *arguments], env=self.environment, capture_output=True, text=True, check=True)
        return done.stdout

    def find(self, *query):
        return [json.loads(line)["id"] for line in self.run("list", "--format", "json", *query).splitlines()]


def main():
    checks, program = Checks(), Program(sys.argv[1], sys.argv[2])
    ids = {}
    for symbol, day in [MEETING, *[link[1:3] for link in LINKS]]:
        found = program.find(f"symbol={symbol}", f"date={day}")
        checks.point(len(found) == 1, f"{symbol} of {day} is one event", found)
        ids[symbol, day] = found[0] if found else "none"
    meeting = ids[MEETING]
    tree = program.run("trail", meeting, "--up", "--full")
    nodes = {node["id"]: node for node in json.loads(program.run("trail", meeting, "--format", "json"))["nodes"]}
    asked = program.find(f"trail:@{meeting}")
    for what, symbol, day, relation, end in LINKS:
        event = ids[symbol, day]
        checks.point(f"[{event}]" in tree, f"{what} stands in the trail as it is drawn", event)
        checks.point(nodes.get(event, {}).get("side") == "up", f"{what} lies up the trail", nodes.get(event))
        checks.point(event in asked, f"{what} is found by trail:", event)
        checks.point(event in program.find(f"{relation}:@{ids[end]}"), f"{what} is one step, {relation}, from {end[0]}", event)
    days = [nodes[ids[symbol, day]]["date"] for _, symbol, day, _, _ in LINKS if ids[symbol, day] in nodes]
    checks.point(all(day < MEETING[1] for day in days) and len(days) == len(LINKS), "all of them came before it", days)
    report(checks)


if __name__ == "__main__":
    main()
