#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Processor time a request and waiting times, beside nginx that serves the same bytes from a file: ratios of one run.

  figures.py PROGRAM [PART...]     parts: kept fresh waits

Needs nginx and wrk. What is made anew is asked under a query of its own each time.
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
from timelines import text

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


def wrk(port, target, connections, seconds, headers=(), script=None):
    """Requests, and the 99th percentile in milliseconds."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}", "--latency", "--timeout", "10s",
               *(["-s", str(script)] if script else []), *[word for header in headers for word in ("-H", header)], f"http://127.0.0.1:{port}{target}"]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    requests = int(re.search(r"(\d+) requests in", out)[1])
    value, unit = re.search(r"99%\s+([0-9.]+)(us|ms|s)", out).groups()
    assert "Socket errors" not in out, out
    assert headers or "Non-2xx" not in out, out
    return requests, float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def microseconds_a_request(pid, port, target, headers=(), connections=16, seconds=3, script=None):
    before = processor_seconds(pid)
    requests, _ = wrk(port, target, connections, seconds, headers, script)
    return (processor_seconds(pid) - before) / requests * 1e6


def ratio(ours, theirs, runs=5):
    """The medians of both, in turn, and their ratio."""
    pairs = [(ours(), theirs()) for _ in range(runs)]
    a, b = (statistics.median(side) for side in zip(*pairs))
    return a, b, statistics.median(x / y for x, y in pairs)


# A question that nobody has asked before, each time, with the same answer.
FRESH = """local n = 0
request = function()
  n = n + 1
  return wrk.format("GET", "/events.ics?q=kind:meeting+OR+title:x" .. n)
end
"""


@contextlib.contextmanager
def both(program, wanted, *arguments):
    """Our server and nginx with a calendar of about so many bytes: ours, its answer, and theirs by process id and port."""
    with folder() as home, nginx(home) as (port, pid, www):
        path = home / "timeline.yaml"
        path.write_text(text(wanted // 620))
        with serving(program, [path], *arguments) as server:
            answer = server.request("/feeds/all.ics")
            assert answer[0] == 200 and answer[2], answer
            (www / "all.ics").write_bytes(answer[2])
            yield server, answer, pid, port, home


def say(what, a, b, r):
    print(f"| {what} | {a:.1f} | {b:.1f} | {r:.2f} |", flush=True)


def kept(program):
    print("| kept answers | ours, µs | nginx, µs | ratio |\n|---|---|---|---|")
    for wanted in (8_000, 229_000, 1_600_000):
        with both(program, wanted) as (server, (_, fields, body), pid, port, _):
            ours, theirs = (server.process.pid, server.port, "/feeds/all.ics"), (pid, port, "/all.ics")
            say(f"{len(body)} bytes", *ratio(lambda: microseconds_a_request(*ours), lambda: microseconds_a_request(*theirs)))
            if wanted == 8_000:
                head = subprocess.run(["curl", "-sI", f"http://127.0.0.1:{port}/all.ics"], capture_output=True, text=True).stdout
                tag = re.search(r"(?i)etag: (\S+)", head)[1]
                say("304", *ratio(lambda: microseconds_a_request(*ours, [f"If-None-Match: {fields['etag']}"]),
                                  lambda: microseconds_a_request(*theirs, [f"If-None-Match: {tag}"])))


def fresh(program):
    print("| made anew | ours, µs | nginx, µs | ratio | MB a second of processor |\n|---|---|---|---|---|")
    for wanted in (8_000, 1_600_000):
        with both(program, wanted, "--kept-bytes", "20000000") as (server, (_, _, body), pid, port, home):
            script = home / "fresh.lua"
            script.write_text(FRESH)
            before = server.metrics()
            a, b, r = ratio(lambda: microseconds_a_request(server.process.pid, server.port, "/", script=script),
                            lambda: microseconds_a_request(pid, port, "/all.ics"))
            after = server.metrics()
            made, asked = (after[name] - before[name] for name in ("chancery_answers_made_total", "chancery_requests_total"))
            assert made >= 0.2 * asked, (made, asked)
            print(f"| {len(body)} bytes | {a:.1f} | {b:.1f} | {r:.2f} | {len(body) / a:.0f} |", flush=True)


def waits(program):
    print("| connections | ours, p99 ms | nginx, p99 ms | ratio |\n|---|---|---|---|")
    with both(program, 8_000) as (server, _, _, port, _):
        for connections in (1, 16, 120, 128, 129, 256):
            a, b, r = ratio(lambda: wrk(server.port, "/feeds/all.ics", connections, 3)[1], lambda: wrk(port, "/all.ics", connections, 3)[1])
            print(f"| {connections} | {a:.2f} | {b:.2f} | {r:.2f} |", flush=True)


PARTS = {"kept": kept, "fresh": fresh, "waits": waits}


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    if not shutil.which("wrk") or not shutil.which("nginx"):
        sys.exit("figures.py needs wrk and nginx")
    for part in sys.argv[2:] or PARTS:
        PARTS[part](program)


main()
