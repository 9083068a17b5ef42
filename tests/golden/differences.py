#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A diff applied gives the new chronology: of random changes to the bundled one, and with git; prints TAP.

usage: differences.py PROGRAM DATA_FOLDER [--seeds N]
"""

import copy
import functools
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

try:
    import yaml
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(0)

PROGRAM, DATA = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
SEEDS = int(sys.argv[4]) if len(sys.argv) > 4 else 12
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
SECTIONS = ("actors", "forums", "kinds", "roles", "relations", "sources", "queries")
ENVIRONMENT = dict(os.environ, CHANCERY_DATA_DIR=str(DATA), LC_ALL="C.UTF-8", XDG_CONFIG_HOME="/dev/null/none",
                   GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_SYSTEM="/dev/null", GIT_PAGER="cat",
                   GIT_AUTHOR_NAME="A", GIT_AUTHOR_EMAIL="a@example.org", GIT_COMMITTER_NAME="A",
                   GIT_COMMITTER_EMAIL="a@example.org")
results = []


def report(name, problem):
    results.append(problem)
    print(f"{'not ok' if problem else 'ok'} {len(results)} {name}")
    for line in str(problem).splitlines() if problem else []:
        print(f"# {line}")


def run(*arguments, cwd=None, **more):
    return subprocess.run([PROGRAM, "--today", "2026-01-01", *map(str, arguments)], cwd=cwd, text=True,
                          capture_output=True, env=dict(ENVIRONMENT, **more))


def canonical(path):
    """A chronology as the canonical writer has it."""
    done = run("-f", path, "export", "--format", "yaml")
    assert done.returncode == 0, done.stderr
    return yaml.load(done.stdout, Loader=LOADER)


@functools.cache
def bundled():
    return canonical(DATA / "dprk-human-rights.yaml")


# Changes by chance.

def some_event(draw, whole):
    return draw.choice(whole["events"])


def change_text(draw, whole):
    event = some_event(draw, whole)
    event[draw.choice(["title", "summary", "place", "label"])] = draw.choice(
        ["Something else", "NO", "2014", "a: b, {c}", "[x]", "It's \"quoted\"", "Zürich – 安理会", "- dash"])


def change_date(draw, whole):
    some_event(draw, whole)["date"] = draw.choice(["2014-02-03", "2013~", "[2014-01-01..2014-02-01]", "2001/2003"])


def change_list(draw, whole):
    event = some_event(draw, whole)
    key, values = draw.choice([("tags", ["one", "two: three", "x"]), ("symbols", ["A/RES/1/1", "S/2014/5"]),
                               ("actors", ["fra", {"gbr": "sponsor"}, {"usa": "chair"}])])
    event[key] = draw.sample(values, draw.randrange(1, len(values) + 1))


def change_vote(draw, whole):
    some_event(draw, whole)["vote"] = draw.choice(
        ["10-2-3", "consensus", {"yes": "1", "no": "2", "roll": {"no": ["fra", "gbr"]}}])


def change_sources(draw, whole):
    event = some_event(draw, whole)
    key = draw.choice(list(whole["sources"]))
    event["sources"] = [{"source": key, "at": "para 1", "quote": "words, here", "says": {"date": "2014"}}]


def change_marks(draw, whole):
    event = some_event(draw, whole)
    key, value = draw.choice([("visibility", "restricted"), ("ignore", {"unsourced": "why: it is so"}),
                              ("extra", [{"x-key": "value"}, {"x-key": "other"}]), ("importance", "1"),
                              ("revised", "2020-01-01"), ("status", "cancelled"), ("confidence", "disputed")])
    event[key] = value


def drop_field(draw, whole):
    event = some_event(draw, whole)
    event.pop(draw.choice(sorted(set(event) - {"id", "date", "title"} or {"none"})), None)


def targets(event):
    for pairs in relations(event):
        yield from pairs


def relations(event):
    """All relations of an event, as pairs of type and id."""
    told = event.get("relations", [])
    for mapping in told if isinstance(told, list) else [told]:
        for kind, ids in mapping.items():
            for target in ids if isinstance(ids, list) else [ids]:
                yield kind, target


def set_relations(event, pairs):
    if pairs:
        event["relations"] = [{kind: target} for kind, target in pairs]
    else:
        event.pop("relations", None)


def rename(draw, whole):
    event = some_event(draw, whole)
    old, event["id"] = event["id"], f"renamed-{draw.randrange(10**6)}"
    for other in whole["events"]:
        set_relations(other, [(kind, event["id"] if target == old else target) for kind, target in relations(other)])


def remove(draw, whole):
    event = some_event(draw, whole)
    whole["events"].remove(event)
    for other in whole["events"]:
        set_relations(other, [pair for pair in relations(other) if pair[1] != event["id"]])


def add(draw, whole):
    number = draw.randrange(10**6)
    whole["events"].append({"id": f"new-{number}", "date": f"19{number % 90 + 10}-03-04",
                            "title": f"Quite another matter, number {number}", "sources": [list(whole["sources"])[0]],
                            "relations": {"cites": some_event(draw, whole)["id"]}})


def change_header(draw, whole):
    key, value = draw.choice([("title", "Another title"), ("summary", "Of something: else"), ("licence", "CC0-1.0"),
                              ("domain", "example.org")])
    whole[key] = value


def change_sections(draw, whole):
    number = draw.randrange(1000)
    kind = draw.randrange(4)
    if kind == 0:
        whole["sources"][f"made-{number}"] = {"title": "A source: made up", "date": "2014"}
    elif kind == 1:
        whole.setdefault("queries", {})[f"asked-{number}"] = "kind:vote AND yes:>10"
    elif kind == 2:
        whole["actors"][f"person-{number}"] = {"kind": "person", "name": f"Person {number}"}
    else:
        whole["sources"][draw.choice(list(whole["sources"]))]["note"] = "noted, since"


CHANGES = [change_text, change_date, change_list, change_vote, change_sources, change_marks, drop_field, rename, remove,
           add, change_header, change_sections]


# Applying a diff.

def apply_value(mapping, key, value):
    if value["new"] is None:
        mapping.pop(key, None)
    else:
        mapping[key] = value["new"]


def apply_header(whole, header):
    for value in header:
        section, _, key = value["name"].partition(" ")
        if key and section in SECTIONS:
            apply_value(whole.setdefault(section, {}), key, value)
            if not whole[section]:
                del whole[section]
        else:
            apply_value(whole, value["name"], value)


def added_events(changes, folder):
    """Events of JSON Lines, as YAML has them; relations to events that are not among them come as extras."""
    lines = [json.dumps(change["event"]) for change in changes if change["change"] == "added"]
    if not lines:
        return []
    path = folder / "added.jsonl"
    path.write_text("\n".join(lines) + "\n")
    events = canonical(path)["events"]
    for event in events:
        pairs = list(relations(event))
        extras = [(key, text) for item in event.pop("extra", []) for key, text in item.items()]
        pairs += [(key[len("outside-"):], text) for key, text in extras if key.startswith("outside-")]
        rest = [{key: text} for key, text in extras if not key.startswith("outside-")]
        set_relations(event, pairs)
        if rest:
            event["extra"] = rest
        event.pop("zone", None)
    return events


def apply_diff(old, diff, folder):
    whole = copy.deepcopy(old)
    apply_header(whole, diff["header"])
    changed = {change.get("old_id", change["id"]): change for change in diff["events"] if change["change"] == "changed"}
    removed = {change["id"] for change in diff["events"] if change["change"] == "removed"}
    names = {key: change["id"] for key, change in changed.items()}
    kept = []
    for event in whole["events"]:
        if event["id"] in removed:
            continue
        change = changed.get(event["id"])
        set_relations(event, [(kind, names.get(target, target)) for kind, target in relations(event)])
        if change:
            event["id"] = change["id"]
        for value in change["values"] if change else []:
            apply_value(event, value["name"], value)
        kept.append(event)
    whole["events"] = kept + added_events(diff["events"], folder)
    return whole


def comparable(whole):
    events = {}
    for event in copy.deepcopy(whole["events"]):
        event["relations"] = sorted(map(list, relations(event)))
        event.pop("zone", None)  # said where a file has another
        events[event["id"]] = event
    return dict(whole, events=events)


def try_seed(seed, folder):
    draw = random.Random(seed)
    old = copy.deepcopy(bundled())
    new = copy.deepcopy(old)
    for _ in range(draw.randrange(1, 12)):
        draw.choice(CHANGES)(draw, new)
    (folder / "old.yaml").write_text(json.dumps(old, ensure_ascii=False))
    (folder / "new.yaml").write_text(json.dumps(new, ensure_ascii=False))
    done = run("diff", folder / "old.yaml", folder / "new.yaml", "--format", "json")
    if done.returncode not in (0, 1):
        return done.stderr
    diff, before = json.loads(done.stdout), canonical(folder / "old.yaml")
    made, wanted = comparable(apply_diff(before, diff, folder)), comparable(canonical(folder / "new.yaml"))
    if made != wanted:
        keys = [key for key in set(made) | set(wanted) if key != "events" and made.get(key) != wanted.get(key)]
        for key in set(made["events"]) | set(wanted["events"]):
            if made["events"].get(key) != wanted["events"].get(key):
                keys.append(f"{key}: {made['events'].get(key)} instead of {wanted['events'].get(key)}")
        return "\n".join(keys)
    if (done.returncode == 1) != (comparable(before) != wanted):
        return f"status {done.returncode}"
    return None


SMALL = """timeline: t
title: T
sources:
  p: {title: P}
events:
  - id: a
    date: 2014-01-01
    title: The Council met
    actors: [{jane: chair}]
    sources: p
"""


def git(folder, *arguments, **more):
    return subprocess.run(["git", *arguments], cwd=folder, text=True, capture_output=True, env=dict(ENVIRONMENT, **more))


def try_git(folder):
    (folder / "c.yaml").write_text(SMALL)
    (folder / "registry.yaml").write_text("registry: n\ntitle: N\nactors: {jane: {kind: person, name: Jane Doe}}\n")
    (folder / ".gitattributes").write_text("c.yaml diff=chancery\n")
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "1"]):
        report("git " + arguments[0], git(folder, *arguments).stderr or None)
    (folder / "c.yaml").write_text(SMALL.replace("2014-01-01", "2014-01-02"))
    wanted = "moved    2014-01-02  a  The Council met\n         date: 2014-01-01 → 2014-01-02\n"
    for name, more in (("an external diff", dict(GIT_EXTERNAL_DIFF=f"{PROGRAM} diff --git")), ("a driver", {})):
        if not more:
            git(folder, "config", "diff.chancery.command", f"{PROGRAM} diff --git")
        done = git(folder, "diff", **more)
        report(f"{name} tells what changed", None if done.returncode == 0 and wanted in done.stdout else str(done))
    (folder / "c.yaml").write_text(SMALL + "# a comment\n")
    done = git(folder, "diff")
    report("comments alone are told as lines", None if "+# a comment" in done.stdout else str(done))
    (folder / "c.yaml").write_text("broken: [\n")
    done = git(folder, "diff")
    report("what is broken is told as lines", None if done.returncode == 0 and "+broken" in done.stdout else str(done))
    (folder / "c.yaml").unlink()
    done = git(folder, "diff")
    report("what is gone is told", None if done.returncode == 0 and "removed  2014-01-01  a" in done.stdout else str(done))
    git(folder, "config", "--unset", "diff.chancery.command")
    git(folder, "config", "diff.chancery.textconv", f"{PROGRAM} export --format text -f registry.yaml -f")
    (folder / "c.yaml").write_text(SMALL.replace("2014-01-01", "2014-01-02"))
    done = git(folder, "diff")
    report("textconv shows the text", None if "+  2 January    The Council met" in done.stdout else str(done))


for seed in range(SEEDS):
    with tempfile.TemporaryDirectory() as scratch:
        report(f"seed {seed}", try_seed(seed, pathlib.Path(scratch)))
if shutil.which("git"):
    with tempfile.TemporaryDirectory() as scratch:
        try_git(pathlib.Path(scratch))
print(f"1..{len(results)}")
sys.exit(any(results))
