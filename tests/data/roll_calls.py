"""Holds the bundled roll calls of the General Assembly against the public data set that they were taken from.

CHANCERY_ROLL_CALLS names a folder with un-roll-calls.csv and un-votes.csv.gz (Erik Voeten et al., CC0); without it
the test is skipped.
"""

import csv
import gzip
import json
import os
import pathlib
import subprocess
import sys

BALLOTS = {"yes": "yes", "no": "no", "abstain": "abstain"}


def load_events(program, folder):
    output = subprocess.run([program, "list", "--format", "json", "forum=un.ga", "vote:recorded"],
                            env={**os.environ, "CHANCERY_DATA_DIR": folder}, check=True, capture_output=True, text=True)
    return [json.loads(line) for line in output.stdout.splitlines()]


def load_codes(folder):
    """ISO alpha-2 to the registry's id, read from the registry's own file."""
    import yaml

    # The data set goes on writing YU for Serbia.
    states = yaml.load((pathlib.Path(folder) / "registry" / "states.yaml").read_text(), Loader=yaml.BaseLoader)
    codes = {actor["iso2"]: key for key, actor in states["actors"].items() if "iso2" in actor}
    return {**codes, "YU": "srb"}


def load_rolls(data, wanted):
    """The ballots of each wanted resolution, by its bare number ("69/188")."""
    with open(data / "un-roll-calls.csv", newline="", encoding="utf-8") as file:
        number = {row["rcid"]: row["unres"].replace("A/RES/", "").replace("R/", "")
                  for row in csv.DictReader(file)}
    rolls = {}
    with gzip.open(data / "un-votes.csv.gz", "rt", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            resolution = number.get(row["rcid"])
            if resolution in wanted:
                rolls.setdefault(resolution, {})[row["country_code"]] = row["vote"]
    return rolls


def compare(event, roll, codes):
    expected = {kind: sorted(codes.get(code, code) for code, vote in roll.items() if vote == kind) for kind in BALLOTS}
    found = {kind: sorted(event["vote"]["roll"].get(kind, [])) for kind in BALLOTS}
    return [f"{kind}: {set(found[kind]) ^ set(expected[kind])}" for kind in BALLOTS if found[kind] != expected[kind]]


def main():
    program, folder = sys.argv[1], sys.argv[2]
    place = os.environ.get("CHANCERY_ROLL_CALLS")
    if not place:
        print("1..0 # SKIP CHANCERY_ROLL_CALLS names no folder with un-roll-calls.csv and un-votes.csv.gz")
        return 0
    events = {symbol.replace("A/RES/", ""): event for event in load_events(program, folder)
              for symbol in event["symbols"] if symbol.startswith("A/RES/")}
    rolls = load_rolls(pathlib.Path(place), set(events))
    codes = load_codes(folder)
    print(f"1..{len(events) + 1}")
    failed = 0 if len(events) == 9 else 1
    print(f"{'not ok' if failed else 'ok'} 1 nine recorded votes of the plenary")
    for index, (resolution, event) in enumerate(sorted(events.items()), 2):
        complaints = compare(event, rolls.get(resolution, {}), codes)
        failed += bool(complaints)
        print(f"{'not ok' if complaints else 'ok'} {index} roll call of {resolution}")
        for complaint in complaints:
            print(f"# {complaint}")
    return 1 if failed else 0


sys.exit(main())
