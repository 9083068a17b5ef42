"""Proves that every source file which a comment or a page for contributors names is there."""

import pathlib
import re
import sys

from tap import report

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# A path such as timeline/seal/order.c, or a name alone; a star or capitals stand for any.
MENTION = re.compile(r"(?<![\w./*-])((?:[a-z0-9_-]+/)*[a-z0-9_-]+\.[ch])\b")
PAGES = ("engine/README.md", "CONTRIBUTING.md", "README.md")


def known_paths(root):
    files = [p for folder in ("engine", "include", "tools", "tests") for p in (root / folder).rglob("*.[ch]")]
    return {"/" + str(p.relative_to(root)) for p in files}


def missing(root, place, text, known):
    for mention in MENTION.findall(text):
        if not any(path.endswith("/" + mention) for path in known):
            yield f"{place.relative_to(root)} names {mention}"


def stale_comments(root, known):
    complaints = []
    for folder in ("engine", "include", "tools", "tests"):
        for file in sorted((root / folder).rglob("*.[ch]")):
            for comment in COMMENT.findall(file.read_text()):
                complaints += missing(root, file, comment, known)
    return complaints


def stale_pages(root, known):
    return [c for page in PAGES for c in missing(root, root / page, (root / page).read_text(), known)]


def main():
    root = pathlib.Path(sys.argv[1])
    known = known_paths(root)
    report([
        ("comments name files that are there", stale_comments(root, known)),
        ("pages name files that are there", stale_pages(root, known)),
    ])


main()
