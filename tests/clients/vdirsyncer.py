"""vdirsyncer carries a calendar file to Radicale, and its update."""

import shutil
import subprocess

import radicale_server
from calendars import CANCELLED, TITLE_AFTER, TITLES, count_events, count_in

CONFIG = """[general]
status_path = "{home}/status/"

[pair sync]
a = "file"
b = "server"
collections = null
conflict_resolution = "a wins"

[storage file]
type = "singlefile"
path = "{home}/calendar.ics"

[storage server]
type = "caldav"
url = "http://127.0.0.1:{port}/user/calendar/"
username = "user"
password = "user"
"""

MAKE = """<?xml version="1.0"?><C:mkcalendar xmlns:C="urn:ietf:params:xml:ns:caldav"/>"""


def prepare(home, port):
    status, text = radicale_server.request(port, "MKCALENDAR", "/user/calendar/", MAKE, "application/xml")
    assert status == 201, (status, text)
    (home / "vdirsyncer.conf").write_text(CONFIG.format(home=home, port=port))


def sync(calendar, home, environment, port):
    shutil.copy(calendar, home / "calendar.ics")
    for command in (["discover"], ["sync"], ["sync"]):
        result = subprocess.run(["vdirsyncer", "-c", str(home / "vdirsyncer.conf"), *command], env=environment, input="y\n",
                                capture_output=True, text=True, timeout=900)
        assert result.returncode == 0, (result.stdout + result.stderr)[-2000:]
    return radicale_server.request(port, "GET", "/user/calendar/")[1]


def carries_all(calendars, home, environment):
    with radicale_server.serving(home, environment) as port:
        prepare(home, port)
        text = sync(calendars.bundled, home, environment, port)
        assert count_in(text) == count_events(calendars.bundled)
        assert calendars.read_back(text, home) == calendars.read([], home)


def carries_updates(calendars, home, environment):
    with radicale_server.serving(home, environment) as port:
        prepare(home, port)
        sync(calendars.before, home, environment, port)
        text = sync(calendars.after, home, environment, port)
        assert count_in(text) == len(TITLES), count_in(text)
        assert TITLE_AFTER.replace(",", "\\,") in radicale_server.event_of(text, "weekly")
        assert "STATUS:CANCELLED" in radicale_server.event_of(text, CANCELLED)


TESTS = [
    ("every event arrives at the server, once, and comes back whole", carries_all),
    ("an update and a cancellation arrive", carries_updates),
]
