"""Libraries and converters that read every calendar and find no fault."""

import pathlib
import re
import shutil
import subprocess

import icalendar
import vobject

from calendars import count_events

RUBY = """
require "stringio"
require "icalendar"
Icalendar.logger.level = Logger::ERROR rescue nil
ARGV.each do |file|
  calendars = Icalendar::Calendar.parse(File.read(file, encoding: "UTF-8"))
  events = calendars.flat_map(&:events)
  bad = events.reject { |event| event.valid?(true) && event.summary.valid_encoding? }
  puts "#{events.length} #{bad.length}"
end
"""


def by_icalendar(calendars, home, environment):
    for file in calendars.all:
        calendar = icalendar.Calendar.from_ical(file.read_bytes())
        faults = [error for component in calendar.walk() for error in component.errors]
        assert not faults, (file.name, faults[:3])
        assert len(calendar.walk("VEVENT")) == count_events(file), file.name
        for event in calendar.walk("VEVENT"):
            event.to_ical()


def by_vobject(calendars, home, environment):
    for file in calendars.all:
        calendar = vobject.readOne(file.read_bytes().decode())
        calendar.validate(raiseException=True)
        assert len(calendar.contents.get("vevent", [])) == count_events(file), file.name


def has_changed_rules(file):
    """Whether a zone has two rules for one half of the year: ruby-icalendar compares with nil before the second."""
    zones = file.read_bytes().decode().split("BEGIN:VTIMEZONE")[1:]
    return any(zone.split("END:VTIMEZONE")[0].count(f"BEGIN:{half}") > 1 for zone in zones for half in ("STANDARD", "DAYLIGHT"))


def by_ruby(calendars, home, environment):
    script = home / "read.rb"
    script.write_text(RUBY)
    files = [file for file in calendars.all if not has_changed_rules(file)]
    assert {calendars.bundled, calendars.before, calendars.after} <= set(files)
    result = subprocess.run(["ruby", str(script), *map(str, files)], env=environment, capture_output=True, text=True, timeout=600)
    assert result.returncode == 0, result.stderr[-2000:]
    for file, line in zip(files, result.stdout.splitlines(), strict=True):
        assert line == f"{count_events(file)} 0", (file.name, line)


def without_short_rules(file, home):
    """A copy without what recurs within a day: ical2html lists each second of a year."""
    short = re.compile(rb"BEGIN:VEVENT\r\n(?:(?!END:VEVENT).*\r\n)*?RRULE:FREQ=(?:SECOND|MINUTE|HOUR)LY(?:.*\r\n)*?END:VEVENT\r\n")
    copy = home / file.name
    copy.write_bytes(short.sub(b"", file.read_bytes()))
    return copy


def by_ical2html(calendars, home, environment):
    page = subprocess.run(["ical2html", "20141201", "P31D", str(calendars.before)], env=environment, capture_output=True,
                          text=True, timeout=300)
    assert page.returncode == 0, page.stderr[-2000:]
    assert "The Security Council places the item" in " ".join(page.stdout.split())
    for file in calendars.all:
        result = subprocess.run(["ical2html", "20140101", "P365D", str(without_short_rules(file, home))], env=environment, capture_output=True,
                                timeout=300)
        assert result.returncode == 0, (file.name, result.stderr[-500:])


def by_ical_js(calendars, home, environment):
    """Only where someone has installed it: it is no Debian package."""
    found = [path for path in (pathlib.Path("/usr/share/nodejs/ical.js"), pathlib.Path.home() / "node_modules/ical.js")
             if path.exists()]
    if not found or not shutil.which("node"):
        return "ical.js is not installed"
    script = home / "read.cjs"
    script.write_text(f"""const m = require({str(found[0])!r}); const ICAL = m.default || m; const fs = require("fs");
for (const f of process.argv.slice(2)) {{
  const root = new ICAL.Component(ICAL.parse(fs.readFileSync(f, "utf8")));
  console.log(root.getAllSubcomponents("vevent").length);
}}""")
    result = subprocess.run(["node", str(script), *map(str, calendars.all)], env=environment, capture_output=True,
                            text=True, timeout=600)
    assert result.returncode == 0, result.stderr[-2000:]
    assert [int(word) for word in result.stdout.split()] == [count_events(file) for file in calendars.all]
    return None


TESTS = [
    ("python3-icalendar reads every event without an error", by_icalendar),
    ("python3-vobject validates every calendar", by_vobject),
    ("ruby-icalendar reads every event", by_ruby),
    ("ical2html shows every calendar", by_ical2html),
    ("ical.js reads every event", by_ical_js),
]
