#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Calendars that are updated run after run: what leaves, stays away and returns. Prints TAP.

  updates.py PROGRAM DATA_FOLDER
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

BOTH = """timeline: runs
title: Runs
events:
  - {id: stays, date: 2024-01-10, title: Stays}
  - {id: leaves, date: 2024-02-10T10:00, zone: America/New_York, title: Leaves, revised: 2024-02-11}
"""
ONE = "".join(line for line in BOTH.splitlines(True) if "leaves" not in line)
ONE_EDITED = ONE.replace("title: Stays", "title: Has stayed")
BOTH_EDITED = BOTH.replace("title: Stays", "title: Has stayed")
DAY = 86400
FOREIGN = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//EN
BEGIN:VEVENT
UID:series@x
DTSTAMP:20240101T000000Z
SEQUENCE:4
DTSTART;TZID=Europe/Berlin:20240110T090000
RRULE:FREQ=DAILY
SUMMARY:Series
END:VEVENT
BEGIN:VEVENT
UID:series@x
RECURRENCE-ID;TZID=Europe/Berlin:20240111T090000
DTSTAMP:20240101T000000Z
SEQUENCE:5
DTSTART;TZID=Europe/Berlin:20240111T110000
SUMMARY:Instance
END:VEVENT
END:VCALENDAR
"""


def days(day):
    import datetime
    return (datetime.date.fromisoformat(day) - datetime.date(1970, 1, 1)).days


class Runs:
    def __init__(self, program, data_folder, folder):
        self.program, self.folder = os.path.abspath(program), pathlib.Path(folder)
        self.environment = {**os.environ, "CHANCERY_DATA_DIR": os.path.abspath(data_folder), "HOME": folder, "LC_ALL": "C.UTF-8"}
        self.environment.pop("SOURCE_DATE_EPOCH", None)
        self.failed = self.n = 0

    def call(self, *arguments, **environment):
        return subprocess.run([self.program, *arguments], cwd=self.folder, env={**self.environment, **environment},
                              capture_output=True, text=True)

    def export(self, day, text, old=None, *options, name="in.yaml", **environment):
        """The calendar that comes of a timeline on a day, over an older one."""
        (self.folder / name).write_text(text)
        if old is not None:
            (self.folder / "old.ics").write_text(old, newline="")
            options = (*options, "--update", "old.ics")
        done = self.call("--today", day, "-f", name, "export", "-o", "new.ics", *options, **environment)
        if done.returncode != 0:
            print(f"# {done.stderr}")
            return ""
        return (self.folder / "new.ics").read_bytes().decode()

    def read(self, calendar, *command):
        (self.folder / "read.ics").write_text(calendar, newline="")
        return self.call("-f", "read.ics", *command).stdout

    def expect(self, what, found, wanted):
        self.n += 1
        fine = found == wanted
        self.failed += not fine
        print(f"{'ok' if fine else 'not ok'} {self.n} - {what}")
        if not fine:
            print(f"# found {found!r}\n# expected {wanted!r}")


def tell(calendar, uid):
    """What a calendar says of an event: status, number and, of a tombstone, the day."""
    event = re.search(rf"BEGIN:VEVENT\r\nUID:{re.escape(uid)}\b.*?END:VEVENT", calendar, re.DOTALL)
    if not event:
        return None
    said = [re.search(rf"\r\n{name}:(.*?)\r", event[0]) for name in ("STATUS", "SEQUENCE", "X-CHANCERY-GONE")]
    return tuple(one[1] if one else None for one in said)


def test_leaving(runs):
    stays, leaves = "stays@runs.chancery", "leaves@runs.chancery"
    first = runs.export("2024-03-01", BOTH)
    runs.expect("a number follows from the revision", tell(first, leaves), ("CONFIRMED", str(days("2024-02-11")), None))
    runs.expect("without one there is none", tell(first, stays), ("CONFIRMED", None, None))
    second = runs.export("2024-03-02", ONE, first)
    gone = ("CANCELLED", str(days("2024-03-02")), "20240302")
    runs.expect("what leaves is cancelled", tell(second, leaves), gone)
    runs.expect("what stays is as it was", tell(second, stays), ("CONFIRMED", None, None))
    third = runs.export("2024-03-03", ONE, second)
    runs.expect("the same run changes no byte", third, second)
    runs.expect("even years later", runs.export("2027-03-03", ONE, second), second)
    edited = runs.export("2024-12-01", ONE_EDITED, third)
    runs.expect("a tombstone stays while it is young", tell(edited, leaves), gone)
    runs.expect("an edit raises the number", tell(edited, stays), ("CONFIRMED", str(days("2024-12-01")), None))
    back = runs.export("2024-12-02", BOTH_EDITED, edited)
    runs.expect("what returns has a higher number", tell(back, leaves), ("CONFIRMED", str(days("2024-03-02") + 1), None))
    runs.expect("what is read has no tombstone", runs.read(second, "list", "--plain"), "2024\n10 January: Stays\n")
    runs.expect("and none of them is an edit", "edited" in runs.call("-f", "read.ics", "check").stdout, False)
    return second


def test_forgetting(runs, second):
    leaves = "leaves@runs.chancery"
    late = runs.export("2026-01-01", ONE_EDITED, second)
    runs.expect("an old tombstone goes once something else changes", tell(late, leaves), None)
    runs.expect("its UID and number are remembered", len(re.findall(r"\r\nX-CHANCERY-GONE:b64u\.", late)), 1)
    runs.expect("and stay so", runs.export("2026-01-02", ONE_EDITED, late), late)
    back = runs.export("2026-01-03", BOTH_EDITED, late)
    runs.expect("what returns then has a higher number", tell(back, leaves), ("CONFIRMED", str(days("2024-03-02") + 1), None))
    runs.expect("and is remembered no more", "X-CHANCERY-GONE" in back, False)
    short = runs.export("2024-04-20", ONE_EDITED, second, "--tombstones", "P30D")
    runs.expect("--tombstones says how long they stay", tell(short, leaves), None)
    runs.expect("what is remembered is nothing of the timeline",
                "GONE" in runs.read(late, "list", "--format", "yaml"), False)


def test_instances(runs):
    first = runs.export("2024-03-01", FOREIGN, name="in.ics")
    second = runs.export("2024-03-02", FOREIGN, first, name="in.ics")
    third = runs.export("2024-03-03", FOREIGN, second, name="in.ics")
    runs.expect("a series and its instances keep their numbers", re.findall("SEQUENCE:(.*?)\r", third), ["4", "5"])
    runs.expect("and every byte", third, second)


def test_stamps(runs):
    stamp = lambda text, **environment: re.search("UID:stays.*\r\nDTSTAMP:(.*?)\r", runs.export("2024-03-01", text, **environment))[1]
    sourced = ONE.replace("events:", "sources:\n  a: {title: A, publisher: P, date: 2024-01-20}\n"
                          "  b: {title: B, publisher: P, date: 2024-02}\nevents:")
    headed = sourced.replace("title: Runs", "title: Runs\nrevised: 2024-02-28")
    runs.expect("nothing known: 1970", stamp(ONE), "19700101T000000Z")
    runs.expect("the newest source of a day", stamp(sourced), "20240120T000000Z")
    runs.expect("SOURCE_DATE_EPOCH before sources", stamp(sourced, SOURCE_DATE_EPOCH=str(19000 * DAY)), "20220108T000000Z")
    runs.expect("the header before it", stamp(headed, SOURCE_DATE_EPOCH=str(19000 * DAY)), "20240228T000000Z")


def main():
    with tempfile.TemporaryDirectory() as folder:
        runs = Runs(sys.argv[1], sys.argv[2], folder)
        second = test_leaving(runs)
        test_forgetting(runs, second)
        test_instances(runs)
        test_stamps(runs)
        print(f"1..{runs.n}")
        return 1 if runs.failed else 0


if __name__ == "__main__":
    sys.exit(main())
