#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Recurrence sets by chance: `list --expand` against python-dateutil, and rules against libical where that can tell.

  compare.py CHANCERY [N [SEED]] [--libical PROGRAM] [--jobs N]
"""

import argparse
import collections
import concurrent.futures
import datetime
import json
import os
import subprocess
import sys
import tempfile

import sets

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "structure"))
from checks import WHOLE  # noqa: E402

A_FILE = 100  # sets of one calendar


def expand(program, calendar, window):
    """
    Of each UID the times that the program gives, as its clocks show them. They begin the date: the member `earliest` is
    the first that clocks show, and where these are turned back that may be the end (3.3.5: If the local time described
    occurs more than once, the DATE-TIME value refers to the first occurrence. 3.8.2.5: a positive duration of time.)
    """
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
            found[event["id"].split("-")[0]].append(event["date"].split("/")[0][:19])
    return found


def ask_libical(program, calendar, window):
    """Of each UID the instants that libical gives."""
    epoch = datetime.datetime(1970, 1, 1)
    ends = [str(int((end - epoch).total_seconds())) for end in (window[0] - 2 * sets.DAY, window[1] + 3 * sets.DAY)]
    with tempfile.NamedTemporaryFile("w", suffix=".ics", newline="") as file:
        file.write(calendar)
        file.flush()
        run = subprocess.run([program, file.name, *ends], capture_output=True, text=True, check=True)
    found = collections.defaultdict(set)
    for line in run.stdout.splitlines():
        uid, seconds = line.split("\t")
        found[uid].add(int(seconds))
    return found


def is_for_libical(one):
    """
    Rules and times that are left out. libical 3.0.16 takes RDATE by the wrong zone and without its periods, EXDATE of a
    day as its midnight, BYSETPOS in the order in which BYDAY is written, and nothing of instances.
    """
    return not one.instances and "error" not in one.quirks and "BYSETPOS" not in one.parts and \
        not any(line.startswith(("RDATE", "EXDATE;VALUE")) for line in one.lines)


def differs_from_libical(one, instants, got, window):
    """What libical gives, where that is not the same. DTSTART counts with us where the rule does not give it, too."""
    zone = one.zone if one.kind == "zone" and not one.is_days else sets.UTC
    times = [datetime.datetime.fromtimestamp(seconds, zone) for seconds in instants]
    form = "%Y-%m-%dT%H:%M:%S"
    found = set(in_window([time.strftime(form) for time in times], window, one.is_days))
    own = set(got) if "dtstart" not in one.quirks else set(got) - {one.show(one.start).strftime(form)}
    return sorted(found ^ own)


def explain_libical(one):
    """Of a set of which dateutil says what we say, why libical does not; None where that is not known."""
    until = one.until[0] if one.until and not one.is_days else None
    return next((name for name, (is_it, _) in sets.LIBICAL_QUIRKS.items() if is_it(one.parts, until)), None)


def in_window(times, window, is_days):
    first, last = f"{window[0]:%Y-%m-%d}", f"{window[1]:%Y-%m-%d}"
    return sorted(time for time in times if first <= time[:10] <= last)


def compare(program, libical, seed, n):
    """The sets of one calendar that differ, each said; and what is to be explained, counted."""
    quirks = collections.Counter()
    return list(find_differences(program, libical, seed, n, quirks)), quirks


def find_differences(program, libical, seed, n, quirks):
    made, window = sets.make_sets(seed, n)
    found = expand(program, sets.write_calendar(made), window)
    asked = [one for one in made if libical and is_for_libical(one)]
    others = ask_libical(libical, sets.write_calendar(asked), window) if asked else {}
    quirks["libical"] += len(asked)
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
        apart = differs_from_libical(one, others[one.uid], got, window) if one in asked else []
        why = explain_libical(one) if apart and got == expected else None
        if why:
            quirks[why] += 1
        elif apart:
            yield f"seed {seed}, {one.uid}: libical differs, {apart[:3]}\n{one.write_events()}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("n", type=int, nargs="?", default=100 if WHOLE else 40)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    parser.add_argument("--libical")
    parser.add_argument("--jobs", type=int, help="calendars at a time; as many as there are processors")
    given = parser.parse_args()
    program, n, first = os.path.abspath(given.program), given.n, given.seed
    quirks = collections.Counter()
    differ = []
    seeds = range(first, first + (n + A_FILE - 1) // A_FILE)
    with concurrent.futures.ProcessPoolExecutor(given.jobs) as pool:
        for said, counted in pool.map(compare, *zip(*((program, given.libical, seed, min(n, A_FILE)) for seed in seeds))):
            differ += said
            quirks.update(counted)
    with_libical = quirks.pop("libical")
    print("1..1")
    for text in differ:
        print("# " + text.replace("\r\n", "\n# "))
    sentences = {**sets.QUIRKS, **{quirk: sentence for quirk, (_, sentence) in sets.LIBICAL_QUIRKS.items()}}
    for quirk, times in sorted(quirks.items()):
        print(f"# {quirk}, {times} times: {sentences[quirk]}")
    print(f"{'not ' if differ else ''}ok 1 - {n} recurrence sets are as python-dateutil has them, "
          f"{with_libical} of them put to libical, too, {len(differ)} differ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
