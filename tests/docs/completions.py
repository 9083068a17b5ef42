#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The completions load in their shells, and bash's answers as a person would expect.

  completions.py PROGRAM DATA_FOLDER BASH ZSH FISH
"""

import os
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "structure"))
from checks import Checks  # noqa: E402
from tap import report  # noqa: E402

# The line up to the cursor, what must be offered, what must not.
LINES = [
    ("chancery ", ["list", "show", "export", "check", "actors", "forums", "explain"], ["--help"]),
    ("chancery li", ["list"], ["show"]),
    ("chancery --to", ["--today"], ["--sort"]),
    ("chancery list --so", ["--sort"], ["--today"]),
    ("chancery -f x.yaml list --form", ["--format"], []),
    ("chancery list --format js", ["json"], ["text"]),
    ("chancery list --format=js", ["json"], ["text"]),
    ("chancery list --color ", ["auto", "always", "never"], []),
    ("chancery list --sort i", ["importance", "id"], ["date"]),
    ("chancery list ki", ["kind:"], ["date:"]),
    ("chancery list kind:re", ["resolution", "report", "review", "release"], ["vote"]),
    ("chancery list --reverse status:", ["planned", "occurred"], []),
    ("chancery actors --a", ["--at"], ["--sort"]),
    ("chancery show sc-res-23", ["sc-res-2321"], ["sc-res-2270"]),
]

SCRIPT = r"""
source "$1" && complete -p chancery >&2 || exit 9
COMP_WORDBREAKS=$' \t\n"\'><=;|&(:'
COMP_LINE=$2 COMP_POINT=${#2}
_chancery
printf '%s\n' "${COMPREPLY[@]}"
"""


def complete(bash_file, line, environment):
    done = subprocess.run(["bash", "--norc", "-c", SCRIPT, "bash", bash_file, line], capture_output=True, text=True,
                          env=environment, timeout=60)
    return done, done.stdout.split("\n")


def check_bash(checks, bash_file, environment):
    for line, offered, kept_back in LINES:
        done, replies = complete(bash_file, line, environment)
        fine = (done.returncode == 0 and "-F _chancery chancery" in done.stderr
                and all(o in replies for o in offered) and not any(k in replies for k in kept_back))
        checks.point(fine, f"bash completes {line!r}", f"offered {replies}", done.stderr)


def check_fish(checks, fish_file, environment):
    if not shutil.which("fish"):
        checks.skip("fish completes", "fish is not installed")
        return
    for line, offered, kept_back in LINES:
        done = subprocess.run(["fish", "--no-config", "-c", "source $argv[1]; complete -C $argv[2]", fish_file, line],
                              capture_output=True, text=True, env=environment, timeout=60)
        replies = [reply.split("\t")[0].split("=")[-1].split(":")[-1 if ":" in line else 0].removesuffix(":")
                   for reply in done.stdout.splitlines()]
        fine = all(o.removesuffix(":") in replies for o in offered) and not any(k.removesuffix(":") in replies for k in kept_back)
        checks.point(done.returncode == 0 and fine, f"fish completes {line!r}", f"offered {replies}", done.stderr)


def check_syntax(checks, shell, arguments):
    if not shutil.which(shell):
        checks.skip(f"{shell} reads its completion", f"{shell} is not installed")
        return
    done = subprocess.run([shell, *arguments], capture_output=True, text=True, timeout=60)
    checks.point(done.returncode == 0 and not done.stderr, f"{shell} reads its completion", done.stderr)


def main():
    checks = Checks()
    program, data_folder, bash_file, zsh_file, fish_file = map(os.path.abspath, sys.argv[1:])
    environment = dict(os.environ, CHANCERY_DATA_DIR=data_folder)
    environment["PATH"] = os.path.dirname(program) + os.pathsep + environment.get("PATH", "")
    environment.pop("CHANCERY_FILE", None)
    check_bash(checks, bash_file, environment)
    check_fish(checks, fish_file, environment)
    check_syntax(checks, "bash", ["-n", bash_file])
    check_syntax(checks, "zsh", ["-n", zsh_file])
    check_syntax(checks, "fish", ["-n", fish_file])
    report(checks)


if __name__ == "__main__":
    main()
