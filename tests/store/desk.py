#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Eight people edit one store at once: no edit is lost, each conflict is told; prints TAP.

  desk.py PROGRAM DATA_FOLDER EDITS [--postgresql]
"""

import csv
import os
import pathlib
import subprocess
import sys
import tempfile
import threading

import server

PROGRAM, DATA, EDITS = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), int(sys.argv[3])
EVENTS, EDITORS = 10, 8
EDITOR = """#!/bin/sh
n=$(sed -n 's/.*Title \\([0-9]*\\).*/\\1/p' "$1" | head -n 1)
sed -i "s/Title $n/Title $((n + 1))/" "$1"
"""


def call(*arguments, **more):
    environment = {**os.environ, "CHANCERY_DATA_DIR": DATA, "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": "/dev/null/none", **more}
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, env=environment, timeout=300)
    return done.returncode, done.stdout, done.stderr


def edit_until_done(place, editor, ids, told):
    for name in ids:
        while True:
            status, _, said = call("-f", place, "edit", name, EDITOR=editor, TMPDIR=os.path.dirname(editor))
            if status == 0:
                told["done"] += 1
                break
            if "somebody else" not in said:
                told["wrong"].append(said)
                break
            told["conflicts"] += 1


def try_desk(folder, place, number):
    editor = os.path.join(folder, "editor")
    pathlib.Path(editor).write_text(EDITOR)
    os.chmod(editor, 0o755)
    file = pathlib.Path(folder, "desk.yaml")
    file.write_text("timeline: t\ntitle: T\nevents:\n" + "".join(
        f"  - id: e{i}\n    date: 2014-11-18\n    title: Title 0\n" for i in range(EVENTS)))
    call("store", "init", place)
    call("-f", str(file), "store", "push", place)
    watching = subprocess.Popen([PROGRAM, "-f", place, "watch", "--changes", "2"], stdout=subprocess.PIPE, text=True,
                                env={**os.environ, "CHANCERY_DATA_DIR": DATA})
    told = [{"done": 0, "conflicts": 0, "wrong": []} for _ in range(EDITORS)]
    threads = [threading.Thread(target=edit_until_done, args=(place, editor, [f"e{(k + i) % EVENTS}" for i in range(EDITS)], told[k]))
               for k in range(EDITORS)]
    [t.start() for t in threads], [t.join() for t in threads]
    titles = [int(row["title"].split()[1]) for row in csv.DictReader(call("-f", place, "list", "--format", "csv")[1].splitlines())]
    print(f"# {sum(t['conflicts'] for t in told)} conflicts were told")
    wrong = [said for t in told for said in t["wrong"]]
    good = not wrong and sum(t["done"] for t in told) == sum(titles) == EDITS * EDITORS
    print("".join(f"# {line}\n" for said in wrong for line in said.splitlines()), end="")
    print(f"{'ok' if good else 'not ok'} {number} - no edit is lost")
    history = call("-f", place, "history", "e1")[1]
    steps = history.count("title: Title") == titles[1] and "Title 0 → Title 1" in history
    print(f"{'ok' if steps else 'not ok'} {number + 1} - the history has each of them")
    before = call("-f", place, "--as-of-revision", "1", "list", "--format", "csv")[1].count("Title 0")
    print(f"{'ok' if before == EVENTS else 'not ok'} {number + 2} - the first revision is as it was")
    try:
        seen = watching.communicate(timeout=30)[0].count("title: Title")
    except subprocess.TimeoutExpired:
        watching.kill()
        seen = 0
    print(f"{'ok' if seen >= 2 else 'not ok'} {number + 3} - who watches sees changes")
    return good and steps and before == EVENTS and seen >= 2


def main():
    with tempfile.TemporaryDirectory(prefix="chancery-desk-") as folder:
        if "--postgresql" not in sys.argv:
            fine = try_desk(folder, f"sqlite:{folder}/desk.db", 1)
        else:
            with server.server() as running:
                if running is None:
                    print("1..1\nok 1 - PostgreSQL # SKIP no server is installed")
                    return 0
                fine = try_desk(folder, running.place(), 1)
    print("1..4")
    return 0 if fine else 1


sys.exit(main())
