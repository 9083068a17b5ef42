"""A chronology of the whole Security Council, of a table in the layout of CR-UNSC that is made here: every resolution
is an event with symbol, date, draft, meeting and vote, as many in each year as the table of numbers has, none refused.
"""

import collections
import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

COLUMNS = ("doc_id symbol res_no year date title topic subjects vote_yes vote_no vote_abstention vote_nonvote "
           "meeting_record draft iso_alpha3 human_rights chapter7").split()


def load_years(source):
    """The last resolution of each year, from the program's own table."""
    text = (source / "engine/model/symbol/council-years.c").read_text(encoding="utf-8")
    return [(int(year), int(last), int(meeting))
            for year, last, meeting in re.findall(r"\{ (\d{4}), (\d+), (\d+), \d+ \}", text)]


def make_table(path, years):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        number = 0
        for year, last, meeting in years:
            for number in range(number + 1, last + 1):
                seats = 11 if year < 1966 else 15
                writer.writerow({
                    "doc_id": f"S_RES_{number}_{year}", "symbol": f"S/RES/{number} ({year})", "res_no": number, "year": year,
                    "date": f"{year}-{1 + number % 12:02}-{1 + number % 28:02}", "title": f"Resolution {number} ({year}) /",
                    "topic": f"on subject {number % 37}", "vote_yes": seats - number % 3, "vote_no": 0,
                    "vote_abstention": number % 3, "vote_nonvote": 0, "meeting_record": f"S/PV.{meeting}",
                    "draft": f"S/{year}/{number}" if year >= 1994 else f"S/{number + 5000}",
                    "iso_alpha3": "PRK|KOR" if number % 5 else "NA", "human_rights": "FALSE", "chapter7": "TRUE"})


def import_table(program, folder, table, scratch):
    output = str(pathlib.Path(scratch) / "council.yaml")
    environment = {**os.environ, "CHANCERY_DATA_DIR": folder}
    made = subprocess.run([program, "import", "--map", "cr-unsc", str(table), "-o", output], capture_output=True, text=True,
                          env=environment)
    told = subprocess.run([program, "-f", output, "list", "--format", "json"], check=True, capture_output=True, text=True,
                          env=environment)
    return made, [json.loads(line) for line in told.stdout.splitlines()]


def judge(events, made, years):
    first, wanted = 0, {}
    for year, last, _ in years:
        wanted[year], first = last - first, last
    found = collections.Counter(int(event["date"][:4]) for event in events)
    symbols = [re.fullmatch(r"S/RES/(\d+) \((\d{4})\)", event["symbols"][0]) for event in events]
    yield "every row is an event", made.returncode == 0 and "not taken" not in made.stderr
    yield "as many in each year as the table of numbers has", dict(found) == wanted
    yield "every symbol is one of the Council", all(symbols)
    yield "and bears the year of its event", all(match and match[2] == event["date"][:4]
                                                 for match, event in zip(symbols, events))
    yield "none is refused or unknown", "symbol" not in made.stderr
    yield "each has its meeting and draft", all(len(event["symbols"]) == 3 for event in events)
    yield "and its vote", all(event["vote"] and event["vote"]["yes"] > 0 for event in events)


def main():
    program, folder, source = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    years = load_years(source)
    with tempfile.TemporaryDirectory() as scratch:
        table = pathlib.Path(scratch) / "resolutions.csv"
        make_table(table, years)
        made, events = import_table(program, folder, table, scratch)
        results = list(judge(events, made, years))
    print(f"1..{len(results)}")
    for number, (name, holds) in enumerate(results, 1):
        print(f"{'ok' if holds else 'not ok'} {number} {name}")
    return 0 if all(holds for _, holds in results) else 1


sys.exit(main())
