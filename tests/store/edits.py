#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Events added, edited, joined and imported by chance, in a file and in stores of it, of which only an excerpt is changed: the same
is refused, and the same comes of the rest; readers see of it what is public. Prints TAP.

  edits.py PROGRAM DATA_FOLDER [SEEDS [FIRST]] [--postgresql [PLACE]] [--of FILE]

With --of it is done to the events of a file.
"""

import csv
import io
import os
import pathlib
import random
import re
import shlex
import sys
import tempfile

import places
import worlds

EDITS_A_WORLD = 8
WORLDS_A_TEST = 5
# The warnings about an event weigh how rare it is what two have in common; an excerpt has not all that they are weighed by.
DOUBT = re.compile(r"^(warning: .*|.*:\d+:\d+: (warning|note): .*|chancery: \d+ warnings? about the input.*)\n", re.MULTILINE)
# Which source is meant by a key that none has is told of those that were read.
HINT = re.compile(r'(?<=^error: no source is called )("[^"]*");.*', re.MULTILINE)
# Where something stands in the file that a store would be, nobody has seen.
LINES = re.compile(r"(?<=PLACE):\d+:\d+|(?<=on line )\d+")
# What a symbol that stood there before is not is said of a file that is read anew.
SYMBOLS = re.compile(r"^PLACE: (warning|note): .*\[(bad|unknown)-symbol\]\n", re.MULTILINE)

EDITOR = """#!/usr/bin/env python3
import pathlib, re, sys
path = pathlib.Path(sys.argv[-1])
text, pattern, other = path.read_text(encoding="utf-8"), sys.argv[1], sys.argv[2]
path.write_text(re.sub(pattern, lambda found: found.expand(other), text, count=1, flags=re.MULTILINE | re.DOTALL), encoding="utf-8")
"""


def make_large_world(chance):
    """Many events, so that most have nothing to do with each other."""
    return worlds.make_world(chance, chance.choice([3, 60, 250, 400]))


def write_table(rows):
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


class Edits:
    """What is done, by chance: by the options of `add`, by what an editor replaces in the lines of an event, by joining two, or by a
    table, which may tell of events that are there, have been imported before, or were exported to it."""

    def __init__(self, chance, events, sources, tables):
        self.chance, self.events, self.sources, self.tables = chance, events, sources, tables
        self.ids = [event["id"] for event in events] or ["event-1"]

    def some_id(self):
        return self.chance.choice([*[self.chance.choice(self.ids)] * 9, "no-such-event"])

    def some_source(self):
        return self.chance.choice([*self.sources, "source-1", "A newspaper", worlds.make_words(self.chance), "https://example.org/a",
                                   "https://example.org/b", self.chance.choice(worlds.SYMBOLS)])

    def add(self):
        chance = self.chance
        line = f"{worlds.make_day(chance)} {chance.choice(worlds.FORUMS)} {chance.choice(worlds.KINDS)}: {worlds.make_words(chance)}"
        options = {
            "--source": self.some_source, "--symbol": lambda: chance.choice(worlds.SYMBOLS),
            "--relation": lambda: f"{chance.choice(worlds.RELATIONS)}: {self.some_id()}",
            "--id": lambda: chance.choice([self.some_id(), f"new-{chance.randint(1, 5)}"]),
            "--series": lambda: chance.choice(worlds.SERIES), "--nth": lambda: str(chance.randint(1, 4)),
            "--actor": lambda: chance.choice(worlds.STATES),
        }
        said = [f"{name}={make()}" for name, make in options.items() for _ in range(2) if chance.random() < 0.25]
        return ["add", *said, "--", line], None

    def edit(self):
        chance = self.chance
        citing = "  sources: [" + ", ".join(chance.choice([*self.sources, "source-1", "none-such"]) for _ in range(2)) + "]\n"
        pattern, other = chance.choice([
            (r"title: [^\n]*", f"title: {worlds.make_words(chance)} again"),
            (r"date: [^\n]*", f"date: {worlds.make_day(chance)}"),
            (r"id: [^\n]*", f"id: {chance.choice([self.some_id(), 'renamed'])}"),
            (r"  sources:\n(    [^\n]*\n)+", ""),
            (r"  sources:\n(    [^\n]*\n)+", citing),
            (r"\Z", citing),
            (r"  relations:\n(    [^\n]*\n)+", ""),
            (r"\Z", f"  relations:\n    - {{{chance.choice(worlds.RELATIONS)}: {self.some_id()}}}\n"),
            (r"  series: [^\n]*\n", ""),
            (r"\Z", "  summary: Said otherwise\n"),
        ])
        return ["edit", self.chance.choice(self.ids)], (pattern, other)

    def join(self):
        stays, goes = (self.chance.choice([self.some_id(), self.some_id(), self.some_id(), self.chance.choice(worlds.SYMBOLS)]) for _ in range(2))
        return ["merge", "--into", stays, goes], None

    def row(self):
        chance = self.chance
        known = chance.choice(self.events) if self.events and chance.random() < 0.5 else None
        return {
            "id": chance.choice(["", "", "", self.some_id(), f"row-{chance.randint(1, 5)}"]),
            "date": known["date"] if known and chance.random() < 0.7 else worlds.make_day(chance),
            "title": known["title"] if known and chance.random() < 0.7 else worlds.make_words(chance),
            "forum": chance.choice(worlds.FORUMS), "kind": chance.choice(worlds.KINDS),
            "symbol": known["symbols"].split("; ")[0] if known and chance.random() < 0.7 else chance.choice(["", *worlds.SYMBOLS]),
            "source": chance.choice(["", *self.sources, "A newspaper", "https://example.org/a", f"https://example.org/{chance.randint(1, 5)}"]),
            "UID": chance.choice(["", "", f"{self.some_id()}@example.org", f"uid-{chance.randint(1, 5)}"]),
        }

    def table(self):
        """A new one, or one that was imported before in which something is said otherwise."""
        chance = self.chance
        if self.tables and chance.random() < 0.5:
            rows = [dict(row) for row in chance.choice(self.tables)]
            row = chance.choice(rows)
            row[chance.choice(["title", "date", "source"])] = self.row()["title" if chance.random() < 0.1 else "date"]
        else:
            rows = [self.row() for _ in range(chance.randint(1, 4))]
        self.tables.append(rows)
        return ["import", write_table(rows)], None

    def applied(self):
        """The table of some events, as somebody saved it who changed a few cells, took one out, and wrote a new one."""
        chance = self.chance
        if not self.events:
            return self.add()
        rows = [dict(event) for event in chance.sample(self.events, min(len(self.events), chance.choice([3, 30, 400])))]
        for _ in range(chance.randint(1, 3)):
            column, said = chance.choice([("title", worlds.make_words(chance)), ("date", worlds.make_day(chance)), ("summary", ""),
                                          ("symbols", chance.choice(worlds.SYMBOLS)), ("kind", chance.choice(worlds.KINDS)),
                                          ("relations", f"{chance.choice(worlds.RELATIONS)}: {self.some_id()}")])
            chance.choice(rows)[column] = said
        if chance.random() < 0.5:
            rows.append({name: "" for name in rows[0]} | {"title": worlds.make_words(chance), "date": worlds.make_day(chance), "kind": "meeting"})
        return ["apply", write_table(rows), "--write", *chance.choice([[], [], ["--delete"]])], None

    def make(self):
        return self.chance.choice([self.add, self.add, self.edit, self.edit, self.join, self.table, self.table, self.applied])()


class World(places.Places):
    def __init__(self, options, number, folder, postgresql):
        super().__init__(options, folder, make_large_world(random.Random(number)))
        self.chance = random.Random(f"edits {number}")
        self.editor = folder / "editor"
        self.editor.write_text(EDITOR, encoding="utf-8")
        self.editor.chmod(0o755)
        self.tables, self.table = [], folder / "table.csv"
        self.push_to_stores(f"e{number}", postgresql)
        self.reader = self.grant_reader() if postgresql else None

    def tidy(self):
        """Has the file spelled as a store is, so that an editor finds the same in both."""
        self.run("-f", self.places["file"], "export", "--visibility", "private", "-o", self.folder / "tidy.yaml")
        os.replace(self.folder / "tidy.yaml", self.places["file"])

    def list_events(self):
        listed = self.run("-f", self.places["file"], "list", "--format", "csv", "--visibility", "private").stdout
        return list(csv.DictReader(io.StringIO(listed)))

    def load(self, place, command, table, *options):
        """Of what is said of a table nothing is passed over."""
        self.table.write_text(table, encoding="utf-8")
        where = ["-o", place] if command == "import" else ["-f", place]
        done = self.run(command, *options, self.table, *where)
        return done, done.stderr

    def do(self, place, command, editing):
        """How it ended, and what was said."""
        editor = {"EDITOR": shlex.join([str(self.editor), *editing])} if editing else {}
        done = self.run("-f", place, *command, **editor)
        return done, DOUBT.sub("", done.stderr)

    def change(self, name, command, editing):
        """How it ended, what was said, and what is there then."""
        place = self.places[name]
        done, said = self.load(place, *command) if command[0] in ("import", "apply") else self.do(place, command, editing)
        said = SYMBOLS.sub("", HINT.sub(r"\1", LINES.sub("", said.replace(str(place), "PLACE"))))
        said = re.sub(r"^.*what you wrote is in .*\n", "", said, flags=re.MULTILINE)
        there = self.run("-f", place, "export", "--format", "json", "--visibility", "private").stdout
        head = self.run("-f", place, "export", "--format", "yaml", "--visibility", "private").stdout
        # A store puts an event that is called otherwise behind all of its date.
        return done.returncode, said, "\n".join(sorted(there.splitlines())), head.split("\nevents:\n")[0]


    def compare_reader(self, title):
        """What a reader of the server is told otherwise than what is public."""
        wanted = self.run("-f", self.places["file"], "export", "--visibility", "public", "--format", "json")
        got = self.run("-f", self.reader, "export", "--format", "json")
        one, other = (set(done.stdout.splitlines()) for done in (wanted, got))
        same = wanted.returncode == got.returncode and one == other
        return [] if same else [f"reader: {title}", *[f"  {line}" for line in got.stderr.splitlines()], *[f"  {line}" for line in list(one ^ other)[:4]]]


def compare(world, edit):
    """What differs, as lines."""
    command, editing = edit
    title = f"{shlex.join(command)} {editing or ''}"
    wrong = world.compare(lambda name: world.change(name, command, editing), title, ("status", "errors", "events", "header"))
    return wrong or (world.compare_reader(title) if world.reader else [])


def run_world(options, number, postgresql):
    with tempfile.TemporaryDirectory(prefix="chancery-edits-") as folder:
        try:
            world = World(options, number, pathlib.Path(folder), postgresql)
        except RuntimeError as error:
            return [f"world {number}: {error}"], 0
        n_done = 0
        for turn in range(EDITS_A_WORLD):
            events = world.list_events()
            edits = Edits(world.chance, events, worlds.SOURCES, world.tables)
            wrong = compare(world, edits.make())
            world.tidy()
            n_done += events != world.list_events()
            if wrong:
                return [f"world {number}, edit {turn + 1}", *wrong], n_done
        return [], n_done


def main():
    options = places.read_options(20)
    numbers = range(options.first, options.first + options.seeds)
    found = places.run_side_by_side(options, lambda number, place: run_world(options, number, place), numbers)
    results = []
    for number in range(0, len(found), WORLDS_A_TEST):
        part = found[number:number + WORLDS_A_TEST]
        wrong = [line for lines, _ in part for line in lines]
        if sum(done for _, done in part) == 0:
            wrong.append("nothing was added")
        results.append((f"edits of worlds from {numbers[number]} on", wrong))
    return places.print_tap(results)


sys.exit(main())
