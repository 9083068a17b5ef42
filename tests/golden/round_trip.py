#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The bundled chronology as a plain table of eight columns, imported again: every event is there, with the same date,
symbols, vote and bodies. The table is made twice: with dates as EDTF, and in English as a person reads them.

  round_trip.py PROGRAM DATA_FOLDER
"""

import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PROGRAM, DATA = sys.argv[1:3]
HEADINGS = ["Date", "Event", "Body", "Document", "Vote", "Actors", "Source", "Link"]


def run(*arguments):
    environment = dict(os.environ, CHANCERY_DATA_DIR=DATA, LC_ALL="C.UTF-8")
    done = subprocess.run([PROGRAM, *arguments], env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def read_events(*arguments):
    return [json.loads(line) for line in run(*arguments, "export", "--format", "json")[1].splitlines()]


def tell_vote(vote):
    if not vote:
        return ""
    if vote.get("method") == "consensus":
        return "consensus"
    counts = [vote.get(name) for name in ("yes", "no", "abstain")]
    while counts and counts[-1] is None:
        counts.pop()
    if None in counts:
        return ", ".join(f"{vote[name]} {name}" for name in ("yes", "no", "abstain") if vote.get(name) is not None)
    return "-".join(str(count) for count in counts) or vote.get("result") or ""


def pick_vote(vote):
    return {name: vote.get(name) for name in ("yes", "no", "abstain")} if vote else None


def tell_dates(events):
    """The dates in English, by id."""
    shown = run("show", *[event["id"] for event in events])[1]
    pairs = re.findall(r"^Id +(\S+)\n(?:.*\n)*?Date +(.*(?:\n {14}.*)*)$", shown, re.MULTILINE)
    return {name: re.sub(r"\s+", " ", date).rsplit(" (", 1)[0] for name, date in pairs}


def write_table(path, events, dates):
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(HEADINGS)
        for event in events:
            cited = event["sources"] or []
            urls = [source.get("url") or "" for source in cited]
            actors = [f"{actor['name']} ({actor['role']})" for actor in event["actors"] or []]
            table.writerow([dates[event["id"]], event["title"], "; ".join(event["forums"] or []),
                            "; ".join(event["symbols"] or []), tell_vote(event["vote"]), "; ".join(actors),
                            "; ".join(source["title"] or source["key"] for source in cited), "; ".join(filter(None, urls))])


def compare(events, again):
    by_title = {}
    for event in again:
        by_title.setdefault((event["title"], event["date"]), []).append(event)
    for event in events:
        found = by_title.get((event["title"], event["date"]), [])
        if not found:
            yield f"{event['id']}: {event['date']} is not there"
            continue
        other = found.pop()
        for name, mine, theirs in (("symbols", event["symbols"], other["symbols"]),
                                   ("vote", pick_vote(event["vote"]), pick_vote(other["vote"])),
                                   ("forums", event["forums"], other["forums"])):
            if (mine or None) != (theirs or None):
                yield f"{event['id']}: {name}: {mine} became {theirs}"


def main():
    events = read_events()
    plain = {event["id"]: event["date"] for event in events}
    failures = 0
    print("1..3")
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, dates) in enumerate((("EDTF", plain), ("English", tell_dates(events))), 1):
            table, timeline = pathlib.Path(folder, f"{name}.csv"), pathlib.Path(folder, f"{name}.yaml")
            write_table(table, events, dates)
            status, _, said = run("import", str(table), "-o", str(timeline))
            complaints = list(compare(events, read_events("-f", str(timeline)))) if timeline.exists() else [said]
            fine = status == 0 and not complaints
            failures += not fine
            print("ok" if fine else "not ok", number, "-", f"{len(events)} events with dates as {name}")
            for line in ([said] if status else []) + complaints[:40]:
                print("#", line.replace("\n", "\n# "))
        before = timeline.read_bytes()
        run("import", str(table), "-o", str(timeline))
        same = timeline.read_bytes() == before
        failures += not same
        print("ok" if same else "not ok", 3, "- imported again, the same bytes")
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
