#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Help answers for every command and topic, fits eighty columns, and its examples answer, too.

  help.py PROGRAM DATA_FOLDER
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "structure"))
from checks import Checks  # noqa: E402
from tap import report  # noqa: E402

WIDTH = 80


class Program:
    def __init__(self, program, data_folder, folder):
        self.folder = folder
        self.environment = dict(os.environ, CHANCERY_DATA_DIR=os.path.abspath(data_folder), LC_ALL="C.UTF-8")
        self.environment["PATH"] = os.path.dirname(os.path.abspath(program)) + os.pathsep + self.environment["PATH"]
        self.environment.pop("CHANCERY_FILE", None)

    def run(self, command):
        return subprocess.run(["bash", "--norc", "-c", command], cwd=self.folder, env=self.environment, capture_output=True,
                              text=True, timeout=60)


def find_names(text, heading):
    """The labels of the rows below a heading."""
    block = text.split(heading, 1)[1].split("\n\n", 1)[0]
    return re.findall(r"^  (\S+)", block, re.MULTILINE)


def find_examples(text):
    """Command lines, each up to two blanks; files of one's own are not there to be read."""
    lines = re.findall(r"^  (chancery .*?)(?:  .*)?$", text, re.MULTILINE)
    return [line for line in lines if " -f " not in line]


def check_pages(checks, program):
    start = program.run("chancery")
    checks.point(start.returncode == 0 and "chancery help" in start.stdout, "without a word there are first steps", start)
    examples, help_text = find_examples(start.stdout), program.run("chancery help").stdout
    commands, topics = find_names(help_text, "Commands:"), find_names(help_text, "TOPIC\":")
    for name in commands:
        same = program.run(f"chancery {name} --help").stdout
        checks.point(same and program.run(f"chancery help {name}").stdout == same, f"help {name} is its --help")
    for name in topics:
        page = program.run(f"chancery help {name}")
        widest = max(map(len, page.stdout.splitlines()), default=0)
        checks.point(page.returncode == 0 and page.stdout and widest <= WIDTH, f"help {name}", page.stderr, widest)
        examples += find_examples(page.stdout)
    for name in find_names(program.run("chancery help fields").stdout, "in a query:\n") + ["csv", "ics", "KIND"]:
        page = program.run(f"chancery help '{name}'")
        checks.point(page.returncode == 0 and page.stdout, f"help {name}", page.stderr)
    return examples


def main():
    checks = Checks()
    with tempfile.TemporaryDirectory(prefix="chancery-help-") as folder:
        program = Program(sys.argv[1], sys.argv[2], folder)
        examples = check_pages(checks, program)
        checks.point(len(examples) > 10, "there are examples", examples)
        for example in examples:
            done = program.run(example)
            answered = done.stdout or os.listdir(folder)
            checks.point(done.returncode == 0 and answered, f"{example} answers", done)
    report(checks)


if __name__ == "__main__":
    main()
