#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs the program on golden cases and compares, byte for byte; prints TAP.

A case is a file AREA/NAME.args, one argument a line; lines that begin with # are comments, an
empty line is an empty argument. Beside it may stand NAME.in (standard input), NAME.status (exit
status, 0 without it), NAME.out and NAME.err (both empty without them), and NAME.env (NAME=VALUE
lines). The program runs in the folder of the case; @TMP@ in an argument is a folder of its own for
the case, whose files can be expected as NAME.file.FILE.

With --snapshots each case asks a snapshot of the files that it names (or of the bundled ones); cases whose files
cannot be exported are skipped.

  run.py PROGRAM DATA_FOLDER [--update] [--snapshots] [PATTERN...]
"""

import argparse
import difflib
import fnmatch
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TODAY = "2026-01-01"
HERE = pathlib.Path(__file__).parent


def read_lines(path):
    text = path.read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def read_or(path, fallback):
    return path.read_bytes() if path.exists() else fallback


INPUT_WARNINGS = re.compile(rb"^(chancery: \d+ warnings? about the input |.*:\d+:\d+: warning: ).*\n", re.MULTILINE)


class Case:
    def __init__(self, args_file):
        self.args_file = args_file
        self.name = str(args_file.relative_to(HERE).with_suffix(""))

    def file(self, suffix):
        return self.args_file.with_name(self.args_file.stem + suffix)

    def environment(self, data_folder, scratch):
        kept = {k: v for k, v in os.environ.items() if k in ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")}
        kept.update(CHANCERY_DATA_DIR=data_folder, LC_ALL="C.UTF-8", TZ="UTC", SOURCE_DATE_EPOCH="1767225600", HOME=scratch)
        if self.file(".env").exists():
            kept.update(line.split("=", 1) for line in read_lines(self.file(".env")))
        return kept

    def through_snapshot(self, program, environment, snapshot):
        """The arguments, with a snapshot in place of files; None where there can be none."""
        arguments, files, rest = read_lines(self.args_file), [], []
        if "check" in arguments:  # prints lines and columns, which a snapshot has none of
            return None
        while arguments:
            argument = arguments.pop(0)
            if argument == "-f" and arguments:
                files += [argument, arguments.pop(0)]
            else:
                rest.append(argument)
        made = subprocess.run([program, *files, "export", "-o", snapshot], cwd=self.args_file.parent, env=environment,
                              input=read_or(self.file(".in"), b""), capture_output=True, timeout=120)
        return ["-f", snapshot, *rest] if made.returncode == 0 else None

    def run(self, program, data_folder, scratch, snapshot=None):
        """The status, and by suffix what was written; None where there can be no snapshot."""
        arguments = read_lines(self.args_file)
        if snapshot:
            arguments = self.through_snapshot(program, self.environment(data_folder, scratch), snapshot)
            if arguments is None:
                return None
        arguments = [a.replace("@TMP@", scratch) for a in arguments]
        done = subprocess.run([program, "--today", TODAY, *arguments], cwd=self.args_file.parent,
                              env=self.environment(data_folder, scratch), input=read_or(self.file(".in"), b""),
                              capture_output=True, timeout=120)
        written = {".status": b"%d\n" % done.returncode, ".out": done.stdout, ".err": done.stderr}
        for path in sorted(pathlib.Path(scratch).iterdir()):
            written[".file." + path.name] = path.read_bytes()
        return {suffix: content.replace(scratch.encode(), b"@TMP@").replace(data_folder.encode(), b"@DATA@")
                for suffix, content in written.items()}

    def expected(self, of_snapshot):
        """By suffix what is wanted; what is said about an input was said when its snapshot was made."""
        wanted = {".status": read_or(self.file(".status"), b"0\n"), ".out": read_or(self.file(".out"), b""),
                  ".err": read_or(self.file(".err"), b"")}
        prefix = self.args_file.stem + ".file."
        for path in self.args_file.parent.glob(prefix + "*"):
            wanted[".file." + path.name[len(prefix):]] = path.read_bytes()
        if of_snapshot:
            wanted[".err"] = INPUT_WARNINGS.sub(b"", wanted[".err"])
        return wanted

    def update(self, written):
        for suffix, content in written.items():
            if content in (b"", b"0\n") and suffix in (".status", ".out", ".err"):
                self.file(suffix).unlink(missing_ok=True)
            else:
                self.file(suffix).write_bytes(content)


def show_difference(suffix, wanted, got):
    lines = difflib.unified_diff(wanted.decode("utf-8", "replace").splitlines(), got.decode("utf-8", "replace").splitlines(),
                                 "expected" + suffix, "found" + suffix, lineterm="")
    for count, line in enumerate(lines):
        if count == 60:
            print("# ...")
            return
        print("# " + line)


def compare(number, case, written, of_snapshot):
    wanted = case.expected(of_snapshot)
    different = [s for s in sorted(wanted.keys() | written.keys()) if wanted.get(s) != written.get(s)]
    print(f"{'not ok' if different else 'ok'} {number} - {case.name}")
    for suffix in different:
        show_difference(suffix, wanted.get(suffix, b""), written.get(suffix, b""))
    return not different


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("data_folder", type=os.path.abspath)
    parser.add_argument("patterns", nargs="*", default=["*"])
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--snapshots", action="store_true")
    options = parser.parse_intermixed_args()
    cases = [Case(path) for path in sorted(HERE.glob("*/*.args"))]
    cases = [case for case in cases if any(fnmatch.fnmatch(case.name, p) for p in options.patterns)]
    if not cases:
        sys.exit("no case matches")
    print(f"1..{len(cases)}")
    fine = True
    for number, case in enumerate(cases, 1):
        with tempfile.TemporaryDirectory(prefix="chancery-golden-") as scratch, tempfile.TemporaryDirectory() as aside:
            snapshot = os.path.join(aside, "all.chn") if options.snapshots else None
            written = case.run(options.program, options.data_folder, scratch, snapshot)
        if written is None:
            print(f"ok {number} - {case.name} # SKIP no snapshot can be made")
            continue
        if options.update:
            case.update(written)
        fine = compare(number, case, written, options.snapshots) and fine
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
