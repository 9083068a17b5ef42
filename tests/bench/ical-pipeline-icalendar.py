"""The work of ical-pipeline.c by python3-icalendar. usage: ical-pipeline-icalendar.py IN OUT"""

import sys

import icalendar


def is_wanted(event):
    categories = event.get("CATEGORIES", [])
    texts = [str(text) for one in (categories if isinstance(categories, list) else [categories]) for text in one.cats]
    return "Meeting" in texts and 2000 <= event["DTSTART"].dt.year <= 2015


def main():
    with open(sys.argv[1], "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    kept = sorted((event for event in calendar.walk("VEVENT") if is_wanted(event)), key=lambda event: event["DTSTART"].dt)
    with open(sys.argv[2], "wb") as file:
        file.write(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
        for event in kept:
            file.write(event.to_ical())
        file.write(b"END:VCALENDAR\r\n")


main()
