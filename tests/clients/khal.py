"""khal: imports twice without a warning and has each event once, on its day."""

import subprocess

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


def run(arguments, environment):
    result = subprocess.run(["khal", *arguments], env=environment, capture_output=True, text=True, timeout=600)
    assert result.returncode == 0, result.stderr[-2000:]
    return result


def prepare(home):
    events = home / "events"
    events.mkdir()
    config = home / "config" / "khal"
    config.mkdir(parents=True)
    (config / "config").write_text(CONFIG.format(path=events))
    return events


def imports_twice(calendar, n_events, home, environment):
    events = prepare(home)
    for _ in range(2):
        result = run(["import", "--batch", "-a", "test", str(calendar)], environment)
        complaints = [line for line in result.stderr.splitlines() if "warning" in line.lower() or "error" in line.lower()]
        assert not complaints, complaints
        files = list(events.glob("*.ics"))
        assert len(files) == n_events, f"{len(files)} files, {n_events} events"


def shows_days(calendar, n_events, home, environment):
    prepare(home)
    run(["import", "--batch", "-a", "test", str(calendar)], environment)
    listed = run(["list", "--format", "{start-date}|{title}", "2014-12-22", "1d"], environment).stdout
    assert "2014-12-22|" in listed, listed
    assert "Security Council" in listed, listed
    before = run(["list", "--format", "{start-date}|{title}", "2014-12-21", "1d"], environment).stdout
    assert "2014-12-22|" not in before, before


TESTS = [
    ("two imports, each event once, no warning", imports_twice),
    ("the Council's meeting is on its day and on no other", shows_days),
]
