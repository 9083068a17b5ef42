# SPDX-License-Identifier: LGPL-2.1-or-later
"""The commands that save, for tests of what stands on disk when something goes wrong meanwhile."""

import io
import os
import pathlib
import re
import signal
import subprocess
import sys
import zipfile

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
           ("mapped.yaml", ["import", "--map", "{folder}/map.yaml", "{folder}/table.csv", "-o", "{}"]),
           ("listed.csv", ["list", "-o", "{}", QUERY]), ("split.ics", ["export", "--split", "500", "-o", "{}", QUERY]),
           ("updated.ics", ["export", "--update", "{folder}/older.ics", "-o", "{}", QUERY]),
           ("pulled.yaml", ["store", "pull", "-o", "{}", "sqlite:{folder}/desk.db"]),
           ("rejects.csv", ["import", "{folder}/wrong.csv", "-o", "{folder}/taken.yaml", "--rejects", "{}"]),
           ("names.yaml", ["import", "{folder}/odd.csv", "-o", "{folder}/declared.yaml", "--declare", "{}"]),
           ("tokens", ["-f", "{folder}/feeds.yaml", "serve", "token", "add", "desk", "--tokens", "{}"]),
           ("tokens", ["-f", "{folder}/feeds.yaml", "serve", "token", "revoke", "d46fbd58", "--tokens", "{}"])]
SAVING += [(f"x.{ending}", ["export", "--format", name, "-o", "{}", QUERY]) for name, ending in [
    ("svg", "svg"), ("png", "png"), ("atom", "atom"), ("timelinejs", "json"), ("csl", "json"), ("bib", "bib"), ("ris", "ris")]]
# Where nothing may stand before.
SAVING += [("made.yaml", ["new", "{}"]), ("fresh.db", ["store", "init", "sqlite:{}"]),
           ("copy.db", ["store", "dump", "sqlite:{folder}/desk.db", "-o", "{}"])]

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

NAMES = b"registry: own-names\n\nactors:\n  john-doe: {kind: person, name: John Doe}\n"
TOKENS = (b"chancery-tokens 1\nkey 0a5428c2f5ed8cdc2316698966b89b098818d7f01d21cc97958436712319fe7b\n"
          b"token d46fbd58 desk 2026-01-01 00dd36ac71bce012ec5ea6206743c58d3f61a2bd958670b5d47b5c4527d61019\n")
BEFORE = {"made.yaml": None, "fresh.db": None, "copy.db": None, "names.yaml": NAMES, "tokens": TOKENS}

# What edit has an editor do.
EDITOR = "sed -i 's/The first$/The very first/'"

ZERO = "timeline: one\nevents: []\n"
ONE = "timeline: one\nevents:\n  - {id: a, date: 2014-12-22, title: The Council met}\n"
TWO = "timeline: two\nevents:\n  - {id: b, date: 2014-12-22, title: The Council met}\n  - {id: c, date: 2014-12-23, title: Another day}\n"

FIRST = '{"id":"first","date":"2014-12-22","title":"The very first"}\n'
MAP = "columns:\n  Date: date\n  Title: title\n  Forum: forum\n"
TABLE = "Date,Title,Forum\n2014-12-18,Resolution adopted,un.ga\n2014-12-22,Meeting,un.sc\n"

WRONG = "Date,Title,Forum\n2014-12-18,Resolution adopted,un.ga\nnonsense,Meeting,un.sc\n"
ODD = "Date,Title,Actors\n2014-12-18,Resolution adopted,Jane Doe of Nowhere\n"
FEEDS = "timeline: fed\nfeeds:\n  all: {access: public}\n  desk: {access: token}\nevents:\n  - {id: a, date: 2014-12-22, title: The Council met}\n"
OLDER = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//none//EN\r\nEND:VCALENDAR\r\n"

BESIDE = {"wrong.csv": WRONG, "odd.csv": ODD, "feeds.yaml": FEEDS, "older.ics": OLDER, "table.csv": TABLE, "map.yaml": MAP, "zero.yaml": ZERO, "one.yaml": ONE, "two.yaml": TWO, "more.yaml": TWO.replace("timeline: two", "timeline: one"), "first.json": FIRST}

# What only asks.
ASKING = [["list", "--format", form] for form in ("text", "csv", "json", "md")]
ASKING += [["list", QUERY], ["show", "c3-2014"], ["count", "--by", "year,vote"], ["trail", "sc-meeting-1"], ["check"], ["actors", "eu"],
           ["forums"], ["explain", QUERY], ["help", "query"], ["duplicates"], ["diff", "{folder}/one.yaml", "{folder}/two.yaml"],
           ["merge", "--report", "{folder}/one.yaml", "{folder}/two.yaml"], ["import", "--guess", "{folder}/table.csv"],
           ["count", "--by", "agreement:USA+CHN"], ["-f", "sqlite:{folder}/desk.db", "list"], ["-f", "sqlite:{folder}/desk.db", "history", "a"]]
ASKING += [["version"], ["serve", "token", "list", "--tokens", "{folder}/tokens"]]
ASKING += [["store", action, "sqlite:{folder}/desk.db"] for action in ("status", "verify", "log", "pull")]

# What changes a store, with the end of its command line.
PUSHING = {"store push": ["-f", "{folder}/new.yaml", "store", "push", "--replace", "{}"], "add": ["-f", "{}", "add", "2014-12-23: A day"],
           "edit": ["-f", "{}", "edit", "first"], "apply": ["-f", "{}", "apply", "--write", "{folder}/first.json"],
           "store upgrade": ["store", "upgrade", "{}"]}

HIDDEN = re.compile(r"\.chancery-[0-9a-f]{12}(-wal|-shm|-journal)?$")
ANOTHER_TOKEN = re.compile(rb"(?m)^token (?!d46fbd58 ).*")  # made by chance
ENDS = ("", "-wal", "-shm", "-journal")  # of the files of a store


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


def put_before(path):
    """What stands there before it is saved: nothing, or a file."""
    name, folder = os.path.split(path)[::-1]
    before = BEFORE.get(name, OLD)
    for end in ENDS if before is None else ():
        pathlib.Path(path + end).unlink(missing_ok=True)
    for made in ("registry.yaml", "taken.yaml", "declared.yaml"):
        pathlib.Path(folder, made).unlink(missing_ok=True)
    if before is None:
        return None
    pathlib.Path(path).write_bytes(before)
    os.chmod(path, 0o600)
    return read_state(None, path)


def read_state(program, path):
    """What stands there: bytes, but of a store what it holds, and of tokens which there were; None for nothing, also where init only has to be called again."""
    if not os.path.exists(path):
        return None
    if path.endswith(".db"):
        done = program.run(["-f", f"sqlite:{path}", "export", "--format", "yaml"])
        if done.returncode == 0:
            return done.stdout
        is_begun = path.endswith("fresh.db") and program.run(["store", "init", f"sqlite:{path}"]).returncode == 0
        return None if is_begun else b"no store: " + done.stderr
    found = pathlib.Path(path).read_bytes()
    return ANOTHER_TOKEN.sub(b"token", found) if os.path.basename(path) == "tokens" else found


def make_store(program, folder, saving=None):
    """Where it is asked for, a store of an event, and tokens."""
    place(folder, ("nothing", []))
    put_before(os.path.join(folder, "tokens"))
    if saving is None or any("desk.db" in argument for argument in saving[1]):
        program.run(["store", "init", f"sqlite:{folder}/desk.db"])
        program.run(["-f", f"{folder}/one.yaml", "store", "push", f"sqlite:{folder}/desk.db"])


def is_page_without_picture(done, found):
    """A page or a Word document is written without what cannot be drawn, which is said."""
    if done.returncode != 0 or b"[no-picture]" not in done.stderr or found is None:
        return False
    if not found.startswith(b"PK"):
        return found.rstrip().endswith(b"</html>")
    names = zipfile.ZipFile(io.BytesIO(found)).namelist()
    return "word/document.xml" in names and not any("media" in name for name in names)


def lacks_plugin(done):
    return done.returncode == 2 and b" needs " in done.stderr


def strays(folder):
    """What lies in the folder that nobody named."""
    return [name for name in os.listdir(folder) if HIDDEN.search(name)]
