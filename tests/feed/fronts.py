#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The examples of web servers in front: what they pass on, what they answer themselves, and what stands in their logs. Prints TAP.

  fronts.py PROGRAM EXAMPLES_FOLDER

Each runs with its example as it is, but for names, ports and places of files.
"""

import contextlib
import http.client
import os
import pathlib
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
import traceback

from server import folder, serving
from timelines import small

SECRET = "zqSECRETzq"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def make_certificate(home):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(home / "key.pem"), "-out", str(home / "cert.pem"),
                    "-days", "2", "-subj", "/CN=feeds.example.org", "-addext", "subjectAltName=DNS:feeds.example.org"], check=True, capture_output=True)


def ask(port, target, method="GET", headers=None, tls=True):
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    raw = socket.create_connection(("127.0.0.1", port), timeout=20)
    connection = http.client.HTTPConnection("feeds.example.org")
    connection.sock = context.wrap_socket(raw, server_hostname="feeds.example.org") if tls else raw
    connection.request(method, target, headers=headers or {})
    response = connection.getresponse()
    answer = response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
    connection.close()
    return answer


@contextlib.contextmanager
def running(command, port, home):
    with (home / "front.out").open("w") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, env={**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home)})
    try:
        for _ in range(200):
            assert process.poll() is None, (home / "front.out").read_text()[-2000:]
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait(20)


def nginx_command(example, home, port, plain_port, place):
    text = example.read_text()
    text = re.sub(r"\n  listen \[::\].*", "", text).replace("listen 443", f"listen 127.0.0.1:{port}").replace("listen 80", f"listen 127.0.0.1:{plain_port}")
    text = text.replace("unix:/run/chancery-serve/feeds", place).replace("/var/log/nginx", str(home))
    text = re.sub(r"/etc/letsencrypt/live/[^;]*/fullchain.pem", str(home / "cert.pem"), text)
    text = re.sub(r"/etc/letsencrypt/live/[^;]*/privkey.pem", str(home / "key.pem"), text)
    temporary = "".join(f"{name}_temp_path {home}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (home / "nginx.conf").write_text(f"pid {home}/pid; error_log {home}/main.log; events {{}} http {{ {temporary}\n{text} }}")
    os.chmod(home, 0o755)
    return ["nginx", "-c", str(home / "nginx.conf"), "-g", "daemon off;"]


def caddy_command(example, home, port, _, place):
    text = example.read_text().replace("\n{\n", f"\n{{\n\tadmin off\n\tauto_https disable_redirects\n\thttps_port {port}\n", 1)
    text = text.replace("feeds.example.org {", f"feeds.example.org {{\n\ttls {home}/cert.pem {home}/key.pem", 1)
    text = text.replace("unix//run/chancery-serve/feeds", place.replace("unix:", "unix/")).replace("/var/log/caddy", str(home))
    (home / "Caddyfile").write_text(text)
    return ["caddy", "run", "--config", str(home / "Caddyfile"), "--adapter", "caddyfile"]


def check_front(program, example, home, make_command):
    make_certificate(home)
    port, plain_port, place = free_port(), free_port(), f"unix:{home}/feeds"
    with serving(program, [small(home)], "--listen", place, "--trusted-proxy", "unix", "--log-requests") as server:
        os.chmod(home / "feeds", 0o666)
        with running(make_command(example, home, port, plain_port, place), port, home):
            direct = server.request("/feeds/all.ics")
            status, fields, body = ask(port, "/feeds/all.ics", headers={"X-Forwarded-For": "198.51.100.99"})
            assert (status, body) == (200, direct[2]), (status, body[:200])
            assert fields["etag"] in (direct[1]["etag"], "W/" + direct[1]["etag"]), fields
            assert "max-age" in fields["strict-transport-security"]
            assert ask(port, "/feeds/all.ics", headers={"If-None-Match": fields["etag"]})[0] == 304
            assert ask(port, "/feeds/all.ics", method="POST")[0] in (403, 405)
            for target in (f"/t/{SECRET}/desk.ics", f"/t/{SECRET}/desk.ics?a={SECRET}", f"/events.ics?q={SECRET}", f"/t/{SECRET}", f"/t/{SECRET}/../x"):
                ask(port, target, headers={"Referer": f"https://feeds.example.org/t/{SECRET}/desk.html"})
            # It is 127.0.0.1 that asks the front, whatever was written there.
            server.wait_for(lambda: " 127.0.0.1 GET all 200" in server.log or "127.0.0.1 GET all 200" in server.log, "the address is not passed on")
            assert "198.51.100.99" not in server.log, server.log
        # While the server is away the front says so, without the address.
        server.stop()
        with running(make_command(example, home, port, plain_port, place), port, home):
            assert ask(port, f"/t/{SECRET}/desk.ics", headers={"Referer": SECRET})[0] in (502, 503)
    logs = {file: file.read_text() for file in home.iterdir() if file.is_file() and file.suffix in (".log", ".out")}
    assert any("/***" in text and "GET" in text for text in logs.values()), logs
    for file, text in logs.items():
        assert SECRET not in text, (file, [line for line in text.splitlines() if SECRET in line][:2])


def nginx(program, examples, home):
    check_front(program, examples / "nginx.conf", home, nginx_command)


def caddy(program, examples, home):
    check_front(program, examples / "Caddyfile", home, caddy_command)


def unit(program, examples, home):
    for file in examples.glob("chancery-*"):
        shutil.copy(file, home)
    service = home / "chancery-serve.service"
    service.write_text(service.read_text().replace("/usr/bin/chancery", "/bin/true").replace("User=chancery", "User=root").replace("Group=chancery", "Group=root"))
    files = sorted(str(file) for file in home.glob("chancery-*"))
    result = subprocess.run(["systemd-analyze", "verify", "--man=no", *files], capture_output=True, text=True)
    assert result.returncode == 0 and not result.stderr.strip(), result.stderr
    exposure = subprocess.run(["systemd-analyze", "security", "--offline=true", str(service)], capture_output=True, text=True).stdout
    level = float(re.search(r"exposure level for \S+: ([0-9.]+)", exposure)[1])
    assert level < 2, exposure


TESTS = [("nginx in front, by its example", nginx, "nginx"), ("Caddy in front, by its example", caddy, "caddy"),
         ("the units of systemd, and how little they may", unit, "systemd-analyze")]


def main():
    program, examples = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    failed = False
    print(f"1..{len(TESTS)}")
    for number, (name, test, needs) in enumerate(TESTS, 1):
        if not shutil.which(needs):
            print(f"ok {number} {name} # SKIP no {needs}")
            continue
        with folder() as home:
            try:
                test(program, examples, home)
                print(f"ok {number} {name}", flush=True)
            except Exception:
                failed = True
                print(f"not ok {number} {name}")
                for line in traceback.format_exc().splitlines()[-8:]:
                    print(f"# {line[:1500]}", flush=True)
    sys.exit(1 if failed else 0)


main()
