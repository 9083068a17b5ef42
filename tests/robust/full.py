#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A disk of a few megabytes that is really full: every command that saves, with ever more room; prints TAP.

Each run ends with status 3, a message that says what is wrong, the old file as it was and nothing beside it, or is done.
The disk is a tmpfs in a mount namespace of this test alone; where none may be made, all is skipped.

  full.py PROGRAM DATA_FOLDER [--all]
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

from commands import PUSHING, SAVING, Program, is_page_without_picture, lacks_plugin, make_store, place, put_before, read_state, strays
from checks import WHOLE, Checks
from failing import Stores
from tap import report

SIZE = "12m"
PAGE = 4096
MOST = 1024  # pages; with so much room anything is done
SAYS_SO = re.compile(rb"No space left on device|disk is full|make room")
INSIDE = "--inside"


def enter_namespace():
    """The same test again, where it may mount; None where nobody lets it."""
    for options in ([], ["--user", "--map-root-user"]):
        command = ["unshare", *options, "--mount", "--propagation", "private"]
        try:
            may = subprocess.run([*command, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False)
        except FileNotFoundError:
            return None
        if may.returncode == 0:
            return subprocess.run([*command, sys.executable, *sys.argv, INSIDE], check=False).returncode
    return None


class Disk:
    """A folder of its own that can be filled up to some pages."""

    def __init__(self, folder):
        self.folder, self.filler = folder, os.path.join(folder, "filler")
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "none", folder], check=True)

    def fill(self, pages):
        facts = os.statvfs(self.folder)
        with open(self.filler, "wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(1, facts.f_bavail - pages) * facts.f_frsize)

    def empty(self):
        os.unlink(self.filler)


def amounts():
    """Of room: page by page, or a few."""
    if WHOLE or "--all" in sys.argv:
        return range(MOST)
    return [0, 1, 2, 5, 12, 30, 80, 200, MOST]


def judge(done, plenty, found, states, beside):
    """What is wrong after a run, or None; `states` are the old one and the new."""
    if done.returncode < 0:
        return f"ended by signal {-done.returncode}"
    if beside:
        return f"left behind: {beside}"
    if done.returncode == plenty.returncode:
        return None if found == states[1] or is_page_without_picture(done, found) else "said to be done, and is not"
    if done.returncode != 3 or not SAYS_SO.search(done.stderr):
        return f"status {done.returncode}"
    return None if found == states[0] else "the old one is gone" if found is None else "not the old one"


def try_amounts(program, disk, arguments, put, read):
    """What is wrong with how little room; and how often there was too little."""
    old = put()
    plenty = program.run(arguments)
    if lacks_plugin(plenty):
        return None, 0
    new, wrong, n_full = read(), [], 0
    assert plenty.returncode in (0, 1) and new != old, plenty
    for pages in amounts():
        old = put()
        disk.fill(pages)
        done = program.run(arguments)
        disk.empty()
        beside = strays(disk.folder)
        fault = judge(done, plenty, read(), (old, new), beside)
        for left in beside:
            os.unlink(os.path.join(disk.folder, left))
        wrong += [f"{pages} pages: {fault}: {done.stderr[-300:]}"] if fault else []
        n_full += done.returncode == 3
        if done.returncode == plenty.returncode:
            return wrong, n_full
    return [*wrong, f"not done with {pages} pages"], n_full


def check_saving(checks, program, saving):
    with tempfile.TemporaryDirectory(prefix="chancery-full-") as folder:
        disk = Disk(folder)
        make_store(program, folder, saving)
        path, arguments = place(folder, saving)

        def put():
            place(folder, saving)
            return put_before(path)
        wrong, n_full = try_amounts(program, disk, arguments, put, lambda: read_state(program, path))
        subprocess.run(["umount", "--lazy", folder], check=True)
    name = " ".join(saving[1][:3])
    if wrong is None:
        checks.skip(f"{saving[0]}, {name}", "its plugin was not built")
    else:
        checks.point(not wrong and n_full, f"{saving[0]}, {name}: a full disk is said, and leaves it whole", *wrong[:5], n_full)
    return n_full


def check_store(checks, program, name):
    with tempfile.TemporaryDirectory(prefix="chancery-full-") as folder:
        disk = Disk(folder)
        stores = Stores(program, folder, name)

        def put():
            stores.renew()
            return stores.read()
        wrong, n_full = try_amounts(program, disk, stores.command(PUSHING[name]), put, stores.read)
        subprocess.run(["umount", "--lazy", folder], check=True)
    checks.point(not wrong and n_full, f"{name}: a full disk is said, and leaves a store whole", *wrong[:5], n_full)
    return n_full


def main():
    if INSIDE not in sys.argv:
        status = enter_namespace()
        if status is None:
            print("1..0 # SKIP no disk can be made here: neither root nor a namespace of one's own")
        return status or 0
    checks = Checks()
    program = Program(sys.argv[1], sys.argv[2])
    n = sum(check_saving(checks, program, saving) for saving in SAVING)
    if program.run(["store", "init", "sqlite:/dev/null/none/desk.db"]).returncode == 3:  # 2 where it was built without SQLite
        n += sum(check_store(checks, program, name) for name in PUSHING)
    print(f"# {n} times there was too little room")
    report(checks)
    return 0


if __name__ == "__main__":
    sys.exit(main())
