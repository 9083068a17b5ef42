#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""How the program treats its streams and files: closed and full outputs, terminals, atomic exports.

  streams.py PROGRAM DATA_FOLDER
"""

import fcntl
import os
import pathlib
import pty
import struct
import subprocess
import sys
import tempfile
import termios

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "structure"))
from checks import Checks  # noqa: E402
from tap import report  # noqa: E402


class Program:
    def __init__(self, program, data_folder):
        self.program = os.path.abspath(program)
        self.environment = {k: v for k, v in os.environ.items() if k not in ("CHANCERY_FILE", "NO_COLOR", "COLUMNS")}
        self.environment.update(CHANCERY_DATA_DIR=os.path.abspath(data_folder), LC_ALL="C.UTF-8", TERM="xterm")

    def shell(self, command):
        """The status of the program in a shell command that calls it "$P"."""
        return subprocess.run(["bash", "--norc", "-c", command], env=dict(self.environment, P=self.program),
                              capture_output=True, timeout=120)

    def on_terminal(self, arguments, rows=0, **variables):
        """What a terminal gets, of so many rows; 0: it does not say."""
        leader, follower = pty.openpty()
        fcntl.ioctl(leader, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 80 if rows else 0, 0, 0))
        child = subprocess.Popen([self.program, *arguments], stdout=follower, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
                                 env={k: v for k, v in {**self.environment, **variables}.items() if v is not None})
        os.close(follower)
        output = b""
        while True:
            try:
                piece = os.read(leader, 65536)
            except OSError:
                break
            if not piece:
                break
            output += piece
        os.close(leader)
        child.communicate()
        return output


def check_outputs(checks, program):
    full = program.shell('"$P" list > /dev/full')
    checks.point(full.returncode == 3 and b"cannot write to standard output" in full.stderr, "a full disk is status 3", full)
    closed = program.shell('"$P" list >&-')
    checks.point(closed.returncode == 3 and closed.stderr.count(b"\n") == 1, "a closed output is status 3", closed)
    piped = program.shell('"$P" list | head -1 > /dev/null; echo "${PIPESTATUS[0]}"')
    checks.point(piped.stdout.strip() in (b"0", b"141") and not piped.stderr, "a reader that leaves ends it quietly", piped)
    ignored = program.shell('trap "" PIPE; "$P" list --format json | true; echo "${PIPESTATUS[0]}"')
    checks.point(ignored.stdout.strip() == b"0" and not ignored.stderr, "also where the signal is ignored", ignored)


# What was not held is left out of calendars and briefings where the query does not name its status.
ALL = "'status:(occurred,planned,cancelled,not-held)'"
FORMATS = ("text", "md", "ics", "csv", "json", "yaml", "chn")


def check_ways_out(checks, program):
    """Each format by each way to the same bytes, and by none of them past a failure."""
    for name in FORMATS:
        plain = program.shell(f'"$P" export --format {name}').stdout
        for way in ("-o -", "-o /dev/stdout", "-o >(cat)", "-o /dev/stdout | cat"):
            out = program.shell(f'"$P" export --format {name} {way}; wait')
            said = all(b"left out" in line or b"leaves out" in line for line in out.stderr.splitlines())
            checks.point(plain and out.stdout == plain and said, f"{name} by {way}", out.returncode, out.stderr[:300])
        for way in ("-o - > /dev/full", "-o /dev/full", "-o - >&-"):
            lost = program.shell(f'"$P" export --format {name} {way}')
            checks.point(lost.returncode == 3 and lost.stderr.count(b"\n") == 1, f"{name} by {way} is status 3", lost)
        left = program.shell(f'"$P" export --format {name} -o - | head -c 1 > /dev/null; echo "${{PIPESTATUS[0]}}"')
        checks.point(left.stdout.strip() in (b"0", b"141") and not left.stderr, f"{name} by -o - into a pipe that closes", left)
    for command in ("count --format csv", "trail ga-69-188 --format json"):
        plain = program.shell(f'"$P" {command}').stdout
        out = program.shell(f'"$P" {command} -o - | cat; "$P" {command} -o /dev/null; test -c /dev/null')
        checks.point(plain and out.stdout == plain and out.returncode == 0, f"{command} by -o -; a device stays one", out)
    appended = program.shell('f=$(mktemp); echo before > $f; "$P" list --limit 1 -o /dev/stdout >> $f; head -1 $f; rm $f')
    checks.point(appended.stdout == b"before\n", "standard output is appended to where the shell appends", appended)
    binary = program.on_terminal(["export", "--format", "chn"])
    checks.point(not binary, "a snapshot is not for a terminal", binary[:100])


def check_ways_in(checks, program):
    """Each format that is read by each way to the same events, without a name that tells it."""
    plain = program.shell('"$P" list').stdout
    with tempfile.TemporaryDirectory(prefix="chancery-streams-") as folder:
        program.shell(f'mkfifo {folder}/pipe')
        for name in ("ics", "csv", "json", "yaml", "chn"):
            file = f"{folder}/events"
            program.shell(f'"$P" export --format {name} -o {file} {ALL}')
            ways = [f'"$P" -f {file} list', f'"$P" -f <(cat {file}) list', f'"$P" -f - list < {file}', f'cat {file} | "$P" -f - list',
                    f'cat {file} | "$P" -f /dev/stdin list', f'cat {file} > {folder}/pipe & "$P" -f {folder}/pipe list; wait',
                    f'CHANCERY_FILE=- "$P" list < {file}', f'"$P" -f - --input-format {name} list < {file}',
                    f'cp {file} {folder}/a.txt; "$P" -f {folder}/a.txt list']
            if name != "chn":
                ways.append(f'(printf "\\xef\\xbb\\xbf"; cat {file}) | "$P" -f - list')
                ways.append(f'cp {file} {folder}/a.dat; "$P" -f {folder}/a.dat --input-format {name} list')
            for way in ways:
                done = program.shell(way)
                checks.point(plain and done.stdout == plain, f"{name}: {way.replace(folder, 'FOLDER')}", done.stderr[:300])
        wrong = program.shell(f'"$P" --input-format text -f {folder}/events list')
        checks.point(wrong.returncode == 2 and b"cannot be read" in wrong.stderr, "text cannot be read", wrong)


def check_terminal(checks, program):
    plain = program.shell('"$P" list').stdout
    checks.point(b"\x1b" not in plain, "no colour in a pipe")
    checks.point(b"\x1b[" in program.shell('"$P" list --color=always').stdout, "colour where it is asked for")
    checks.point(b"\x1b[" in program.on_terminal(["list"]), "colour on a terminal")
    checks.point(b"\x1b" not in program.on_terminal(["list"], NO_COLOR="1"), "NO_COLOR is heeded")
    checks.point(b"\x1b" not in program.on_terminal(["list"], TERM="dumb"), "no colour on a dumb terminal")
    checks.point(b"\x1b" not in program.on_terminal(["list"], TERM=None), "no colour where TERM is not set")
    checks.point(b"\x1b[" in program.on_terminal(["list", "--color=always"], TERM=None), "but where it is asked for")
    checks.point(b"\x1b" not in program.on_terminal(["list", "--color=never"]), "no colour where it is refused")
    narrow = program.on_terminal(["show", "ga-69-188"], NO_COLOR="1", COLUMNS="60").decode()
    widths = [len(line) for line in narrow.splitlines() if " " in line.strip() and "://" not in line]
    checks.point(widths and max(widths) <= 60, "pages fit the terminal", max(widths, default=0))


def check_export(checks, program):
    with tempfile.TemporaryDirectory(prefix="chancery-streams-") as folder:
        target = os.path.join(folder, "a.ics")
        program.shell(f'"$P" export -o "{target}"')
        with open(target, "rb") as file:
            first = file.read()
        program.shell(f'"$P" export -o "{target}"')
        with open(target, "rb") as file:
            checks.point(first and file.read() == first, "a second export is the same bytes")
        failed = program.shell(f'ulimit -f 1; trap "" XFSZ; "$P" export -o "{target}"')
        with open(target, "rb") as file:
            checks.point(failed.returncode == 3 and file.read() == first, "a failed export leaves the old file", failed)
        mask = program.shell(f'umask 077; "$P" export -o "{folder}/b.csv"; stat -c %a "{folder}/b.csv"; rm "{folder}/b.csv"')
        checks.point(mask.stdout == b"600\n", "a new file has the mode that the umask leaves", mask)
        checks.point(os.listdir(folder) == ["a.ics"], "nothing else is left behind", os.listdir(folder))
        lost = program.shell(f'"$P" export -o "{folder}/no/such.ics"')
        checks.point(lost.returncode == 3, "a folder that is missing is status 3", lost)


def check_round_trip(checks, program):
    with tempfile.TemporaryDirectory(prefix="chancery-streams-") as folder:
        program.shell(f'"$P" export -o {folder}/a.yaml; "$P" -f {folder}/a.yaml export -o {folder}/b.yaml')
        same = subprocess.run(["cmp", f"{folder}/a.yaml", f"{folder}/b.yaml"], capture_output=True)
        checks.point(same.returncode == 0, "yaml comes back the same", same)
        json = program.shell(f'"$P" -f {folder}/a.yaml list --format json').stdout
        for extension in ("json", "csv"):
            done = program.shell(f'"$P" export -o {folder}/a.{extension} && "$P" -f {folder}/a.{extension} list --format json')
            checks.point(json and done.stdout == json, f"every event comes back whole through {extension}", done.stderr)


def check_header(checks, program):
    """What rows leave out of a timeline a file without events puts back, to the byte."""
    with tempfile.TemporaryDirectory(prefix="chancery-streams-") as folder:
        program.shell(f'"$P" export -o {folder}/whole.yaml; "$P" export --header -o {folder}/header.yaml')
        for extension in ("csv", "json"):
            rows = f"{folder}/rows.{extension}"
            done = program.shell(f'"$P" export -o {rows} {ALL}; "$P" -f {folder}/header.yaml -f {rows} export -o - --format yaml | cmp - {folder}/whole.yaml')
            checks.point(done.returncode == 0, f"a header and {extension} are the timeline", done)
            checks.point(b"leaves out" in done.stderr and b"saved queries" in done.stderr, f"{extension}: what is left out is said", done)
        done = program.shell(f'"$P" export -o {folder}/rows.ics {ALL}; "$P" -f {folder}/rows.ics export -o - --format yaml | cmp - {folder}/whole.yaml')
        checks.point(done.returncode == 0 and not done.stderr, "a calendar is the timeline", done)
        done = program.shell(f'"$P" export --no-payload -o {folder}/rows.ics {ALL}')
        checks.point(b"leaves out" in done.stderr and b"saved queries" in done.stderr, "ics without payload: what is left out is said", done)
        for extension in ("yaml", "chn", "txt", "md"):
            done = program.shell(f'"$P" export -o {folder}/all.{extension} {ALL}')
            checks.point(done.returncode == 0 and not done.stderr, f"{extension} leaves out nothing that it could bring back", done)
        done = program.shell(f'"$P" -f {folder}/whole.yaml export -o {folder}/again.yaml; cmp {folder}/whole.yaml {folder}/again.yaml')
        checks.point(done.returncode == 0, "yaml is the timeline", done)
        done = program.shell(f'"$P" -f {folder}/all.chn export -o {folder}/again.yaml; cmp {folder}/whole.yaml {folder}/again.yaml')
        checks.point(done.returncode == 0, "a snapshot is the timeline", done)


def check_pager(checks, program):
    """What is longer than the screen goes through the pager, all of it; nothing else does."""
    pager, whole = "sed s/^/P:/", program.on_terminal(["list"], rows=1000, NO_COLOR="1")
    for arguments in (["list"], ["trail", "ga-69-188"], ["count"], ["show", "ga-69-188"], ["export", "--format", "json"]):
        paged = program.on_terminal(arguments, rows=10, PAGER=pager).splitlines()
        checks.point(paged and all(line.startswith(b"P:") for line in paged), f"{arguments[0]} is paged", paged[:3])
        refused = program.on_terminal([*arguments, "--no-pager"], rows=10, PAGER=pager)
        checks.point(b"P:" not in refused and len(refused.splitlines()) >= len(paged), f"{arguments[0]} --no-pager is not")
    checks.point(b"P:" not in program.on_terminal(["list"], rows=1000, PAGER=pager), "what fits the screen is not")
    checks.point(b"P:" not in program.on_terminal(["list"], PAGER=pager), "nor where its rows are not known")
    checks.point(b"P:" not in program.on_terminal(["list"], rows=10, PAGER=pager, TERM="dumb"), "nor on a dumb terminal")
    checks.point(b"P:" not in program.shell(f'PAGER="{pager}" "$P" list').stdout, "nor in a pipe")
    for name in ("", "cat", "no-such-pager"):
        found = program.on_terminal(["list"], rows=10, PAGER=name, NO_COLOR="1")
        checks.point(found.endswith(whole), f'PAGER="{name}" shows it as it is', found[:200])
    told = program.on_terminal(["list"], rows=10, PAGER="echo $LESS; cat > /dev/null", LESS=None)
    checks.point(told == b"FRX\r\n", "less is told FRX", told)
    told = program.on_terminal(["list"], rows=10, PAGER="echo $LESS; cat > /dev/null", LESS="S")
    checks.point(told == b"S\r\n", "but where LESS is set", told)
    told = program.on_terminal(["list", "--format", "json"], rows=10, PAGER="head -n 1")
    checks.point(told.count(b"\n") == 1, "a pager that leaves ends it quietly", told)


def main():
    checks = Checks()
    program = Program(sys.argv[1], sys.argv[2])
    for check in (check_outputs, check_ways_out, check_ways_in, check_terminal, check_export, check_round_trip, check_header,
                  check_pager):
        check(checks, program)
    report(checks)


if __name__ == "__main__":
    main()
