#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Merges random chronologies: twice changes nothing, either order says the same, nothing is lost; and merges what two people made of
one file against a reference.

  properties.py PROGRAM DATA_FOLDER CASES [SEED]
"""

import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "structure"))
from checks import Checks  # noqa: E402
from tap import report  # noqa: E402

WORDS = ("council vote report draft letter speech envoy talks border harvest court treaty mission delegation panel inquiry amendment "
         "budget ceasefire observers hearing summit crossing embargo release").split()
FORUMS = ["un.sc", "un.ga", "un.ga.c3", "un.hrc", "un"]
KINDS = ["meeting", "resolution", "report", "statement", "vote"]
PUBLISHERS = ["Reuters", "AFP", "Kyodo", "Xinhua"]


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


class Chronology:
    """A timeline file, and what must not be lost of it."""

    def __init__(self, name):
        self.name, self.sources, self.events, self.comments = name, {}, [], []

    def comment(self, text):
        self.comments.append(f"# {self.name} {len(self.comments)} {text}")
        return self.comments[-1]

    def text(self):
        lines = [self.head_comment, f"timeline: {self.name}", f"title: {quoted('Title of ' + self.name)}", "sources:"]
        for key, source in self.sources.items():
            lines.append(f"  {key}: {{{', '.join(f'{k}: {quoted(v)}' for k, v in source.items())}}}")
        lines.append("events:")
        for event in self.events:
            if event.get("#above"):
                lines.append(f"  {event['#above']}")
            lines.append(f"  - id: {event['id']}")
            for key in ("date", "title", "summary", "kind", "forums", "symbols", "actors", "vote", "place", "importance", "tags"):
                if key in event:
                    value = event[key]
                    text = f"[{', '.join(value)}]" if isinstance(value, list) else quoted(value) if key in ("title", "summary") else value
                    behind = f"  {event['#behind']}" if key == "date" and event.get("#behind") else ""
                    lines.append(f"    {key}: {text}{behind}")
            if event["sources"]:
                lines.append("    sources:")
                for key, says in event["sources"]:
                    lines.append(f"      - {{source: {key}, says: {{{', '.join(f'{f}: {v}' for f, v in says.items())}}}}}" if says
                                 else f"      - {key}")
        return "\n".join(lines) + "\n"


def other_day(date, chance):
    return f"{date[:8]}{max(1, min(28, int(date[8:]) + chance.choice([-1, 1]))):02d}" if len(date) == 10 else date


def draw_event(chance, name, number, chronology):
    date = f"20{chance.randrange(10, 14)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
    event = {"id": f"{name}-{number}", "date": date, "title": " ".join(chance.sample(WORDS, 5)).capitalize(), "kind": chance.choice(KINDS),
             "forums": [chance.choice(FORUMS)], "sources": []}
    if chance.random() < 0.5:
        event["symbols"] = [f"A/RES/{chance.randrange(60, 75)}/{chance.randrange(1, 300)}"]
    if chance.random() < 0.4:
        event["vote"] = f"{chance.randrange(30, 120)}-{chance.randrange(1, 30)}-{chance.randrange(1, 60)}"
    if chance.random() < 0.5:
        event["tags"] = chance.sample(WORDS, 2)
    if chance.random() < 0.5:
        event["summary"] = " ".join(chance.choices(WORDS, k=12))
    if chance.random() < 0.3:
        event["#above"] = chronology.comment("above " + chance.choice(WORDS))
    if chance.random() < 0.3:
        event["#behind"] = chronology.comment("behind " + chance.choice(WORDS))
    for key in chance.sample(list(chronology.sources), chance.randrange(0, 3)):
        event["sources"].append((key, {"date": date} if chance.random() < 0.5 else {}))
    return event


def retell(event, chance, name, number, chronology):
    """The same event, as another chronology has it."""
    told = dict(event, id=f"{name}-{number}", sources=[])
    told.pop("#above", None), told.pop("#behind", None)
    if chance.random() < 0.3:
        told["date"] = event["date"][:7] if chance.random() < 0.5 else other_day(event["date"], chance)
    if chance.random() < 0.4:
        words = told["title"].split()
        told["title"] = " ".join(words[1:] + [chance.choice(WORDS)]).capitalize()
    for key in ("symbols", "vote", "tags", "summary"):
        if chance.random() < 0.3:
            told.pop(key, None)
    if "tags" in told and chance.random() < 0.5:
        told["tags"] = chance.sample(WORDS, 2)
    if chance.random() < 0.3:
        told["place"] = chance.choice(["Geneva", "New York"])
    if chance.random() < 0.3:
        told["#above"] = chronology.comment("retold " + chance.choice(WORDS))
    for key in chance.sample(list(chronology.sources), chance.randrange(0, 3)):
        told["sources"].append((key, {"date": told["date"]} if chance.random() < 0.5 else {}))
    return told


def draw_sources(chance, name, others=None):
    sources = {}
    for number in range(4):
        source = {"title": f"{chance.choice(WORDS)} {name} {number}", "publisher": chance.choice(PUBLISHERS), "date": f"201{number}-05-0{number + 1}"}
        if chance.random() < 0.5:
            source["url"] = f"https://example.org/{name}/{number}"
        sources[f"{name}-source-{number}" if chance.random() < 0.5 else f"source-{number}"] = source
    for key, source in (others or {}).items():
        if chance.random() < 0.5:
            sources.pop(key, None)
            sources[f"{name}-{key}"] = dict(source)
    return sources


def draw_pair(chance):
    a, b = Chronology("first"), Chronology("second")
    a.head_comment, b.head_comment = a.comment("head"), b.comment("head")
    a.sources = draw_sources(chance, "first")
    b.sources = draw_sources(chance, "second", a.sources)
    a.events = [draw_event(chance, "a", i, a) for i in range(chance.randrange(2, 7))]
    for number, event in enumerate(a.events):
        if chance.random() < 0.6:
            b.events.append(retell(event, chance, "b", number, b))
    b.events += [draw_event(chance, "b", 10 + i, b) for i in range(chance.randrange(1, 4))]
    chance.shuffle(b.events)
    return a, b


class Program:
    def __init__(self, program, data_folder, folder):
        self.program, self.folder = os.path.abspath(program), folder
        self.environment = {**os.environ, "CHANCERY_DATA_DIR": os.path.abspath(data_folder), "LC_ALL": "C.UTF-8", "HOME": folder}

    def run(self, *arguments, status=0):
        done = subprocess.run([self.program, "--today", "2026-01-01", *arguments], cwd=self.folder, env=self.environment,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
        if done.returncode not in (status if isinstance(status, tuple) else (status,)):
            raise AssertionError(f"{' '.join(arguments)}: {done.returncode}\n{done.stderr}")
        return done

    def write(self, name, text):
        (pathlib.Path(self.folder) / name).write_text(text, encoding="utf-8")

    def read(self, name):
        return (pathlib.Path(self.folder) / name).read_text(encoding="utf-8")

    def rows(self, name):
        out = self.run("-f", name, "export", "--format", "json", "-o", "-", "status:(occurred,planned,cancelled,not-held)").stdout
        return [json.loads(line) for line in out.splitlines()]


def origins(row):
    return frozenset(extra["value"] for extra in row.get("extra", []) if extra["key"] == "origin")


def said(row, field, record):
    """What is said of a field, by the record or by any source."""
    values = {record} if record else set()
    for source in row["sources"]:
        value = source["says"].get(field)
        values |= set(value) if isinstance(value, list) else {value} if value else set()
    return values


def squeeze(text):
    return re.sub(r"\s+", " ", text)


def find_losses(a, b, merged):
    text = squeeze(merged)
    for chronology in (a, b):
        for comment in chronology.comments:
            if comment not in merged:
                yield f"comment {comment}"
        for source in chronology.sources.values():
            for value in source.values():
                if value not in text:
                    yield f"source {value}"
        for event in chronology.events:
            for key in ("title", "summary", "date", "place", "vote"):
                if key in event and event[key] not in text:
                    yield f"{key} of {event['id']}: {event[key]}"
            for key in ("tags", "symbols"):
                for value in event.get(key, []):
                    if value not in text:
                        yield f"{key} of {event['id']}: {value}"


def facts(rows):
    return {origins(row): (frozenset(row["tags"]), frozenset(row["symbols"]), frozenset(row["forums"]),
                           frozenset(said(row, "date", row["date"])), frozenset(said(row, "kind", row["kind"])))
            for row in rows}


def try_union(program, chance, tell):
    a, b = draw_pair(chance)
    program.write("a.yaml", a.text()), program.write("b.yaml", b.text())
    program.run("merge", "--overwrite", "a.yaml", "b.yaml", "-o", "ab.yaml")
    merged = program.read("ab.yaml")
    for other in ("a.yaml", "b.yaml"):
        program.run("merge", "--overwrite", "ab.yaml", other, "-o", "again.yaml")
        tell("idempotent", program.read("again.yaml") == merged, f"merging {other} again changes something")
    for loss in find_losses(a, b, merged):
        tell("whole", False, f"lost: {loss}")
    rows = program.rows("ab.yaml")
    tell("origins", all(origins(row) for row in rows) and sum(len(origins(row)) for row in rows) == len(a.events) + len(b.events),
         "not every event has its origins")
    program.run("merge", "--overwrite", "b.yaml", "a.yaml", "-o", "ba.yaml")
    one, other = facts(rows), facts(program.rows("ba.yaml"))
    tell("commutative", one == other, f"{[(k, v, other.get(k)) for k, v in one.items() if other.get(k) != v]}")


# What two people may change of an event, and how. Lists are merged item by item.
PLAIN = {"date": lambda c: f"2014-{c.randrange(1, 13):02d}-{c.randrange(1, 29):02d}", "title": lambda c: " ".join(c.sample(WORDS, 3)),
         "place": lambda c: c.choice(WORDS), "kind": lambda c: c.choice(KINDS), "importance": lambda c: str(c.randrange(1, 6))}


def change(event, chance):
    changed = dict(event)
    for key, draw in PLAIN.items():
        if chance.random() < 0.25:
            if key in ("place", "importance") and chance.random() < 0.3:
                changed.pop(key, None)
            else:
                changed[key] = draw(chance)
    if chance.random() < 0.4:
        tags = [tag for tag in changed.get("tags", []) if chance.random() < 0.7]
        tags += [tag for tag in chance.sample(WORDS, 1) if tag not in tags]
        changed["tags"] = tags
    return changed


def edit(chronology, chance, name):
    copy = Chronology(chronology.name)
    copy.head_comment, copy.sources = chronology.head_comment, chronology.sources
    copy.events = [change(event, chance) for event in chronology.events if chance.random() < 0.85]
    for number in range(chance.randrange(0, 2)):
        event = draw_event(chance, name, number, copy)
        event.pop("#above", None), event.pop("#behind", None)
        copy.events.append(event)
    return copy


def values(event):
    kept = {key: event.get(key) for key in PLAIN}
    kept["kind"] = event.get("kind") or "other"
    return kept, list(event.get("tags", []))


def reference(base, ours, theirs):
    """The events, and how many conflicts there are."""
    by = [{event["id"]: event for event in chronology.events} for chronology in (base, ours, theirs)]
    merged, n_conflicts = {}, 0
    for key in {*by[1], *by[2]}:
        was, mine, other = (side.get(key) for side in by)
        if mine and other and was:
            (x, tags_x), (y, tags_y), (z, tags_z) = values(was), values(mine), values(other)
            made = {}
            for field in PLAIN:
                made[field] = z[field] if y[field] == x[field] else y[field]
                n_conflicts += y[field] != x[field] and z[field] != x[field] and y[field] != z[field]
            if tags_y == tags_x or tags_z == tags_y or tags_z == tags_x:
                tags = tags_z if tags_y == tags_x else tags_y
                conflict = False
            else:
                tags = [tag for tag in tags_y if tag in tags_z or tag not in tags_x] + [t for t in tags_z if t not in tags_x and t not in tags_y]
                conflict = not tags_y or not tags_z
                tags = tags_y if conflict else tags
            n_conflicts += conflict
            merged[key] = made, sorted(tags)
        elif mine and was:
            n_conflicts += values(mine) != values(was)
            if values(mine) != values(was):
                merged[key] = values(mine)[0], sorted(values(mine)[1])
        elif other and was:
            n_conflicts += values(other) != values(was)
        else:
            only = mine or other
            merged[key] = values(only)[0], sorted(values(only)[1])
    return merged, n_conflicts


def try_three_ways(program, chance, tell):
    base, _ = draw_pair(chance)
    ours, theirs = edit(base, chance, "ours"), edit(base, chance, "theirs")
    for name, chronology in (("base", base), ("ours", ours), ("theirs", theirs)):
        program.write(f"{name}.yaml", chronology.text())
    done = program.run("merge", "--overwrite", "--base", "base.yaml", "ours.yaml", "theirs.yaml", "-o", "merged.yaml", status=(0, 1))
    wanted, n_conflicts = reference(base, ours, theirs)
    found = {}
    for row in program.rows("merged.yaml"):
        made = {"date": row["date"], "title": row["title"], "place": row["place"], "kind": row["kind"],
                "importance": str(row["importance"]) if row["importance"] else None}
        found[row["id"]] = made, sorted(row["tags"])
    tell("three ways", found == wanted, f"{[(k, found.get(k), wanted.get(k)) for k in {*found, *wanted} if found.get(k) != wanted.get(k)]}")
    tell("conflicts", done.stderr.count("[merge-conflict]") == n_conflicts and done.returncode == (n_conflicts > 0),
         f"{n_conflicts} wanted\n{done.stderr}")


def main():
    program_path, data_folder, cases = sys.argv[1], sys.argv[2], int(sys.argv[3])
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    found, counts = {}, {}

    def tell_of(case):
        def tell(what, right, why):
            counts[what] = counts.get(what, 0) + 1
            if not right:
                found.setdefault(what, []).append(f"case {case}: {why}")
        return tell

    with tempfile.TemporaryDirectory() as folder:
        program = Program(program_path, data_folder, folder)
        for case in range(cases):
            chance = random.Random(seed * 1000003 + case)
            try:
                try_union(program, chance, tell_of(case))
                try_three_ways(program, chance, tell_of(case))
            except AssertionError as error:
                found.setdefault("runs", []).append(f"case {case}: {error}")
    checks = [(f"{what}", found.get(what, [])[:5]) for what in
              ("runs", "idempotent", "whole", "origins", "commutative", "three ways", "conflicts")]
    checks.append(("something was tried", [] if counts.get("three ways", 0) > cases * 0.9 else [str(counts)]))
    sys.exit(report(checks))


main()
