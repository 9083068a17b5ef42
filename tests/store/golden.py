#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The golden cases of questions, asked of a PostgreSQL server, or of several; prints TAP.

  golden.py PROGRAM DATA_FOLDER [--spread]
"""

import contextlib
import pathlib
import subprocess
import sys

import server

AREAS = ("answers", "as-of", "ballots", "briefing", "claims", "corrections", "count", "dates", "feeds", "foreign", "label",
         "list", "names", "query", "recurrence", "show", "status", "terms", "time", "trail", "visibility", "votes")


def main():
    with contextlib.ExitStack() as stack:
        running = [stack.enter_context(server.server()) for _ in range(4 if "--spread" in sys.argv else 1)]
        if running[0] is None:
            print("ok 1 - golden cases # SKIP no server is installed")
            return 0
        run = pathlib.Path(__file__).parent.parent / "golden" / "run.py"
        others = ["--shards", ",".join(each.place() for each in running[1:])] if running[1:] else []
        return subprocess.run([sys.executable, run, *sys.argv[1:3], "--store", running[0].place(), *others,
                               *(area + "/*" for area in AREAS), "merge/former*"], check=False).returncode


sys.exit(main())
