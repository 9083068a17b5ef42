# SPDX-License-Identifier: LGPL-2.1-or-later
"""Calendars by chance in the shapes that programs give theirs, and on which days each event of them takes place.

The days come of python-dateutil for plain rules, and of what stands here for all else: zones, ends, dates, exceptions,
instances, and series that are split.
"""

import datetime
import random

import zoneinfo

from dateutil import rrule

UTC = datetime.timezone.utc
DAY = datetime.timedelta(days=1)
HOUR = datetime.timedelta(hours=1)
NOTHING = datetime.timedelta(0)
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

# name: names that Windows has for it, offsets, and when the clocks are put forward and back, as of 2015
ZONES = {
    "Europe/Berlin": (["W. Europe Standard Time", "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"],
                      "+0100", "+0200", ("-1SU", 3, 2), ("-1SU", 10, 3)),
    "Europe/London": (["GMT Standard Time", "(UTC+00:00) Dublin, Edinburgh, Lisbon, London"],
                      "+0000", "+0100", ("-1SU", 3, 1), ("-1SU", 10, 2)),
    "America/New_York": (["Eastern Standard Time", "(UTC-05:00) Eastern Time (US & Canada)"],
                         "-0500", "-0400", ("2SU", 3, 2), ("1SU", 11, 2)),
    "America/Los_Angeles": (["Pacific Standard Time", "(UTC-08:00) Pacific Time (US & Canada)"],
                            "-0800", "-0700", ("2SU", 3, 2), ("1SU", 11, 2)),
    "Australia/Sydney": (["AUS Eastern Standard Time"], "+1000", "+1100", ("1SU", 10, 2), ("1SU", 4, 3)),
    "Australia/Lord_Howe": (["Lord Howe Standard Time"], "+1030", "+1100", ("1SU", 10, 2), ("1SU", 4, 2)),
    "Pacific/Auckland": (["New Zealand Standard Time"], "+1200", "+1300", ("-1SU", 9, 2), ("1SU", 4, 3)),
    "Asia/Tokyo": (["Tokyo Standard Time"], "+0900", None, None, None),
    "Asia/Kolkata": (["India Standard Time"], "+0530", None, None, None),
    "Africa/Casablanca": (["Morocco Standard Time"], None, None, None, None),
    "America/Sao_Paulo": (["E. South America Standard Time"], None, None, None, None),
    "America/Santiago": (["Pacific SA Standard Time"], None, None, None, None),
}

# what a program calls zones: as the database does, as Windows, either behind a prefix, or by a name of its own
PROGRAMS = {
    "google": "iana", "apple": "iana", "outlook": "windows", "exchange": "windows", "nextcloud": "iana", "mozilla": "iana",
    "evolution": "prefixed", "zoom": "utc", "teams": "windows", "zimbra": "quoted", "custom": "own", "calendar": "utc",
}


def write_time(time, is_days=False):
    return time.strftime("%Y%m%d" if is_days else "%Y%m%dT%H%M%S")


def write_zone(tzid, name):
    """A VTIMEZONE as programs write it: rules that have held for ever."""
    _, standard, daylight, forward, back = ZONES[name]

    def part(kind, before, after, rule, year=1970):
        day, month, hour = rule
        return [f"BEGIN:{kind}", f"DTSTART:{year}0101T{hour:02}0000", f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}",
                f"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={day}", f"END:{kind}"]

    if daylight is None:
        parts = ["BEGIN:STANDARD", "DTSTART:19700101T000000", f"TZOFFSETFROM:{standard}", f"TZOFFSETTO:{standard}",
                 "END:STANDARD"]
    else:
        parts = part("DAYLIGHT", standard, daylight, forward) + part("STANDARD", daylight, standard, back)
    return ["BEGIN:VTIMEZONE", f"TZID:{tzid}", *parts, "END:VTIMEZONE"]


class Series:
    """An event with all that repeats it: its VEVENTs, and its occurrences, each from when to when its clocks show."""

    def __init__(self, choice, uid, program, year):
        self.choice, self.uid, self.program = choice, uid, program
        self.zone_name = choice.choice(list(ZONES))
        self.zone = zoneinfo.ZoneInfo(self.zone_name)
        self.is_days = choice.random() < .3
        self.name_zone()
        self.parts, self.texts, self.instances = [], [], []
        minutes = 0 if self.is_days else choice.choice([0, 30, 120, 150, 540, 600, 870, 1380, 1425, choice.randint(0, 1439)])
        self.start = datetime.datetime(year, 1, 1) + choice.randint(0, 330) * DAY + datetime.timedelta(minutes=minutes)
        if self.show(self.to_utc(self.start)) != self.start:
            self.start += datetime.timedelta(hours=3)
        self.make_length()
        self.horizon = datetime.datetime(year + 2, 3, 1)
        self.times = self.follow()
        self.make_set()

    def name_zone(self):
        way, (windows, standard, *_) = PROGRAMS[self.program], ZONES[self.zone_name]
        self.tzid, self.vtimezone = self.zone_name, None
        if way == "windows":
            self.tzid = self.choice.choice(windows)
            if standard and self.choice.random() < .6:
                self.vtimezone = write_zone(self.tzid, self.zone_name)
        elif way == "prefixed":
            self.tzid = f"/freeassociation.sourceforge.net/{self.zone_name}"
        elif way == "own" and standard:
            self.tzid = f"Own {self.zone_name.replace('/', ' ')}"
            self.vtimezone = write_zone(self.tzid, self.zone_name)
        elif way == "utc":
            self.zone, self.tzid = UTC, None
        elif standard and self.choice.random() < .5:
            self.vtimezone = write_zone(self.tzid, self.zone_name)
        quoted = self.tzid and (any(mark in self.tzid for mark in ",:;") or way == "quoted")
        self.parameter = "" if self.tzid is None else f';TZID="{self.tzid}"' if quoted else f";TZID={self.tzid}"

    # Clocks

    def to_utc(self, time):
        return time.replace(tzinfo=UTC if self.is_days else self.zone, fold=0).astimezone(UTC)

    def show(self, instant):
        return instant.astimezone(UTC if self.is_days else self.zone).replace(tzinfo=None)

    def is_shown(self, time):
        return self.show(self.to_utc(time)) == time

    def write(self, name, *times, form=None):
        """A property of times of one form: by its own clocks, in UTC, by those of another zone, or days."""
        if self.is_days or form == "days":
            return f"{name};VALUE=DATE:{','.join(write_time(time, True) for time in times)}"
        if self.tzid is None or form == "utc":
            return f"{name}:{','.join(write_time(self.to_utc(time)) + 'Z' for time in times)}"
        if form == "elsewhere":
            other = zoneinfo.ZoneInfo("Asia/Tokyo")
            return f"{name};TZID=Asia/Tokyo:{','.join(write_time(self.to_utc(time).astimezone(other)) for time in times)}"
        return f"{name}{self.parameter}:{','.join(write_time(time) for time in times)}"

    def pick_form(self):
        return self.choice.choice([None, None, None, "utc", "elsewhere"])

    # Length

    def make_length(self):
        """Days and what passes beside them; DTEND makes of both what passes between the two (3.8.5.3)."""
        choice = self.choice
        self.days, self.rest = NOTHING, NOTHING
        if self.is_days:
            self.days = choice.choice([1, 1, 1, 2, 3, 7]) * DAY
        elif choice.random() < .15:
            self.days = choice.choice([1, 2]) * DAY
        else:
            self.rest = datetime.timedelta(minutes=choice.choice([0, 15, 30, 60, 90, 120, 480, 1500]))
        self.has_duration = choice.random() < .35

    def write_length(self, start):
        if self.is_days:
            if self.days == DAY and self.choice.random() < .3:
                return []
            return [f"DURATION:P{self.days.days}D"] if self.has_duration else [self.write("DTEND", start + self.days)]
        if not self.days and not self.rest:
            return []
        if self.has_duration:
            minutes = int(self.rest.total_seconds()) // 60
            return [f"DURATION:P{self.days.days}D" if self.days else f"DURATION:PT{minutes}M"]
        return [self.write("DTEND", self.show(self.find_end(start)))]

    def find_end(self, time):
        """In UTC, of what is as long as the first by the calendar."""
        return self.to_utc(time + self.days) + self.rest

    def last(self, time):
        """When what begins then is over."""
        if self.has_duration or self.is_days:
            return self.find_end(time)
        return self.to_utc(time) + (self.find_end(self.start) - self.to_utc(self.start))

    # Rules

    def make_rule(self):
        """The parts of a rule whose first time is the start, and the same for dateutil."""
        choice, start = self.choice, self.start
        kind = choice.choice([None, None, "DAILY", "WEEKLY", "WEEKLY", "WEEKLY", "MONTHLY", "NTH", "LAST WORKING DAY",
                              "LAST DAY", "YEARLY", "YEARLY NTH"])
        if kind is None:
            return None
        frequency = {"NTH": "MONTHLY", "LAST WORKING DAY": "MONTHLY", "LAST DAY": "MONTHLY",
                     "YEARLY NTH": "YEARLY"}.get(kind, kind)
        interval = choice.choice([1, 1, 1, 2, 3]) if frequency != "YEARLY" else 1
        self.parts = [f"FREQ={frequency}"] + ([f"INTERVAL={interval}"] if interval > 1 or choice.random() < .2 else [])
        rule = {"freq": getattr(rrule, frequency), "interval": interval}
        nth = (start.day - 1) // 7 + 1
        nth = -1 if nth == 5 else nth
        numbered = rrule.weekday(start.weekday(), nth)
        if kind == "WEEKLY" and choice.random() < .7:
            days = sorted({start.weekday(), *choice.sample(range(7), choice.randint(0, 2))})
            self.parts.append("BYDAY=" + ",".join(WEEKDAYS[day] for day in days))
            rule["byweekday"] = days
            if interval > 1 or choice.random() < .3:
                rule["wkst"] = choice.choice([0, 6])
                self.parts.append("WKST=" + WEEKDAYS[rule["wkst"]])
        elif kind == "NTH":
            self.parts.append(f"BYDAY={nth}{WEEKDAYS[start.weekday()]}")
            rule["byweekday"] = numbered
        elif kind == "LAST WORKING DAY":
            self.parts.append("BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")
            rule |= {"byweekday": range(5), "bysetpos": -1}
        elif kind == "LAST DAY":
            self.parts.append("BYMONTHDAY=-1")
            rule["bymonthday"] = -1
        elif kind == "YEARLY NTH":
            self.parts.append(f"BYMONTH={start.month};BYDAY={nth}{WEEKDAYS[start.weekday()]}")
            rule |= {"bymonth": start.month, "byweekday": numbered}
        elif kind == "MONTHLY" and choice.random() < .4:
            self.parts.append(f"BYMONTHDAY={start.day}")
        return rule

    def find_until(self, times):
        """An end as programs write it, and which times it leaves."""
        last = self.choice.choice(times)
        if self.is_days:
            return write_time(last, True), [time for time in times if time <= last]
        form = self.choice.choice(["last", "before the next", "end of day", "day", "own clocks"])
        if form == "day":
            return write_time(last, True), [time for time in times if time.date() <= last.date()]
        if form == "own clocks":
            return write_time(last) + ("Z" if self.tzid is None else ""), [time for time in times if time <= last]
        end = self.to_utc(last.replace(hour=23, minute=59, second=59) if form == "end of day" else last)
        later = [time for time in times if time > last]
        if form == "before the next" and later:
            end = self.to_utc(later[0]) - datetime.timedelta(seconds=1)
        return write_time(end) + "Z", [time for time in times if self.to_utc(time) <= end]

    def follow(self):
        rule = self.make_rule()
        if rule is None:
            return [self.start]
        times = []
        for time in rrule.rrule(dtstart=self.start, **rule):
            if time > self.horizon:
                break
            times.append(time)
        way = self.choice.random()
        if self.start not in times:
            way = max(way, .3)  # whether DTSTART is one of those that COUNT counts is told by nothing
        if way < .3:
            count = self.choice.randint(1, 20)
            self.parts.append(f"COUNT={count}")
            times = times[:count]
        elif way < .7 and times:
            until, times = self.find_until(times)
            self.parts.append(f"UNTIL={until}")
        return times if self.start in times else [self.start, *times]

    # The set

    def make_set(self):
        """Occurrences by the instant by which they are named, since of two that clocks show alike the first is meant."""
        self.found, self.moved = {self.to_utc(time): (time, self.last(time)) for time in self.times}, []
        lines = [self.write("DTSTART", self.start), *self.write_length(self.start)]
        if self.parts:
            lines.append("RRULE:" + ";".join(self.parts))
        if self.parts or self.choice.random() < .2:
            self.add_dates(lines)
        if len(self.found) > 1:
            self.leave_out(lines)
            self.replace()
        self.texts = [lines, *self.instances]
        self.occurrences = [*self.found.values(), *self.moved]

    def add_dates(self, lines):
        dates = []
        for _ in range(self.choice.choice([0, 0, 0, 1, 2])):
            time = self.start + self.choice.randint(1, 300) * DAY
            if self.is_shown(time) and time not in dates and self.to_utc(time) not in self.found:
                dates.append(time)
        if not dates:
            return
        if not self.is_days and self.choice.random() < .3:
            length = datetime.timedelta(minutes=self.choice.choice([20, 240, 1560]))
            end = [self.show(self.to_utc(time) + length) for time in dates]
            value = ",".join(f"{write_time(time)}/{write_time(to)}" if self.choice.random() < .5 and self.tzid and
                             self.to_utc(to) == self.to_utc(time) + length
                             else f"{write_time(time)}{'' if self.tzid else 'Z'}/PT{int(length.total_seconds()) // 60}M"
                             for time, to in zip(dates, end))
            lines.append(f"RDATE;VALUE=PERIOD{self.parameter}:{value}")
            self.found |= {self.to_utc(time): (time, self.to_utc(time) + length) for time in dates}
            return
        lines.append(self.write("RDATE", *dates, form=self.pick_form()))
        self.found |= {self.to_utc(time): (time, self.last(time)) for time in dates}

    def pick_times(self, numbers):
        known = [instant for instant, (time, _) in sorted(self.found.items()) if self.is_shown(time)]
        most = min(self.choice.choice(numbers), len(known) - 1)
        return [self.found[instant][0] for instant in self.choice.sample(known, max(most, 0))]

    def leave_out(self, lines):
        times = self.pick_times([0, 0, 1, 2, 3])
        if not times:
            return
        form = self.pick_form() if self.choice.random() < .8 else "days"
        if form == "days" and not self.is_days:
            days = {time.date() for time in times}
            self.found = {at: one for at, one in self.found.items() if one[0].date() not in days}
        for time in times:
            self.found.pop(self.to_utc(time), None)
        if self.choice.random() < .5:
            lines += [self.write("EXDATE", time, form=form) for time in times]
        else:
            lines.append(self.write("EXDATE", *times, form=form))

    def replace(self):
        """Instances: cancelled, changed, moved; or all from one on."""
        for time in self.pick_times([0, 0, 1, 2]):
            instant = self.to_utc(time)
            if instant not in self.found:
                continue
            named = self.write("RECURRENCE-ID", time, form=self.pick_form())
            if self.choice.random() < .2:
                del self.found[instant]
                self.instances.append([named, self.write("DTSTART", time), "STATUS:CANCELLED"])
                continue
            moved = time + self.choice.choice([NOTHING, NOTHING, DAY, -DAY, 7 * DAY])
            moved += NOTHING if self.is_days else datetime.timedelta(minutes=self.choice.choice([0, 30, -60, 720]))
            if not self.is_shown(moved) or not self.is_shown(moved + self.days):
                continue
            del self.found[instant]
            ended = self.write("DTEND", self.show(self.find_end(moved)))
            self.instances.append([named, self.write("DTSTART", moved), ended])
            self.moved.append((moved, self.find_end(moved)))
        if self.choice.random() < .12:
            self.move_rest()

    def move_rest(self):
        """All from one on are as much later as it is, and last as long."""
        times = self.pick_times([1])
        if not times or not self.is_shown(times[0] + (DAY if self.is_days else 5 * HOUR)):
            return
        instant, moved = self.to_utc(times[0]), times[0] + (DAY if self.is_days else 5 * HOUR)
        shift, length = self.to_utc(moved) - instant, 2 * DAY if self.is_days else 2 * HOUR
        named = self.write("RECURRENCE-ID;RANGE=THISANDFUTURE", times[0])
        self.instances.append([named, self.write("DTSTART", moved),
                               self.write("DTEND", self.show(self.to_utc(moved) + length))])
        for at in [at for at in self.found if at >= instant]:
            del self.found[at]
            self.moved.append((self.show(at + shift), at + shift + length))

    # What is written, and what is asked

    def write_events(self):
        head = [f"UID:{self.uid}", "DTSTAMP:20240101T000000Z", f"SUMMARY:{self.program} {self.uid}"]
        return [line for lines in self.texts for line in ["BEGIN:VEVENT", *head, *lines, "END:VEVENT"]]

    def find_days(self):
        """On which it takes place; what ends at midnight does not reach the next."""
        days = set()
        for time, end in self.occurrences:
            last = self.show(end)
            if self.to_utc(time) < end:
                last = (last - datetime.timedelta(seconds=1))
            day = time.date()
            days.add(day)
            while day < last.date():
                day += DAY
                days.add(day)
        return days


def make_calendar(seed, n):
    """Of a program, and its events."""
    choice = random.Random(seed)
    program = choice.choice(list(PROGRAMS))
    year = choice.randint(2015, 2028)
    made = [Series(choice, f"u{i}", program, year) for i in range(n)]
    zones = {one.tzid: one.vtimezone for one in made if one.vtimezone and not one.is_days}
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{program}//EN",
             *(line for zone in zones.values() for line in zone),
             *(line for one in made for line in one.write_events()), "END:VCALENDAR", ""]
    return made, "\r\n".join(lines), (datetime.date(year, 1, 1), datetime.date(year + 2, 3, 1))
