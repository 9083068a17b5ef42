#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What is not public is in no output that is for reading: every format and command, packed parts and payloads too.

  leaks.py PROGRAM DATA_FOLDER
"""

import base64
import io
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "structure"))
from checks import Checks  # noqa: E402
from tap import report  # noqa: E402

FILE = pathlib.Path(__file__).parent / "visibility" / "secret.yaml"
CARRY = {"yaml", "csv", "json", "chn"}
MARKS = {mark.lower() for mark in re.findall(rb"(?:RESTRICTED|PRIVATE|ONLY)[A-Z0-9]+", FILE.read_bytes())} | {b"privateid", b"back-channel"}


def unpacked(data):
    """The bytes, and those of whatever is packed in them: payloads of calendars, parts of documents, streams of PDF."""
    pieces = [data, re.sub(rb"\r?\n[ \t]", b"", data)]
    for text in re.findall(rb"[A-Za-z0-9_+/=-]{40,}", pieces[1]):
        for decode in (base64.urlsafe_b64decode, base64.b64decode):
            try:
                pieces.append(decode(text + b"=="))
            except ValueError:
                pass
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            pieces += [parts.read(name) for name in parts.namelist()]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
        try:
            pieces.append(zlib.decompress(stream))
        except zlib.error:
            pass
    return b"\n".join(pieces)


def marks(data):
    found = unpacked(data).lower()
    return {mark for mark in MARKS if mark in found}


class Program:
    def __init__(self, program, data_folder):
        self.program, self.room = os.path.abspath(program), tempfile.TemporaryDirectory()
        kept = {k: v for k, v in os.environ.items() if k in ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")}
        self.environment = dict(kept, CHANCERY_DATA_DIR=os.path.abspath(data_folder), LC_ALL="C.UTF-8", HOME=self.room.name)

    def run(self, *arguments):
        return subprocess.run([self.program, "-f", str(FILE), *arguments], env=self.environment, cwd=self.room.name,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=120)

    def formats(self):
        listed = self.run("help", "formats").stdout.decode()
        return [name for name in re.findall(r"^  ([a-z]+)\b", listed, re.MULTILINE)
                if self.run("export", "--format", name, "-o", "try." + name).returncode == 0]

    def export(self, name, *arguments):
        path = pathlib.Path(self.room.name) / ("out." + name)
        path.unlink(missing_ok=True)
        done = self.run("export", "--format", name, "-o", path.name, *arguments)
        return done, path.read_bytes() if path.exists() else b""


def check_formats(checks, program):
    names = program.formats()
    checks.point({"text", "md", "html", "ics", "atom", "timelinejs", "yaml", "csv", "json", "chn"} <= set(names), "formats are found", names)
    for name in names:
        done, data = program.export(name, "--visibility", "public")
        checks.point(data and not marks(data), f"{name} of the public tells nothing", marks(data), done.stderr)
        done, data = program.export(name, "--visibility", "restricted")
        told = {mark for mark in marks(data) if mark.startswith((b"private", b"onlyprivate"))}
        checks.point(not told, f"restricted {name} tells nothing private", told)
        done, data = program.export(name)
        shown = marks(data)
        checks.point(bool(shown) == (name in CARRY), f"{name} by itself {'carries all' if name in CARRY else 'is public'}", shown)
        checks.point(b"not public" in done.stderr, f"and {name} says so", done.stderr)


COMMANDS = [
    ["list"], ["list", "--ids"], ["list", "--plain"], ["list", "secret OR talks"], ["list", "text:restrictedsummary"], ["show", "talks"],
    ["show", "outcome"], ["trail", "talks"], ["trail", "talks", "--format", "json"], ["trail", "talks", "--format", "dot"],
    ["count", "--by", "tag"], ["count", "--by", "source"], ["count", "--by", "year,kind", "--format", "json"],
    ["explain", "kind:meeting"], ["list", "--format", "md", "--style", "narrative"], ["list", "--format", "html", "--fragment"],
    ["list", "--format", "md", "--quotes"], ["list", "--format", "text", "--context", "5", "id:talks"],
]


def check_commands(checks, program):
    for arguments in COMMANDS:
        done = program.run(*arguments)
        checks.point(done.returncode in (0, 2) and not marks(done.stdout), " ".join(arguments) + " tells nothing", done.stdout)
    asked = program.run("show", "back-channel")
    checks.point(asked.returncode == 2 and not asked.stdout and b"--visibility restricted" in asked.stderr, "who asks is told how to", asked)


def main():
    checks = Checks()
    program = Program(sys.argv[1], sys.argv[2])
    check_formats(checks, program)
    check_commands(checks, program)
    report(checks)


if __name__ == "__main__":
    main()
