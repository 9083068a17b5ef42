#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every call of the system fails once, in turn, for every command that saves.

After each run the old file or the new one stands there whole, nothing else lies beside it, and the status says which.

  failing.py PROGRAM DATA_FOLDER PRELOAD [--all]
"""

import errno
import os
import pathlib
import shutil
import sys
import tempfile

from commands import OLD, SAVING, Program, is_page_without_picture, lacks_plugin, place, strays
from checks import Checks
from tap import report

CALLS = {"write": errno.ENOSPC, "fsync": errno.EIO, "rename": errno.EACCES, "link": errno.EPERM, "open": errno.EMFILE, "read": errno.EIO,
         "mmap": errno.ENOMEM, "thread": errno.EAGAIN, "fchmod": errno.EPERM, "fchown": errno.EPERM, "flock": errno.ENOLCK,
         "truncate": errno.ENOSPC, "unlink": errno.EACCES}
EVERY = 9  # of the calls of a name, without --all
NEVER = 1 << 30  # the call that fails where all are only counted


def count_calls(program, call, arguments, folder):
    told = os.path.join(folder, "told")
    program.run(arguments, (call, NEVER, 0), env={"CHANCERY_FAIL_COUNT": told})
    n = int(pathlib.Path(told).read_text())
    os.unlink(told)
    return n


def judge(done, path, new, folder):
    """What is wrong after a run, or None."""
    found = pathlib.Path(path).read_bytes() if os.path.exists(path) else None
    if done.returncode < 0:
        return f"ended by signal {-done.returncode}"
    if strays(folder):
        return f"left behind: {strays(folder)}"
    if is_page_without_picture(done, found):
        return None
    if found not in (OLD, new):
        return "neither the old file nor the new one"
    if done.returncode == 0:
        return None if found == new else "said to be done, and is not"
    if done.returncode != 3:
        return f"status {done.returncode}"
    return None if done.stderr.strip() else "no word about it"


def fail_one(program, saving, call, at, new, folder):
    path, arguments = place(folder, saving)
    pathlib.Path(path).write_bytes(OLD)
    done = program.run(arguments, (call, at, CALLS[call]))
    wrong = judge(done, path, new, folder)
    return wrong and f"{call} {at} of {' '.join(arguments)}: {wrong}: {done.stderr[-300:]}"


def check_saving(checks, program, saving, step):
    wrong, n_runs = [], 0
    with tempfile.TemporaryDirectory(prefix="chancery-failing-") as folder:
        path, arguments = place(folder, saving)
        pathlib.Path(path).write_bytes(OLD)
        done = program.run(arguments)
        if lacks_plugin(done):
            checks.skip(f"{saving[0]} is saved", "its plugin was not built")
            return 0
        new = pathlib.Path(path).read_bytes()
        checks.point(done.returncode == 0 and new != OLD, f"{saving[0]} is saved", done)
        for call in CALLS:
            pathlib.Path(path).write_bytes(OLD)
            for at in range(1, count_calls(program, call, arguments, folder) + 1, step):
                n_runs += 1
                wrong.append(fail_one(program, saving, call, at, new, folder))
    wrong = [one for one in wrong if one]
    checks.point(not wrong, f"{saving[0]}: each call that fails leaves it whole", *wrong[:10])
    return n_runs


# What changes a store, with the end of its command line.
PUSHING = {"store push": ["-f", "{folder}/new.yaml", "store", "push", "--replace", "{}"], "add": ["-f", "{}", "add", "2014-12-23: A day"],
           "edit": ["-f", "{}", "edit", "first"], "apply": ["-f", "{}", "apply", "--write", "{folder}/first.json"]}


class Stores:
    """A store in SQLite that holds OLD, again for each run."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.path, self.kept = os.path.join(folder, "desk.db"), os.path.join(folder, "kept.db")
        self.place = f"sqlite:{self.path}"
        place(folder, ("old.yaml", []))
        pathlib.Path(folder, "old.yaml").write_bytes(OLD)
        pathlib.Path(folder, "new.yaml").write_bytes(OLD.replace(b"The first\n", b"Another first\n"))
        program.run(["store", "init", self.place])
        program.run(["-f", f"{folder}/old.yaml", "store", "push", self.place])
        os.rename(self.path, self.kept)

    def renew(self):
        for end in ("", "-wal", "-shm", "-journal"):
            pathlib.Path(self.path + end).unlink(missing_ok=True)
        shutil.copy(self.kept, self.path)

    def read(self):
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
        stores = Stores(program, folder)
        arguments = stores.command(PUSHING[name])
        stores.renew()
        old = stores.read()
        done = program.run(arguments)
        new = stores.read()
        checks.point(done.returncode == 0 and None not in (old, new) and old != new, f"{name} changes a store", done)
        for call in CALLS:
            stores.renew()
            for at in range(1, count_calls(program, call, arguments, folder) + 1, step):
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
