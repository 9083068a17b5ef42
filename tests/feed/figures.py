#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Processor time a request and waiting times, beside nginx that serves the same bytes from a file: ratios of one run.

  figures.py PROGRAM [PART...]     parts: kept fresh waits

Needs nginx and wrk. What is kept, 304s, and waiting times with many connections are asked by wrk; what is made anew
is asked one by one, under a query of its own each time.
"""

import contextlib
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

from server import folder, processor_seconds, serving

CONFIG = """worker_processes 1;
pid {home}/pid;
error_log {home}/error.log;
events {{ worker_connections 2048; }}
http {{
  access_log off;
  sendfile on;
  keepalive_requests 100000000;
  client_body_temp_path {home}/body; proxy_temp_path {home}/proxy; fastcgi_temp_path {home}/fastcgi;
  uwsgi_temp_path {home}/uwsgi; scgi_temp_path {home}/scgi;
  server {{ listen 127.0.0.1:{port}; root {home}/www; }}
}}
"""

EVENT = """  - id: event-{n}
    date: {year}-{month:02}-{day:02}
    title: "Meeting {n} of the working group on what was agreed, its annexes and their implementation"
    summary: "The group heard {n} speakers, took note of the report and asked for another by the end of the year."
    kind: meeting
    forum: un.sc
    actors: [{{dprk: subject}}, {{japan: participant}}]
    tags: [t{n}]
    sources:
      - {{source: paper}}
"""


def timeline(n):
    head = """timeline: figures
title: Figures
zone: America/New_York
sources:
  paper: {title: "A paper", date: 2014-12-22, url: "https://example.org/paper"}
events:
"""
    return head + "".join(EVENT.format(n=i, year=1990 + i % 30, month=1 + i % 12, day=1 + i % 28) for i in range(n))


@contextlib.contextmanager
def nginx(home):
    import socket
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (home / "www").mkdir()
    os.chmod(home, 0o755)
    (home / "nginx.conf").write_text(CONFIG.format(home=home, port=port))
    process = subprocess.Popen(["nginx", "-c", str(home / "nginx.conf"), "-g", "daemon off;"], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            time.sleep(0.05)
            children = subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True).stdout.split()
            if children:
                break
        time.sleep(0.2)
        yield port, int(children[0]), home / "www"
    finally:
        process.terminate()
        process.wait()


def wrk(port, target, connections, seconds, headers=()):
    """Requests, and the 99th percentile in milliseconds."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}", "--latency", "--timeout", "10s",
               *[word for header in headers for word in ("-H", header)], f"http://127.0.0.1:{port}{target}"]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    requests = int(re.search(r"(\d+) requests in", out)[1])
    value, unit = re.search(r"99%\s+([0-9.]+)(us|ms|s)", out).groups()
    assert "Socket errors" not in out, out
    assert headers or "Non-2xx" not in out, out
    return requests, float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def microseconds_a_request(pid, port, target, headers=(), connections=16, seconds=3):
    before = processor_seconds(pid)
    requests, _ = wrk(port, target, connections, seconds, headers)
    return (processor_seconds(pid) - before) / requests * 1e6


def ratio(ours, theirs, runs=5):
    """The medians of both, in turn, and their ratio."""
    pairs = [(ours(), theirs()) for _ in range(runs)]
    a, b = (statistics.median(side) for side in zip(*pairs))
    return a, b, statistics.median(x / y for x, y in pairs)


def sized(server, wanted):
    """A query whose calendar has about so many bytes."""
    n = 1
    while True:
        size = len(server.request(f"/events.ics?q=id:event-1..{n}", timeout=120)[2])
        if size >= wanted:
            return n
        n *= 2


def feed_of_size(program, home, wanted, size_of_event=900):
    path = home / f"{wanted}.yaml"
    path.write_text(timeline(max(1, wanted // size_of_event)))
    return path


def kept(program):
    print("| kept answers | ours, µs | nginx, µs | ratio |\n|---|---|---|---|")
    for wanted in (8_000, 229_000, 1_600_000):
        with folder() as home, nginx(home) as (port, pid, www), \
                serving(program, [feed_of_size(program, home, wanted)]) as server:
            status, fields, body = server.request("/feeds/all.ics")
            assert status == 200 and body, body
            (www / "all.ics").write_bytes(body)
            theirs_tag = subprocess.run(["curl", "-sI", f"http://127.0.0.1:{port}/all.ics"], capture_output=True, text=True).stdout
            tag = re.search(r"(?i)etag: (\S+)", theirs_tag)[1]
            a, b, r = ratio(lambda: microseconds_a_request(server.process.pid, server.port, "/feeds/all.ics"),
                            lambda: microseconds_a_request(pid, port, "/all.ics"))
            print(f"| {len(body)} bytes | {a:.1f} | {b:.1f} | {r:.2f} |", flush=True)
            if wanted == 8_000:
                a, b, r = ratio(lambda: microseconds_a_request(server.process.pid, server.port, "/feeds/all.ics", [f"If-None-Match: {fields['etag']}"]),
                                lambda: microseconds_a_request(pid, port, "/all.ics", [f"If-None-Match: {tag}"]))
                print(f"| 304 | {a:.1f} | {b:.1f} | {r:.2f} |", flush=True)


def waits(program):
    print("| connections | ours, p99 ms | nginx, p99 ms | ratio |\n|---|---|---|---|")
    with folder() as home, nginx(home) as (port, _, www), \
            serving(program, [feed_of_size(program, home, 8_000)]) as server:
        (www / "all.ics").write_bytes(server.request("/feeds/all.ics")[2])
        for connections in (1, 16, 120, 128, 129, 256):
            a, b, r = ratio(lambda: wrk(server.port, "/feeds/all.ics", connections, 3)[1],
                            lambda: wrk(port, "/all.ics", connections, 3)[1])
            print(f"| {connections} | {a:.2f} | {b:.2f} | {r:.2f} |", flush=True)


PARTS = {"kept": kept, "waits": waits}


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    if not shutil.which("wrk") or not shutil.which("nginx"):
        sys.exit("figures.py needs wrk and nginx")
    for part in sys.argv[2:] or PARTS:
        PARTS[part](program)


main()
