#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A mark stands in every field of what is not public, and is looked for in everything that is served: bodies, header fields, messages
and the log, in every format and after many questions. Prints TAP.

  marks.py PROGRAM
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "robust"), str(ROOT / "structure")]

from checks import Checks  # noqa: E402
from private import mark, marks_in, timeline  # noqa: E402
from server import Server  # noqa: E402
from tap import report  # noqa: E402

FORMATS = ["ics", "json", "csv", "md", "html", "xml", "svg"]
FIELDS = ["actor", "forum", "kind", "tag", "series", "symbol", "source", "place", "text", "title", "id", "status", "says", "confirmed", "disputed",
          "speaker", "responds-to", "cites", "leads-to+", "during", "after", "before", "within"]


def declare(whole):
    """What only hidden events name, declared for everybody to see; and feeds that show more and less."""
    for one, v in zip(whole["events"][1:], "rp"):
        one["actors"] = [{mark(f"office{v}"): mark(f"role{v}")}]
        one["kind"], one["forum"] = mark(f"kind{v}"), f"un.{mark('forum' + v)}"
        one["relations"] = {mark(f"relation{v}"): "open"}
    whole["events"].append({"id": mark("idoutside"), "title": mark("titleoutside"), "date": "2014-12-23", "kind": "visit", "tags": [mark("tagoutside")],
                            "sources": ["elsewhere"], "relations": {"responds-to": "open"}, "actors": [{mark("officeoutside"): "speaker"}]})
    whole["sources"]["elsewhere"] = {"title": mark("sourceoutside")}
    whole["actors"] = {mark(f"office{v}"): {"kind": "office", "name": mark(f"officename{v}"), "aliases": [mark(f"alias{v}")]} for v in ("r", "p", "outside")}
    whole["forums"] = {f"un.{mark('forum' + v)}": {"name": mark(f"forumname{v}")} for v in "rp"}
    whole["kinds"] = {mark(f"kind{v}"): {"label": mark(f"kindlabel{v}")} for v in "rp"}
    whole["roles"] = {mark(f"role{v}"): {"label": mark(f"rolelabel{v}")} for v in "rp"}
    whole["relations"] = {mark(f"relation{v}"): {"label": mark(f"relationlabel{v}"), "inverse": mark(f"inverse{v}")} for v in "rp"}
    whole["queries"] = {mark("queryname"): f"tag:{mark('querytext')}"}
    whole["feeds"] = {
        "open": {"access": "public", "query": "NOT kind:visit", "payload": "yes", "front": "yes"},
        "events": {"access": "public", "query": "NOT kind:visit", "payload": "yes"},
        mark("feedname"): {"title": mark("feedtitle"), "query": f"tag:{mark('tagr')}", "visibility": "restricted"},
        "desk": {"visibility": "private", "payload": "yes"},
        "some": {"visibility": "restricted", "payload": "yes", "query": "NOT kind:visit"},
    }
    return whole


def hidden_words():
    """Beginnings of what is marked, as somebody would guess them."""
    return [name[:-1] for name in map(mark, ["idr", "idp", "tagr", "officer", "officep", "aliasr", "officenamep", "forumr", "kindr", "rolep", "relationr",
                                             "queryname", "feedname", "seriesr", "placer", "idoutside", "officeoutside", "tagoutside"])]


def queries():
    yield ""
    for word in ["open", "know", "2014", "1987", "zq", "today", "is:disputed", "is:unsourced", "is:overdue", "(", "a AND", "forun:un", "@@x", "@ope", "maybe:(no:russia)", "NOT @open",
                 "visibility:private", "visibility:restricted", "status:planned", "importance:5", "date:1987..1988", "confidence:reported", "-kind:other"]:
        yield word
    for word in hidden_words():
        yield word
        yield f"@{word}"
        yield f"@@{word}"
        yield f"{word}:x"
        yield f"after:@{word}+1y"
        for field in FIELDS:
            yield f"{field}:{word}"
            yield f"NOT {field}={word}"


def said(server, target):
    """Everything that comes back, but for the question itself where it is said again."""
    status, fields, body = server.request(target)
    return status, body + "\n".join(f"{name}: {value}" for name, value in fields.items()).encode()


def check_questions(checks, server):
    found, statuses = [], {}
    for query in queries():
        for form in FORMATS[:2] if query.count("zq") else FORMATS:
            target = f"/events.{form}?q={urllib.parse.quote(query)}"
            status, out = said(server, target)
            statuses[status] = statuses.get(status, 0) + 1
            if marks_in(out):
                found.append((target, marks_in(out), out[:300]))
    checks.point(not found, "no question is answered with what is hidden", *found[:5])
    checks.point(set(statuses) == {200, 400} and min(statuses.values()) > 20, "questions are answered, or refused", statuses)


def check_feeds(checks, server):
    for form in FORMATS:
        status, out = said(server, f"/feeds/open.{form}")
        checks.point(status == 200 and len(out) > 150 and not marks_in(out), f"open.{form}: no mark", status, marks_in(out))
    status, out = said(server, "/")
    checks.point(status == 200 and b"feeds/open.ics" in out and not marks_in(out), "the page: no mark", status, marks_in(out))
    wrong = [said(server, f"{at}{name}.ics") for at in ("/feeds/", "/t/abc/feeds/") for name in ("desk", mark("feedname"), "none")]
    same = {out.replace(b"desk", b"").split(b"date:")[0] for _, out in wrong}
    checks.point({status for status, _ in wrong} == {404} and len(same) == 1, "what takes a token is as what there is not", wrong)


def check_tokens(checks, server, opened):
    """Who has a token sees what its feed shows, and it is the right text that was looked for."""
    _, out = said(server, opened["desk"].replace(".ics", ".json"))
    checks.point(len(marks_in(out)) > 60, "all that is marked is served to who may see it", len(marks_in(out)))
    for form in FORMATS:
        _, out = said(server, opened["some"].replace(".ics", "." + form))
        wrong = [one for one in marks_in(out) if one[2:-4].endswith((b"p", b"outside")) and not one.endswith(b"citationnotemark") or b"query" in one or b"feed" in one]
        checks.point(form in ("svg", "md") or marks_in(out), f"some.{form}: what is restricted is shown", len(marks_in(out)))
        checks.point(not wrong, f"some.{form}: nothing private", wrong)


def add_token(program, file, tokens, feed):
    done = subprocess.run([program, "-f", file, "serve", "token", "add", feed, "--tokens", tokens], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def main():
    checks, program = Checks(), sys.argv[1]
    with tempfile.TemporaryDirectory(prefix="chancery-marks-") as folder:
        file, tokens = str(pathlib.Path(folder) / "marks.yaml"), str(pathlib.Path(folder) / "tokens")
        pathlib.Path(file).write_text(json.dumps(declare(timeline()), indent=1))
        opened = {feed: add_token(program, file, tokens, feed) for feed in ("desk", "some")}
        server = Server(program, [file], "--tokens", tokens, "--log-requests", "--base-url", "https://example.org")
        try:
            check_feeds(checks, server)
            check_questions(checks, server)
            before = server.log
            check_tokens(checks, server, opened)
            secrets = [address.split("/")[2] for address in opened.values()]
            checks.point(not marks_in(before.encode()), "the log: no mark", marks_in(before.encode()))
            checks.point(not any(secret in server.log for secret in secrets), "the log: no token")
        finally:
            server.stop()
    report(checks)


if __name__ == "__main__":
    main()
