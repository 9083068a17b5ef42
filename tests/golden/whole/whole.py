#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Both bundled chronologies whole, in each style, as pages: read as text they say what the plain text says; prints TAP.

The plain texts themselves are golden files beside this one (dprk-brief-text.out and so on), and so are Markdown and feeds.

  whole.py PROGRAM DATA_FOLDER
"""

import html.parser
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent / "structure"))
from tap import report  # noqa: E402

PROGRAM, DATA = sys.argv[1:3]
IRAN = str(pathlib.Path(DATA) / "examples" / "iran-nuclear-un.yaml")
MOST_BYTES = 300_000
ENDS_LINE = {"h1", "h2", "h3", "p", "li"}
UNREAD = {"details", "nav", "form", "style", "dialog", "title"}


class Reader(html.parser.HTMLParser):
    """The lines that a page shows; what is folded and the controls aside."""

    def __init__(self):
        super().__init__()
        self.lines, self.line, self.unread, self.in_script = [], "", [], False

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag in UNREAD or (tag == "p" and "hidden" in attributes) or attributes.get("class") in ("skip", "f"):
            self.unread.append(tag)
        self.in_script = tag == "script"
        if tag == "li" and attributes.get("id", "").startswith("n:"):
            self.line = f"[{attributes['value']}] "

    def handle_endtag(self, tag):
        self.in_script = False
        if self.unread and self.unread[-1] == tag:
            self.unread.pop()
            return
        if tag in ENDS_LINE and not self.unread:
            self.lines.append(" ".join(self.line.split()))
            self.line = ""

    def handle_data(self, data):
        if not self.unread and not self.in_script:
            self.line += data


def run(*arguments):
    kept = ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment.update(CHANCERY_DATA_DIR=DATA, LC_ALL="C.UTF-8", TZ="UTC", HOME=tempfile.gettempdir())
    done = subprocess.run([PROGRAM, "--today", "2026-01-01", *arguments], env=environment, capture_output=True,
                          timeout=120, check=True)
    return done.stdout


def read_page(page):
    # A note's number stands above the line there, and in brackets in plain text.
    page = re.sub(r'<sup><a href="#n:\d+">(\d+)</a></sup>', r" [\1]", page)
    reader = Reader()
    reader.feed(page)
    return [line for line in reader.lines if line]


def read_text(text):
    return [" ".join(re.sub(r"^- ", "", line).split()) for line in text.splitlines() if line.strip()]


def compare(arguments, style):
    page = run(*arguments, "list", "--style", style, "--format", "html", "--no-picture")
    told = read_text(run(*arguments, "list", "--style", style, "--format", "text", "--plain").decode())
    shown = read_page(page.decode())
    for i, (one, other) in enumerate(zip(shown, told)):
        if one != other:
            yield f"line {i + 1}: the page has {one!r}, the text {other!r}"
            return
    if len(shown) != len(told) or len(told) < 200:
        yield f"the page has {len(shown)} lines, the text {len(told)}"
    if len(page) > MOST_BYTES:
        yield f"the page has {len(page)} bytes, more than {MOST_BYTES}"


def checks():
    for name, arguments in (("dprk", ()), ("iran", ("-f", IRAN))):
        for style in ("brief", "press", "scr"):
            yield f"{name}, {style}", list(compare(arguments, style))


if __name__ == "__main__":
    report(list(checks()))
