#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What changes timeline files: new, add, edit, apply and check --fix, on files with comments, to the line.

  editing.py PROGRAM DATA_FOLDER [KILLS]

Each kind of change is also killed so many times at any moment: the file is then the old one or the new one.
"""

import csv
import difflib
import io
import os
import pathlib
import pty
import random
import re
import select
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "structure"))
from checks import Checks  # noqa: E402
from tap import report  # noqa: E402

MINE = """\
# My own file
timeline: mine
title: 'Mine'   # in single quotes
zone: America/New_York
sources:
  paper: {title: The paper, date: 2014-03-01, url: https://example.org/paper}
  memo: {title: "A memo", visibility: restricted}

events:
  # The beginning
  - id: talks            # never changes
    date: 2014-03-01
    title: "Talks begin"
    kind: meeting
    actors: [{prk: participant}, usa]
    place: Geneva        # Palais des Nations
    sources:
      - {source: paper, quote: 'openly said', note: desk only, note-visibility: private}
      # the memo is not for others
      - {source: memo, at: p. 3}

  - id: secret
    date: 2014-04
    title: Nobody knows
    visibility: private

  - id: round-2
    date: 2014-06-10
    title: Second round
    status: not-held

  # The end
  - id: outcome
    date: 2014-09
    title: Outcome
    summary: >-
      It was said that
      all went well.
    importance: 3
    relations: {responds-to: talks}
"""


class Folder:
    """A folder with MINE in mine.yaml, and the program in it."""

    def __init__(self, program, data_folder):
        self.program = os.path.abspath(program)
        self.room = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.room.name)
        self.mine = self.path / "mine.yaml"
        self.mine.write_text(MINE)
        kept = {k: v for k, v in os.environ.items() if k in ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")}
        self.environment = dict(kept, CHANCERY_DATA_DIR=os.path.abspath(data_folder), LC_ALL="C.UTF-8", TERM="dumb",
                                TMPDIR=self.room.name, HOME=self.room.name, CHANCERY_FILE="mine.yaml", SOURCE_DATE_EPOCH="1767225600")

    def command(self, *arguments):
        return [self.program, "--today", "2026-01-01", *arguments]

    def run(self, *arguments, **variables):
        return subprocess.run(self.command(*arguments), cwd=self.path, env=dict(self.environment, **variables), text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=120)

    def on_terminal(self, arguments, answers):
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(self.path)
            os.execve(self.program, self.command(*arguments), self.environment)
        output, waiting = b"", list(answers)
        while True:
            if not select.select([terminal], [], [], 60)[0]:
                break
            try:
                piece = os.read(terminal, 4096)
            except OSError:
                break
            if not piece:
                break
            output += piece
            if re.search(rb"(: |\] ?: ?)$", output) and waiting:
                os.write(terminal, (waiting.pop(0) + "\n").encode())
        os.close(terminal)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), output.decode()

    def changes(self, before=MINE):
        """The lines that went and came: "-old", "+new"."""
        lines = difflib.unified_diff(before.splitlines(), self.mine.read_text().splitlines(), lineterm="", n=0)
        return [line for line in lines if not line.startswith(("---", "+++", "@@"))]

    def script(self, body):
        """An editor: a shell script that is given the file."""
        editor = self.path / "editor.sh"
        editor.write_text("#!/bin/sh\n" + body + "\n")
        editor.chmod(0o755)
        return str(editor)


def check_new(checks, folder):
    made = folder.run("new", "own talks")
    found = folder.run("-f", "own talks.yaml", "check")
    checks.point(made.returncode == 0 and found.returncode == 0 and "0 errors, 0 warnings" in found.stderr, "new is clean", made, found)
    text = (folder.path / "own talks.yaml").read_text()
    checks.point(text.startswith("# yaml-language-server: $schema=file://") and "title: own talks\n" in text, "it names the schema", text)
    checks.point((folder.path / "registry.yaml").exists(), "a registry lies beside it")
    for name in ("own talks", "", "§"):
        checks.point(folder.run("new", name).returncode == 2, f'new "{name}" is refused')
    checks.point((folder.path / "own talks.yaml").read_text() == text, "what is there stays")


ADDED = [
    (["2014-05-01 un.sc meeting: The Council met", "--symbol", "S/PV.7165"],
     ["+  - id: sc-2014-council-met", "+    date: 2014-05-01", "+    title: The Council met", "+    kind: meeting",
      "+    forums: [un.sc]", "+    symbols: [S/PV.7165]", "+"]),
    (["18 November 2014, Third Committee vote: Draft adopted", "--vote", "111-19-55"],
     ["+", "+  - id: c3-2014-draft-adopted", "+    date: 2014-11-18", "+    title: Draft adopted", "+    kind: vote",
      "+    forums: [un.ga.c3]", "+    vote: 111-19-55"]),
    (["2014-03-01 A note: on it", "--id", "note", "--source", "https://example.org/paper", "--at", "p. 1", "--tag", "a", "--tag", "b: c"],
     ["+  - id: note", "+    date: 2014-03-01", '+    title: "A note: on it"', '+    tags: [a, "b: c"]', "+    sources:",
      "+      - {source: paper, at: p. 1}", "+"]),
    (["2013 Before", "--id", "x", "--visibility", "private", "--actor", "North Korea (subject)", "--relation", "leads-to: talks"],
     ["+  - id: x", '+    date: 2013', "+    title: Before", "+    actors: [{prk: subject}]", "+    relations: {leads-to: talks}",
      "+    visibility: private", "+"]),
    (["2015 un.sc: Sanctions", "--symbol", "UNSCR 2207", "--id", "s"],
     ["+", "+  - id: s", "+    date: 2015", "+    title: Sanctions", "+    forums: [un.sc]", "+    symbols: [S/RES/2207]"]),
]

REFUSED = [
    (["2014-13-01 un.sc meeting: x"], "write 2014-01-13"),
    (["2014-12-01 un.sx meeting: x"], '"un.sx" is no forum'),
    (["The Council met"], "does not begin with a date"),
    (["2014-12-01"], "has no title"),
    (["2014-12-01 T", "--actor", "nobody at all"], '"nobody at all" is no actor'),
    (["2014-12-01 T", "--relation", "responds-to: nix"], 'has no event "nix"'),
    (["2014-12-01 T", "--relation", "ressponds-to: talks"], "responds-to"),
    (["2014-12-01 T", "--id", "talks"], 'an event "talks" already'),
    (["2014-12-01 T", "--id", "A b"], "is no id"),
    (["2014-12-01 T", "--vote", "many"], "--vote"),
    (["2014-12-01 T", "--at", "p. 1"], "name the source first"),
    (["2014-12-01 T", "--kind", "meating"], "meeting"),
    (["--title", "T"], "has no date"),
    ([], "add what?"),
]


def check_add(checks, folder):
    for arguments, expected in ADDED:
        folder.mine.write_text(MINE)
        done = folder.run("add", *arguments)
        checks.point(done.returncode == 0 and folder.changes() == expected, f"add {arguments[0]}", done.stderr, "\n".join(folder.changes()))
        checks.point(done.stdout.count("\n@@") == 1, f"one hunk for {arguments[0]}", done.stdout)
    folder.mine.write_text(MINE)
    for arguments, expected in REFUSED:
        done = folder.run("add", *arguments)
        checks.point(done.returncode == 2 and expected in done.stderr and not folder.changes(), f"add {arguments} is refused", done.stderr)
    dry = folder.run("add", "2014-12 T", "--dry-run")
    checks.point(dry.returncode == 0 and "+    title: T" in dry.stdout and not folder.changes(), "--dry-run writes nothing", dry)
    nowhere = folder.run("add", "2014-12 T", CHANCERY_FILE="")
    checks.point(nowhere.returncode == 2 and "add to which file?" in nowhere.stderr, "a file must be named", nowhere)
    broken = folder.path / "broken.yaml"
    broken.write_text("timeline: b\nevents:\n  - {id: a, date: 2014, title: A, forum: nowhere}\n")
    done = folder.run("-f", "broken.yaml", "add", "2015 B")
    checks.point(done.returncode == 2 and "left as it is" in done.stderr and "B" not in broken.read_text(), "a file with faults stays", done)


def check_asking(checks, folder):
    folder.mine.write_text(MINE)
    answers = ["2014-13-01", "2014-05-01", "Asked for", "un.nix", "un.sc", "", "meeting", "", "", "", "", "", "", "paper", "p. 9", "", "", "y"]
    status, output = folder.on_terminal(["add"], answers)
    expected = ["+  - id: sc-2014-asked-for", "+    date: 2014-05-01", "+    title: Asked for", "+    kind: meeting", "+    forums: [un.sc]",
                "+    sources:", "+      - {source: paper, at: p. 9}", "+"]
    ids = [line for line in folder.changes() if not line.startswith("+  - id:")]
    checks.point(status == 0 and ids == expected[1:], "fields are asked for", output)
    checks.point("expected 01 to 12" in output and '"un.nix" is no forum' in output, "a wrong answer is asked for again", output)
    folder.mine.write_text(MINE)
    status, output = folder.on_terminal(["add"], ["2014-05-01", "\x04"])
    checks.point(status == 2 and not folder.changes(), "the end of answers writes nothing", output)


def check_edit(checks, folder):
    folder.mine.write_text(MINE)
    editor = folder.script("cp \"$1\" shown.txt; sed -i 's/Geneva /Vienna /' \"$1\"")
    done = folder.run("edit", "talks", EDITOR=editor)
    checks.point(done.returncode == 0 and folder.changes() == ["-    place: Geneva        # Palais des Nations",
                 "+    place: Vienna        # Palais des Nations"], "edit changes one line", done)
    shown = (folder.path / "shown.txt").read_text()
    checks.point("\n- id: talks            # never changes\n" in shown and "# the memo is not for others\n" in shown, "comments are shown", shown)
    folder.mine.write_text(MINE)
    done = folder.run("edit", "talks", EDITOR=folder.script("sed -i 's/2014-03-01/2014-03-41/' \"$1\""))
    kept = re.search(r"what you wrote is in (\S+)", done.stderr)
    checks.point(done.returncode == 2 and "found the day 41" in done.stderr and not folder.changes(), "a fault is shown", done)
    checks.point(bool(kept) and "2014-03-41" in pathlib.Path(kept.group(1)).read_text(), "what was typed is kept", done)
    meanwhile = folder.script("sed -i 's/Talks begin/Talks!/' mine.yaml; sed -i 's/usa/chn/' \"$1\"")
    done = folder.run("edit", "talks", EDITOR=meanwhile)
    checks.point(done.returncode == 2 and "somebody else has changed talks" in done.stderr, "what changed meanwhile is not lost", done)
    folder.mine.write_text(MINE)
    for body in ("true", "echo > \"$1\""):
        done = folder.run("edit", "talks", EDITOR=folder.script(body))
        checks.point(done.returncode == 0 and "nothing was changed" in done.stderr and not folder.changes(), f"{body} changes nothing", done)
    failed = folder.run("edit", "talks", EDITOR="false")
    checks.point(failed.returncode == 2 and not folder.changes(), "an editor that fails changes nothing", failed)
    unknown = folder.run("edit", "tallks", EDITOR="true")
    checks.point(unknown.returncode == 2 and "talks" in unknown.stderr, "an unknown id is told", unknown)


def sed(path, *pairs):
    text = path.read_bytes().decode()
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    path.write_bytes(text.encode())


def check_apply(checks, folder):
    edits = {
        "ics": [("SUMMARY:Talks begin", "SUMMARY:Talks began"), ("DTSTART;VALUE=DATE:20140301", "DTSTART;VALUE=DATE:20140302"),
                ("DTEND;VALUE=DATE:20140302", "DTEND;VALUE=DATE:20140303")],
        "csv": [("Talks begin", "Talks began"), ("2014-03-01,2014-03-01,2014-03-01", "2014-03-02,2014-03-02,2014-03-02")],
        "json": [("Talks begin", "Talks began"), ('"date":"2014-03-01","earliest":"2014-03-01","latest":"2014-03-01"',
                                                  '"date":"2014-03-02","earliest":"2014-03-02","latest":"2014-03-02"')],
        "yaml": [("Talks begin", "Talks began"), ("date: 2014-03-01\n    title", "date: 2014-03-02\n    title")],
    }
    expected = ["-    date: 2014-03-01", '-    title: "Talks begin"', "+    date: 2014-03-02", '+    title: "Talks began"']
    for kind, pairs in edits.items():
        folder.mine.write_text(MINE)
        out = folder.path / f"out.{kind}"
        out.unlink(missing_ok=True)
        folder.run("export", "-o", out.name)
        same = folder.run("apply", out.name)
        checks.point(same.returncode == 0 and same.stdout == "" and "nothing differs" in same.stderr, f"an untouched {kind} changes nothing", same)
        sed(out, *pairs)
        told = folder.run("apply", out.name)
        checks.point(told.returncode == 0 and "title: Talks begin → Talks began" in told.stdout and not folder.changes(),
                     f"apply tells what an edited {kind} changes", told)
        done = folder.run("apply", out.name, "--write")
        checks.point(done.returncode == 0 and folder.changes() == expected, f"apply takes it over from {kind}", done, "\n".join(folder.changes()))
    folder.mine.write_text(MINE)
    folder.run("export", "-o", "lacking.ics", "id:talks")
    lacking = folder.run("apply", "lacking.ics", "--write")
    checks.point("lacking  outcome" in lacking.stdout and "secret" not in lacking.stdout and "round-2" not in lacking.stdout
                 and not folder.changes(), "what is lacking stays, what was left out is not lacking", lacking)
    deleted = folder.run("apply", "lacking.ics", "--write", "--delete")
    gone = [line for line in folder.changes() if line.startswith("-")]
    checks.point(len(gone) == 8 and "  # The end\n" in folder.mine.read_text(), "--delete takes it out", deleted, "\n".join(folder.changes()))
    folder.mine.write_text(MINE)
    folder.run("export", "-o", "sources.json", "--visibility", "public")
    sed(folder.path / "sources.json", ('"quote":"openly said"', '"quote":"openly denied"'))
    done = folder.run("apply", "sources.json", "--write")
    checks.point(folder.changes() == ["-      - {source: paper, quote: 'openly said', note: desk only, note-visibility: private}",
                                      "+      - {source: paper, quote: 'openly denied', note: desk only, note-visibility: private}"],
                 "what was hidden from an edited field stays in it", done, "\n".join(folder.changes()))
    table = (folder.path / "out.csv").read_text()
    for name, separator, encoding in (("semicolons.csv", ";", "utf-8-sig"), ("tabs.tsv", "\t", "utf-16"), ("windows.csv", ";", "cp1252")):
        folder.mine.write_text(MINE)
        saved = io.StringIO(newline="")
        csv.writer(saved, delimiter=separator).writerows(csv.reader(io.StringIO(table, newline="")))
        (folder.path / name).write_bytes(saved.getvalue().encode(encoding))
        done = folder.run("apply", name, "--write")
        checks.point(folder.changes() == expected, f"a spreadsheet may save {name}", done, "\n".join(folder.changes()))
    folder.mine.write_text(MINE)
    folder.run("export", "-o", "plain.ics", "--no-payload")
    same = folder.run("apply", "plain.ics")
    checks.point(same.stdout == "" and "nothing differs" in same.stderr, "a calendar that lost its payloads changes nothing by that", same)
    sed(folder.path / "plain.ics", ("Sep 2014: Outcome", "Sep 2014: Final outcome"), ("LOCATION:Geneva", "LOCATION:Vienna"),
        ("all went well", "nothing went well"), ("DESCRIPTION:Date: 1 March", "DESCRIPTION:New words.\\n\\nDate: 1 March"))
    done = folder.run("apply", "plain.ics", "--write")
    expected = ["+    summary: New words.", "-    place: Geneva        # Palais des Nations", "+    place: Vienna        # Palais des Nations",
                "-    title: Outcome", "+    title: Final outcome", "-      all went well.", "+      nothing went well."]
    checks.point(folder.changes() == expected, "what was edited in it comes home", done, "\n".join(folder.changes()))
    folder.mine.write_text(MINE)
    (folder.path / "more.json").write_text('{"id":"extra","title":"More","date":"2014-07"}\n')
    done = folder.run("apply", "more.json", "--write")
    checks.point(["+  - id: extra", "+    date: 2014-07", "+    title: More", "+"] == folder.changes(), "new events come to their place", done)


def check_folder(checks, folder):
    room = folder.path / "room"
    room.mkdir()
    (room / "a.yaml").write_text(MINE)
    other = room / "b.yaml"
    other.write_text("timeline: other\nevents:\n  - {id: far, date: 2016, title: Far}  # here\n")
    done = folder.run("-f", "room", "edit", "far", EDITOR="sed -i s/Far/Farther/")
    checks.point(done.returncode == 0 and "title: Farther}  # here\n" in other.read_text(), "edit finds the file of a folder", done)
    folder.run("-f", "room", "export", "-o", "room.json")
    sed(folder.path / "room.json", ("Farther", "Nearer"), ("Talks begin", "Talks began"))
    with (folder.path / "room.json").open("a") as file:
        file.write('{"id":"extra","title":"More","date":"2014-07"}\n')
    done = folder.run("-f", "room", "apply", "room.json", "--write")
    texts = (room / "a.yaml").read_text() + other.read_text()
    checks.point("title: Nearer}  # here\n" in texts and '"Talks began"' in texts and "extra" not in texts, "apply changes each file", done)
    checks.point("what is new is left" in done.stderr, "and says what has no file", done)
    refused = folder.run("-f", "room", "add", "2014 T")
    checks.point(refused.returncode == 2 and "add to which file of the folder room?" in refused.stderr, "add wants one file", refused)


FAULTY = """\
timeline: f
events:
  - id: a
    date: 2017-12-22
    title: A
    symbols: [UNSCR 2397, 'S/PV.8151']
    forum: Security Council # where
    actors: [{North Korea: subject}, usa]
  - {id: b, date: 18 Nov 2014, title: B, actors: [France]}
  - {id: c, date: 2014-9, title: C, forum: the moon}
"""


def check_fix(checks, folder):
    folder.mine.write_text(FAULTY)
    done = folder.run("check", "--fix")
    expected = ["-    symbols: [UNSCR 2397, 'S/PV.8151']", "-    forum: Security Council # where", "-    actors: [{North Korea: subject}, usa]",
                "-  - {id: b, date: 18 Nov 2014, title: B, actors: [France]}",
                "+    symbols: [S/RES/2397, 'S/PV.8151']", "+    forum: un.sc # where", "+    actors: [{prk: subject}, usa]",
                "+  - {id: b, date: 2014-11-18, title: B, actors: [fra]}"]
    found = folder.changes(FAULTY)
    checks.point(done.returncode == 1 and found == expected, "check --fix mends what is certain", done, "\n".join(found))
    checks.point("the moon" in done.stdout and "2014-9" in folder.mine.read_text(), "and leaves what is not", done)
    again = folder.mine.read_text()
    folder.run("check", "--fix")
    checks.point(folder.mine.read_text() == again, "it mends nothing twice")


def check_overwriting(checks, folder):
    folder.mine.write_text(MINE)
    for command in ("export", "list"):
        done = folder.run(command, "-o", "mine.yaml")
        checks.point(done.returncode == 2 and "has comments" in done.stderr and not folder.changes(), f"{command} keeps comments", done)
    done = folder.run("export", "-o", "mine.yaml", "--overwrite")
    checks.point(done.returncode == 0 and "#" not in folder.mine.read_text(), "--overwrite does not", done)
    checks.point(folder.run("export", "-o", "mine.yaml").returncode == 0, "a file without comments is replaced")


def check_two_at_once(checks, folder):
    folder.mine.write_text(MINE)
    children = [subprocess.Popen(folder.command("add", f"2014-05-0{i} Event {i}", "--id", f"e{i}"), cwd=folder.path, env=folder.environment,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for i in range(1, 7)]
    told = [child.communicate(timeout=120)[1] for child in children]
    text = folder.mine.read_text()
    checks.point(all(f"- id: e{i}\n" in text for i in range(1, 7)), "several at once lose nothing", text, *told)
    checks.point(folder.run("list", "e1").returncode == 0, "and the file can be read")
    folder.mine.write_text(MINE)
    for i in range(1, 5):
        (folder.path / f"rows{i}.csv").write_text(f"Date,Event\n2014-06-0{i},Imported event {i}\n")
    children = [subprocess.Popen([folder.program, "import", f"rows{i}.csv", "-o", "mine.yaml"], cwd=folder.path, env=folder.environment,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for i in range(1, 5)]
    told = [child.communicate(timeout=120)[1] for child in children]
    text = folder.mine.read_text()
    checks.point(all(f"Imported event {i}" in text for i in range(1, 5)), "several imports at once lose nothing", text, *told)


def check_kills(checks, folder, kills):
    ways = {
        "add": (MINE, ["add", "2014-05-01 Killed"], {}),
        "edit": (MINE, ["edit", "talks"], {"EDITOR": folder.script("sed -i 's/Geneva/Vienna/' \"$1\"")}),
        "apply": (MINE, ["apply", "killed.json", "--write"], {}),
        "check --fix": (FAULTY, ["check", "--fix"], {}),
        "import": (MINE, ["import", "killed.csv", "-o", "mine.yaml"], {}),
        "merge": (MINE, ["merge", "mine.yaml", "killed.json", "-o", "mine.yaml"], {}),
        "merge --into": (MINE, ["merge", "--into", "talks", "round-2"], {}),
    }
    (folder.path / "killed.csv").write_text("Date,Event\n2014-06-01,Imported\n")
    (folder.path / "killed.json").write_text('{"id":"extra","title":"More","date":"2014-07"}\n')
    chance = random.Random(14)
    for name, (old, arguments, variables) in ways.items():
        environment = dict(folder.environment, **variables)
        folder.mine.write_text(old)
        began = time.monotonic()
        subprocess.run(folder.command(*arguments), cwd=folder.path, env=environment, stdin=subprocess.DEVNULL, capture_output=True)
        took, new = time.monotonic() - began, folder.mine.read_text()
        found = set()
        for _ in range(kills):
            folder.mine.write_text(old)
            child = subprocess.Popen(folder.command(*arguments), cwd=folder.path, env=environment, stdin=subprocess.DEVNULL,
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
            time.sleep(chance.random() * took * 1.2)
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
            found.add(folder.mine.read_text())
        checks.point(old != new and found <= {old, new}, f"{name}, killed {kills} times, leaves the old file or the new one")
    left = [path.name for path in folder.path.iterdir() if path.name.startswith("mine.yaml") and path.name != "mine.yaml"]
    checks.point(len(left) <= 4 * kills, "and little beside it", *left)


def main():
    checks = Checks()
    folder = Folder(sys.argv[1], sys.argv[2])
    for check in (check_new, check_add, check_asking, check_edit, check_apply, check_folder, check_fix, check_overwriting, check_two_at_once):
        (folder.path / "registry.yaml").unlink(missing_ok=True)
        check(checks, folder)
    check_kills(checks, folder, int(sys.argv[3]) if len(sys.argv) > 3 else 8)
    report(checks)


if __name__ == "__main__":
    main()
