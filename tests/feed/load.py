#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a feed server bears. Prints TAP.

  load.py PROGRAM [PART...]     parts: slow readers many minutes

The last takes ten minutes (MINUTES says how many) with 100,000 events (EVENTS).
"""

import contextlib
import os
import pathlib
import random
import resource
import socket
import sys
import threading
import time
import traceback

from server import folder, serving
from timelines import HEAD, small, text

MEBIBYTE = 1 << 20


def slow(program, home):
    """1,100 clients that send a byte every four seconds; everybody else is served within ten seconds."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 4096)), hard))
    with serving(program, [small(home, 2000)]) as server:
        clients, stop = [], threading.Event()

        def drip():
            """Who is shut out comes again."""
            asked = b"GET /feeds/all.ics HTTP/1.1\r\nHost: x\r\n" + b"X-Slow: yes\r\n" * 50
            sent = [0] * 1100
            while not stop.is_set():
                begun = time.monotonic()
                for i in range(1100):
                    if i >= len(clients):
                        with contextlib.suppress(OSError):
                            clients.append(server.connect(5))
                    try:
                        clients[i].send(asked[sent[i] % 500:sent[i] % 500 + 1], socket.MSG_DONTWAIT)
                        sent[i] += 1
                    except (OSError, IndexError):
                        with contextlib.suppress(OSError, IndexError):
                            clients[i].close()
                            clients[i] = server.connect(5)
                            sent[i] = 0
                stop.wait(max(0, 4 - (time.monotonic() - begun)))
        dripping = threading.Thread(target=drip)
        dripping.start()
        try:
            server.wait_for(lambda: len(clients) >= 1000, "the slow clients do not come", 60)
            waits = []
            for _ in range(20):
                begun = time.monotonic()
                status, _, body = server.request("/feeds/all.ics", timeout=60)
                waits.append(time.monotonic() - begun)
                assert status == 200 and body.endswith(b"END:VCALENDAR\r\n")
                time.sleep(0.5)
            print(f"# longest wait {max(waits):.2f} s, memory {server.memory() / MEBIBYTE:.0f} MiB", flush=True)
            assert max(waits) <= 10, waits
            assert server.memory() <= 300 * MEBIBYTE, server.memory()
        finally:
            stop.set()
            dripping.join()
            for client in clients:
                client.close()


def readers(program, home):
    """Six that take the biggest answer that there may be a few bytes at a time; others and memory do not suffer."""
    path = home / "timeline.yaml"
    path.write_text(text(25_000))
    with serving(program, [path], "--answer-seconds", "60") as server:
        status, fields, body = server.request("/feeds/all.ics", timeout=120)
        assert status == 200 and len(body) > 12 * MEBIBYTE, (status, len(body))
        slow_ones = []
        for i in range(6):
            connection = socket.socket()
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.connect(("127.0.0.1", server.port))
            connection.sendall(f"GET /feeds/all.ics?gzip=0 HTTP/1.1\r\nHost: x\r\nX-N: {i}\r\n\r\n".encode())
            slow_ones.append(connection)
        waits, latest = [], time.monotonic() + 20
        while time.monotonic() < latest:
            for connection in slow_ones:
                connection.recv(512)
            begun = time.monotonic()
            assert server.request("/healthz")[0] == 200
            assert server.request(f"/events.ics?q=id:event-{len(waits)}")[0] == 200
            waits.append(time.monotonic() - begun)
            time.sleep(0.2)
        print(f"# answer {len(body)} bytes, longest wait {max(waits):.2f} s, memory {server.memory() / MEBIBYTE:.0f} MiB", flush=True)
        assert max(waits) <= 10, max(waits)
        assert server.memory() <= 300 * MEBIBYTE, server.memory()
        for connection in slow_ones:
            connection.close()


def targets(dice):
    """What is asked for, well and badly, and what must come of it."""
    names = "abcdefghijklmnopqrstuvwxyz0123456789-"
    word = "".join(dice.choice(names) for _ in range(dice.randrange(1, 12)))
    return dice.choice([
        (f"/feeds/all.{dice.choice(['ics', 'json', 'csv', 'md', 'html', 'xml', 'svg'])}", {200}),
        (f"/events.json?q=title:{word}", {200, 400}), (f"/events.ics?q=year:{dice.randrange(1985, 2030)}", {200}),
        (f"/events.csv?q={word}", {200, 400}), (f"/events.ics?q={word}:{word}", {200, 400}), (f"/events.md?q=({word}", {400}),
        (f"/feeds/{word}.ics", {404}), (f"/t/{word * 4}/desk.ics", {404}), (f"/{word}/../{word}", {400}), ("/healthz", {200}), ("/", {200}),
        (f"/events.ics?q=%{word}", {200, 400}), (f"/feeds/all.ics?gzip={word}", {200})])


def many(program, home):
    """REQUESTS (100,000) requests of all kinds, on connections that are kept, closed and dropped."""
    wanted = int(os.environ.get("REQUESTS", "100000"))
    with serving(program, [small(home, 20)]) as server:
        failures, done = [], [0] * 8
        server.request("/feeds/all.ics")
        before = server.descriptors()

        def ask(which):
            dice, connection, pending = random.Random(which), server.connect(120), b""
            while done[which] < wanted // 8 and not failures:
                target, statuses = targets(dice)
                header = dice.choice([b"", b"Accept-Encoding: gzip\r\n", b"If-None-Match: *\r\n", b"If-Modified-Since: x\r\n", b"X-Forwarded-For: 1.2.3.4\r\n"])
                method = dice.choice([b"GET", b"GET", b"GET", b"HEAD"])
                connection.sendall(method + b" " + target.encode() + b" HTTP/1.1\r\nHost: x\r\n" + header + b"\r\n")
                done[which] += 1
                if dice.random() < 0.02:  # it does not wait
                    connection.close()
                    connection, pending = server.connect(120), b""
                    continue
                while b"\r\n\r\n" not in pending:
                    piece = connection.recv(1 << 20)
                    if not piece:
                        failures.append((target, "closed"))
                        return
                    pending += piece
                head, _, pending = pending.partition(b"\r\n\r\n")
                status = int(head[9:12])
                length = 0 if method == b"HEAD" or status == 304 else int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
                while len(pending) < length:
                    pending += connection.recv(1 << 20)
                pending = pending[length:]
                if status not in statuses | ({304} if 200 in statuses else set()):
                    failures.append((target, status, head))
            connection.close()
        threads = [threading.Thread(target=ask, args=[i]) for i in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not failures, failures[:3]
        assert sum(done) >= wanted // 8 * 8, done
        server.wait_for(lambda: server.descriptors() <= before + 1, "descriptors stay open", 30)
        status = server.stop()
        assert status == 0 and "runtime error" not in server.log and "Sanitizer" not in server.log, (status, server.log[-3000:])


def minutes(program, home):
    """A thousand different queries a minute of 100,000 events: memory and descriptors at the end are what they were."""
    length, events = int(os.environ.get("MINUTES", "10")), int(os.environ.get("EVENTS", "100000"))
    path = home / "timeline.yaml"
    path.write_text(text(events, HEAD))
    dice, memory, descriptors = random.Random(5), {}, {}
    with serving(program, [path]) as server:
        begun = time.monotonic()
        for minute in range(1, length + 1):
            for i in range(1000):
                year, month = dice.randrange(1990, 2020), dice.randrange(1, 13)
                n = (minute - 1) * 1000 + i
                query = dice.choice([f"date:{year}-{month:02}+NOT+title:x{n}", f"title:{n}", f"id:event-{n}", f"year:{year}+text:{n}+kind:meeting"])
                status, _, body = server.request(f"/events.{dice.choice(['ics', 'json', 'csv'])}?q={query}", timeout=120)
                assert status == 200, (query, status, body[:300])
                rest = begun + (minute - 1) * 60 + (i + 1) * 0.06 - time.monotonic()
                if rest > 0:
                    time.sleep(rest)
            server.wait_for(lambda: server.metrics()["chancery_connections"] <= 1, "a connection stays open")
            time.sleep(0.3)
            memory[minute], descriptors[minute] = server.memory(), server.descriptors()
            print(f"# minute {minute}: {memory[minute] / MEBIBYTE:.1f} MiB, {descriptors[minute]} descriptors, {time.monotonic() - begun:.0f} s", flush=True)
        first = min(2, length)
        assert memory[length] <= 1.1 * memory[first], memory
        assert descriptors[length] == descriptors[first], descriptors


TESTS = [("1,100 slow clients", slow), ("six slow readers of the biggest answer", readers), ("requests of all kinds by the thousand", many),
         ("minutes of different queries", minutes)]


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    tests = [test for test in TESTS if len(sys.argv) < 3 or test[1].__name__ in sys.argv[2:]]
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
