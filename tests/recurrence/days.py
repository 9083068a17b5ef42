#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Questions `date:DAY` on calendars by chance in the shapes of programs, against an expansion that knows nothing of ours.

  days.py CHANCERY [N [SEED]]     so many calendars
"""

import datetime
import json
import os
import random
import subprocess
import sys
import tempfile

import shapes

EVENTS, DAYS = 40, 12  # of a calendar, and asked of it


def ask(program, path, day, *options):
    """The UIDs of what takes place on a day."""
    run = subprocess.run([program, "-f", path, "list", *options, "--format", "json", f"date:{day}"],
                         capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{program}: {run.stderr}")
    events = [json.loads(line) for line in run.stdout.splitlines()]
    return {event["id"].split("-")[0] for event in events if event["status"] != "cancelled"}


def pick_days(choice, days, window):
    """Half of them near something that takes place, since most days are far from it."""
    near = [choice.choice(sorted(choice.choice(days))) + datetime.timedelta(days=choice.choice([-1, 0, 0, 1]))
            for _ in range(DAYS // 2)]
    length = (window[1] - window[0]).days
    return [day for day in near if window[0] <= day < window[1]] + \
        [window[0] + datetime.timedelta(days=choice.randrange(length)) for _ in range(DAYS - DAYS // 2)]


def compare(program, seed, said):
    """The number of questions; what differs is said."""
    made, calendar, window = shapes.make_calendar(seed, EVENTS)
    days = {one.uid: one.find_days() for one in made}
    n = 0
    with tempfile.NamedTemporaryFile("w", suffix=".ics", newline="") as file:
        file.write(calendar)
        file.flush()
        for day in pick_days(random.Random(seed), [some for some in days.values() if some], window):
            for options in ([], ["--expand"]):
                found = ask(program, file.name, day, *options)
                n += len(made)
                said += [f"seed {seed}, {day} {' '.join(options)}: {one.uid} is {'' if one.uid in found else 'not '}found\n" +
                         "\n".join(line for lines in one.texts for line in lines)
                         for one in made if (day in days[one.uid]) != (one.uid in found)]
    return n


def main():
    program, n, first = os.path.abspath(sys.argv[1]), *map(int, (sys.argv[2:] + ["10", "1"][len(sys.argv[2:]):]))
    said = []
    asked = sum(compare(program, seed, said) for seed in range(first, first + n))
    print("1..1")
    for text in said:
        print("# " + text.replace("\n", "\n#   "))
    print(f"{'not ' if said else ''}ok 1 - {asked} questions about days of {n} calendars, {len(said)} differ")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
