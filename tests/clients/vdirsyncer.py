"""vdirsyncer carries a calendar file to Radicale, and its update."""

import re
import shutil
import subprocess

import radicale_server
from calendars import CANCELLED, TITLE_AFTER, TITLES, count_events, count_in, uid

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

LIST = """<?xml version="1.0"?><propfind xmlns="DAV:"><prop><getetag/></prop></propfind>"""


def prepare(home, port):
    status, text = radicale_server.request(port, "MKCALENDAR", "/user/calendar/", MAKE, "application/xml")
    assert status == 201, (status, text)
    (home / "vdirsyncer.conf").write_text(CONFIG.format(home=home, port=port))


def sync(calendar, home, environment, port):
    if calendar:
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
        assert calendars.read_back(text, home) == calendars.sent(home)


def carries_updates(calendars, home, environment):
    with radicale_server.serving(home, environment) as port:
        prepare(home, port)
        sync(calendars.before, home, environment, port)
        text = sync(calendars.after, home, environment, port)
        assert count_in(text) == len(TITLES), count_in(text)
        assert TITLE_AFTER.replace(",", "\\,") in radicale_server.event_of(text, "weekly")
        assert "STATUS:CANCELLED" in radicale_server.event_of(text, CANCELLED)


def edit_on_server(port, name, before, after):
    """Another client's edit: it gets the event by its own address and puts it back."""
    status, page = radicale_server.request(port, "PROPFIND", "/user/calendar/", LIST, "application/xml")
    assert status == 207, (status, page)
    for path in re.findall(r"<href>([^<]+\.ics)</href>", page):
        text = radicale_server.request(port, "GET", path)[1]
        if before in text and f"UID:{uid(name)}" in text:
            status, answer = radicale_server.request(port, "PUT", path, text.replace(before, after).encode())
            assert status == 201, (status, answer)
            return
    raise AssertionError(f"the server has no {name}")


def returns_edits(calendars, home, environment):
    with radicale_server.serving(home, environment) as port:
        prepare(home, port)
        sync(calendars.before, home, environment, port)
        expected = calendars.read_back((home / "calendar.ics").read_bytes().decode(), home)
        edit_on_server(port, "weekly", "SUMMARY:" + TITLES["weekly"], "SUMMARY:Edited elsewhere")
        sync(None, home, environment, port)
    text = (home / "calendar.ics").read_bytes().decode()
    expected["weekly"]["title"] = "Edited elsewhere"
    found = calendars.read_back(text, home)
    assert found == expected, {key: (found.get(key), event) for key, event in expected.items() if found.get(key) != event}
    assert "title was edited" in calendars.notes(text, home)


TESTS = [
    ("every event arrives at the server, once, and comes back whole", carries_all),
    ("an update and a cancellation arrive", carries_updates),
    ("an edit on the server comes back into the file as an edit", returns_edits),
]
