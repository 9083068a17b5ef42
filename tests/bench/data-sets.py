"""Measures what reading data sets of others costs, against SQLite and DuckDB: ratios of processor time, of one run.

  data-sets.py CHANCERY [--duckdb NODE_MODULES] [--times N]

The roll calls are those of the folder that CHANCERY_ROLL_CALLS names, and left out without it; the events in the layout
of GDELT 2.0 are made here, and read by DuckDB where the folder of its package for Node.js is given.
"""

import argparse
import os
import pathlib
import random
import resource
import shutil
import subprocess
import tempfile

TABLES = """.mode csv
.import {folder}/un-roll-calls.csv rc
.import {scratch}/un-votes.csv v
CREATE INDEX v_rcid ON v(rcid);
CREATE INDEX v_voter ON v(country_code, vote, rcid);
CREATE INDEX rc_rcid ON rc(rcid);
"""
COUNTRIES = [("USA", "US"), ("CHN", "CH"), ("RUS", "RS"), ("GBR", "UK"), ("FRA", "FR"), ("DEU", "GM"), ("JPN", "JA"),
             ("KOR", "KS"), ("PRK", "KN"), ("IND", "IN"), ("PAK", "PK"), ("IRN", "IR"), ("IRQ", "IZ"), ("ISR", "IS")]
WEIGHTS = [20, 8, 8, 8, 5, 4, 4, 3, 1, 2, 2, 2, 2, 2]


def measure(times, command, **options):
    """The least processor time of several runs, in seconds."""
    least = float("inf")
    for _ in range(times):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        least = min(least, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return least


def compare(label, ours, theirs):
    print(f"{label}: {ours:.3f} s, against {theirs:.3f} s: {theirs / ours:.2f} times as fast", flush=True)


def compare_votes(chancery, times, scratch):
    folder = os.environ.get("CHANCERY_ROLL_CALLS")
    if not folder or not shutil.which("sqlite3"):
        print("roll calls: left out, for CHANCERY_ROLL_CALLS names no folder, or sqlite3 is not installed")
        return
    script = scratch / "import.sh"
    with open(scratch / "import.sql", "w", encoding="utf-8") as file:
        file.write(TABLES.format(folder=folder, scratch=scratch))
    script.write_text(f"rm -f {scratch}/votes.db\ngunzip -c {folder}/un-votes.csv.gz > {scratch}/un-votes.csv\n"
                      f"sqlite3 {scratch}/votes.db < {scratch}/import.sql\n", encoding="utf-8")
    compare("868,108 ballots into a snapshot, against sqlite3 with three indexes",
            measure(times, [chancery, "-f", f"{folder}/un-roll-calls.csv", "-f", f"{folder}/un-votes.csv.gz", "export", "-o",
                            f"{scratch}/votes.chn"]),
            measure(times, ["sh", str(script)]))


def make_row(chance, number):
    (one, _), (other, place) = chance.choices(COUNTRIES, WEIGHTS, k=2)
    day = f"2015{chance.randint(1, 12):02}{chance.randint(1, 28):02}"
    def actor(code):
        return [code + "GOV", code + "LAND", code, "", "", "", "", "GOV", "", ""]
    where = ["4", f"City of {other}, Province", place, place + "07", "", f"{chance.uniform(-60, 60):.4f}",
             f"{chance.uniform(-180, 180):.4f}", str(chance.randint(-3000000, 3000000))]
    code = chance.choice(["010", "036", "042", "112", "1121", "173", "190"])
    return [str(410000000 + number), day, day[:6], "2015", "2015.5", *actor(one), *actor(other), "1", code, code[:3], code[:2],
            "1", "-2.0", "4", "1", "4", f"{chance.uniform(-10, 10):.12f}", *where, *where, *where, "20150218230000",
            f"https://example.org/news/2015/02/18/about-something-{number}.html"]


def make_events(path, n):
    chance = random.Random(5)
    with open(path, "w", encoding="utf-8") as file:
        for number in range(n):
            file.write("\t".join(make_row(chance, number)) + "\n")


DUCKDB = """
import {{ createRequire }} from 'node:module';
const {{ DuckDBInstance }} = createRequire('{modules}/')('@duckdb/node-api');
const names = Array.from({{ length: 61 }}, (_, i) => `'c${{i}}': 'VARCHAR'`).join(',');
const instance = await DuckDBInstance.create(':memory:', {{ threads: '1' }});
const duckdb = await instance.connect();
const answer = await duckdb.runAndReadAll(`SELECT c0,c1,c5,c6,c7,c15,c16,c17,c25,c26,c30,c31,c52,c53,c56,c57,c60
  FROM read_csv('{file}', delim='\\t', header=false, quote='', escape='', auto_detect=false, columns={{${{names}}}})
  WHERE c7 = 'PRK' OR c17 = 'PRK' OR c53 = 'KN'`);
if (answer.getRows().length === 0) throw new Error('no rows');
"""


def compare_events(chancery, times, scratch, modules):
    if not modules:
        print("events: left out, for --duckdb names no folder")
        return
    make_events(scratch / "events.tsv", 1000000)
    (scratch / "events.mjs").write_text(DUCKDB.format(modules=modules, file=scratch / "events.tsv"), encoding="utf-8")
    compare("a million events of GDELT, those of one State alone, against DuckDB in one thread",
            measure(times, [chancery, "--max-file=1000000000", "import", "--map", "gdelt-2", "--actor", "north korea",
                            str(scratch / "events.tsv"), "-o", "-"]),
            measure(times, ["node", str(scratch / "events.mjs")]))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("chancery")
    parser.add_argument("--duckdb")
    parser.add_argument("--times", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        compare_votes(arguments.chancery, arguments.times, scratch)
        compare_events(arguments.chancery, arguments.times, scratch, arguments.duckdb)


main()
