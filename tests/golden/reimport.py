#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tables imported again: what changed in them changes in the timeline, in the lines that must; what was edited stays.

  reimport.py PROGRAM DATA_FOLDER
"""

import difflib
import itertools
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "structure"))
from checks import Checks  # noqa: E402
from tap import report  # noqa: E402

TABLE = """Date,Event,Body,Document,Vote,Actors,Source,Link
18 Nov 2014,Third Committee approves draft,Third Committee,A/C.3/69/L.28,111-19-55,Japan; EU,UN Press,https://press.un.org/a
22 Dec 2014,Council meets,Security Council,S/PV.7353,11-2-2,,UN Press,https://press.un.org/b
1 Jan 2015,Atlantis speaks,,,,Atlantis Society,Reuters,
5 Feb 2015,A typo in teh title,,,,,,
"""


class Import:
    def __init__(self, program, data_folder, folder):
        self.program, self.folder = os.path.abspath(program), pathlib.Path(folder)
        self.environment = dict(os.environ, CHANCERY_DATA_DIR=os.path.abspath(data_folder), LC_ALL="C.UTF-8", HOME=folder)
        self.table, self.timeline = self.folder / "table.csv", self.folder / "mine.yaml"

    def run(self, *arguments):
        done = subprocess.run([self.program, *arguments], env=self.environment, capture_output=True, text=True,
                              cwd=self.folder, timeout=120)
        return done.stderr

    def run_on(self, table, *arguments):
        """What is said, and the lines of the timeline that came in or went."""
        before = self.timeline.read_text().splitlines() if self.timeline.exists() else []
        self.table.write_text(table)
        said = self.run("import", "table.csv", "-o", "mine.yaml", *arguments)
        after = self.timeline.read_text().splitlines()
        changes = [line for line in difflib.ndiff(before, after) if line[:2] in ("- ", "+ ")]
        return said, [line for line in changes if "imported:" not in line]

    def edit(self, old, new):
        text = self.timeline.read_text()
        assert old in text
        self.timeline.write_text(text.replace(old, new))


def check_again(checks, place):
    place.run_on(TABLE)
    written = place.timeline.stat()
    said, changes = place.run_on(TABLE)
    checks.point(not changes and "4 events as they were" in said, "the same table changes nothing")
    checks.point(place.timeline.stat().st_mtime_ns == written.st_mtime_ns, "and the file is not even written")


def check_changes(checks, place):
    newer = (TABLE.replace("111-19-55", "111-19-56").replace("teh", "the").replace("1 Jan 2015", "2 Jan 2015")
             + "3 Mar 2015,New one,,,,,AFP,https://afp.com/1\n")
    place.edit("\nevents:", "\n# mine\nevents:")
    said, changes = place.run_on(newer)
    checks.point("1 new event, 3 events changed, 1 event as it was" in said, "what changed is said")
    checks.point("-     vote: 111-19-55" in changes and "+     vote: 111-19-56" in changes
                 and "+     title: A typo in the title" in changes and "+     date: 2015-01-02" in changes, "what changed in the table changes")
    checks.point("# mine" in place.timeline.read_text(), "comments stay")
    checks.point(sum(line.startswith("- ") for line in changes) == 3, "nothing goes but what changed")
    return newer


def check_edited(checks, place, table):
    place.edit("title: Council meets", "title: The Council meets  # edited")
    said, changes = place.run_on(table)
    checks.point(not changes and "5 events as they were" in said, "what was edited stays while its row stays")
    said, changes = place.run_on(table.replace("11-2-2", "12-2-1"))
    checks.point(not changes and "edited-since" in said
                 and "1 event left as it was edited" in said, "and stays, and is said, when its row changes")
    said, changes = place.run_on(table.replace("3 Mar", "4 Mar"), "--declare", "registry.yaml")
    names = (place.folder / "registry.yaml").read_text()
    checks.point("atlantis-society: {kind: organisation, name: Atlantis Society}" in names, "names are declared for review")
    checks.point("+     actors: [atlantis-society]" in changes, "and events have them")
    checks.point("0 errors" in place.run("check", "-f", "mine.yaml"), "the timeline is read with them")
    said, changes = place.run_on(table.replace("3 Mar", "4 Mar"))
    checks.point(not changes and "unknown" not in said, "then they are known")


def check_keys(checks, place):
    place.timeline.unlink()
    table = "ID,Date,Title\none,2014,First\ntwo,2015,Second\n"
    place.run_on(table)
    said, changes = place.run_on("ID,Date,Title\ntwo,2016,Another title\none,2014,First\n")
    checks.point("1 event changed, 1 event as it was" in said and "+     title: Another title" in changes, "rows are found by their ids")


def check_namesakes(checks, place):
    """What a text alone cites, where sources with addresses are called so, too, is the same whenever it is read."""
    for name in ("Report of the detailed findings of the commission of inquiry", "A/HRC/25/63", "s/res/2270(2016)", "UN Press"):
        for links in itertools.permutations(["https://a.org/1", "https://z.org/2", ""]):
            place.timeline.unlink(missing_ok=True)
            rows = [f"2014-01-0{day},Event {day},{name},{link}\n" for day, link in enumerate(links, 1)]
            tables = ["Date,Event,Source,Link\n" + "".join(rows[:n]) for n in (2, 3)]
            changes = [place.run_on(table) for table in (tables[0], tables[1], tables[1])]
            checks.point(not any(line.startswith("-") for line in changes[1][1]) and not changes[2][1], f"{name}: {links}", changes)


def check_uids(checks, place):
    """A UID tells of its event when all else has changed; where it is another event's, the row comes in without it."""
    rows = ["2014-01-01,First,x@y", "2014-02-01,Second,z@y", "2014-03-01,Third,z@y"]

    def run_on_rows(*rows):
        said, changes = place.run_on("Date,Title,UID\n" + "".join(row + "\n" for row in rows))
        return said, [line[1:].strip() if line.startswith("+") else line for line in changes]
    place.timeline.unlink(missing_ok=True)
    run_on_rows(*rows)
    checks.point(not run_on_rows(*rows)[1], "a UID that two rows share is the first one's each time")
    checks.point(not run_on_rows(*reversed(rows))[1], "in whichever order they stand")
    said, changes = run_on_rows("2015-01-01,Another,x@y", *rows[1:])
    checks.point("1 event changed, 2 events as they were" in said and "title: Another" in changes, "an event is found by its UID", said)
    newer = ["2015-01-01,Another,x@y", *rows[1:], "2016-01-01,New,x@y", "2017-01-01,Newer,2014-third@mine.chancery"]
    said, changes = run_on_rows(*newer)
    checks.point("2 new events, 3 events as they were" in said and said.count("[shared-uid]") == 3 and "- column UID: x@y" in changes
                 and "- column UID: 2014-third@mine.chancery" in changes, "new rows do not take UIDs that events have", said, changes)
    checks.point(not run_on_rows(*newer)[1] and "0 errors" in place.run("check", "-f", "mine.yaml"), "then or later")


def check_bounds(checks, place):
    place.timeline.unlink()
    said, _ = place.run_on("Date,Title" + ",x" * 1000000 + "\n2014,ok\n2015,wide" + ",y" * 1000000 + "\n")
    checks.point("1 new event" in said and "more than 1024 cells" in said, "a million columns")
    place.timeline.unlink()
    said, _ = place.run_on('Date,Title\n2014,"' + "a" * 100000000 + '"\n2015,ok\n')
    checks.point("1 new event, 1 row not taken" in said, "a cell of 100 MB")
    place.timeline.unlink()
    for n in (64, 65):
        said, _ = place.run_on("Date,Title\n2014," + "a" * n + "\n", "--max-text=64")
        checks.point(("not taken" in said) == (n > 64), f"a cell of {n} bytes, of 64")


def main():
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        place = Import(sys.argv[1], sys.argv[2], folder)
        check_again(checks, place)
        check_edited(checks, place, check_changes(checks, place))
        check_keys(checks, place)
        check_namesakes(checks, place)
        check_uids(checks, place)
        check_bounds(checks, place)
    report(checks)


if __name__ == "__main__":
    main()
