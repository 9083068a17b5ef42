#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Measures stores against the databases' own clients on a synthetic corpus: ratios of one run, never a pass or a fail.

  stores.py CHANCERY CORPUS N [--times 5]

What counts is processor time, of the client and of the server's processes, by turns, the best of several. A server is
started for it. Times of a server are kept in hundredths of a second, so that short questions are asked many times.
"""

import argparse
import contextlib
import csv
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "store"))
import compare  # noqa: E402
import server  # noqa: E402

ORDER = ("rank, ends, CASE precision WHEN 'second' THEN 0 WHEN 'minute' THEN 1 WHEN 'day' THEN 2 WHEN 'month' THEN 3"
         " WHEN 'season' THEN 4 WHEN 'year' THEN 5 WHEN 'decade' THEN 6 WHEN 'century' THEN 7 WHEN 'millennium' THEN 8"
         " ELSE 9 END, ord")
TICKS = os.sysconf("SC_CLK_TCK")


class Clock:
    """Seconds of processor time: of all that was started here, and of a server."""

    def __init__(self, running=None):
        self.server = int(pathlib.Path(running.data, "postmaster.pid").read_text().split()[0]) if running else None

    def processes(self):
        for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                name, fields = path.read_text().rsplit(")", 1)
                fields = fields.split()
                if int(fields[1]) == self.server or path.parent.name == str(self.server):
                    yield path.parent, [int(field) for field in fields[11:15]]

    def is_busy(self):
        """Whether somebody is still connected: a process of a client has its address in its title."""
        for folder, _ in self.processes():
            with contextlib.suppress(OSError):
                if re.search(rb"127\.0\.0\.1\(\d+\)|parallel worker", folder.joinpath("cmdline").read_bytes()):
                    return True
        return False

    def read(self):
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = usage.ru_utime + usage.ru_stime
        if self.server is None:
            return seconds
        while self.is_busy():
            time.sleep(0.01)
        for folder, (user, system, children_user, children_system) in self.processes():
            own = folder.name == str(self.server)
            seconds += (user + system + (children_user + children_system if own else 0)) / TICKS
        return seconds

    def measure(self, command, output=os.devnull, repeats=1):
        before = self.read()
        for _ in range(repeats):
            with open(output, "wb") as out:
                subprocess.run(command, stdout=out, stderr=subprocess.PIPE, check=True)
        return (self.read() - before) / repeats


def compare_by_turns(clock, ours, theirs, folder, times):
    """The best of each, asked by turns, each so often that a turn takes half a second."""
    commands, names = (ours, theirs), (folder + "/ours", folder + "/theirs")
    once = [clock.measure(command, name) for command, name in zip(commands, names)]
    repeats = [max(1, min(100, int(0.5 / max(seconds, 0.005)))) for seconds in once]
    turns = [[clock.measure(commands[i], names[i], repeats[i]) for i in range(2)] for _ in range(times)]
    return [min(turn[i] for turn in turns) for i in range(2)]


def report(label, ours, theirs, wanted, note=""):
    print(f"{label:44} {ours * 1000:10.1f} ms {theirs * 1000:10.1f} ms   {ours / theirs:5.2f}  (wanted {wanted})  {note}", flush=True)


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


class Store:
    def __init__(self, arguments, place, folder):
        self.chancery, self.place, self.folder = arguments.chancery, place, folder

    def call(self, *words, output=subprocess.DEVNULL):
        return subprocess.run([self.chancery, *words], check=True, stdout=output, stderr=subprocess.PIPE, text=True).stdout

    def fill_command(self, events):
        return [self.chancery, "-f", events, "--max-file=100000000000", "--max-events=100000000", "store", "push", self.place]

    def list_command(self, question):
        return [self.chancery, "-f", self.place, "list", "--format", "csv", "--", question]

    def condition(self, question):
        """What we make of a question in SQL, with its values in their places."""
        said = self.call("-f", self.place, "explain", "--", question, output=subprocess.PIPE)
        text = re.search(r"^SQL.*?$(.*?)^values$", said, re.MULTILINE | re.DOTALL)[1].removeprefix(" WHERE ")
        values = dict(re.findall(r"^\s+(\$\d+) = (.*)$", said, re.MULTILINE))
        return re.sub(r"\$\d+", lambda found: "'" + values[found[0]].replace("'", "''") + "'", text)


def columns(store):
    """The columns of CSV, as a heading has them."""
    return ", ".join(f'"{name}"' for name in store.call("-f", store.place, "list", "--format", "csv", "--limit", "1",
                                                        output=subprocess.PIPE).splitlines()[0].split(","))


def ask(clock, store, theirs, arguments, wanted, label):
    """Each question, to us and to a client to which the same is said in SQL."""
    for name, question, _ in compare.QUERIES:
        sql = f"SELECT {columns(store)} FROM event WHERE {store.condition(question)} ORDER BY {ORDER}"
        best = compare_by_turns(clock, store.list_command(question), theirs(sql), store.folder, arguments.times)
        ours, other = read_csv(store.folder + "/ours"), read_csv(store.folder + "/theirs")
        more = "" if ours == other else f", {len(other) - 1} by SQL alone" if set(map(tuple, ours)) <= set(map(tuple, other)) else ", BUT NOT THE SAME"
        report(f"{label}: {name}", *best, wanted, f"{len(ours) - 1} rows{more}")


def hide_some(folder):
    """Every hundredth event is for some eyes only."""
    with open(folder + "/events.csv", encoding="utf-8") as file, open(folder + "/hidden.csv", "w", encoding="utf-8") as out:
        for number, line in enumerate(file):
            out.write(line.rstrip("\n") + ("," + ("visibility" if number == 0 else "restricted" if number % 100 == 0 else "")) + "\n")


NAIVE = """
CREATE TABLE naive (LIKE event);
ALTER TABLE naive DROP COLUMN words;
ALTER TABLE naive ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector ('english', coalesce (title, '') || ' ' ||
  coalesce (label, '') || ' ' || coalesce (summary, '') || ' ' || coalesce (place, ''))) STORED;
ALTER TABLE naive ADD PRIMARY KEY (id, timeline);
CREATE INDEX ON naive (begins, ends); CREATE INDEX ON naive (ends); CREATE INDEX ON naive (rank);
CREATE INDEX ON naive (n_no) WHERE n_no IS NOT NULL;
CREATE INDEX ON naive USING gin (keys); CREATE INDEX ON naive USING gin (words);
"""


def load(clock, running, store, folder):
    """Our way from a file of CSV, and the same rows put into a table that has all its indexes and makes its own words."""
    store.call("store", "init", store.place)
    ours = clock.measure(store.fill_command(folder + "/events.csv"))
    kept = running.sql("SELECT string_agg ('\"' || column_name || '\"', ', ') FROM information_schema.columns WHERE table_name = 'event'"
                       " AND table_schema = current_schema () AND column_name <> 'words'").strip()
    rows = folder + "/rows.copy"
    subprocess.run(["psql", "-qX", running.place(), "-c", f"\\copy (SELECT {kept} FROM event) TO '{rows}'"], check=True)
    subprocess.run(["psql", "-qX", running.place(), "-c", NAIVE], check=True)
    theirs = clock.measure(["psql", "-qX", running.place(), "-c", f"\\copy naive ({kept}) FROM '{rows}'"])
    report("PostgreSQL: load with words and indexes", ours, theirs, "0.45")
    running.sql("DROP TABLE naive")
    os.remove(rows)


def try_postgresql(arguments, folder):
    with server.server() as running:
        if running is None:
            print("no server is installed")
            return
        for name in ("autovacuum = off", "max_wal_size = '8GB'"):
            running.sql(f"ALTER SYSTEM SET {name}")
        running.sql("SELECT pg_reload_conf ()")
        clock = Clock(running)
        store = Store(arguments, running.place(), folder)
        load(clock, running, store, folder)
        running.sql("VACUUM ANALYZE")

        def psql(sql):
            return ["psql", "-qX", running.place(), "-c", f"COPY ({sql}) TO STDOUT CSV HEADER"]
        ask(clock, store, psql, arguments, "1.3", "PostgreSQL")
        try_reader(arguments, running, clock, folder)


def try_reader(arguments, running, clock, folder):
    hide_some(folder)
    running.sql("CREATE SCHEMA hidden")
    where = "?options=-csearch_path%3Dhidden"
    owner = Store(arguments, running.place() + where, folder)
    owner.call("store", "init", owner.place)
    subprocess.run(owner.fill_command(folder + "/hidden.csv"), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    running.sql("VACUUM ANALYZE; ")
    running.sql("CREATE ROLE somebody LOGIN IN ROLE chancery_reader")
    reader = Store(arguments, running.place(user="somebody") + where, folder)
    for name, question, _ in compare.QUERIES:
        best = compare_by_turns(clock, reader.list_command(question), owner.list_command(question), folder, arguments.times)
        report(f"reader against owner: {name}", *best, "1.2", f"{len(read_csv(folder + '/ours')) - 1} rows")


def try_sqlite(arguments, folder):
    path = folder + "/corpus.db"
    store = Store(arguments, "sqlite:" + path, folder)
    store.call("store", "init", store.place)
    subprocess.run(store.fill_command(folder + "/events.csv"), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    ask(Clock(), store, lambda sql: ["sqlite3", "-csv", "-header", path, sql], arguments, "1.3", "SQLite")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chancery", type=os.path.abspath)
    parser.add_argument("corpus", type=os.path.abspath)
    parser.add_argument("n", type=int)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--only", choices=["postgresql", "sqlite"])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([arguments.corpus, str(arguments.n), folder], check=True)
        print(f"{arguments.n:,} events{'':30} {'chancery':>13} {'the other':>13}   ratio")
        if arguments.only != "sqlite":
            try_postgresql(arguments, folder)
        if arguments.only != "postgresql":
            try_sqlite(arguments, folder)


if __name__ == "__main__":
    sys.exit(main())
