#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Queries that nobody means well: each is answered, or refused with a reason that fits on a screen.

  hostile.py PROGRAM DATA_FOLDER
"""

import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "structure"))
from checks import Checks  # noqa: E402
from tap import report  # noqa: E402

MOST_TERMS, MOST_DEPTH, MOST_BYTES = 4096, 64, 64 << 10  # as chancery(1) has them
SCREEN = 2000
WORDS = ["council", "report", "vote", "human", "rights", "korea", "letter", "meeting"]


def some(words, n):
    return [words[i % len(words)] for i in range(n)]


def ids(n):
    return "id:(" + ",".join(some(["c3-2014", "sc-meeting-1"], n)) + ")"


# Each with the query that it must answer like, or with words of the reason that it is refused for.
ANSWERED = [
    ("a thousand ORs", " OR ".join(some(WORDS, 1000)), " OR ".join(WORDS)),
    ("a thousand ORs of nothing", " OR ".join(f"word{i}" for i in range(1000)), "xyzzy"),
    ("a thousand ANDs", " ".join(some(WORDS, 1000)), " ".join(WORDS)),
    ("as many terms as there may be", " OR ".join(some(["report", "vote"], MOST_TERMS)), "report OR vote"),
    ("as many values as there may be", ids(MOST_TERMS), "id:(c3-2014, sc-meeting-1)"),
    ("as deep as may be", "(" * MOST_DEPTH + "report" + ")" * MOST_DEPTH, "report"),
    ("NOT NOT NOT", "NOT " * (MOST_DEPTH - 2) + "report", "report"),
    ("every prefix at once", " OR ".join(f"{chr(97 + i % 26)}*" for i in range(1000)), " OR ".join(f"{chr(97 + i)}*" for i in range(26))),
    ("a range without ends", "date:..", ""),
    ("*..* over everything", "*..*", "xyzzy"),
    ("what looks like a regular expression", '"(a+)+$"', "xyzzy"),
    ("another", 'title:".*.*.*.*.*[x-z]{1000}"', "xyzzy"),
    ("a word without end", "a" * (MOST_BYTES - 100), "xyzzy"),
    ("a phrase without end", '"' + "the " * 15000 + '"', "xyzzy"),
    ("a letter with thirty thousand accents", "korea" + "\u0301" * 30000, "korea"),
    ("a trail of hundreds", "trail:(" + ",".join(some(["c3-2014", "coi-report"], 500)) + ")", "trail:(c3-2014, coi-report)"),
    ("a span that holds all time", "within:99999999d@c3-2014", "date:.."),
]

REFUSED = [
    ("a term too many", " OR ".join(some(["report", "vote"], MOST_TERMS + 1)), f"more than {MOST_TERMS} terms"),
    ("a value too many", ids(MOST_TERMS + 1), f"more than {MOST_TERMS} values"),
    ("a level too many", "(" * (MOST_DEPTH + 1) + "a" + ")" * (MOST_DEPTH + 1), f"deeper than {MOST_DEPTH} levels"),
    ("ten thousand levels", "(" * 10000 + "a" + ")" * 10000, f"deeper than {MOST_DEPTH} levels"),
    ("ten thousand NOTs", "NOT " * 10000 + "a", f"deeper than {MOST_DEPTH} levels"),
    ("ten thousand minuses", "-" * 10000 + "a", "deeper than"),
    ("parentheses that never close", "(" * 50 + "a", "not closed"),
    ("parentheses that never open", ")" * 10000, 'without a "("'),
    ("a byte too many", "a" * (MOST_BYTES + 1), f"more than {MOST_BYTES}"),
    ("more than one argument holds", ["a" * 100000] * 11, f"more than {MOST_BYTES}"),
    ("a star alone", "*", "leave it out"),
    ("a star for a date", "date:*..*", "expected a year"),
    ("a year out of time", "date:Y170000000000000002", "beyond"),
    ("a span out of time", "within:99999999999999999999d@c3-2014", "beyond"),
    ("a field that is no field", "x" * 9000 + ":y", "unknown field"),
    ("a value that is none", "kind:" + "x" * 9000, "unknown kind"),
    ("a query that is saved nowhere", "@@" + "x" * 9000, "unknown saved query"),
]

LOOPS = {
    "itself": "report OR @@itself",
    "one": "@@two",
    "two": "kind:vote @@three",
    "three": "NOT @@one",
}

DOUBLING = {f"q{i}": f"@@q{i + 1} OR @@q{i + 1}" for i in range(40)} | {"q40": "report"}


class Program:
    def __init__(self, program, data_folder, home):
        self.program = os.path.abspath(program)
        self.environment = {**os.environ, "CHANCERY_DATA_DIR": os.path.abspath(data_folder), "LC_ALL": "C.UTF-8",
                            "XDG_CONFIG_HOME": home}

    def ask(self, source, query):
        words = query if isinstance(query, list) else [query]
        return subprocess.run([self.program, *source, "list", "--format", "json", "--", *words], env=self.environment,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=120)


def check_answers(checks, program, source, where):
    for name, query, like in ANSWERED:
        done, plain = program.ask(source, query), program.ask(source, like)
        checks.point(done.returncode == plain.returncode == 0 and done.stdout == plain.stdout, f"{name}: answered, {where}",
                     done.returncode, done.stderr[:300], len(done.stdout), len(plain.stdout))


def is_refusal(done, words):
    return (done.returncode == 2 and not done.stdout and words.encode() in done.stderr and len(done.stderr) < SCREEN)


def check_refusals(checks, program, source, where):
    for name, query, words in REFUSED:
        done = program.ask(source, query)
        checks.point(is_refusal(done, words), f"{name}: refused, {where}", done.returncode, done.stderr[:300], len(done.stderr))


def check_saved(checks, program, home):
    """Saved queries that lead back to themselves, and some that double at every step."""
    folder = pathlib.Path(home) / "chancery"
    folder.mkdir()
    (folder / "queries").write_text("".join(f"{name}: {text!r}\n" for name, text in (LOOPS | DOUBLING).items()))
    for name in LOOPS:
        done = program.ask([], f"@@{name}")
        checks.point(is_refusal(done, "refers to itself"), f"@@{name} refers to itself: refused", done.stderr[:300])
    done = program.ask([], "@@q0")
    checks.point(is_refusal(done, f"more than {MOST_TERMS} terms"), "what doubles forty times is refused", done.stderr[:300])
    done, plain = program.ask([], "@@q33"), program.ask([], "report")
    checks.point(done.stdout == plain.stdout != b"", "what doubles seven times is answered", done.stderr[:300])


def main():
    checks = Checks()
    with tempfile.TemporaryDirectory(prefix="chancery-hostile-") as home:
        program = Program(sys.argv[1], sys.argv[2], home)
        snapshot = os.path.join(home, "all.chn")
        subprocess.run([program.program, "export", "-o", snapshot], env=program.environment, check=True, capture_output=True)
        for source, where in (([], "from files"), (["-f", snapshot], "from a snapshot")):
            check_answers(checks, program, source, where)
            check_refusals(checks, program, source, where)
        check_saved(checks, program, home)
    report(checks)


if __name__ == "__main__":
    main()
