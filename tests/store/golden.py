#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The golden cases of questions, asked of a PostgreSQL server; prints TAP.

  golden.py PROGRAM DATA_FOLDER
"""

import pathlib
import subprocess
import sys

import server

AREAS = ("answers", "ballots", "briefing", "claims", "corrections", "count", "dates", "feeds", "label", "list", "names", "query",
         "show", "status", "terms", "time", "trail", "visibility", "votes")


def main():
    with server.server() as running:
        if running is None:
            print("ok 1 - golden cases # SKIP no server is installed")
            return 0
        run = pathlib.Path(__file__).parent.parent / "golden" / "run.py"
        return subprocess.run([sys.executable, run, *sys.argv[1:3], "--store", running.place(), *(area + "/*" for area in AREAS)],
                              check=False).returncode


sys.exit(main())
