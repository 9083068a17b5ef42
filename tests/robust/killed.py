#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A program that is ended while it saves: the old file or the new one stands there, and nothing is left beside it.

After SIGINT and SIGTERM nothing is left at once, after SIGKILL nothing after the next save into the folder. Both where files
without a name can be made, and where they cannot.

  killed.py PROGRAM DATA_FOLDER PRELOAD [RUNS]
"""

import errno
import os
import pathlib
import random
import signal
import sys
import tempfile
import time

from commands import Program, strays
from checks import Checks
from tap import report

COPIES = 40  # of the chronology, so that it takes a while to save
OLD = b"what stood there before\n"


def make_input(folder):
    """Many events, in a file of their own."""
    path = pathlib.Path(folder) / "many.csv"
    rows = [f"e{i},2014-12-{1 + i % 28:02},An event of some length that says what happened there and then,un.ga" for i in range(500 * COPIES)]
    path.write_text("id,date,title,forums\n" + "\n".join(rows) + "\n")
    return str(path)


class Run:
    """One program that saves, in a folder of its own."""

    def __init__(self, program, source, folder, form, environment):
        self.program, self.folder = program, folder
        self.path = os.path.join(folder, "saved." + form)
        self.arguments = ["-f", source, "export", "-o", self.path]
        self.environment = environment

    def whole(self):
        """How long a whole run takes, and what it saves."""
        start = time.monotonic()
        done = self.program.run(self.arguments, env=self.environment)
        assert done.returncode == 0, done
        return time.monotonic() - start, pathlib.Path(self.path).read_bytes()

    def interrupt(self, with_signal, delay):
        pathlib.Path(self.path).write_bytes(OLD)
        self.program.environment |= self.environment
        started = self.program.start(self.arguments)
        time.sleep(delay)
        started.send_signal(with_signal)
        started.wait(60)
        return pathlib.Path(self.path).read_bytes(), strays(self.folder)


def check_signal(checks, run, with_signal, n, how):
    duration, new = run.whole()
    draw = random.Random(int(with_signal))
    torn, left, ended = [], [], 0
    for _ in range(n):
        found, beside = run.interrupt(with_signal, draw.uniform(0, duration))
        ended += found == OLD
        torn += [len(found)] if found not in (OLD, new) else []
        if with_signal == signal.SIGKILL and beside:
            run.whole()
            beside = strays(run.folder)
        left += beside
    checks.point(not torn and not left, f"{with_signal.name} {how}: nothing torn, nothing left", f"torn: {torn[:5]}", f"left: {left[:5]}")
    checks.point(ended, f"{with_signal.name} {how}: some were ended before the end", f"{ended} of {n}")


def main():
    checks = Checks()
    program = Program(sys.argv[1], sys.argv[2], sys.argv[3])
    n = int(sys.argv[4]) if len(sys.argv) > 4 else 6
    # The open that asks for a file without a name is refused: tests/robust/fail-calls.c.
    hidden = {"LD_PRELOAD": program.preload, "CHANCERY_FAIL_CALL": "nameless", "CHANCERY_FAIL_AT": "0",
              "CHANCERY_FAIL_ERRNO": str(errno.EOPNOTSUPP)}
    with tempfile.TemporaryDirectory(prefix="chancery-killed-") as folder:
        source = make_input(folder)
        for how, environment in (("without a name", {}), ("with a hidden name", hidden)):
            for with_signal in (signal.SIGKILL, signal.SIGINT, signal.SIGTERM):
                below = os.path.join(folder, f"{with_signal.name}-{how.replace(' ', '-')}")
                os.mkdir(below)
                fresh = Program(sys.argv[1], sys.argv[2], sys.argv[3])
                check_signal(checks, Run(fresh, source, below, "json", environment), with_signal, n, how)
    report(checks)


if __name__ == "__main__":
    main()
