"""evolution-data-server: takes every event under its UID, and again without a duplicate."""

import json
import pathlib
import subprocess
import sys

from calendars import CANCELLED, TITLE_AFTER, TITLES, count_events, join, uid

SESSION = pathlib.Path(__file__).with_name("evolution_session.py")


def import_in_turn(files, home, environment):
    """After each import, what the calendar holds: UID to title and status."""
    command = ["dbus-run-session", "--", sys.executable, str(SESSION), str(home / "kept"), *map(str, files)]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=900)
    assert result.returncode == 0, (result.stdout + result.stderr)[-3000:]
    return [json.loads(line) for line in result.stdout.splitlines()]


def imports_twice(calendars, home, environment):
    first, second = import_in_turn([calendars.bundled, calendars.bundled], home, environment)
    assert len(first) == count_events(calendars.bundled), len(first)
    assert first == second
    kept = (home / "kept").read_bytes().decode()
    assert calendars.read_back(join([kept]), home) == calendars.sent(home)


def returns_edits(calendars, home, environment):
    titles = {"latin": "Edited in Evolution; twice, even", "arabic": "عنوان آخر"}
    import_in_turn([calendars.before, *(f"{uid(name)}={title}" for name, title in titles.items())], home, environment)
    kept = join([(home / "kept").read_bytes().decode()])
    expected = calendars.read_back(calendars.before.read_bytes().decode(), home)
    found = calendars.read_back(kept, home)
    for name, title in titles.items():
        expected[name]["title"] = title
        # Whoever edits revises: the server says when.
        before, expected[name]["revised"] = expected[name]["revised"], found[name]["revised"]
        assert found[name]["revised"] > before, found[name]["revised"]
    assert found == expected, {key: (found.get(key), event) for key, event in expected.items() if found.get(key) != event}
    notes = calendars.notes(kept, home)
    assert notes.count("title was edited") == len(titles), notes


def updates(calendars, home, environment):
    before, after = import_in_turn([calendars.before, calendars.after], home, environment)
    assert {name: before[uid(name)][0] for name in TITLES} == TITLES
    assert len(after) == len(TITLES)
    assert after[uid("weekly")][0] == TITLE_AFTER
    assert after[uid(CANCELLED)][1] == "CANCELLED"


TESTS = [
    ("two imports, each UID once, nothing lost", imports_twice),
    ("titles in four scripts, an update updates, a cancellation cancels", updates),
    ("titles that were edited there arrive as edits, and nothing else", returns_edits),
]
