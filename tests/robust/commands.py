# SPDX-License-Identifier: LGPL-2.1-or-later
"""The commands that save, for tests of what stands on disk when something goes wrong meanwhile."""

import os
import pathlib
import re
import signal
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "structure"))

QUERY = "year:2014"

# Each with the name of the file that it saves, and the end of its command line.
SAVING = [(f"x.{ending}", ["export", *options, "-o", "{}", QUERY]) for ending, options in [
    ("yaml", []), ("csv", []), ("json", []), ("ics", []), ("md", []), ("txt", []), ("html", []), ("chn", []), ("xml", [])]]
SAVING += [("header.yaml", ["export", "--header", "-o", "{}"])]
SAVING += [(f"count.{ending}", ["count", "--by", "year", "-o", "{}"]) for ending in ("csv", "json", "md", "txt")]
SAVING += [(f"trail.{ending}", ["trail", "sc-meeting-1", "-o", "{}"]) for ending in ("dot", "json", "txt")]
SAVING += [("table.yaml", ["import", "{folder}/table.csv", "-o", "{}"])]
SAVING += [("picture.svg", ["picture", "-o", "{}", QUERY]), ("count.svg", ["count", "--by", "year", "-o", "{}"])]
SAVING += [("merged.yaml", ["merge", "--overwrite", "{folder}/one.yaml", "{folder}/two.yaml", "-o", "{}"]),
           ("joined.yaml", ["-f", "{}", "merge", "--into", "first", "second"])]
SAVING += [("check.sarif", ["check", "-o", "{}"]), ("old.baseline", ["check", "--write-baseline", "{}"]),
           ("changes.md", ["diff", "{folder}/one.yaml", "{folder}/one.yaml", "-o", "{}"])]
SAVING += [("x.pdf", ["export", "-o", "{}", QUERY]), ("x.docx", ["export", "-o", "{}", QUERY]), ("picture.png", ["picture", "-o", "{}", QUERY])]
SAVING += [("added.yaml", ["-f", "{}", "add", "2014-12-23 un.sc meeting: A meeting"]),
           ("edited.yaml", ["-f", "{}", "edit", "first"]),
           ("applied.yaml", ["-f", "{}", "apply", "--write", "{folder}/first.json"]),
           ("mended.yaml", ["-f", "{}", "check", "--fix"]),
           ("ours.yaml", ["merge", "--base", "{folder}/zero.yaml", "{folder}/one.yaml", "{folder}/more.yaml", "--overwrite", "-o", "{}"]),
           ("mapped.yaml", ["import", "--map", "{folder}/map.yaml", "{folder}/table.csv", "-o", "{}"])]

# What stands there before; import and add read it, too.
OLD = b"""timeline: old
events:
  - id: first
    date: 2014-12-22
    title: The first
    symbols: [UNSCR 2195]
  - id: second
    date: 2014-12-22
    title: The first again
"""

# What edit has an editor do.
EDITOR = "sed -i 's/The first$/The very first/'"

ZERO = "timeline: one\nevents: []\n"
ONE = "timeline: one\nevents:\n  - {id: a, date: 2014-12-22, title: The Council met}\n"
TWO = "timeline: two\nevents:\n  - {id: b, date: 2014-12-22, title: The Council met}\n  - {id: c, date: 2014-12-23, title: Another day}\n"

FIRST = '{"id":"first","date":"2014-12-22","title":"The very first"}\n'
MAP = "columns:\n  Date: date\n  Title: title\n  Forum: forum\n"
TABLE = "Date,Title,Forum\n2014-12-18,Resolution adopted,un.ga\n2014-12-22,Meeting,un.sc\n"

BESIDE = {"table.csv": TABLE, "map.yaml": MAP, "zero.yaml": ZERO, "one.yaml": ONE, "two.yaml": TWO, "more.yaml": TWO.replace("timeline: two", "timeline: one"), "first.json": FIRST}

# What only asks.
ASKING = [["list", "--format", form] for form in ("text", "csv", "json", "md")]
ASKING += [["list", QUERY], ["show", "c3-2014"], ["count", "--by", "year,vote"], ["trail", "sc-meeting-1"], ["check"], ["actors", "eu"],
           ["forums"], ["explain", QUERY], ["help", "query"], ["duplicates"], ["diff", "{folder}/one.yaml", "{folder}/two.yaml"],
           ["merge", "--report", "{folder}/one.yaml", "{folder}/two.yaml"], ["import", "--guess", "{folder}/table.csv"],
           ["count", "--by", "agreement:USA+CHN"], ["-f", "sqlite:{folder}/desk.db", "list"], ["-f", "sqlite:{folder}/desk.db", "history", "a"]]

HIDDEN = re.compile(r"\.chancery-[0-9a-f]{12}$")


class Program:
    def __init__(self, program, data_folder, preload=None):
        self.program = os.path.abspath(program)
        self.environment = {**os.environ, "CHANCERY_DATA_DIR": os.path.abspath(data_folder), "LC_ALL": "C.UTF-8",
                            "SOURCE_DATE_EPOCH": "1767225600", "HOME": "/dev/null/none", "EDITOR": EDITOR}
        self.preload = os.path.abspath(preload) if preload else None

    def run(self, arguments, failing=None, **options):
        """`failing` is (call, which of them, errno), of tests/robust/fail-calls.c."""
        environment = dict(self.environment)
        if failing:
            call, at, number = failing
            environment |= {"LD_PRELOAD": self.preload, "CHANCERY_FAIL_CALL": call, "CHANCERY_FAIL_AT": str(at),
                            "CHANCERY_FAIL_ERRNO": str(int(number))}
        environment |= options.pop("env", {})
        return subprocess.run([self.program, "--today", "2026-01-01", *arguments], env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=options.pop("timeout", 120), **options)

    def start(self, arguments):
        """A program that signals end, also where a shell has its background jobs ignore SIGINT."""
        return subprocess.Popen([self.program, "--today", "2026-01-01", *arguments], env=self.environment,
                                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))


def place(folder, saving):
    """The path that is saved to, and the command line."""
    name, arguments = saving
    for beside, text in BESIDE.items():
        (pathlib.Path(folder) / beside).write_text(text)
    path = os.path.join(folder, name)
    return path, [a.replace("{folder}", folder).replace("{}", path) for a in arguments]


def is_page_without_picture(done, found):
    """A page is written without what cannot be drawn, which is said."""
    return done.returncode == 0 and b"[no-picture]" in done.stderr and found is not None and found.rstrip().endswith(b"</html>")


def lacks_plugin(done):
    return done.returncode == 2 and b" needs " in done.stderr


def strays(folder):
    """What lies in the folder that nobody named."""
    return [name for name in os.listdir(folder) if HIDDEN.search(name)]
