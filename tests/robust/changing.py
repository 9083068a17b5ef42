#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Inputs that others cut short, copy over or patch while they are read: the old rows, the new rows, or status 3.

  changing.py PROGRAM DATA_FOLDER [RUNS]
"""

import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

from commands import Program
from checks import Checks
from tap import report

N_EVENTS = 20000
WAYS = ("cut", "copied over", "replaced", "patched")
FORMS = ("csv", "json", "yaml", "ics", "chn")
IN_WINDOWS = ("csv", "json")  # very large files of which are read so; those of ics are as large without
SUMMARY = "More of what was told that day. " * 30  # with which they are very large


def rows(word, summary):
    return "".join(f"e{i},2014-{1 + i % 12:02}-{1 + i % 28:02},{word} number {i} of those that are told,un.ga,{summary}\n" for i in range(N_EVENTS))


def change(way, path, new, place):
    if way == "cut":
        os.truncate(path, place)
    elif way == "copied over":
        subprocess.run(["cp", new, path], check=True)
    elif way == "replaced":
        subprocess.run(["cp", new, path + ".beside"], check=True)
        os.rename(path + ".beside", path)
    else:
        with open(path, "r+b") as file:
            file.seek(place)
            file.write(b"xxxxxxxx")


def read(program, path):
    done = program.run(["-f", path, "list", "--format", "csv"])
    return done.returncode, done.stdout, done.stderr


def start(program, path):
    return subprocess.Popen([program.program, "--today", "2026-01-01", "-f", path, "list", "--format", "csv"], env=program.environment,
                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def try_once(program, path, old, new, way, delay, place):
    """What is wrong, or None."""
    pathlib.Path(path).write_bytes(pathlib.Path(old[0]).read_bytes())
    time.sleep(0.03)
    running = start(program, path)
    time.sleep(delay)
    change(way, path, new[0], place)
    out, err = running.communicate(timeout=120)
    if running.returncode < 0:
        return f"{way} after {delay:.3f} s: ended by signal {-running.returncode}"
    if running.returncode == 3:
        return None if err.strip() else f"{way}: no word about it"
    if (running.returncode, out) in ((0, old[1]), (0, new[1])):
        return None
    later = read(program, path)
    if later[0] == running.returncode and later[1] == out:
        return None  # it was changed before it was read
    return f"{way} after {delay:.3f} s: status {running.returncode}, {len(out)} bytes, {err[-200:]}"


def prepare(program, folder, form, summary):
    made = []
    for word in ("old", "new"):
        source, path = os.path.join(folder, word + ".csv"), os.path.join(folder, f"{word}-all.{form}")
        pathlib.Path(source).write_text("id,date,title,forums,summary\n" + rows(word, summary))
        done = program.run(["-f", source, "export", "-o", path])
        assert done.returncode == 0, done
        made.append((path, read(program, path)[1]))
    return made


def check_form(checks, program, form, summary, n, draw):
    with tempfile.TemporaryDirectory(prefix="chancery-changing-") as folder:
        old, new = prepare(program, folder, form, summary)
        path = os.path.join(folder, "input." + form)
        pathlib.Path(path).write_bytes(pathlib.Path(old[0]).read_bytes())
        begun = time.monotonic()
        read(program, path)
        duration, size = time.monotonic() - begun, os.path.getsize(path)
        wrong = [try_once(program, path, old, new, WAYS[i % len(WAYS)], draw.uniform(0, duration), draw.randrange(size)) for i in range(n)]
        wrong = [one for one in wrong if one]
        checks.point(not wrong, f"{form} of {size >> 20} MiB: the old rows, the new rows, or status 3", *wrong[:10])


def main():
    checks = Checks()
    program = Program(sys.argv[1], sys.argv[2])
    n = int(sys.argv[3]) if len(sys.argv) > 3 else 8
    draw = random.Random(2014)
    for form in FORMS:
        check_form(checks, program, form, "", n, draw)
    for form in IN_WINDOWS:
        check_form(checks, program, form, SUMMARY, n // 2, draw)
    report(checks)


if __name__ == "__main__":
    main()
