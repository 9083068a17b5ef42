#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every call of the system fails once, in turn, for every command that saves.

After each run the old file or the new one stands there whole, nothing else lies beside it, and the status says which.

  failing.py PROGRAM DATA_FOLDER PRELOAD [--all]
"""

import errno
import os
import pathlib
import sys
import tempfile

from commands import OLD, SAVING, Program, is_page_without_picture, place, strays
from checks import Checks
from tap import report

CALLS = {"write": errno.ENOSPC, "fsync": errno.EIO, "rename": errno.EACCES, "link": errno.EPERM, "open": errno.EMFILE, "read": errno.EIO,
         "mmap": errno.ENOMEM, "thread": errno.EAGAIN, "fchmod": errno.EPERM, "fchown": errno.EPERM, "flock": errno.ENOLCK}
EVERY = 9  # of the calls of a name, without --all


def count_calls(program, call, arguments, folder):
    told = os.path.join(folder, "told")
    program.run(arguments, (call, -1, 0), env={"CHANCERY_FAIL_COUNT": told})
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


def main():
    checks = Checks()
    program = Program(sys.argv[1], sys.argv[2], sys.argv[3])
    step = 1 if "--all" in sys.argv else EVERY
    n = sum(check_saving(checks, program, saving, step) for saving in SAVING)
    print(f"# {n} calls failed")
    report(checks)


if __name__ == "__main__":
    main()
