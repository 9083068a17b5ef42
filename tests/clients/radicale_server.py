"""Radicale: takes each calendar whole and gives it back; an update updates, a cancellation cancels."""

import base64
import contextlib
import http.client
import socket
import subprocess
import time

from calendars import CANCELLED, TITLE_AFTER, TITLES, count_events, count_in, uid, unfold

HEADERS = {"Authorization": "Basic " + base64.b64encode(b"user:user").decode()}


def find_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def request(port, method, path, body=None, content_type="text/calendar; charset=utf-8"):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request(method, path, body, {**HEADERS, "Content-Type": content_type, "Depth": "1"})
    response = connection.getresponse()
    answer = response.status, response.read().decode()
    connection.close()
    return answer


def wait_for(server, port, log):
    for _ in range(300):
        assert server.poll() is None, log.read_text()[-2000:]
        with contextlib.suppress(OSError):
            request(port, "GET", "/")
            return
        time.sleep(0.1)
    raise AssertionError("Radicale does not answer")


@contextlib.contextmanager
def serving(home, environment):
    """A server on a free port of the loopback; yields the port."""
    port, log = find_port(), home / "radicale.log"
    command = ["/usr/bin/python3", "-m", "radicale", "--config", "", "--server-hosts", f"127.0.0.1:{port}",
               "--auth-type", "none", "--storage-filesystem-folder", str(home / "collections")]
    with log.open("w") as output, subprocess.Popen(command, env=environment, stdout=output, stderr=output) as server:
        try:
            wait_for(server, port, log)
            yield port
        finally:
            server.terminate()
            server.wait(30)


def put(port, calendar):
    status, text = request(port, "PUT", "/user/calendar/", calendar.read_bytes())
    assert status == 201, (calendar.name, status, text[:500])
    status, text = request(port, "GET", "/user/calendar/")
    assert status == 200, (calendar.name, status)
    return text


def takes_all(calendars, home, environment):
    with serving(home, environment) as port:
        for calendar in calendars.few:
            text = put(port, calendar)
            assert count_in(text) == count_events(calendar), calendar.name


def event_of(text, name):
    events = [event for event in unfold(text).split("BEGIN:VEVENT") if f"UID:{uid(name)}" in event]
    assert len(events) == 1, (name, len(events))
    return events[0]


def updates(calendars, home, environment):
    with serving(home, environment) as port:
        text = put(port, calendars.before)
        for name, title in TITLES.items():
            assert title.replace(",", "\\,").replace(";", "\\;") in event_of(text, name), name
        put(port, calendars.before)
        text = put(port, calendars.after)
        assert count_in(text) == len(TITLES)
        assert TITLE_AFTER.replace(",", "\\,") in event_of(text, "weekly")
        assert "STATUS:CANCELLED" in event_of(text, CANCELLED)


def loses_nothing(calendars, home, environment):
    with serving(home, environment) as port:
        text = put(port, calendars.bundled)
    assert calendars.read_back(text, home) == calendars.sent(home)


def returns_edits(calendars, home, environment):
    with serving(home, environment) as port:
        text = put(port, calendars.before)
    edited = unfold(text).replace("SUMMARY:" + TITLES["weekly"], "SUMMARY:Edited")
    expected = calendars.read_back(text, home)
    expected["weekly"]["title"] = "Edited"
    assert calendars.read_back(edited, home) == expected


TESTS = [
    ("every calendar is taken and given back whole", takes_all),
    ("titles in four scripts, again without duplicates, an update, a cancellation", updates),
    ("what comes back is what was sent, field by field", loses_nothing),
    ("a title that was edited there arrives as an edit", returns_edits),
]
