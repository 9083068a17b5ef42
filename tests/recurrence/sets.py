# SPDX-License-Identifier: LGPL-2.1-or-later
"""Recurrence sets by chance, as a calendar and as what python-dateutil makes of their rules.

What dateutil leaves to others is done here: zones, ends that are instants, dates and exceptions in other zones, and
instances that take the place of occurrences. Where it reads a rule otherwise than RFC 5545, QUIRKS has the sentence of
the RFC that decides, and the rule is put to it so that it says the same.
"""

import datetime
import random

import zoneinfo

from dateutil import rrule

UTC = datetime.timezone.utc
DAY = datetime.timedelta(days=1)
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
ZONES = ["Europe/Berlin", "America/New_York", "Australia/Sydney", "America/Los_Angeles", "Asia/Kolkata", "Asia/Tokyo",
         "Africa/Cairo", "Pacific/Chatham"]

QUIRKS = {
    "first week": "3.3.10: A set of recurrence instances starts at the beginning of the interval defined by the FREQ "
                  "rule part. (BYSETPOS counts from the week's first day; dateutil counts from DTSTART in the first.)",
    "both days": "3.3.10: Each BYDAY value can also be preceded by a positive (+n) or negative (-n) integer. (Of values "
                 "with and without one each stands for itself; dateutil takes days that are both.)",
    "week alone": "3.3.10: Information, not contained in the rule, necessary to determine the various recurrence "
                  "instance start time and dates are derived from the Start Time (DTSTART) component attribute. (The day "
                  "of a week that is only numbered; dateutil takes all seven.)",
    "dtstart": "3.8.5.3: The DTSTART property value SHOULD be synchronized with the recurrence rule, if specified. 3.8.2.4:"
               " defines the start date and time for the first instance of the recurrence set. (dateutil leaves it out "
               "where the rule does not give it.)",
    "error": "dateutil raises an error, such as of an index where a month has not as many weeks, or of a rule that gives "
             "nothing in a day.",
}

# Where libical 3.0.16 alone differs: which rules, and the sentence of the RFC by which dateutil and we are right. Each
# names what a rule has; what fits none of them is a difference to be looked at.
LIBICAL_QUIRKS = {
    "libical, days of a month": (
        lambda parts, until: parts["FREQ"] in ("DAILY", "YEARLY") and "BYMONTHDAY" in parts,
        "3.3.10: BYMONTHDAY limits DAILY and expands YEARLY. Valid values are 1 to 31 or -31 to -1. (libical gives too few "
        "days, and counts backwards from the end of another month.)"),
    "libical, times below a day": (
        lambda parts, until: parts["FREQ"] in ("HOURLY", "MINUTELY", "SECONDLY") and
        any(part in parts for part in ("BYHOUR", "BYMINUTE", "BYSECOND")),
        "3.3.10: BYHOUR limits HOURLY, MINUTELY and SECONDLY, likewise BYMINUTE and BYSECOND what is not longer. (libical "
        "takes times that lie in no interval, or misses some that do.)"),
    "libical, weeks by number": (
        lambda parts, until: "BYWEEKNO" in parts,
        "3.3.10: Week number one of the calendar year is the first week that contains at least four (4) days in that "
        "calendar year. (libical counts weeks otherwise.)"),
    "libical, every so many weeks": (
        lambda parts, until: parts["FREQ"] == "WEEKLY" and parts.get("INTERVAL", 1) > 1,
        "3.3.10: The WKST rule part specifies the day on which the workweek starts. This is significant when a WEEKLY "
        "\"RRULE\" has an interval greater than 1. (libical takes a day of the week before or behind.)"),
    "libical, until a day": (
        lambda parts, until: until == "day",
        "3.3.10: The UNTIL rule part defines a DATE or DATE-TIME value that bounds the recurrence rule in an inclusive "
        "manner. (A day behind times, which is not allowed: libical ends as it begins.)"),
}


def pick(choice, pool, most=3):
    return choice.sample(pool, choice.randint(1, min(most, len(pool))))


def signed(most):
    return [*range(-most, 0), *range(1, most + 1)]


def join(numbers):
    return ",".join(map(str, numbers))


def make_rule(choice, is_days):
    """The parts of a rule, without an end."""
    below = [] if is_days else ["HOURLY", "MINUTELY", "SECONDLY"]
    frequency = choice.choice(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"] * 4 + below)
    parts = {"FREQ": frequency}
    if choice.random() < .5:
        parts["INTERVAL"] = choice.choice([1, 2, 3, 4, 5, 7, 10, 13])
    if choice.random() < .3:
        parts["WKST"] = choice.choice(WEEKDAYS)
    if choice.random() < .25:
        parts["BYMONTH"] = join(pick(choice, range(1, 13), 5))
    if frequency in ("YEARLY", "MONTHLY", "DAILY") and choice.random() < .3:
        parts["BYMONTHDAY"] = join(pick(choice, signed(31)))
    if frequency == "YEARLY" and choice.random() < .2:
        parts["BYYEARDAY"] = join(pick(choice, signed(366)))
    if frequency == "YEARLY" and choice.random() < .2:
        parts["BYWEEKNO"] = join(pick(choice, signed(53)))
    if choice.random() < .4:
        numbered = frequency in ("YEARLY", "MONTHLY") and "BYWEEKNO" not in parts and choice.random() < .6
        most = 5 if frequency == "MONTHLY" or "BYMONTH" in parts else 53
        days = [f"{choice.choice(signed(most)) if numbered and choice.random() < .8 else ''}{day}"
                for day in pick(choice, WEEKDAYS)]
        parts["BYDAY"] = join(days)
    if not is_days and choice.random() < .2:
        parts["BYHOUR"] = join(sorted(pick(choice, range(24))))
    if not is_days and choice.random() < .15:
        parts["BYMINUTE"] = join(sorted(pick(choice, range(60))))
    if not is_days and choice.random() < .1:
        parts["BYSECOND"] = join(sorted(pick(choice, range(60))))
    if any(name.startswith("BY") for name in parts) and frequency in ("YEARLY", "MONTHLY", "WEEKLY", "DAILY") and \
            choice.random() < .25:
        parts["BYSETPOS"] = join(pick(choice, [1, 2, 3, -1, -2, 5]))
    return parts


def write_rule(parts):
    return ";".join(f"{name}={value}" for name, value in parts.items())


def write_time(time, is_days=False):
    return time.strftime("%Y%m%d" if is_days else "%Y%m%dT%H%M%S")


class Set:
    """One series: its lines, and when it takes place. Times are naive, as its clocks show them."""

    def __init__(self, choice, uid, window):
        self.choice, self.uid = choice, uid
        self.is_days = choice.random() < .25
        self.kind = "days" if self.is_days else choice.choice(["zone"] * 6 + ["utc", "floating"])
        self.zone = zoneinfo.ZoneInfo(choice.choice(ZONES)) if self.kind == "zone" else UTC
        self.quirks, self.lines, self.instances = set(), [], []
        self.parts = make_rule(choice, self.is_days)
        self.is_short = self.parts["FREQ"] in ("HOURLY", "MINUTELY", "SECONDLY")
        before = choice.randint(0, 20) if self.is_short else choice.randint(-400, 30)
        clock = 0 if self.is_days else choice.choice([0, 2 * 3600 + 1800, 9 * 3600, 23 * 3600, choice.randint(0, 86399)])
        self.start = window[0] + before * DAY + datetime.timedelta(seconds=clock)
        self.make_end(choice, window)
        self.times = self.follow(window)
        self.make_dates(choice, window)
        self.make_instances(choice)

    # Clocks

    def to_utc(self, time):
        """Of a time that comes twice the first; one that is skipped by the offset before (3.3.5)."""
        if self.is_days or self.kind == "floating":
            return time.replace(tzinfo=UTC)
        return time.replace(tzinfo=self.zone, fold=0).astimezone(UTC)

    def show(self, time):
        """What the clocks show of a time that they may skip."""
        if self.kind != "zone":
            return time
        return self.to_utc(time).astimezone(self.zone).replace(tzinfo=None)

    def write(self, name, time, may_differ=False):
        """A property of type DATE or DATE-TIME; where it may, in UTC or another zone."""
        if self.is_days:
            return f"{name};VALUE=DATE:{write_time(time, True)}"
        if self.kind == "utc":
            return f"{name}:{write_time(time)}Z"
        if self.kind == "floating":
            return f"{name}:{write_time(time)}"
        way = self.choice.random() if may_differ else 1
        instant = self.to_utc(time)
        if way < .25:
            return f"{name}:{write_time(instant)}Z"
        if way < .4:
            other = zoneinfo.ZoneInfo(self.choice.choice(ZONES))
            local = instant.astimezone(other)
            if local.fold == 0:
                return f"{name};TZID={other.key}:{write_time(local)}"
        return f"{name};TZID={self.zone.key}:{write_time(time)}"

    # Rules

    def make_end(self, choice, window):
        self.until = self.count = None
        hours = {"HOURLY": 60, "MINUTELY": 6, "SECONDLY": 1}.get(self.parts["FREQ"])
        limit = self.start + datetime.timedelta(hours=hours) if self.is_short else window[1]
        way = .5 if self.is_short else choice.random()
        if way < .3:
            self.count = choice.randint(1, 80)
            self.lines.append(f"RRULE:{write_rule(self.parts)};COUNT={self.count}")
            return
        if way > .6:
            self.lines.append(f"RRULE:{write_rule(self.parts)}")
            return
        end = self.start + (limit - self.start) * choice.random()
        form = choice.choice(["day", "utc", "utc", "utc", "own"]) if not self.is_short else choice.choice(["utc", "own"])
        if self.is_days or form == "day":
            self.until = ("day", end.date())
            text = write_time(end, True)
        elif form == "utc" and self.kind != "floating":
            instant = self.to_utc(end.replace(microsecond=0))
            self.until = ("instant", instant)
            text = write_time(instant) + "Z"
        else:
            self.until = ("civil", end.replace(microsecond=0))
            text = write_time(end) + ("Z" if self.kind == "utc" else "")
        self.lines.append(f"RRULE:{write_rule(self.parts)};UNTIL={text}")

    def is_over(self, time):
        if self.until is None:
            return False
        kind, end = self.until
        return (time.date() if kind == "day" else self.to_utc(time) if kind == "instant" else time) > end

    def put_to_dateutil(self, parts, start, last):
        text = write_rule(parts)
        try:
            for time in rrule.rrulestr(text, dtstart=start):
                if time > last:
                    return
                yield time
        except (IndexError, ValueError):
            self.quirks.add("error")

    def follow(self, window):
        """What the rule gives up to the end of the window, in its order; counted and ended."""
        parts, start, last = dict(self.parts), self.start, (self.start if self.is_short else window[1]) + 3 * DAY
        days = parts.get("BYDAY", "")
        if "BYWEEKNO" in parts and not {"BYDAY", "BYMONTHDAY", "BYYEARDAY"} & set(parts):
            parts["BYDAY"] = WEEKDAYS[start.weekday()]
            self.quirks.add("week alone")
        if parts["FREQ"] == "WEEKLY" and "BYSETPOS" in parts:
            if "BYDAY" not in parts:
                parts["BYDAY"] = WEEKDAYS[start.weekday()]
            for name, value in (("BYHOUR", start.hour), ("BYMINUTE", start.minute), ("BYSECOND", start.second)):
                parts.setdefault(name, value)
            first = WEEKDAYS.index(parts.get("WKST", "MO"))
            start = (start - (start.weekday() - first) % 7 * DAY).replace(hour=0, minute=0, second=0)
            self.quirks.add("first week")
        plain = [day for day in days.split(",") if len(day) == 2]
        numbered = [day for day in days.split(",") if len(day) > 2]
        if plain and numbered and "BYSETPOS" in parts:
            self.quirks.add("error")  # which it takes of both no two rules tell
        ways = [dict(parts, BYDAY=join(some)) for some in (plain, numbered) if some] if plain and numbered else [parts]
        if len(ways) > 1:
            self.quirks.add("both days")
        found = sorted({time for way in ways for time in self.put_to_dateutil(way, start, last) if time >= self.start})
        if self.start not in found:
            self.quirks.add("dtstart")
        if self.count is not None:
            found = found[:self.count]
        return [time for time in found if time >= window[0] - 10 * DAY and not self.is_over(time)]

    # Dates and exceptions

    def make_dates(self, choice, window):
        self.starts = {self.to_utc(time): self.show(time) for time in self.times}
        self.starts[self.to_utc(self.start)] = self.show(self.start)
        for _ in range(choice.choice([0, 0, 0, 1, 3])):
            time = window[0] + (window[1] - window[0]) * choice.random()
            time = time.replace(microsecond=0) if not self.is_days else time.replace(hour=0, minute=0, second=0, microsecond=0)
            if time <= self.start or self.show(time) != time:
                continue
            if not self.is_days and choice.random() < .2:
                # A period has a length of its own, which does not change when it begins.
                self.lines.append(self.write("RDATE;VALUE=PERIOD", time, True) + "/PT45M")
            elif not self.is_days and choice.random() < .2:
                time = time.replace(hour=self.start.hour, minute=self.start.minute, second=self.start.second)
                if self.show(time) != time:
                    continue
                self.lines.append(f"RDATE;VALUE=DATE:{write_time(time, True)}")
            else:
                self.lines.append(self.write("RDATE", time, True))
            self.starts[self.to_utc(time)] = time
        self.leave_out(choice)

    def leave_out(self, choice):
        known = sorted(self.starts)
        for _ in range(choice.choice([0, 0, 1, 2, 5])):
            instant = choice.choice(known)
            time = self.starts.get(instant)
            if time is None or self.to_utc(time) != instant:
                continue
            if not self.is_days and choice.random() < .15:
                self.lines.append(f"EXDATE;VALUE=DATE:{write_time(time, True)}")
                self.starts = {at: shown for at, shown in self.starts.items() if shown.date() != time.date()}
            else:
                self.lines.append(self.write("EXDATE", time, True))
                del self.starts[instant]
            if not self.starts:
                return

    # Instances

    def add_instance(self, name, old, new, lines):
        self.instances.append([f"{self.write(name, old, ';' not in name)}", self.write("DTSTART", new), *lines])

    def make_instances(self, choice):
        """Each as (lines), and what comes of it in `given`, which is a list: two may be at the same time."""
        given = dict(self.starts)
        self.given = []
        for _ in range(choice.choice([0, 0, 1, 2])):
            known = [at for at in sorted(given) if self.to_utc(given[at]) == at]
            if not known:
                break
            instant = choice.choice(known[:40])
            time = given.pop(instant)
            if choice.random() < .25:
                self.add_instance("RECURRENCE-ID", time, time, ["STATUS:CANCELLED"])
                continue
            moved = time + choice.choice([DAY, -DAY, 3 * DAY, datetime.timedelta(0)])
            if not self.is_days:
                moved += datetime.timedelta(minutes=choice.choice([0, 30, -45]))
            if self.show(moved) != moved:
                given[instant] = time
                continue
            self.add_instance("RECURRENCE-ID", time, moved, [])
            self.given.append(moved)
        if given and self.kind != "floating" and choice.random() < .15:
            self.split(choice, given)
        self.given += given.values()

    def split(self, choice, given):
        """All from one on are moved as that one is: by the time between them."""
        known = [at for at in sorted(given) if self.to_utc(given[at]) == at]
        if not known:
            return
        instant = choice.choice(known[:20])
        time = given[instant]
        moved = time + (DAY if self.is_days else datetime.timedelta(hours=2))
        if self.show(moved) != moved:
            return
        shift = self.to_utc(moved) - instant
        self.add_instance("RECURRENCE-ID;RANGE=THISANDFUTURE", time, moved, [])
        for at in [at for at in given if at >= instant]:
            if self.is_days or self.kind == "utc":
                self.given.append(given[at] + shift)
            else:
                self.given.append((at + shift).astimezone(self.zone).replace(tzinfo=None))
            del given[at]

    # The calendar

    def write_events(self):
        def event(lines):
            return "\r\n".join(["BEGIN:VEVENT", f"UID:{self.uid}", "DTSTAMP:20240101T000000Z", "SUMMARY:s", *lines,
                                "END:VEVENT", ""])

        length = [] if self.is_days or self.kind == "floating" else ["DURATION:PT30M"]
        return event([self.write("DTSTART", self.start), *length, *self.lines]) + \
            "".join(event(lines) for lines in self.instances)


def write_calendar(sets):
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n" + "".join(one.write_events() for one in sets) + \
        "END:VCALENDAR\r\n"


def make_sets(seed, n):
    """So many sets, and the days from which to which they are asked for."""
    choice = random.Random(seed)
    first = datetime.datetime(choice.randint(1995, 2030), choice.randint(1, 12), 1)
    window = (first, first + choice.randint(20, 120) * DAY)
    return [Set(choice, f"s{i}", window) for i in range(n)], window


