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
import tempfile

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
    ("chancery show @sc-res-23", ["sc-res-2321"], ["sc-res-2270"]),
    ("chancery trail coi-rep", ["coi-report"], ["sc-res-2270"]),
    ("chancery list forum:un.ga", ["un.ga", "un.ga.c3"], ["un.sc"]),
    ("chancery list forum=un.ga", ["un.ga", "un.ga.c3"], ["un.sc"]),
    ("chancery list no:chi", ["china"], ["cuba"]),
    ("chancery count sponsor:ja", ["japan"], ["cuba"]),
    ("chancery list tag:crimes", ["crimes-against-humanity"], ["context"]),
    ("chancery list series:sc-", ["sc-dprk-letters"], ["ga-dprk-human-rights"]),
    ("chancery list source:a-hrc-25", ["a-hrc-25-63"], ["willis-2017"]),
    ("chancery list id:coi-rep", ["coi-report"], ["sc-res-2270"]),
    ("chancery list after:@coi-rep", ["coi-report"], ["sc-res-2270"]),
    ("chancery list responds-to:@coi-rep", ["coi-report"], ["sc-res-2270"]),
    ("chancery list @@coun", ["council", "council-meetings"], ["votes"]),
    ("chancery -f FILE list tag:", ["only-here"], ["context"]),
    ("chancery --file=FILE list tag:", ["only-here"], ["context"]),
    ("chancery -f FILE list forum:", ["un.sc"], ["un.ga.c3"]),
    ("chancery help da", ["date", "dates"], ["query"]),
    ("chancery help qu", ["query"], ["dates"]),
    ("chancery serve ", ["token"], ["add"]),
    ("chancery serve token ", ["add", "list", "revoke"], ["token"]),
    ("chancery serve --tokens t.tokens token re", ["revoke"], ["add"]),
    ("chancery store st", ["status"], ["init"]),
    ("chancery vers", ["version"], ["list"]),
    ("chancery --input-format js", ["json"], ["text"]),
]

SCRIPT = r"""
source "$1" && complete -p chancery >&2 || exit 9
COMP_WORDBREAKS=$' \t\n"\'@><=;|&(:'
COMP_LINE=$2 COMP_POINT=${#2}
_chancery
printf '%s\n' "${COMPREPLY[@]}"
"""


# A tag that a shell would run, were it offered; the file must not be there afterwards.
OWN = """timeline: own
events:
  - {id: a, date: 2014, title: Only here, forum: un.sc, tags: [only-here, "$(touch RUN)", "`touch RUN`", "two words"]}
"""


def complete(bash_file, line, environment):
    done = subprocess.run(["bash", "--norc", "-c", SCRIPT, "bash", bash_file, line], capture_output=True, text=True,
                          env=environment, timeout=60)
    return done, done.stdout.split("\n")


def check_bash(checks, bash_file, environment, lines):
    for line, offered, kept_back in lines:
        done, replies = complete(bash_file, line, environment)
        fine = (done.returncode == 0 and "-F _chancery chancery" in done.stderr
                and all(o in replies for o in offered) and not any(k in replies for k in kept_back))
        checks.point(fine, f"bash completes {line!r}", f"offered {replies}", done.stderr)


def check_fish(checks, fish_file, environment, lines):
    if not shutil.which("fish"):
        checks.skip("fish completes", "fish is not installed")
        return
    for line, offered, kept_back in lines:
        done = subprocess.run(["fish", "--no-config", "-c", "source $argv[1]; complete -C $argv[2]", fish_file, line],
                              capture_output=True, text=True, env=environment, timeout=60)
        replies = [reply.split("\t")[0].split("=")[-1].split(":")[-1 if ":" in line else 0].split("@")[-1].removesuffix(":")
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
    with tempfile.TemporaryDirectory(prefix="chancery-complete-") as folder:
        own, run = pathlib.Path(folder, "own.yaml"), pathlib.Path(folder, "run")
        own.write_text(OWN.replace("RUN", str(run)))
        lines = [(line.replace("FILE", str(own)), *rest) for line, *rest in LINES]
        check_bash(checks, bash_file, environment, lines)
        check_fish(checks, fish_file, environment, lines)
        checks.point(not run.exists(), "nothing of a timeline is run")
    check_syntax(checks, "bash", ["-n", bash_file])
    check_syntax(checks, "zsh", ["-n", zsh_file])
    check_syntax(checks, "fish", ["-n", fish_file])
    report(checks)


if __name__ == "__main__":
    main()
