#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A mark stands in every field of what is not public, and is looked for in everything that is made for readers.

  private.py PROGRAM DATA_FOLDER
"""

import base64
import io
import json
import os
import pathlib
import re
import sys
import tempfile
import zipfile
import zlib

from commands import Program
from checks import Checks
from tap import report

MARK = re.compile(rb"zq[a-z]+mark")
WRITTEN = ["ics", "md", "txt", "html", "xml", "svg", "png", "pdf", "docx", "bib", "ris"]
NAMED = ["timelinejs", "csl"]
ASKED = [["list"], ["count", "--long", "--by", "kind,forum"], ["list", "--ids"], ["show", "open"], ["trail", "open"], ["trail", "open", "--format", "json"],
         ["trail", "open", "--format", "dot"], ["count"], ["count", "--by", "tag"], ["count", "--by", "series"],
         ["count", "--by", "actor"], ["count", "--by", "forum"], ["list", "--disputes=all", "--format", "md"], ["list", "know"], ["explain", "open"]]


def mark(name):
    return f"zq{name}mark"


def event(visibility):
    """Every field that takes free text bears a mark; the others a value that nothing else has."""
    v = visibility[0]
    return {
        "id": mark(f"id{v}"), "title": mark(f"title{v}"), "label": mark(f"label{v}"), "summary": mark(f"summary{v}"),
        "date": "1987-03-04", "place": mark(f"place{v}"), "tags": [mark(f"tag{v}")], "series": mark(f"series{v}"),
        "symbols": [f"{mark('symbol' + v)}/1"], "forum": "un.sc", "status": "planned", "importance": 5, "confidence": "reported",
        "actors": [{"prk": "participant"}], "revised": "2014-02-03", "visibility": visibility, "relations": {"responds-to": "open"},
        "sources": [{"source": "closed" + v, "at": mark(f"at{v}"), "quote": mark(f"quote{v}"), "note": mark(f"note{v}"),
                     "says": {"title": mark(f"says{v}")}}],
        "extra": {"X-OWN": mark(f"extra{v}"), "DESCRIPTION": mark(f"extradescription{v}")},
    }


def source(visibility):
    v = visibility[0]
    fields = ["title", "author", "publisher", "archive", "note"]
    return {name: mark(f"source{name}{v}") for name in fields} | {
        "url": f"https://{mark('url' + v)}.org/{mark('path' + v)}", "symbol": mark(f"sourcesymbol{v}"), "date": "1986-01-02",
        "visibility": visibility}


def timeline():
    """A public event that cites what is not public in every way, beside events that are not."""
    citations = [{"source": "paper", "quote": "said openly", "note": mark("citationnote"), "note-visibility": "private"},
                 {"source": "paper2", "quote": mark("openquote"), "note": mark("openquotenote"), "visibility": "restricted"}]
    citations += [{"source": "closed" + v, "at": mark(f"citedat{v}"), "quote": mark(f"citedquote{v}"), "says": {"date": "1985", "place": mark(f"claim{v}")}}
                  for v in "rp"]
    public = {"id": "open", "title": "What everybody may know", "date": "2014-12-22", "place": "New York", "sources": citations,
              "relations": {"cites": [mark("idr"), mark("idp")]}}
    return {"timeline": "private", "title": "Marks",
            "sources": {"paper": {"title": "The paper", "date": "2014-12-22"}, "closedr": source("restricted"), "closedp": source("private"),
                        "paper2": {"title": "Another", "note": mark("sourcenote"), "note-visibility": "private"}},
            "events": [public, event("restricted"), event("private")]}


def unfold_payloads(out):
    """What base64 hides, of a calendar and of whatever else."""
    for run in re.findall(rb"[A-Za-z0-9+/_-]{16,}", re.sub(rb"\r?\n[ \t]", b"", out)):
        for cut in range(4):
            piece = run[cut:].replace(b"-", b"+").replace(b"_", b"/")
            yield base64.b64decode(piece[:len(piece) // 4 * 4])


def unpack(out):
    """The bytes as they are, and all that is packed into them."""
    yield out
    yield from unfold_payloads(out)
    if out.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(out)) as packed:
            yield from (packed.read(name) for name in packed.namelist())
    for stream in re.finditer(rb"stream\r?\n(.*?)endstream", out, re.DOTALL):
        try:
            yield zlib.decompress(stream.group(1))
        except zlib.error:
            continue


def marks_in(out):
    return sorted({found for part in unpack(out) for found in MARK.findall(part.lower())})


def check_written(checks, program, file, folder):
    made = 0
    for form in WRITTEN + NAMED:
        path = os.path.join(folder, "x." + form)
        options = ["--format", form] if form in NAMED else []
        done = program.run(["-f", file, "export", *options, "-o", path])
        if done.returncode != 0 and (b"no format" in done.stderr or b"plugin" in done.stderr or b"cannot tell" in done.stderr):
            checks.skip(f"{form}: no mark", "it is not written here")
            continue
        made += 1
        out = pathlib.Path(path).read_bytes() if os.path.exists(path) else b""
        checks.point(done.returncode == 0 and out and not marks_in(out) and not marks_in(done.stderr), f"{form}: no mark", done, marks_in(out))
    checks.point(made >= 7, "formats were written", made)


def check_asked(checks, program, file):
    for arguments in ASKED:
        done = program.run(["-f", file, *arguments])
        checks.point(done.returncode == 0 and done.stdout and not marks_in(done.stdout) and not marks_in(done.stderr), f"{' '.join(arguments)}: no mark",
                     done.returncode, marks_in(done.stdout), marks_in(done.stderr), done.stderr[:300])


def check_marks(checks, program, file, folder):
    """With everything asked for they are there: it is the right text that is looked for."""
    path = os.path.join(folder, "all.ics")
    done = program.run(["-f", file, "--visibility", "private", "export", "-o", path])
    found = marks_in(pathlib.Path(path).read_bytes()) if done.returncode == 0 else []
    checks.point(len(found) > 40, "whoever asks for all gets all", len(found), done)
    path = os.path.join(folder, "some.ics")
    done = program.run(["-f", file, "--visibility", "restricted", "export", "-o", path])
    found = marks_in(pathlib.Path(path).read_bytes()) if done.returncode == 0 else []
    private = [one for one in found if one.endswith(b"pmark") or b"citationnote" in one or one == b"zqsourcenotemark"]
    checks.point(len(found) > 15 and not private, "whoever asks for what is restricted gets nothing private", private, len(found), done)


def declare(whole):
    """What the file declares of its own, and keeps: what hidden events name, and what everybody may know."""
    hidden = whole["events"][2]
    hidden["actors"], hidden["kind"] = [{mark("office"): "speaker"}], mark("kind")
    whole["events"][0]["actors"] = [{"known-office": "speaker"}]
    whole["actors"] = {mark("office"): {"kind": "office", "name": mark("officename"), "aliases": [mark("alias")]},
                       "known-office": {"kind": "office", "name": "Known office"}}
    whole["kinds"] = {mark("kind"): {"label": mark("kindlabel"), "nearest": "meeting"}}
    whole["queries"] = {mark("tagr"): "kind:vote", "tags": f"tag:{mark('tagp')} OR kind:vote", "names": f"NOT actor:{mark('alias')}", "known": "place:York"}
    whole["feeds"] = {"tags": {"access": "public", "query": f"tag:{mark('tagr')}"}, "known": {"access": "public", "query": "place:York"}}
    return whole


def check_declared(checks, program, folder):
    """What is declared stays out where it would tell of what is hidden, and comes along where not."""
    file, back = os.path.join(folder, "declared.yaml"), os.path.join(folder, "back.yaml")
    pathlib.Path(file).write_text(json.dumps(declare(timeline()), indent=1))
    for form in ("ics", "yaml", "json", "csv", "chn"):
        path = os.path.join(folder, "declared." + form if form != "yaml" else "shown.yaml")
        done = program.run(["-f", file, "export", "--visibility", "public", "-o", path])
        out = pathlib.Path(path).read_bytes() if done.returncode == 0 else b""
        checks.point(out and not marks_in(out), f"{form} of the public declares nothing hidden", done, marks_in(out))
        program.run(["-f", path, "export", "-o", back])
        read = pathlib.Path(back).read_text()
        kept = ["known-office", "Known office"] + (["known: place:York"] if form not in ("json", "csv") else [])
        checks.point(all(text in read for text in kept), f"{form} of the public declares what everybody may know", read)


def main():
    checks = Checks()
    program = Program(sys.argv[1], sys.argv[2])
    with tempfile.TemporaryDirectory(prefix="chancery-private-") as folder:
        file = os.path.join(folder, "marks.yaml")
        pathlib.Path(file).write_text(json.dumps(timeline(), indent=1))
        check_marks(checks, program, file, folder)
        check_written(checks, program, file, folder)
        check_asked(checks, program, file)
        check_declared(checks, program, folder)
    report(checks)


if __name__ == "__main__":
    main()
