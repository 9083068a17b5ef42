#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Files that others change at the same time: who takes the lock waits, and what an editor saved meanwhile is never lost.

  racing.py PROGRAM DATA_FOLDER

Each command that changes a file is stopped where it reads another input, a pipe, which is after it has read the file and before it
saves it. Meanwhile the file is saved by somebody who takes no lock, as editors do.
"""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time

from commands import Program
from checks import Checks
from tap import report

FILE = ("timeline: mine\nevents:\n  - id: first\n    date: 2014-12-22\n    title: The first\n    place: Geneva\n"
        "  - id: second\n    date: 2014-12-22\n    title: The first again\n")
FAULTY = FILE.replace("date: 2014-12-22", "date: 22 Dec 2014", 1)
THEIRS = FILE + "  - id: theirs\n    date: 2014-12-24\n    title: What somebody else wrote\n"
TABLE = "Date,Title\n2014-12-18,Resolution adopted\n"
MORE_TABLE = TABLE + "2014-12-19,Another day\n"
OTHER = '{"id":"other","date":"2014-12-25","title":"Of another file"}\n'
EDITED = FILE.replace("title: The first\n", "title: The very first\n")
PATIENCE = 60  # seconds, after which nothing more will come


class Room:
    """A folder with the file, a pipe beside it, and the program."""

    def __init__(self, program, folder, old=FILE):
        self.program, self.folder = program, pathlib.Path(folder)
        self.file, self.pipe = self.folder / "mine.yaml", self.folder / "pipe.json"
        self.file.write_text(old)
        if not self.pipe.exists():
            os.mkfifo(self.pipe)

    def start(self, arguments, **environment):
        return subprocess.Popen([self.program.program, *(str(a) for a in arguments)], env={**self.program.environment, **environment},
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, arguments, **environment):
        started = self.start(arguments, **environment)
        out, err = started.communicate(timeout=PATIENCE)
        return started.returncode, out, err


def change_while_it_waits(room, arguments, content, **environment):
    """Runs a command, saves THEIRS when it opens the pipe, and has it go on."""
    started = room.start(arguments, **environment)
    first = [True]

    def feed():
        while started.poll() is None:
            try:
                fd = os.open(room.pipe, os.O_WRONLY | os.O_NONBLOCK)
            except OSError:  # nobody reads
                time.sleep(0.005)
                continue
            if first[0]:
                room.file.write_text(THEIRS)
                first[0] = False
            os.write(fd, content.encode())
            os.close(fd)
            time.sleep(0.05)  # until it is at the end

    feeder = threading.Thread(target=feed)
    feeder.start()
    out, err = started.communicate(timeout=PATIENCE)
    feeder.join()
    return started.returncode, out, err


def check_refused(checks, room, name, done):
    stands = room.file.read_text() == THEIRS
    checks.point(done[0] == 2 and b"somebody else has changed" in done[2] and stands, f"{name}: what somebody else wrote stands", done)


def check_each_command(checks, program, folder):
    room = Room(program, folder)
    edited = room.folder / "edited.yaml"
    edited.write_text(EDITED)
    both = ["-f", room.file, "-f", room.pipe]
    commands = {
        "add": ([*both, "add", "2014-12-23: A day"], OTHER),
        "edit": ([*both, "edit", "first"], OTHER),
        "merge --into": ([*both, "merge", "--into", "first", "second"], OTHER),
        "check --fix": ([*both, "check", "--fix"], OTHER),
        "apply": (["-f", room.file, "apply", "--write", room.pipe], '{"id":"first","date":"2014-12-22","title":"The very first"}\n'),
        "merge": (["merge", room.file, room.pipe, "-o", room.file], OTHER),
        "merge --base": (["merge", "--base", edited, room.file, room.pipe, "-o", room.file], OTHER),
    }
    for name, (arguments, content) in commands.items():
        room.file.write_text(FILE if name != "check --fix" else FAULTY)
        done = change_while_it_waits(room, arguments, content, EDITOR="sed -i 's/The first$/The very first/'")
        check_refused(checks, room, name, done)


def is_waiting_for_input(process):
    """Whether it reads standard input just now."""
    try:
        return pathlib.Path(f"/proc/{process.pid}/syscall").read_text().startswith("0 0x0 ")
    except OSError:
        return False


def check_import(checks, program, folder):
    room = Room(program, folder)
    room.file.unlink()
    table = room.folder / "table.csv"
    table.write_text(TABLE)
    made = room.run(["import", table, "-o", room.file])
    started = room.start(["import", "-", "-o", room.file])
    limit = time.monotonic() + PATIENCE
    while not is_waiting_for_input(started) and time.monotonic() < limit and started.poll() is None:
        time.sleep(0.01)
    room.file.write_text(THEIRS)
    _, err = started.communicate(MORE_TABLE.encode(), timeout=PATIENCE)
    check_refused(checks, room, "import", (started.returncode, made, err))


def check_adds_at_once(checks, program, folder, n):
    room = Room(program, folder)
    started = [room.start(["-f", room.file, "add", f"2015-01-{i + 1:02}: Event {i}", "--id", f"e{i}"]) for i in range(n)]
    done = [(one.communicate(timeout=PATIENCE), one.returncode) for one in started]
    text = room.file.read_text()
    lost = [i for i in range(n) if f"id: e{i}\n" not in text]
    checks.point(not lost and all(status == 0 for _, status in done), f"{n} events that are added at once are all there", lost, done)


def check_irregular(checks, program, folder):
    room = Room(program, folder)
    pipe, link = room.folder / "pipe.yaml", room.folder / "link.yaml"
    os.mkfifo(pipe)
    link.symlink_to(room.file)
    for name, arguments in {"add": ["add", "2015: A year"], "check --fix": ["check", "--fix"], "edit": ["edit", "first"]}.items():
        done = room.run(["-f", pipe, *arguments], EDITOR="true")
        checks.point(done[0] in (2, 3) and done[2], f"{name}: a pipe is no file to change, and not waited for", done)
    done = room.run(["-f", link, "add", "2015: A year"])
    checks.point(done[0] == 0 and link.is_symlink() and "A year" in room.file.read_text(), "what a link leads to is changed", done)


EDITOR = """#!/usr/bin/env python3
import os, pathlib, signal, sys, time
scratch, room = pathlib.Path(sys.argv[1]), pathlib.Path(os.environ["ROOM"])
(room / "seen").write_text(f"{os.stat(scratch).st_mode & 0o777:o} {signal.getsignal(signal.SIGINT) == signal.default_int_handler}")
while not (room / "go").exists():
    time.sleep(0.01)
scratch.write_text(scratch.read_text().replace("The first", "The very first"))
"""


def check_editor(checks, program, folder):
    """Ctrl-C goes to the editor and to the program; and nobody else reads what is being edited."""
    room = Room(program, folder)
    editor, seen = room.folder / "editor", room.folder / "seen"
    editor.write_text(EDITOR)
    editor.chmod(0o755)
    started = room.start(["-f", room.file, "edit", "first"], EDITOR=str(editor), ROOM=str(folder), TMPDIR=str(folder))
    while not seen.exists() and started.poll() is None:
        time.sleep(0.01)
    started.send_signal(signal.SIGINT)
    (room.folder / "go").touch()
    out, err = started.communicate(timeout=PATIENCE)
    checks.point(started.returncode == 0 and "The very first" in room.file.read_text(), "Ctrl-C in the editor ends nothing else", out, err)
    checks.point(seen.read_text() == "600 True", "what is edited is for its owner alone, and the editor takes signals", seen.read_text())
    left = [name for name in os.listdir(folder) if name.startswith("chancery-")]
    checks.point(not left, "no file is left of it", left)


def main():
    checks = Checks()
    program = Program(sys.argv[1], sys.argv[2])
    parts = [check_each_command, check_import, lambda *a: check_adds_at_once(*a, 12), check_irregular, check_editor]
    for part in parts:
        with tempfile.TemporaryDirectory(prefix="chancery-racing-") as folder:
            part(checks, program, folder)
    report(checks)


if __name__ == "__main__":
    main()
