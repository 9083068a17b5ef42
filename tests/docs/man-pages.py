#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The man pages are clean to mandoc and mention everything that the tables name.

  man-pages.py DESCRIBE PAGE...
"""

import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "structure"))
from checks import Checks  # noqa: E402
from tap import report  # noqa: E402

# Which page has to mention which names of the tables, and how it spells them.
SPELLINGS = {
    "command": ("chancery.1", r"^\.Ss chancery {} "),
    "option": ("chancery.1", r"^\.It .*Fl Fl {}\b"),
    "rule": ("chancery.1", r"^\.It Cm {} "),
    "query": ("chancery-query.7", r"^\.It Cm {}$"),
    "field": ("chancery-timeline.5", r"^\.It Cm {}$"),
}


def check_mentions(checks, pages, describe):
    names = subprocess.run([describe, "names"], capture_output=True, text=True, check=True).stdout.split("\n")
    missing = []
    for line in filter(None, names):
        kind, name = line.split(" ", 1)
        page, pattern = SPELLINGS[kind]
        if not re.search(pattern.format(re.escape(name.removeprefix("--"))), pages[page], re.MULTILINE):
            missing.append(f"{page} lacks {line}")
    checks.point(len(names) > 50 and not missing, "every name of the tables is in its page", "\n".join(missing))


def main():
    checks = Checks()
    describe, *paths = sys.argv[1:]
    for path in paths:
        name = pathlib.Path(path).name
        if not shutil.which("mandoc"):
            checks.skip(f"{name} is clean to mandoc", "mandoc is not installed")
            continue
        lint = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", path], capture_output=True, text=True)
        checks.point(lint.returncode == 0 and not lint.stdout, f"{name} is clean to mandoc", lint.stdout, lint.stderr)
    check_mentions(checks, {pathlib.Path(p).name: pathlib.Path(p).read_text(encoding="utf-8") for p in paths}, describe)
    report(checks)


if __name__ == "__main__":
    main()
