#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs the program on golden cases and compares, byte for byte; prints TAP.

A case is a file AREA/NAME.args, one argument a line; lines that begin with # are comments, an
empty line is an empty argument. Beside it may stand NAME.in (standard input), NAME.status (exit
status, 0 without it), NAME.out and NAME.err (both empty without them), and NAME.env (NAME=VALUE
lines). The program runs in the folder of the case; @TMP@ in an argument is a folder of its own for
the case, whose files can be expected as NAME.file.FILE.

With --snapshots each case asks a snapshot of the files that it names (or of the bundled ones), with --store a store
that holds them: an SQLite file, or a schema of its own on a PostgreSQL server. Cases whose files cannot be exported are
skipped.

  run.py PROGRAM DATA_FOLDER [--update] [--snapshots | --store sqlite|postgresql://… [--shards PLACE,PLACE,PLACE]] [PATTERN...]
"""

import argparse
import difflib
import fnmatch
import itertools
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
        kept.update(CHANCERY_DATA_DIR=data_folder, LC_ALL="C.UTF-8", TZ="UTC", SOURCE_DATE_EPOCH="1767225600", HOME=scratch,
                    FONTCONFIG_FILE=str(HERE / "fonts.conf"))
        if self.file(".env").exists():
            kept.update(line.split("=", 1) for line in read_lines(self.file(".env")))
        return kept

    def split_files(self):
        """The files that the arguments name, and the other arguments."""
        arguments, files, rest = read_lines(self.args_file), [], []
        while arguments:
            argument = arguments.pop(0)
            if argument == "-f" and arguments:
                files += [argument, arguments.pop(0)]
            else:
                rest.append(argument)
        return files, rest

    def through(self, elsewhere, program, environment):
        """The arguments, with another place in that of files; None where there can be none."""
        files, rest = self.split_files()
        # Of lines of a file, or of rows that are read.
        if "check" in rest or "apply" in rest or (elsewhere.tells_how and "explain" in rest):
            return None

        def call(*arguments):
            return subprocess.run([program, *files, *arguments], cwd=self.args_file.parent, env=environment,
                                  input=read_or(self.file(".in"), b""), capture_output=True, timeout=120).returncode == 0
        place = elsewhere.find(self, files, call)
        return ["-f", place, *rest] if place else None

    def run(self, program, data_folder, scratch, elsewhere=None):
        """The status, and by suffix what was written; None where there can be no other place."""
        arguments = read_lines(self.args_file)
        if elsewhere:
            arguments = self.through(elsewhere, program, self.environment(data_folder, scratch))
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

    def expected(self, is_elsewhere):
        """By suffix what is wanted; what is said about an input was said when it was brought elsewhere."""
        wanted = {".status": read_or(self.file(".status"), b"0\n"), ".out": read_or(self.file(".out"), b""),
                  ".err": read_or(self.file(".err"), b"")}
        prefix = self.args_file.stem + ".file."
        for path in self.args_file.parent.glob(prefix + "*"):
            wanted[".file." + path.name[len(prefix):]] = path.read_bytes()
        if is_elsewhere:
            wanted[".err"] = INPUT_WARNINGS.sub(b"", wanted[".err"])
        return wanted

    def update(self, written):
        for suffix, content in written.items():
            if content in (b"", b"0\n") and suffix in (".status", ".out", ".err"):
                self.file(suffix).unlink(missing_ok=True)
            else:
                self.file(suffix).write_bytes(content)


class Snapshots:
    """A snapshot for each case."""
    tells_how = False

    def __init__(self, folder):
        self.place = os.path.join(folder, "all.chn")

    def find(self, case, files, call):
        return self.place if call("export", "-o", self.place) else None


class Stores:
    """A store for each set of files that cases name."""
    tells_how = True

    def __init__(self, folder, server, others):
        self.folder, self.server, self.others, self.made, self.numbers = folder, server, others, {}, itertools.count()

    def spread(self, name):
        """The option that spreads a store over further servers, by dates that golden cases have."""
        if not self.others:
            return []
        path, lines = os.path.join(self.folder, f"{name}.yaml"), ["servers:"]
        for place, start in zip(self.others, (None, "1990", "2014-06")):
            subprocess.run(["psql", "-qX", place, "-c", f"CREATE SCHEMA {name}"], check=True)
            lines += [f"  - place: {place}?options=-csearch_path%3D{name}"] + ([f"    from: {start}"] if start else [])
        pathlib.Path(path).write_text("\n".join(lines) + "\n")
        return ["--shards", path]

    def make(self, call):
        name = f"s{next(self.numbers)}"
        place = f"sqlite:{self.folder}/{name}.db"
        if self.server:
            subprocess.run(["psql", "-qX", self.server, "-c", f"CREATE SCHEMA {name}"], check=True)
            place = f"{self.server}?options=-csearch_path%3D{name}"
        return place if call("store", "init", *self.spread(name), place) and call("store", "push", place) else None

    def find(self, case, files, call):
        key = (case.args_file.parent if files else None, *files)
        if "-" in files or key not in self.made:
            self.made[key] = self.make(call)
        return self.made[key]


def show_difference(suffix, wanted, got):
    lines = difflib.unified_diff(wanted.decode("utf-8", "replace").splitlines(), got.decode("utf-8", "replace").splitlines(),
                                 "expected" + suffix, "found" + suffix, lineterm="")
    for count, line in enumerate(lines):
        if count == 60:
            print("# ...")
            return
        print("# " + line)


def compare(number, case, written, is_elsewhere):
    wanted = case.expected(is_elsewhere)
    if is_elsewhere:
        written[".err"] = INPUT_WARNINGS.sub(b"", written[".err"])
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
    parser.add_argument("--store")
    parser.add_argument("--shards", default="", help="further servers over which each store is spread, with commas between")
    options = parser.parse_intermixed_args()
    cases = [Case(path) for path in sorted(HERE.glob("*/*.args"))]
    cases = [case for case in cases if any(fnmatch.fnmatch(case.name, p) for p in options.patterns)]
    if not cases:
        sys.exit("no case matches")
    print(f"1..{len(cases)}")
    fine = True
    with tempfile.TemporaryDirectory() as aside:
        elsewhere = Snapshots(aside) if options.snapshots else None
        if options.store:
            elsewhere = Stores(aside, None if options.store == "sqlite" else options.store,
                               [place for place in options.shards.split(",") if place])
        for number, case in enumerate(cases, 1):
            with tempfile.TemporaryDirectory(prefix="chancery-golden-") as scratch:
                written = case.run(options.program, options.data_folder, scratch, elsewhere)
            if written is None:
                print(f"ok {number} - {case.name} # SKIP its files cannot be brought elsewhere")
                continue
            if options.update:
                case.update(written)
            fine = compare(number, case, written, elsewhere is not None) and fine
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
