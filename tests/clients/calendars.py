"""The calendars that the clients are given: the bundled chronology, generated events, one in four scripts before and after an update."""

import json
import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).parent
TITLES = {
    "latin": "The Security Council places the item on its agenda, after a vote; 11 to 2",
    "cyrillic": "Совет Безопасности провёл заседание",
    "chinese": "≈ Feb 2014: 安全理事会通过决议",
    "arabic": "مجلس الأمن يعتمد القرار",
    "weekly": "Weekly meeting",
}
TITLE_AFTER = "Weekly meeting, with another title"
CANCELLED = "arabic"


def uid(name):
    return f"{name}@scripts.chancery"


def count_in(text):
    return text.splitlines().count("BEGIN:VEVENT")


def count_events(calendar):
    return count_in(calendar.read_bytes().decode())


def unfold(text):
    return text.replace("\r\n ", "").replace("\r\n\t", "").replace("\n ", "")


def join(texts):
    """One calendar of the events of several."""
    events = [event.split("END:VEVENT")[0] for text in texts for event in text.split("BEGIN:VEVENT")[1:]]
    body = "".join(f"BEGIN:VEVENT{event}END:VEVENT\r\n" for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n{body}END:VCALENDAR\r\n"


class Calendars:
    """Files in a folder; `all` has every one, `few` what slow clients are given."""

    def __init__(self, program, folder):
        self.program = program
        self.bundled = self.export(folder / "dprk.ics", [])
        self.before = self.export(folder / "before.ics", ["-f", HERE / "scripts-before.yaml"])
        self.after = self.export(folder / "after.ics", ["-f", HERE / "scripts-after.yaml"], ["--update", self.before])
        self.local = self.export(folder / "local.ics", [], ["--local-times"])
        self.yearly = self.export(folder / "yearly.ics", [], ["--anniversaries", "--alarm=-P14D", "--refresh=PT12H"])
        self.all = [self.bundled, self.before, self.after, self.local, self.yearly, *self.generate(folder)]
        self.few = self.all[:5] + [file for file in self.all if file.name in ("plain-1.ics", "local-2.ics")]

    def export(self, calendar, source, options=()):
        subprocess.run([self.program, *source, "export", "-o", calendar, *options], check=True, capture_output=True)
        return calendar

    def read(self, source, folder):
        """The events that chancery reads from a source, by id."""
        lines = folder / "read.json"
        self.export(lines, source)
        events = [json.loads(line) for line in lines.read_text().splitlines()]
        return {event["id"]: event for event in events}

    def sent(self, folder):
        """The bundled events that go into calendars: what was not held is left out."""
        return {id: event for id, event in self.read([], folder).items() if event["status"] != "not-held"}

    def read_back(self, text, folder):
        returned = folder / "returned.ics"
        returned.write_bytes(text.encode())
        return self.read(["-f", returned], folder)

    def notes(self, text, folder):
        """What chancery says beside the events of a calendar that came back."""
        returned = folder / "returned.ics"
        returned.write_bytes(text.encode())
        listed = subprocess.run([self.program, "-f", returned, "list"], check=True, capture_output=True, text=True)
        return listed.stderr

    def generate(self, folder):
        """Those of the unit tests, of every shape, if they are built."""
        generator = pathlib.Path(self.program).parent.parent / "tests" / "unit" / "test-format-ical-generated"
        if not generator.exists():
            return []
        generated = folder / "generated"
        generated.mkdir()
        environment = {**os.environ, "CHANCERY_KEEP_GENERATED": str(generated)}
        subprocess.run([generator], env=environment, check=True, capture_output=True)
        return sorted(generated.glob("*.ics"))
