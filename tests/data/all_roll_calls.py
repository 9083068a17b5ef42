"""Holds every ballot that is read of the public roll calls of the General Assembly against the files themselves.

CHANCERY_ROLL_CALLS names a folder with un-roll-calls.csv and un-votes.csv.gz (Erik Voeten et al., CC0); without it the
test is skipped.
"""

import collections
import csv
import gzip
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

KINDS = ("yes", "no", "abstain")
# Who bore a code until when, and who bears it since.
CHANGES = {"RU": ("1991-12-24", "sun", "rus"), "YU": ("1992-04-28", "yug", "srb")}


def load_codes(folder):
    """ISO alpha-2 to the registry's id, by its files alone."""
    pairs = []
    for name in ("states.yaml", "dissolved.yaml", "territories.yaml"):
        text = (pathlib.Path(folder) / "registry" / name).read_text(encoding="utf-8")
        pairs += re.findall(r'^  ([a-z]{3}): \{[^\n]*\biso2: "?([A-Z]{2})', text, re.MULTILINE)
    return {code: actor for actor, code in pairs}


def expected_actor(codes, code, date):
    if code not in CHANGES:
        return codes.get(code)
    day, before, since = CHANGES[code]
    return since if date >= day else before


def load_raw(place, codes):
    with open(place / "un-roll-calls.csv", newline="", encoding="utf-8") as file:
        calls = {row["rcid"]: row for row in csv.DictReader(file)}
    rolls, strangers = collections.defaultdict(dict), collections.Counter()
    with gzip.open(place / "un-votes.csv.gz", "rt", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            actor = expected_actor(codes, row["country_code"], calls[row["rcid"]]["date"])
            if actor:
                rolls[row["rcid"]][actor] = row["vote"]
            else:
                strangers[row["rcid"], row["vote"]] += 1
    return calls, rolls, strangers


def ask(program, folder, files):
    arguments = [part for file in files for part in ("-f", str(file))]
    output = subprocess.run([program, *arguments, "list", "--format", "json"], check=True, capture_output=True, text=True,
                            env={**os.environ, "CHANCERY_DATA_DIR": folder})
    return [json.loads(line) for line in output.stdout.splitlines()]


def complain(event, calls, rolls, strangers):
    rcid = event["id"].removeprefix("ga-rcid-")
    call, roll = calls[rcid], event["vote"]["roll"]
    found = {actor: kind for kind, actors in roll.items() for actor in actors}
    kept = collections.Counter(extra["value"] for extra in event.get("extra", [])
                               if extra["key"].startswith("ballot of "))
    if found != rolls[rcid]:
        yield f"{rcid}: {set(found.items()) ^ set(rolls[rcid].items())}"
    for kind in KINDS:
        if event["vote"][kind] != int(call[kind]) or kept[kind] != strangers[rcid, kind]:
            yield f"{rcid}: {kind} {event['vote'][kind]} with {kept[kind]} of nobody, expected {call[kind]}"
    if event["date"] != (call["date"][:7] if call["date"] < "2002" else call["date"]):
        yield f"{rcid}: {event['date']} of {call['date']}"
    if event["vote"]["tally"] != "summed":
        yield f"{rcid}: its tally counts as announced"


def main():
    program, folder = sys.argv[1], sys.argv[2]
    if not os.environ.get("CHANCERY_ROLL_CALLS"):
        print("1..0 # SKIP CHANCERY_ROLL_CALLS names no folder with un-roll-calls.csv and un-votes.csv.gz")
        return 0
    place = pathlib.Path(os.environ["CHANCERY_ROLL_CALLS"])
    calls, rolls, strangers = load_raw(place, load_codes(folder))
    files = [place / "un-roll-calls.csv", place / "un-votes.csv.gz"]
    events = ask(program, folder, files)
    complaints = [text for event in events for text in complain(event, calls, rolls, strangers)]
    n = sum(len(actors) for event in events for actors in event["vote"]["roll"].values())
    with tempfile.TemporaryDirectory() as scratch:
        for file in files:
            shutil.copy(file, scratch)
        from_folder, from_turned = ask(program, folder, [scratch]), ask(program, folder, files[::-1])
    results = [("each roll call is an event", len(events) == len(calls)),
               (f"{n} ballots are those of the files", not complaints and n == sum(map(len, rolls.values()))),
               ("a folder of both files is read alike", from_folder == events),
               ("their order does not matter", from_turned == events)]
    print(f"1..{len(results)}")
    for number, (name, holds) in enumerate(results, 1):
        print(f"{'ok' if holds else 'not ok'} {number} {name}")
    for text in complaints[:20]:
        print(f"# {text}")
    return 0 if all(holds for _, holds in results) else 1


sys.exit(main())
