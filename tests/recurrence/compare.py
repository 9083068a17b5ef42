#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Recurrence sets by chance: `list --expand` against python-dateutil. usage: compare.py CHANCERY [N [SEED]]"""

import collections
import json
import os
import subprocess
import sys
import tempfile

import sets

A_FILE = 100  # sets of one calendar


def expand(program, calendar, window):
    """Of each UID the times that the program gives, as its clocks show them."""
    with tempfile.NamedTemporaryFile("w", suffix=".ics", newline="") as file:
        file.write(calendar)
        file.flush()
        asked = f"date:{window[0]:%Y-%m-%d}..{window[1]:%Y-%m-%d}"
        run = subprocess.run([program, "-f", file.name, "list", "--expand", "--format", "json", asked],
                             capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{program}: {run.stderr}")
    found = collections.defaultdict(list)
    for line in run.stdout.splitlines():
        event = json.loads(line)
        if event["status"] != "cancelled":
            found[event["id"].split("-")[0]].append(event["earliest"][:19])
    return found


def in_window(times, window, is_days):
    first, last = f"{window[0]:%Y-%m-%d}", f"{window[1]:%Y-%m-%d}"
    return sorted(time for time in times if first <= time[:10] <= last)


def compare(program, seed, n, quirks):
    """The sets of one calendar that differ, each said."""
    made, window = sets.make_sets(seed, n)
    found = expand(program, sets.write_calendar(made), window)
    for one in made:
        quirks.update(one.quirks)
        if "error" in one.quirks:
            continue
        form = "%Y-%m-%dT%H:%M:%S"
        expected = in_window([time.strftime(form) for time in one.given], window, one.is_days)
        got = in_window([time if "T" in time else time + "T00:00:00" for time in found[one.uid]], window, one.is_days)
        if got != expected:
            only = sorted(set(got) - set(expected))[:3], sorted(set(expected) - set(got))[:3]
            yield (f"seed {seed}, {one.uid}, {window[0]:%Y-%m-%d} to {window[1]:%Y-%m-%d}: only here {only[0]}, only there "
                   f"{only[1]}, {len(got)} and {len(expected)}\n{one.write_events()}")


def main():
    program = os.path.abspath(sys.argv[1])
    n = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    quirks = collections.Counter()
    differ = []
    for seed in range(first, first + (n + A_FILE - 1) // A_FILE):
        differ += compare(program, seed, min(n, A_FILE), quirks)
    print("1..1")
    for text in differ:
        print("# " + text.replace("\r\n", "\n# "))
    for quirk, times in sorted(quirks.items()):
        print(f"# {quirk}, {times} times: {sets.QUIRKS[quirk]}")
    print(f"{'not ' if differ else ''}ok 1 - {n} recurrence sets are as python-dateutil has them, {len(differ)} differ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
