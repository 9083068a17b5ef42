#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Damaged snapshots, and what is none, as somebody meets them at the command line.

Whatever is wrong with a snapshot, a command says so and prints nothing, or prints what it prints of the whole one.

  damage.py PROGRAM DATA_FOLDER
"""

import os
import pathlib
import random
import subprocess
import sys
import tempfile
import threading

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "structure"))
from checks import Checks  # noqa: E402
from tap import report  # noqa: E402

BLOCK = 512
HEADER = 4096
FLIPS = 60

COMMANDS = [
    ["list", "year:2014"],
    ["list", "--format", "json", "\"human rights\" actor:prk"],
    ["list", "actor:eu", "kind:resolution"],
    ["show", "c3-2014"],
    ["count", "--by", "year,vote"],
    ["count", "--by", "forum", "--format", "csv"],
    ["trail", "sc-meeting-1"],
    ["trail", "ga-69-188", "--format", "json"],
    ["check", "--notes"],
    ["explain", "responds-to+:@coi-report"],
    ["actors", "eu"],
    ["forums"],
    ["--as-of", "2014-12-06", "list", "is:planned"],
]


class Program:
    def __init__(self, program, data_folder):
        self.program = os.path.abspath(program)
        self.environment = {**os.environ, "CHANCERY_DATA_DIR": os.path.abspath(data_folder), "LC_ALL": "C.UTF-8"}

    def run(self, *arguments, **options):
        return subprocess.run([self.program, "--today", "2026-01-01", *arguments], env=self.environment,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=60, **options)


def is_refused(done, status, words):
    return (done.returncode == status and not done.stdout and done.stderr.startswith(b"chancery: ")
            and done.stderr.count(b"\n") == 1 and words in done.stderr)


def is_stopped(done, whole):
    """Refused; what streams may have begun, with nothing that the whole one would not have had."""
    refused = done.returncode in (2, 3) and done.stderr.startswith(b"chancery: ") and done.stderr.count(b"\n") == 1
    return refused and whole.stdout.startswith(done.stdout)


def check_flips(checks, program, good, path):
    """Places drawn all over the file: each command is asked of each."""
    expected = [program.run("-f", path, *command) for command in COMMANDS]
    checks.point(all(done.returncode == 0 and done.stdout for done in expected), "the whole one is taken", expected)
    draw = random.Random(20141222)
    for command, whole in zip(COMMANDS, expected, strict=True):
        wrong, refused = [], 0
        for _ in range(FLIPS):
            place = draw.randrange(len(good))
            damaged = bytearray(good)
            damaged[place] ^= 1 << draw.randrange(8)
            pathlib.Path(path).write_bytes(damaged)
            done = program.run("-f", path, *command)
            same = (done.returncode, done.stdout, done.stderr) == (0, whole.stdout, whole.stderr)
            refused += not same
            if not same and not is_stopped(done, whole):
                wrong.append((place, done.returncode, done.stdout[:200], done.stderr[:200]))
        checks.point(not wrong and refused, f"{' '.join(command)}: never another answer", wrong[:3] or "none was refused")


def check_faults(checks, program, good, folder):
    """Files that are no whole snapshots, each with the status and words that say so."""
    swapped = good[:8] + good[8:12][::-1] + good[12:]
    later = good[:12] + b"\x63" + good[13:]
    faults = {
        "empty": (b"", 2, b"no snapshot"),
        "text": (b"events:\n", 2, b"no snapshot"),
        "zeros": (bytes(len(good)), 2, b"no snapshot"),
        "short-header": (good[:100], 2, b"cut short"),
        "short": (good[:HEADER + 3 * BLOCK], 2, b"cut short"),
        "short-by-one": (good[:-1], 2, b"cut short"),
        "long": (good + b"\n", 2, b"expected %d" % len(good)),
        "later": (later, 2, b"version 99"),
        "swapped": (swapped, 2, b"byte order"),
        "header": (good[:200] + bytes([good[200] ^ 1]) + good[201:], 2, b"header of the snapshot is damaged"),
    }
    for name, (content, status, words) in faults.items():
        path = os.path.join(folder, name + ".chn")
        pathlib.Path(path).write_bytes(content)
        done = program.run("-f", path, "list")
        checks.point(is_refused(done, status, words) and name.encode() + b".chn" in done.stderr, f"{name}: refused by name", done)
        beside = program.run("-f", path, "-f", path, "list")
        checks.point(beside.returncode == status and not beside.stdout and beside.stderr, f"{name}: beside another file too", beside)


def check_files(checks, program, good, folder):
    """What is no file, or none that may be read."""
    pipe, locked, missing = (os.path.join(folder, name + ".chn") for name in ("pipe", "locked", "missing"))
    os.mkfifo(pipe)
    threading.Thread(target=lambda: pathlib.Path(pipe).write_bytes(good)).start()
    through = program.run("-f", pipe, "list")
    checks.point(through.returncode == 0 and through.stdout, "a snapshot comes through a pipe", through)
    threading.Thread(target=lambda: pathlib.Path(pipe).write_bytes(good[:-1])).start()
    checks.point(is_refused(program.run("-f", pipe, "list"), 2, b"cut short"), "and not cut short")
    checks.point(is_refused(program.run("-f", missing, "list"), 3, b"No such file"), "a file that is missing")
    empty = os.path.join(folder, "folder.chn")
    os.mkdir(empty)
    checks.point(is_refused(program.run("-f", empty, "list"), 3, b"folder.chn"), "a folder is no snapshot")
    pathlib.Path(locked).write_bytes(good)
    os.chmod(locked, 0)
    if os.access(locked, os.R_OK):
        checks.skip("a file that may not be read", "this user may read everything")
    else:
        checks.point(is_refused(program.run("-f", locked, "list"), 3, b"Permission denied"), "a file that may not be read")


def main():
    checks = Checks()
    program = Program(sys.argv[1], sys.argv[2])
    with tempfile.TemporaryDirectory(prefix="chancery-damage-") as folder:
        path = os.path.join(folder, "whole.chn")
        made = program.run("export", "-o", path)
        good = pathlib.Path(path).read_bytes() if made.returncode == 0 else b""
        checks.point(len(good) > HEADER, "a snapshot is made", made)
        if good:
            check_faults(checks, program, good, folder)
            check_files(checks, program, good, folder)
            check_flips(checks, program, good, path)
    report(checks)


if __name__ == "__main__":
    main()
