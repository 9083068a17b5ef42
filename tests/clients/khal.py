"""khal: imports twice without a warning and has each event once, on its day; what is edited in it comes back as an edit."""

import subprocess

from calendars import CANCELLED, TITLE_AFTER, TITLES, count_events, join, uid, unfold

CONFIG = """[calendars]
[[test]]
path = {path}
type = calendar

[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = UTC
default_timezone = UTC

[default]
default_calendar = test
"""


def run(arguments, environment, answers=None):
    result = subprocess.run(["khal", *arguments], env=environment, input=answers, capture_output=True, text=True, timeout=600)
    assert result.returncode == 0, result.stderr[-2000:]
    return result


def prepare(home):
    events = home / "events"
    events.mkdir()
    config = home / "config" / "khal"
    config.mkdir(parents=True)
    (config / "config").write_text(CONFIG.format(path=events))
    return events


def import_into(events, calendar, environment):
    """The files of the calendar folder, by UID, after an import without a complaint."""
    result = run(["import", "--batch", "-a", "test", str(calendar)], environment)
    complaints = [line for line in result.stderr.splitlines() if "warning" in line.lower() or "error" in line.lower()]
    assert not complaints, complaints
    texts = [unfold(file.read_bytes().decode()) for file in events.glob("*.ics")]
    return {text.split("UID:")[1].split("\r\n")[0]: text for text in texts}


def imports_twice(calendars, home, environment):
    events = prepare(home)
    for _ in range(2):
        files = import_into(events, calendars.bundled, environment)
        assert len(files) == len(list(events.glob("*.ics"))) == count_events(calendars.bundled), len(files)
    assert calendars.read_back(join(files.values()), home) == calendars.sent(home)


def listed(day, environment):
    return run(["list", "--format", "{start-date}|{title}", day, "1d"], environment).stdout


def shows_days(calendars, home, environment):
    import_into(prepare(home), calendars.before, environment)
    assert "2014-12-22|" + TITLES["latin"] in listed("2014-12-22", environment)
    assert TITLES["latin"] not in listed("2014-12-21", environment)
    assert TITLES["latin"] not in listed("2014-12-23", environment)
    assert TITLES["cyrillic"] in listed("2014-12-23", environment), "the evening of New York is the night of UTC"
    for day in ("2014-12-18", "2014-12-20"):
        assert TITLES["arabic"] in listed(day, environment), day
    assert TITLES["arabic"] not in listed("2014-12-21", environment)
    assert TITLES["chinese"] in listed("2014-02-28", environment)
    # The clocks of New York went back on 2 November.
    times = run(["list", "--format", "{start-date} {start-time}|{title}", "2014-10-27", "30d"], environment).stdout
    for start in ("2014-10-27 14:00", "2014-11-03 15:00", "2014-11-10 15:00"):
        assert f"{start}|{TITLES['weekly']}" in times, times


def updates(calendars, home, environment):
    events = prepare(home)
    import_into(events, calendars.before, environment)
    files = import_into(events, calendars.after, environment)
    assert len(files) == len(TITLES), len(files)
    assert TITLE_AFTER.replace(",", "\\,") in files[uid("weekly")]
    assert "STATUS:CANCELLED" in files[uid(CANCELLED)]


def edit(search, environment, *answers):
    """Answers what khal asks about the one event that it finds: which property, then its new value."""
    run(["edit", "--show-past", search], environment, "\n".join((*answers, "q", "")))


def returns_edits(calendars, home, environment):
    events = prepare(home)
    import_into(events, calendars.before, environment)
    expected = calendars.read_back(calendars.before.read_bytes().decode(), home)
    edit("item on its agenda", environment, "s", "Edited in khal", "l", "Geneva", "t", "2014-12-21 2014-12-21")
    edit(TITLES["chinese"][-6:], environment, "s", "另一个标题")
    edited = join(unfold(file.read_bytes().decode()) for file in events.glob("*.ics"))
    found = calendars.read_back(edited, home)
    expected["latin"].update(title="Edited in khal", place="Geneva", date="2014-12-21", earliest="2014-12-21", latest="2014-12-21")
    # Its title said beside the date that it is no more than about that time.
    expected["chinese"].update(title="另一个标题")
    assert found == expected, {key: (found.get(key), event) for key, event in expected.items() if found.get(key) != event}
    notes = calendars.notes(edited, home)
    for what in ("title was edited", "place was edited", "date was edited"):
        assert what in notes, notes


TESTS = [
    ("two imports, each event once, no warning, nothing lost", imports_twice),
    ("each event is on its days and on no others, in four scripts", shows_days),
    ("an update updates, a cancellation cancels", updates),
    ("title, place and date that were edited in khal arrive as edits, and nothing else", returns_edits),
]
