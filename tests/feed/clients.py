#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Real clients subscribe to feeds, and get what changes. Prints TAP.

  clients.py PROGRAM
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import traceback

from server import folder, serving
from timelines import small, title_of

SESSION = pathlib.Path(__file__).with_name("evolution_session.py")
N = 30
AFTER = "Changed where it is kept, and nowhere else"

VDIRSYNCER = """[general]
status_path = "{home}/status/"

[pair chronology]
a = "feed"
b = "here"
collections = null

[storage feed]
type = "http"
url = "{url}"

[storage here]
type = "filesystem"
path = "{home}/events/"
fileext = ".ics"
"""

KHAL = """[calendars]
[[chronology]]
path = {home}/events/
readonly = True

[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = UTC
default_timezone = UTC
"""


def private_environment(home):
    runtime = home / "run"
    runtime.mkdir(mode=0o700)
    return {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8", "TZ": "UTC", "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "data"), "XDG_RUNTIME_DIR": str(runtime)}


def run(command, environment, answers=None, seconds=300):
    result = subprocess.run(command, env=environment, input=answers, capture_output=True, text=True, timeout=seconds)
    assert result.returncode == 0, (command, (result.stdout + result.stderr)[-2000:])
    return result.stdout


def unfolded(file):
    """Of a calendar, its lines as they are meant."""
    return file.read_bytes().decode().replace("\r\n ", "").replace("\\,", ",")


def change(path, server):
    """As somebody edits an entry who does not say when."""
    path.write_text(path.read_text().replace(title_of(7), AFTER))
    server.wait_for(lambda: AFTER.encode() in server.request("/feeds/all.json")[2], "the change is not served")


def khal(program, home):
    environment, path = private_environment(home), small(home, N)
    with serving(program, [path]) as server:
        (home / "vdirsyncer.conf").write_text(VDIRSYNCER.format(home=home, url=f"http://127.0.0.1:{server.port}/feeds/all.ics"))
        (home / "config" / "khal").mkdir(parents=True)
        (home / "config" / "khal" / "config").write_text(KHAL.format(home=home))
        vdirsyncer = ["vdirsyncer", "-c", str(home / "vdirsyncer.conf")]
        run([*vdirsyncer, "discover"], environment, "y\ny\n")

        def listed():
            run([*vdirsyncer, "sync"], environment)
            files = list((home / "events").glob("*.ics"))
            assert len(files) == N, len(files)
            return run(["khal", "list", "--format", "{start-date}|{title}", "1990-01-01", "12000d"], environment)
        before = listed()
        assert f"1997-08-08|{title_of(7)}" in before, before[:1000]
        assert before.count("Meeting") == N, before.count("Meeting")
        change(path, server)
        after = listed()
        assert f"1997-08-08|{AFTER}" in after and title_of(7) not in after, after
        # What is as it was is not sent again.
        sent = server.metrics()
        run([*vdirsyncer, "sync"], environment)
        assert server.metrics()["chancery_requests_total"] > sent["chancery_requests_total"]


def evolution(program, home):
    environment, path = private_environment(home), small(home, N)
    with serving(program, [path]) as server:
        command = ["dbus-run-session", "--", sys.executable, str(SESSION), f"http://127.0.0.1:{server.port}/feeds/all.ics"]
        with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as session:
            try:
                before = json.loads(session.stdout.readline() or f'"{session.stderr.read()[-2000:] if session.poll() else "nothing"}"')
                assert len(before) == N and title_of(7) in before.values(), before
                change(path, server)
                session.stdin.write("again\n")
                session.stdin.flush()
                after = json.loads(session.stdout.readline())
                assert len(after) == N and AFTER in after.values() and title_of(7) not in after.values(), after
            finally:
                session.stdin.close()
                session.kill() if session.poll() is None and session.wait(20) is None else None


def curl(program, home):
    environment, path = private_environment(home), small(home, N)
    with serving(program, [path]) as server:
        url, store = f"http://127.0.0.1:{server.port}/feeds/all.ics", home / "all.ics"

        def fetch(*more):
            return run(["curl", "-sS", "--compressed", "-o", str(store), "-w", "%{http_code} %{size_download}",
                        "--etag-save", str(home / "tag"), *more, url], environment).split()
        status, size = fetch()
        assert status == "200" and int(size) > 0 and title_of(7) in unfolded(store)
        assert fetch("--etag-compare", str(home / "tag")) == ["304", "0"]
        assert fetch()[0] == "200"
        change(path, server)
        status, size = fetch("--etag-compare", str(home / "tag"))
        assert status == "200" and AFTER in unfolded(store), status
        assert fetch("--etag-compare", str(home / "tag")) == ["304", "0"]
        plain = run(["curl", "-sS", "-z", "Sun, 06 Nov 1994 08:49:37 GMT", "-w", "%{http_code}", "-o", "/dev/null", url], environment)
        assert plain == "200", plain


TESTS = [
    ("vdirsyncer carries a feed to khal, and its change", khal, "vdirsyncer khal"),
    ("evolution-data-server subscribes, and gets the change", evolution, "dbus-run-session"),
    ("curl, with and without what it has already", curl, "curl"),
]


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    tests = [test for test in TESTS if len(sys.argv) < 3 or test[1].__name__ in sys.argv[2:]]
    failed = False
    print(f"1..{len(tests)}")
    for number, (name, test, needs) in enumerate(tests, 1):
        missing = [one for one in needs.split() if not shutil.which(one)]
        if missing:
            print(f"ok {number} {name} # SKIP no {missing[0]}")
            continue
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
