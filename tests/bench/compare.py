"""Measures chancery against SQLite on a synthetic corpus: ratios of one run, never a pass or a fail."""

import argparse
import json
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
    return max(sum(1 for _ in open(path, "rb")) - 1, 0)


def ids(path):
    """The shell of SQLite writes no heading over no rows."""
    return sorted(line.split(b",", 1)[0].strip(b'"') for line in list(open(path, "rb"))[1:])


def report(label, ours, theirs, note=""):
    print(f"{label:32} {ours * 1000:10.1f} ms {theirs * 1000:10.1f} ms   {theirs / ours:6.1f} x  {note}", flush=True)
    return theirs / ours


def print_mean(label, ratios):
    mean = math.exp(sum(math.log(ratio) for ratio in ratios) / len(ratios))
    print(f"{label:32} {'':13} {'':13}   {mean:6.1f} x  least {min(ratios):.1f} x")


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
    print_mean("geometric mean", ratios)


def print_all(arguments, folder):
    ours = best(2, [arguments.chancery, "-f", "corpus.chn", "list", "--format", "csv"], folder, folder + "/ours.csv")
    theirs = best(2, ["sqlite3", "-csv", "-header", "corpus.db", "SELECT * FROM event" + ORDER], folder, folder + "/theirs.csv")
    report("all rows to CSV", ours, theirs, f"{arguments.n / ours:,.0f} events/s")


def loop(arguments, folder):
    """In one process: chancery's library against SQLite's, and against DuckDB where it is installed."""
    command = [os.path.abspath(arguments.loop), folder + "/corpus.chn", folder + "/corpus.db"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    print(said, end="", flush=True)
    if not arguments.duckdb:
        return
    ours = {line[:32].strip(): float(line[32:].split()[0]) for line in said.splitlines() if " ms " in line[32:60]}
    script = pathlib.Path(__file__).with_name("duckdb.mjs").resolve()
    command = ["node", script, os.path.abspath(arguments.duckdb), folder, "5"]
    ratios = []
    print(f"{'':32} {'chancery':>10} {'DuckDB':>16}")
    for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines():
        answer = json.loads(line)
        theirs = answer["milliseconds"]
        ratios.append(report(answer["label"], ours[answer["label"]] / 1000, theirs / 1000, f"{answer['rows']} rows"))
    print_mean("geometric mean, warm", ratios)


def weigh_process(arguments, folder):
    """What a process holds that reads all of a snapshot, pages of the file among it."""
    with open(os.devnull, "wb") as out:
        child = subprocess.Popen([arguments.chancery, "-f", "corpus.chn", "list", "--format", "csv"], cwd=folder, stdout=out)
        _, _, usage = os.wait4(child.pid, 0)
    text = os.path.getsize(f"{folder}/events.csv")
    print(f"{'memory over the CSV file':32} {usage.ru_maxrss * 1024 / text:10.2f}")


def grow(arguments, folder):
    """Only chancery, at growing sizes: microseconds an event for scans, milliseconds for what is selective."""
    print(f"{'events':>10} {'build':>12} {'all rows':>12}  " + "  ".join(f"{label:>24}" for label, _, _ in QUERIES))
    for n in arguments.grow:
        subprocess.run([arguments.corpus, str(n), folder], check=True)
        limits = ["--max-file=100000000000", "--max-events=100000000"]
        built = run([arguments.chancery, "-f", "events.csv", *limits, "export", "-o", "corpus.chn"], folder, os.devnull)
        command = [arguments.chancery, "-f", "corpus.chn", "list", "--format", "csv"]
        everything = run(command, folder, os.devnull)
        cells = [f"{n:>10,} {built / n * 1e6:9.2f} µs {everything / n * 1e6:9.2f} µs"]
        for _, question, _ in QUERIES:
            seconds = best(arguments.times, [*command, "--", question], folder, folder + "/ours.csv")
            cells.append(f"{seconds * 1000:10.1f} ms {count_rows(folder + '/ours.csv'):9} r")
        print("  ".join(cells), flush=True)


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
    parser.add_argument("--duckdb", help="a folder node_modules that holds @duckdb/node-api")
    parser.add_argument("--grow", type=int, nargs="+", default=[], help="numbers of events to measure the growth over")
    arguments = parser.parse_args()
    arguments.chancery, arguments.corpus = os.path.abspath(arguments.chancery), os.path.abspath(arguments.corpus)
    with tempfile.TemporaryDirectory() as folder:
        print(f"{arguments.n:,} events{'':20} {'chancery':>10} {'SQLite':>16}")
        build(arguments, folder)
        weigh(folder)
        weigh_process(arguments, folder)
        ask(arguments, folder)
        print_all(arguments, folder)
        if arguments.loop:
            loop(arguments, folder)
    if arguments.grow:
        with tempfile.TemporaryDirectory() as folder:
            grow(arguments, folder)


if __name__ == "__main__":
    sys.exit(main())
