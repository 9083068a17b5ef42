"""Measures chancery against SQLite on a synthetic corpus: ratios of one run, never a pass or a fail."""

import argparse
import math
import os
import pathlib
import subprocess
import sys
import tempfile
import time

# What is asked, of each in its own language.
QUERIES = [
    ("date range and forum", "date:2014..2016 forum:un.sc",
     "SELECT * FROM event WHERE earliest < '2017' AND latest >= '2014' AND (forums = 'un.sc' OR forums = 'un.sc.1718')"),
    ("actor, kind, date range", "actor=prk kind:statement date:2010..2012",
     "SELECT event.* FROM participation JOIN event ON event.rowid = participation.event WHERE actor = 'prk' AND"
     " kind = 'statement' AND earliest < '2013' AND latest >= '2010'"),
    ("a rare word", "text:zugzwang",
     "SELECT event.* FROM prose JOIN event ON event.rowid = prose.rowid WHERE prose MATCH 'zugzwang'"),
    ("a phrase of common words", 'text:"human rights"',
     "SELECT event.* FROM prose JOIN event ON event.rowid = prose.rowid WHERE prose MATCH '\"human rights\"'"
     # A phrase of FTS5 passes over commas.
     " AND (event.title LIKE '%human rights%' OR event.summary LIKE '%human rights%')"),
    ("negation and comparison", "-forum:un.sc no:58..",
     "SELECT * FROM event WHERE no BETWEEN 58 AND 193 AND forums <> 'un.sc' AND forums <> 'un.sc.1718'"),
]
ORDER = " ORDER BY earliest, latest, event.rowid"


def run(command, folder, output):
    with open(output, "wb") as out:
        begin = time.perf_counter()
        subprocess.run(command, cwd=folder, stdout=out, check=True)
        return time.perf_counter() - begin


def best(times, command, folder, output):
    return min(run(command, folder, output) for _ in range(times))


def count_rows(path):
    """Rows without the heading: no text of the corpus has a line break."""
    return sum(1 for _ in open(path, "rb")) - 1


def ids(path):
    return sorted(line.split(b",", 1)[0].strip(b'"') for line in open(path, "rb"))


def report(label, ours, theirs, note=""):
    print(f"{label:32} {ours * 1000:10.1f} ms {theirs * 1000:10.1f} ms   {theirs / ours:6.1f} x  {note}", flush=True)
    return theirs / ours


def build(arguments, folder):
    subprocess.run([arguments.corpus, str(arguments.n), folder], check=True)
    limits = ["--max-file=100000000000"]
    ours = run([arguments.chancery, "-f", "events.csv", *limits, "export", "-o", "corpus.chn"], folder, os.devnull)
    # Both hold the same columns: SQLite gets them as chancery derives and writes them.
    run([arguments.chancery, "-f", "corpus.chn", "list", "--format", "csv"], folder, folder + "/rows.csv")
    schema = pathlib.Path(__file__).with_name("sqlite-schema.sql").resolve()
    theirs = run(["sqlite3", "corpus.db", f".read {schema}"], folder, os.devnull)
    report("build with all indexes", ours, theirs, f"{arguments.n / ours:,.0f} events/s")


def ask(arguments, folder):
    ratios = []
    for label, question, sql in QUERIES:
        ours = best(arguments.times, [arguments.chancery, "-f", "corpus.chn", "list", "--format", "csv", "--", question],
                    folder, folder + "/ours.csv")
        theirs = best(arguments.times, ["sqlite3", "-csv", "-header", "corpus.db", sql + ORDER], folder, folder + "/theirs.csv")
        same = ids(folder + "/ours.csv") == ids(folder + "/theirs.csv")
        rows = count_rows(folder + "/ours.csv")
        ratios.append(report(label, ours, theirs, f"{rows} rows" + ("" if same else ", BUT NOT THE SAME")))
    mean = math.exp(sum(math.log(ratio) for ratio in ratios) / len(ratios))
    print(f"{'geometric mean':32} {'':13} {'':13}   {mean:6.1f} x  least {min(ratios):.1f} x")


def print_all(arguments, folder):
    ours = best(2, [arguments.chancery, "-f", "corpus.chn", "list", "--format", "csv"], folder, folder + "/ours.csv")
    theirs = best(2, ["sqlite3", "-csv", "-header", "corpus.db", "SELECT * FROM event" + ORDER], folder, folder + "/theirs.csv")
    report("all rows to CSV", ours, theirs, f"{arguments.n / ours:,.0f} events/s")


def weigh(folder):
    text, snapshot, database = (os.path.getsize(f"{folder}/{name}") for name in ("events.csv", "corpus.chn", "corpus.db"))
    print(f"{'size over the CSV file':32} {snapshot / text:10.2f}    {database / text:10.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("chancery")
    parser.add_argument("corpus")
    parser.add_argument("n", type=int)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--loop", help="the program that asks in one process")
    arguments = parser.parse_args()
    arguments.chancery, arguments.corpus = os.path.abspath(arguments.chancery), os.path.abspath(arguments.corpus)
    with tempfile.TemporaryDirectory() as folder:
        print(f"{arguments.n:,} events{'':20} {'chancery':>10} {'SQLite':>16}")
        build(arguments, folder)
        weigh(folder)
        ask(arguments, folder)
        print_all(arguments, folder)
        if arguments.loop:
            subprocess.run([os.path.abspath(arguments.loop), folder + "/corpus.chn", folder + "/corpus.db"], check=True)


sys.exit(main())
