#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every call of the system fails once, in turn, for every command that saves.

After each run the old file or the new one stands there whole, nothing else lies beside it, and the status says which.

  failing.py PROGRAM DATA_FOLDER PRELOAD [--all]
"""

import contextlib
import errno
import os
import pathlib
import shutil
import sqlite3
import sys
import tempfile

from commands import ENDS, OLD, PUSHING, SAVING, Program, is_page_without_picture, lacks_plugin, make_store, place, put_before, read_state, strays
from checks import Checks
from tap import report

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "store"))
from changed import forget  # noqa: E402

CALLS = {"write": errno.ENOSPC, "fsync": errno.EIO, "rename": errno.EACCES, "link": errno.EPERM, "open": errno.EMFILE, "read": errno.EIO,
         "mmap": errno.ENOMEM, "thread": errno.EAGAIN, "fchmod": errno.EPERM, "fchown": errno.EPERM, "flock": errno.ENOLCK,
         "truncate": errno.ENOSPC, "unlink": errno.EACCES}
EVERY = 31  # of the calls of a name, without --all; the first of each fails for every command


def count_calls(program, arguments, folder):
    """How many calls of each name a run makes."""
    told = os.path.join(folder, "told")
    program.run(arguments, ("none", 0, 0), env={"CHANCERY_FAIL_COUNT": told})
    counts = {name: int(n) for name, n in (line.split() for line in pathlib.Path(told).read_text().splitlines())}
    os.unlink(told)
    assert counts["forgotten"] == 0
    return counts


def each_call(program, arguments, folder, step):
    """The first call of each name, and from there on one of `step`."""
    counts = count_calls(program, arguments, folder)
    return [(call, at) for call in CALLS for at in range(1, counts[call] + 1, step)]


def judge(done, plenty, found, states, folder):
    """What is wrong after a run, or None; `states` are the old one and the new."""
    if done.returncode < 0:
        return f"ended by signal {-done.returncode}"
    if strays(folder):
        return f"left behind: {strays(folder)}"
    if is_page_without_picture(done, found):
        return None
    if found not in states:
        return f"neither the old file nor the new one: {found[:200]}" if found else "it is gone"
    if done.returncode == plenty.returncode:
        return None if found == states[1] else "said to be done, and is not"
    if done.returncode != 3:
        return f"status {done.returncode}"
    return None if done.stderr.strip() else "no word about it"


def fail_one(program, saving, call, at, plenty, new, folder):
    path, arguments = place(folder, saving)
    old = put_before(path)
    done = program.run(arguments, (call, at, CALLS[call]))
    wrong = judge(done, plenty, read_state(program, path), (old, new), folder)
    for left in strays(folder):
        os.unlink(os.path.join(folder, left))
    return wrong and f"{call} {at} of {' '.join(arguments)}: {wrong}: {done.stderr[-300:]}"


def check_saving(checks, program, saving, step):
    wrong, n_runs = [], 0
    with tempfile.TemporaryDirectory(prefix="chancery-failing-") as folder:
        make_store(program, folder, saving)
        path, arguments = place(folder, saving)
        old = put_before(path)
        done = program.run(arguments)
        if lacks_plugin(done):
            checks.skip(f"{saving[0]} is saved", "its plugin was not built")
            return 0
        new = read_state(program, path)
        checks.point(done.returncode in (0, 1) and new not in (old, None), f"{saving[0]} is saved", done)
        put_before(path)
        for call, at in each_call(program, arguments, folder, step):
            n_runs += 1
            wrong.append(fail_one(program, saving, call, at, done, new, folder))
    wrong = [one for one in wrong if one]
    checks.point(not wrong, f"{saving[0]}: each call that fails leaves it whole", *wrong[:10])
    return n_runs


class Stores:
    """A store in SQLite that holds OLD, again for each run; an older one where it is brought up to date."""

    def __init__(self, program, folder, name):
        self.program, self.folder = program, folder
        self.path, self.kept = os.path.join(folder, "desk.db"), os.path.join(folder, "kept.db")
        self.place = f"sqlite:{self.path}"
        place(folder, ("old.yaml", []))
        pathlib.Path(folder, "old.yaml").write_bytes(OLD)
        pathlib.Path(folder, "new.yaml").write_bytes(OLD.replace(b"The first\n", b"Another first\n"))
        program.run(["store", "init", self.place])
        program.run(["-f", f"{folder}/old.yaml", "store", "push", self.place])
        self.is_older = name == "store upgrade"
        if self.is_older:
            forget(self.path)
            with contextlib.closing(sqlite3.connect(self.path)) as base:
                base.execute("PRAGMA wal_checkpoint (TRUNCATE)")
        for end in ENDS[1:]:
            pathlib.Path(self.path + end).unlink(missing_ok=True)
        os.rename(self.path, self.kept)

    def renew(self):
        for end in ENDS:
            pathlib.Path(self.path + end).unlink(missing_ok=True)
        shutil.copy(self.kept, self.path)

    def read(self):
        if self.is_older:
            with contextlib.closing(sqlite3.connect(self.path)) as base:
                return list(base.iterdump())
        done = self.program.run(["-f", self.place, "export", "--format", "yaml"])
        return done.stdout if done.returncode == 0 else None

    def command(self, arguments):
        return [a.replace("{folder}", self.folder).replace("{}", self.place) for a in arguments]


def judge_store(done, stores, old, new):
    found = stores.read()
    if done.returncode < 0:
        return f"ended by signal {-done.returncode}"
    if found not in (old, new):
        return "neither what was there before nor what is new"
    if done.returncode == 0:
        return None if found == new else "said to be done, and is not"
    return None if done.returncode == 3 and done.stderr.strip() else f"status {done.returncode}, or no word about it"


def check_store(checks, program, name, step):
    wrong, n_runs = [], 0
    with tempfile.TemporaryDirectory(prefix="chancery-failing-") as folder:
        stores = Stores(program, folder, name)
        arguments = stores.command(PUSHING[name])
        stores.renew()
        old = stores.read()
        done = program.run(arguments)
        new = stores.read()
        checks.point(done.returncode == 0 and None not in (old, new) and old != new, f"{name} changes a store", done)
        stores.renew()
        for call, at in each_call(program, arguments, folder, step):
            n_runs += 1
            stores.renew()
            done = program.run(arguments, (call, at, CALLS[call]))
            fault = judge_store(done, stores, old, new)
            wrong += [f"{call} {at}: {fault}: {done.stderr[-300:]}"] if fault else []
    checks.point(not wrong, f"{name}: each call that fails leaves a store whole", *wrong[:10])
    return n_runs


def main():
    checks = Checks()
    program = Program(sys.argv[1], sys.argv[2], sys.argv[3])
    step = 1 if "--all" in sys.argv else EVERY
    n = sum(check_saving(checks, program, saving, step) for saving in SAVING)
    if program.run(["store", "init", "sqlite:/dev/null/none/desk.db"]).returncode == 3:  # 2 where it was built without SQLite
        n += sum(check_store(checks, program, name, step) for name in PUSHING)
    print(f"# {n} calls failed")
    report(checks)


if __name__ == "__main__":
    main()
