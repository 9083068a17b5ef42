#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""chancery serve as clients use it, and as they should not. Prints TAP.

  core.py PROGRAM
"""

import contextlib
import gzip
import os
import pathlib
import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import traceback

from server import folder, serving
from timelines import BROKEN, small, title_of

SERVER_FIELDS = re.compile(rb"(?m)^Date: .*\r\n")


def answer_of(server, target, **headers):
    return server.request(target, headers={name.replace("_", "-"): value for name, value in headers.items()})


def expect(actual, wanted, what=""):
    assert actual == wanted, f"{what}: {actual!r}, not {wanted!r}"


# What HTTP asks for.

def methods(program, home):
    with serving(program, [small(home)]) as server:
        status, fields, body = server.request("/feeds/all.ics")
        expect(status, 200)
        expect(fields["content-type"], "text/calendar; charset=utf-8")
        assert "content-disposition" not in fields and body.startswith(b"BEGIN:VCALENDAR\r\n")
        expect(int(fields["content-length"]), len(body))
        for target in ("/feeds/all.ics", "/events.json?q=year:2014", "/", "/healthz"):
            get, head = server.request(target), server.request(target, method="HEAD")
            expect((head[0], head[2]), (200, b""), target)
            same = [name for name in get[1] if name not in ("date",)]
            expect({name: head[1].get(name) for name in same}, {name: get[1][name] for name in same}, target)
        for method in ("POST", "PUT", "DELETE", "PROPFIND", "OPTIONS", "TRACE", "PATCH", "FOO"):
            status, fields, _ = server.request("/feeds/all.ics", method=method)
            expect((status, fields.get("allow")), (405, "GET, HEAD"), method)
        expect(server.request("/feeds/all.ics", method="POST", body=b"x" * 10)[0], 413, "a body")
        assert b" 413 " in server.raw(b"GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n").split(b"\r\n")[0]
        expect(answer_of(server, "/feeds/all.ics", Accept="image/png")[0], 200, "Accept is not asked")


def validators(program, home):
    with serving(program, [small(home)]) as server:
        for gzipped in (False, True):
            coding = {"Accept_Encoding": "gzip"} if gzipped else {}
            status, fields, body = answer_of(server, "/feeds/all.json", **coding)
            expect((status, fields.get("content-encoding")), (200, "gzip" if gzipped else None))
            tag, since = fields["etag"], fields["last-modified"]
            assert re.fullmatch(r'"[0-9a-f]{32}(-gzip)?"', tag), tag
            expect(tag.endswith('-gzip"'), gzipped)
            for match in (tag, f"W/{tag}", f'"other", {tag}', f'W/"a",W/{tag}', "*"):
                status, known, rest = answer_of(server, "/feeds/all.json", If_None_Match=match, **coding)
                expect((status, rest), (304, b""), match)
                expect(known["etag"], tag)
                for name in ("cache-control", "vary"):
                    expect(known[name], fields[name], name)
                assert known.get("content-length", "0") == "0" and "transfer-encoding" not in known, known
            for match in ('"other"', tag[:-2] + '"', tag.strip('"'), ""):
                expect(answer_of(server, "/feeds/all.json", If_None_Match=match, **coding)[2], body, match)
            expect(answer_of(server, "/feeds/all.json", If_Modified_Since=since, **coding)[0], 304)
            expect(answer_of(server, "/feeds/all.json", If_Modified_Since="Sun, 06 Nov 1994 08:49:37 GMT", **coding)[0], 200)
            expect(answer_of(server, "/feeds/all.json", If_Modified_Since="nonsense", **coding)[0], 200)
            expect(answer_of(server, "/feeds/all.json", If_None_Match='"x"', If_Modified_Since=since, **coding)[0], 200)
            assert "Accept-Encoding" in fields["vary"]
        # Requests one after the other on a connection: nothing lies between their answers.
        with server.connect() as connection:
            for _ in range(3):
                connection.sendall(b"GET /feeds/all.json HTTP/1.1\r\nHost: x\r\nIf-None-Match: *\r\n\r\n")
                said = connection.recv(65536)
                assert said.startswith(b"HTTP/1.1 304 ") and said.endswith(b"\r\n\r\n") and said.count(b"\r\n\r\n") == 1, said
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            said = b"".join(iter(lambda: connection.recv(65536), b""))
            assert said.startswith(b"HTTP/1.1 200 ") and said.endswith(b"\r\n\r\nok\n"), said


def compression(program, home):
    with serving(program, [small(home)]) as server:
        plain = server.request("/feeds/all.ics")[2]
        for target, accepts, agent, packed in (
                ("/feeds/all.ics", "gzip, deflate, br", "Mozilla/5.0", True),
                ("/feeds/all.ics", "gzip;q=0", "Mozilla/5.0", False),
                ("/feeds/all.ics", "br", "Mozilla/5.0", False),
                ("/feeds/all.ics", "*", "iOS/17.0 dataaccessd/1.0", True),
                ("/feeds/all.ics?gzip=0", "gzip", "Mozilla/5.0", False),
                ("/feeds/all.ics?gzip=1", "gzip", "Mozilla/5.0", True),
                ("/feeds/all.ics", "gzip", "Microsoft Office/16.0 (Microsoft Outlook 16.0.5134; Pro)", False)):
            status, fields, body = answer_of(server, target, Accept_Encoding=accepts, User_Agent=agent)
            expect(status, 200)
            expect(fields.get("content-encoding"), "gzip" if packed else None, (target, accepts, agent))
            expect(gzip.decompress(body) if packed else body, plain)
        before = server.metrics()
        for _ in range(5):
            answer_of(server, "/feeds/all.ics", Accept_Encoding="gzip")
        after = server.metrics()
        expect(after["chancery_answers_made_total"], before["chancery_answers_made_total"])
        expect(after["chancery_kept_answers_total"], before["chancery_kept_answers_total"] + 5)


def wrong_questions(program, home):
    with serving(program, [small(home)], "--answer-bytes", "20000") as server:
        status, fields, body = server.request("/events.json?q=yeer:2014")
        expect(status, 400)
        expect(fields["content-type"], "text/plain; charset=utf-8")
        assert b"yeer" in body and b"^^^^" in body, body
        status, _, body = server.request("/events.html?q=year:2014")
        expect(status, 400)
        assert b"20000" in body.replace(b",", b"").replace(b" ", b""), body
        for target in ("/feeds/all.pdf", "/feeds/all", "/feeds/", "/feeds", "/none", "/feeds/none.ics", "/feeds/all.ics/", "/metrics"):
            status, _, body = server.request(target)
            expect((status, body), (404, b"There is nothing at this address.\n"), target)


# What nobody should send.

PATHS = [
    "/../../etc/passwd", "/feeds/../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/feeds/..%2f..%2f..%2fetc%2fpasswd",
    "/feeds/%2e%2e%2f%2e%2e%2fetc/passwd", "/..%c0%af..%c0%afetc/passwd", "/feeds/....//....//etc/passwd", "//etc/passwd",
    "/etc/passwd", "/feeds/all.ics%00.html", "/feeds/%00", "/feeds/\\..\\..\\etc\\passwd", "/feeds/%5c..%5c..%5cetc%5cpasswd",
    "/feeds/.", "/feeds/..", "/./feeds/all.ics", "/feeds/all.ics;a=b", "/feeds/%252e%252e/all.ics", "/~root/", "/proc/self/environ",
    "/feeds/all.ics%0d%0aX-Injected:%20yes", "/%ff%fe", "/feeds/" + "a" * 4000, "/" + "a/" * 2000, "file:///etc/passwd", "*",
]


def paths(program, home):
    with serving(program, [small(home)]) as server:
        for path in PATHS:
            said = server.raw(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode("latin-1"))
            status = said.split(b" ")[1:2]
            assert status and status[0] in (b"400", b"404"), (path, said[:200])
            assert b"root:" not in said and b"X-Injected" not in said, path
        for query in ("%00", "%1b[2J", "%ff", "a%", "%zz", "&".join(f"a{i}=" for i in range(100))):
            assert server.request(f"/events.ics?q={query}")[0] == 400, query


def enormous(program, home):
    million = b"a" * 1_000_000
    with serving(program, [small(home)]) as server:
        for data, statuses in (
                (b"GET /" + million + b" HTTP/1.1\r\nHost: x\r\n\r\n", (b"414", b"431")),
                (b"GET /events.ics?q=" + million + b" HTTP/1.1\r\nHost: x\r\n\r\n", (b"414", b"431")),
                (b"GET / HTTP/1.1\r\nHost: x\r\nX-A: " + million + b"\r\n\r\n", (b"431",)),
                (b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X: 1\r\n" * 170_000 + b"\r\n", (b"431",)),
                (million, (b"414", b"431", b"400", None)),
                (b"GET /" + b"a" * 8192 + b" HTTP/1.1\r\nHost: x\r\n\r\n", (b"414",)),
                (b"GET /events.ics?q=" + b"a" * 9000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", (b"414",)),
                (b"GET / HTTP/1.1\r\nHost: x\r\nX-A: " + b"a" * 17_000 + b"\r\n\r\n", (b"431",))):
            said = server.raw(data)
            status = said.split(b" ")[1] if said else None
            assert status in statuses or (len(data) >= 1_000_000 and status is None), (data[:40], said[:100])
        assert b" 200 " in server.raw(b"GET / HTTP/1.1\r\nHost: x\r\nX-A: " + b"a" * 15_000 + b"\r\n\r\n")[:20]
        expect(server.request("/healthz")[0], 200)


def nonsense(program, home):
    dice = random.Random(20)
    with serving(program, [small(home)]) as server:
        for data in (b"GET /healthz\0/x HTTP/1.1\r\nHost: x\r\n\r\n", b"\0" * 100, b"\r\n" * 50, b"GET\r\n\r\n", b"GET  HTTP/1.1\r\n\r\n",
                     b"GET / HTTP/9.9\r\nHost: x\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"x" * 500,
                     b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
                     b"GET / HTTP/1.1\r\nHost: x\r\n folded: x\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
                     *(bytes(dice.randrange(256) for _ in range(dice.randrange(1, 400))) + b"\r\n\r\n" for _ in range(200))):
            with server.connect() as connection, contextlib.suppress(ConnectionError):
                connection.sendall(data)
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(65536):
                    pass
        expect(server.request("/healthz")[0], 200)


def closing_clients(program, home):
    with serving(program, [small(home)]) as server:
        server.request("/feeds/all.html")
        server.wait_for(lambda: server.metrics()["chancery_connections"] <= 1, "a connection stays")
        before = server.descriptors()
        for i in range(400):
            with server.connect() as connection:
                if i % 4:
                    connection.sendall(b"GET /feeds/all.html HTTP/1.1\r\nHost: x\r\n\r\n"[:None if i % 4 > 1 else 20])
                if i % 4 == 3:
                    connection.recv(1)
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # resets the connection
        for i in range(60):  # answers that are still being made
            with server.connect() as connection:
                connection.sendall(f"GET /events.html?q=year:2014..{2015 + i} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        expect(server.request("/healthz")[0], 200)
        server.wait_for(lambda: server.descriptors() <= before + 2, f"of {before} descriptors there are {server.descriptors()}", 30)


def slow_clients(program, home):
    asked = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
    with serving(program, [small(home)], "--request-seconds", "2", "--connections", "40") as server:
        with server.connect() as connection:
            for byte in asked:
                connection.sendall(bytes([byte]))
                time.sleep(0.005)
            assert b" 200 " in connection.recv(4096)[:20], "a byte at a time, in time"
        late = [server.connect() for _ in range(60)]
        begun = time.monotonic()
        stop = threading.Event()

        def drip():
            sent = 0
            while not stop.wait(0.3):
                for connection in late:
                    with contextlib.suppress(OSError):
                        connection.sendall(asked[sent % 30:sent % 30 + 1])
                sent += 1
        dripping = threading.Thread(target=drip)
        dripping.start()
        try:
            expect(server.request("/healthz", timeout=15)[0], 200)
            assert time.monotonic() - begun < 12, "others waited"
            server.wait_for(lambda: server.metrics()["chancery_connections"] <= 1, "slow clients stay", 20)
        finally:
            stop.set()
            dripping.join()
            for connection in late:
                connection.close()


def wrong_tokens(program, home):
    dice = random.Random(21)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
    with serving(program, [small(home)]) as server:
        unknown = SERVER_FIELDS.sub(b"", server.raw(b"GET /t/aaaa/none.ics HTTP/1.1\r\nHost: x\r\n\r\n"))
        assert b" 404 " in unknown.split(b"\r\n")[0], unknown
        with server.connect() as connection:
            for i in range(3000):
                token = "".join(dice.choice(letters) for _ in range(dice.choice((0, 1, 16, 32, 43, 44, 64, 200))))
                target = dice.choice((f"/t/{token}/feeds/desk.ics", f"/t/{token}/feeds/all.ics", f"/t/{token}/events.ics", f"/feeds/desk.ics?token={token}", f"/feeds/desk.ics?{token}"))
                if "//" in target:
                    continue
                connection.sendall(f"GET {target} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
                said = b""
                while not said.endswith(b"address.\n"):
                    said += connection.recv(65536)
                expect(SERVER_FIELDS.sub(b"", said), unknown, target)
        assert "no-referrer" in unknown.decode() and "noindex" in unknown.decode()


# Running it.

def made_once(program, home):
    with serving(program, [small(home, 3000)]) as server:
        before = server.metrics()["chancery_answers_made_total"]
        results = []
        threads = [threading.Thread(target=lambda: results.append(server.request("/feeds/all.html"))) for _ in range(40)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        expect({(status, body) for status, _, body in results}.__len__(), 1)
        expect(results[0][0], 200)
        expect(server.metrics()["chancery_answers_made_total"] - before, 1)


def cut(program, home):
    """What takes too long is given up, and says so; others are served meanwhile, and it is told in log and metrics."""
    with serving(program, [small(home, 120000)], "--answer-seconds", "1", "--answer-bytes", "1000000000") as server:
        slow = "/events.html?q=" + "+OR+".join(f"text:%22group+heard+{i}%22" for i in range(60)) + "+OR+kind:meeting"
        answers = []
        threads = [threading.Thread(target=lambda: answers.append(server.request(slow, timeout=120)))]
        threads[0].start()
        begun = time.monotonic()
        expect(server.request("/healthz")[0], 200)
        assert time.monotonic() - begun < 5
        threads[0].join()
        status, fields, body = answers[0]
        expect((status, "retry-after" in fields), (503, True), body[:200])
        assert body.strip() and len(body) < 1000, body[:1000]
        expect(server.metrics()["chancery_answers_cut_total"], 1)
        server.wait_for_line("was given up after")


def bounded(program, home):
    with serving(program, [small(home, 300)], "--kept-bytes", "1000000") as server:
        for i in range(60):
            status, _, body = server.request(f"/events.json?q=year:1990..{2000 + i}")
            expect(status, 200)
        metrics = server.metrics()
        assert metrics["chancery_kept_bytes"] <= 1_000_000, metrics
        assert metrics["chancery_kept_dropped_total"] > 10, metrics
        server.wait_for(lambda: server.metrics()["chancery_body_bytes"] <= 1_000_000, "bodies stay")


def reloads(program, home):
    path = small(home)
    with serving(program, [path]) as server:
        before = server.request("/feeds/all.ics")
        failures, stop = [], threading.Event()

        def ask():
            while not stop.is_set():
                status, _, body = server.request("/feeds/all.ics")
                if status != 200 or not body.endswith(b"END:VCALENDAR\r\n"):
                    failures.append((status, body[-80:]))
        threads = [threading.Thread(target=ask) for _ in range(3)]
        for thread in threads:
            thread.start()
        try:
            path.write_text(path.read_text().replace(title_of(0), "Another title"))
            server.wait_for(lambda: b"Another title" in server.request("/feeds/all.ics")[2], "the change does not arrive")
            after = server.request("/feeds/all.ics")
            assert after[1]["etag"] != before[1]["etag"]
            assert after[1]["etag"] == server.request("/feeds/all.ics")[1]["etag"]
            good = path.read_text()
            path.write_text(BROKEN)
            server.wait_for_line("what was read before is served on")
            expect(server.request("/feeds/all.ics")[2], after[2], "the old one stays")
            path.write_text(good)
            server.tell(signal.SIGHUP)
            server.wait_for(lambda: server.log.count("read the timeline again") >= 2, "SIGHUP is not heard")
            again = server.request("/feeds/all.ics")
            expect((again[1]["etag"], again[1]["last-modified"]), (after[1]["etag"], after[1]["last-modified"]),
                   "what is as before has the validators that it had")
        finally:
            stop.set()
            for thread in threads:
                thread.join()
        expect(failures, [])
        metrics = server.metrics()
        assert metrics["chancery_failed_loads_total"] >= 1 and metrics["chancery_loads_total"] >= 3, metrics


def folders(program, home):
    place = home / "folder"
    place.mkdir()
    small(place)
    with serving(program, [place]) as server:
        (place / "b.yaml").write_text("timeline: b\ntitle: B\nevents:\n  - {id: later, date: 2020-01-01, title: What came later}\n")
        server.wait_for(lambda: b"What came later" in server.request("/feeds/all.json")[2], "a new file is not seen")
        (place / "b.yaml").unlink()
        server.wait_for(lambda: b"What came later" not in server.request("/feeds/all.json")[2], "a file that goes is not seen")


def ends_gracefully(program, home):
    with serving(program, [small(home, 3000)]) as server:
        with server.connect() as waiting, server.connect() as idle:
            waiting.sendall(b"GET /feeds/all.html HTTP/1.1\r\nHost: x\r\n\r\n")
            time.sleep(0.05)
            server.tell(signal.SIGTERM)
            said = waiting.recv(200)
            assert b" 200 " in said[:20], said
            length = int(re.search(rb"Content-Length: (\d+)", said + waiting.recv(2000))[1])
            rest = 0
            while rest < length - 2200:
                piece = waiting.recv(1 << 20)
                assert piece, f"cut after {rest} of {length} bytes"
                rest += len(piece)
            idle.settimeout(20)
            with contextlib.suppress(ConnectionError):
                expect(idle.recv(1), b"", "idle connections are closed")
        expect(server.stop(), 0, "its exit status")
        assert server.log.endswith("ended"), server.log
    with serving(program, [small(home)]) as server:
        expect(server.stop(signal.SIGINT), 0, "its exit status")


def killed(program, home):
    path = small(home)
    with serving(program, [path]) as server:
        before = server.request("/feeds/all.ics")
        port = server.port
        server.stop(signal.SIGKILL)
    with serving(program, [path], "--listen", f"127.0.0.1:{port}") as server:
        after = server.request("/feeds/all.ics")
        expect((after[0], after[1]["etag"], after[2]), (200, before[1]["etag"], before[2]))


def make_token(program, path, store, *arguments):
    result = subprocess.run([program, "-f", str(path), "serve", "token", *arguments, "--tokens", str(store)], capture_output=True, text=True, timeout=60)
    assert result.returncode == 0, result.stderr
    return result.stdout


def tokens(program, home):
    """A secret address works, is private, is in no log, outlives a kill, and ends when it is revoked."""
    path, store = small(home), home / "tokens"
    make_token(program, path, store, "add", "desk", "--label", "first")
    first = re.search(r"/t/[^/\s]+/feeds/desk", make_token(program, path, store, "add", "desk", "--label", "Ana"))[0] + ".ics"
    secret = first.split("/")[2]
    expect(os.stat(store).st_mode & 0o777, 0o600, "its mode")
    assert secret not in store.read_text(), "the secret is kept"
    with serving(program, [path], "--tokens", store, "--log-requests") as server:
        status, fields, body = server.request(first)
        expect((status, fields["referrer-policy"], fields["x-robots-tag"].split(",")[0]), (200, "no-referrer", "noindex"))
        assert fields["cache-control"].startswith("private"), fields
        expect(answer_of(server, first, If_None_Match=fields["etag"])[0], 304)
        private = answer_of(server, first, If_None_Match=fields["etag"])[1]
        expect((private["referrer-policy"], private["cache-control"]), (fields["referrer-policy"], fields["cache-control"]))
        expect(server.request(first.replace("desk", "all"))[0], 404, "a token is of one feed")
        later = re.search(r"/t/[^/\s]+/feeds/desk", make_token(program, path, store, "add", "desk", "--label", "Ben"))[0] + ".ics"
        server.wait_for(lambda: server.request(later)[0] == 200, "a new token is not seen", 10)
        server.stop(signal.SIGKILL)
        assert secret not in server.log, server.log
    with serving(program, [path], "--tokens", store) as server:
        expect(server.request(first)[2], body, "after a kill")
        listed = make_token(program, path, store, "list")
        assert secret not in listed
        number = next(line for line in listed.splitlines() if "Ana" in line).split()[0]
        make_token(program, path, store, "revoke", number)
        server.wait_for(lambda: server.request(first)[0] == 404, "a revoked token still works", 3)
        expect(server.request(later)[0], 200)
        unknown, revoked = (SERVER_FIELDS.sub(b"", server.raw(f"GET {target} HTTP/1.1\r\nHost: x\r\n\r\n".encode())) for target in ("/feeds/none.ics", first))
        expect(revoked, unknown)


def says_little(program, home):
    with serving(program, [small(home)], "--log-requests") as server:
        server.request("/t/SECRETTOKEN/feeds/desk.ics")
        server.request("/feeds/desk.ics?token=SECRETTOKEN")
        server.request("/events.ics?q=title:SECRETWORD")
        server.request("/events.ics?q=SECRETFIELD:1")
        server.request("/feeds/all.ics", headers={"User-Agent": "SECRETAGENT", "Referer": "SECRETREFERER"})
        server.raw(b"GET /t/SECRETTOKEN/\x1b[2J HTTP/1.1\r\nHost: SECRETHOST\r\n\r\n")
        server.wait_for(lambda: server.log.count("GET") >= 6, "requests are not logged")
        metrics = " ".join(server.metrics())
        for text in (server.log, metrics):
            assert "SECRET" not in text and "\x1b" not in text, text


def activation(program, home):
    with socket.socket() as feeds, socket.socket() as metrics, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notices:
        for one in (feeds, metrics):
            one.bind(("127.0.0.1", 0))
            one.listen(16)
        notices.bind(str(home / "notify"))
        notices.settimeout(20)
        script = 'exec 3<&"$1" 4<&"$2"; export LISTEN_PID=$$ LISTEN_FDS=2 LISTEN_FDNAMES=feeds:metrics; shift 2; exec "$@"'
        process = subprocess.Popen(["bash", "-c", script, "bash", str(feeds.fileno()), str(metrics.fileno()), program, "-f", str(small(home)), "serve"],
                                   pass_fds=[feeds.fileno(), metrics.fileno()], stderr=subprocess.DEVNULL,
                                   env={**os.environ, "NOTIFY_SOCKET": str(home / "notify")})
        try:
            expect(notices.recv(100), b"READY=1")
            for one, path in ((feeds, b"/healthz"), (metrics, b"/metrics")):
                with socket.create_connection(one.getsockname(), timeout=20) as connection:
                    connection.sendall(b"GET " + path + b" HTTP/1.1\r\nHost: x\r\n\r\n")
                    assert b" 200 " in connection.recv(4096)[:20], path
            process.send_signal(signal.SIGHUP)
            expect([notices.recv(100), notices.recv(100)], [b"RELOADING=1", b"READY=1"])
            process.send_signal(signal.SIGTERM)
            expect(notices.recv(100), b"STOPPING=1")
            expect(process.wait(20), 0)
        finally:
            process.kill()
            process.wait()


def refusals(program, home):
    """What is asked for wrongly ends at once, and says what to write."""
    path = str(small(home))
    for arguments, said in (
            (["--listen", "localhost:8080"], "127.0.0.1:8080"),
            (["--listen", "8080"], "127.0.0.1:8080"),
            (["--listen", ":0", "--metrics-listen", "0.0.0.0:0"], "of this machine"),
            (["--trusted-proxy", "example.org"], "10.0.0.0/8"),
            (["--base-url", "example.org"], "https://example.org"),
            (["--connections", "0"], "from 1 on"),
            (["--feeds", str(home / "none.yaml")], "none.yaml"),
            (["--answer-seconds", "soon"], "number")):
        result = subprocess.run([program, "-f", path, "serve", *arguments], capture_output=True, text=True, timeout=60)
        assert result.returncode in (2, 3) and said in result.stderr, (arguments, result.returncode, result.stderr)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = subprocess.run([program, "-f", path, "serve", "--listen", f"127.0.0.1:{taken.getsockname()[1]}"], capture_output=True, text=True, timeout=60)
        expect(result.returncode, 3)
        assert "cannot listen" in result.stderr, result.stderr


TESTS = [
    ("GET, HEAD, and no other method; no body", methods),
    ("ETag, Last-Modified and 304, plain and compressed", validators),
    ("gzip is kept and shared, and off where it is not taken", compression),
    ("a wrong query is 400 with the place, too much is 400, nothing is 404", wrong_questions),
    ("no path leads out", paths),
    ("a megabyte of path, query, header", enormous),
    ("bytes that are no request", nonsense),
    ("clients that close at once", closing_clients),
    ("clients that send a byte now and then are shut out in time", slow_clients),
    ("three thousand wrong tokens are all the same as an unknown feed", wrong_tokens),
    ("an answer is made once for all who wait", made_once),
    ("what takes too long is cut, and says so", cut),
    ("what is kept is bounded", bounded),
    ("a change arrives, drops no request, and a broken file is refused", reloads),
    ("files that come to a folder and go", folders),
    ("SIGTERM and SIGINT end it when what was asked is answered", ends_gracefully),
    ("killed and started again, it serves the same", killed),
    ("a secret address: private, kept as a hash, revoked within seconds, there again after a kill", tokens),
    ("neither log nor metrics tell what was asked for", says_little),
    ("sockets from systemd, and what it is told", activation),
    ("what is asked for wrongly says what to write", refusals),
]


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    wanted = sys.argv[2:]
    tests = [test for test in TESTS if not wanted or test[1].__name__ in wanted]
    failed = False
    print(f"1..{len(tests)}")
    for number, (name, test) in enumerate(tests, 1):
        with folder() as home:
            try:
                test(program, home)
                print(f"ok {number} {name}", flush=True)
            except Exception:
                failed = True
                print(f"not ok {number} {name}")
                for line in traceback.format_exc().splitlines()[-8:]:
                    print(f"# {line[:1500]}", flush=True)
    sys.exit(1 if failed else 0)


main()
