#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""How well events are recognised: the bundled chronologies against copies that somebody else might have written, and against one that
another institute words in its own way. What was weighed with was made by looking at the chronology of the examples alone.

  recognition.py PROGRAM DATA_FOLDER [SEEDS]
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "structure"))
from tap import report  # noqa: E402

ALL = "status:(occurred,planned,cancelled,not-held)"


class Program:
    def __init__(self, program, data_folder):
        self.program = os.path.abspath(program)
        self.environment = {**os.environ, "CHANCERY_DATA_DIR": os.path.abspath(data_folder), "LC_ALL": "C.UTF-8", "HOME": "/dev/null/none"}

    def run(self, *arguments):
        done = subprocess.run([self.program, *arguments], env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=120)
        if done.returncode != 0:
            raise AssertionError(done.stderr)
        return done.stdout

    def rows(self, file):
        return [json.loads(line) for line in self.run("-f", file, "export", "--format", "json", ALL).splitlines()]

    def joined(self, ours, theirs):
        """Their id -> ours, of those that would be joined."""
        found = self.run("merge", ours, theirs, "--report")
        return {other: own for own, other in re.findall(r"^\d\.\d\d  one  (\S+)  (\S+)$", found, re.MULTILINE)}


def rewrite(program, file, seed, folder):
    """A copy of a chronology, and which event of it is which of the chronology's."""
    rows = program.rows(file)
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    copy = subprocess.run([sys.executable, HERE / "rewrite.py", str(seed)], input=lines, capture_output=True, text=True, check=True).stdout
    header = os.path.join(folder, "header.yaml")
    program.run("-f", file, "export", "--header", "-o", header)
    text = pathlib.Path(header).read_text().replace("timeline: ", "timeline: their-", 1)
    pathlib.Path(header).write_text(text)
    rows_file, whole = os.path.join(folder, "copy.json"), os.path.join(folder, "copy.yaml")
    pathlib.Path(rows_file).write_text(copy)
    program.run("-f", header, "-f", rows_file, "export", "-o", whole, ALL)
    told = {row["id"]: row for row in map(json.loads, copy.splitlines())}
    return whole, {key: rows[int(key.removeprefix("their-"))] for key in told}, told


def measure(joined, truth):
    right = sum(joined[key] == truth.get(key) for key in joined)
    return right / max(len(joined), 1), right / len(truth)


def try_copies(program, file, seeds):
    complaints, figures = [], []
    for seed in range(1, seeds + 1):
        with tempfile.TemporaryDirectory() as folder:
            whole, of, told = rewrite(program, file, seed, folder)
            joined = program.joined(file, whole)
            precision, recall = measure(joined, {key: row["id"] for key, row in of.items()})
            sure = {key: of[key]["id"] for key in told if told[key].get("symbols") and told[key].get("kind") and of[key]["symbols"]}
            exact = measure({key: joined[key] for key in joined if key in sure}, sure)
        figures.append(f"seed {seed}: precision {precision:.3f}, recall {recall:.3f}; with symbol and kind {exact[0]:.3f}, {exact[1]:.3f}")
        if precision < 0.98 or recall < 0.9 or exact != (1, 1):
            complaints.append(figures[-1])
    print("\n".join(f"# {pathlib.Path(file).stem}: {line}" for line in figures))
    return complaints


def try_other_words(program, file):
    other = HERE / "other-institute.yaml"
    ids = re.findall(r"\bid: ([a-z0-9-]+)", other.read_text())
    truth = {key: key.removeprefix("their-") for key in ids if key.startswith("their-")}
    precision, recall = measure(program.joined(file, str(other)), truth)
    figures = f"precision {precision:.3f}, recall {recall:.3f} of {len(truth)}"
    print(f"# another institute's words: {figures}")
    return [figures] if precision < 0.98 or recall < 0.7 else []


def main():
    program, data_folder = Program(sys.argv[1], sys.argv[2]), sys.argv[2]
    seeds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    ours = os.path.join(data_folder, "dprk-human-rights.yaml")
    example = os.path.join(data_folder, "examples", "iran-nuclear-un.yaml")
    report([("the bundled chronology is recognised in copies", try_copies(program, ours, seeds)),
            ("the example is recognised in copies", try_copies(program, example, seeds)),
            ("in another institute's words no two events are taken for one", try_other_words(program, ours))])


main()
