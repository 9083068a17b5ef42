#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""All that edits a file edits a store, too, and what several people do to one at once fits together; prints TAP.

  together.py PROGRAM DATA_FOLDER [--postgresql]
"""

import csv
import fcntl
import hashlib
import pathlib
import sys
import threading

import stores
from stores import call, event, list_ids, write

SOURCE = "sources:\n  {0}:\n    title: Source {0}\n    url: https://example.org/{0}\n{1}"


class Both:
    """What holds of either kind."""

    def _read(self, name):
        return pathlib.Path(self.folder, name).read_text(encoding="utf-8")

    def _pull(self, place, name):
        return call("store", "pull", place, "-o", f"{self.folder}/{name}")[0] == 0 and self._read(name)

    def _edit(self, place, name, old, new):
        return call("-f", place, "edit", name, EDITOR=f"sed -i 's/{old}/{new}/'")

    def _revision(self, place):
        return call("store", "status", place)[1].split("Revision")[1].split()[0]

    def tables_are_imported(self):
        place, _, _ = self.filled(event("a"))
        table = pathlib.Path(self.folder, "t.csv")
        table.write_text("Date,Title\n2015-01-01,First\n2015-01-02,Second\n", encoding="utf-8")
        first = call("import", str(table), "-o", place)
        again = call("-f", place, "import", str(table))
        table.write_text("Date,Title\n2015-01-01,First\n2015-01-03,Second\n", encoding="utf-8")
        third = call("import", str(table), "-o", place)
        return (first[0] == again[0] == third[0] == 0 and "2 new events" in first[2] and "2 events as they were" in again[2] and
                "2015-01-03" in self._pull(place, "p.yaml") and self._revision(place) == "3")

    def who_may_see_an_event_is_part_of_what_became_of_it(self):
        place, _, _ = self.filled(event("a", more="    visibility: restricted\n"))
        file = f"{self.folder}/home.yaml"
        pathlib.Path(file).unlink(missing_ok=True)
        pulled = call("store", "pull", place, "-o", file)
        edited = self._edit(place, "a", "visibility: restricted", "visibility: public")
        text = self._read("home.yaml")
        pathlib.Path(file).write_text(text.replace("visibility: restricted", "visibility: private"), encoding="utf-8")
        refused = call("-f", file, "store", "push", "--base", "1", place)
        return (pulled[0] == edited[0] == 0 and "visibility: restricted → nothing" in call("-f", place, "history", "a")[1] and refused[0] == 2 and
                "here: visibility: restricted → private" in refused[2] and "there: visibility: restricted → nothing" in refused[2])

    def calendars_are_imported_with_who_is_invited(self):
        place, _, _ = self.filled(event("a"))
        calendar = pathlib.Path(self.folder, "invited.ics")
        calendar.write_text("\r\n".join([
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Mail//EN", "BEGIN:VEVENT", "UID:talks@example.org", "DTSTAMP:20140101T120000Z",
            "DTSTART;VALUE=DATE:20140217", "SUMMARY:Talks", "ORGANIZER;CN=Ana Example:mailto:ana@example.org", "END:VEVENT", "END:VCALENDAR",
            ""]), encoding="utf-8")
        first = call("import", str(calendar), "-o", place)
        again = call("import", str(calendar), "-o", place)
        text = self._pull(place, "p.yaml")
        other, _, _ = self.filled(event("a"))
        call("-f", write(self.folder, "in.yaml", event("a", more="    actors: [ana-example]\n"),
                         header="actors:\n  ana-example: {name: Another, kind: person}\n"), "store", "push", "--replace", other)
        refused = call("import", str(calendar), "-o", other)
        return (first[0] == again[0] == 0 and "1 event as it was" in again[2] and "ana-example: {kind: person, name: Ana Example}" in text and
                "{ana-example: host}" in text and refused[0] == 2 and "exists already: Another" in refused[2] and
                list_ids(other) == ["a"])

    def chronologies_are_merged(self):
        place, _, _ = self.filled(event("a", more="    symbols: [S/PV.7353]\n"))
        other = pathlib.Path(self.folder, "other.yaml")
        other.write_text("timeline: u\ntitle: U\nevents:\n" + event("b", more="    symbols: [S/PV.7353]\n    place: New York\n") +
                         event("c", date="2015-01-01"), encoding="utf-8")
        merged = call("merge", str(other), "-o", place)
        again = call("merge", place, str(other), "-o", place)
        return (merged[0] == again[0] == 0 and "1 event is in both" in merged[2] and list_ids(place) == ["a", "c"] and
                "place: New York" in self._pull(place, "p.yaml") and self._revision(place) == "2")

    def stores_are_told_apart(self):
        """Each from the other, and neither from the file that it holds."""
        files = [write(self.folder, f"{name}.yaml", event("a", name), event(name), header=f"summary: {name}\n") for name in ("one", "two")]
        places = [self.new_place() for _ in files]
        for file, place in zip(files, places):
            call("store", "init", place), call("-f", file, "store", "push", place)
        wanted, told = call("diff", *files), call("diff", *places)
        same = [call("diff", *pair) for file, place in zip(files, places) for pair in ((file, place), (place, file))]
        merged = [call("merge", *pair, "-o", f"{self.folder}/m{number}.yaml") for number, pair in enumerate((files, places))]
        return (wanted[0] == 1 and "one" in wanted[1] and told == wanted and all(said[:2] == (0, "") for said in same) and
                merged[0] == merged[1] and call("diff", f"{self.folder}/m0.yaml", f"{self.folder}/m1.yaml")[0] == 0)

    def events_are_joined(self):
        place, _, _ = self.filled(event("a"), event("b"))
        joined = call("-f", place, "merge", "--into", "a", "b")
        return joined[0] == 0 and list_ids(place) == ["a"] and call("-f", place, "show", "b")[0] == 0

    def what_is_spelled_as_it_should_be_is_not_repaired(self):
        place, _, fine = self.filled(event("a", more="    symbols: [s/res/2270]\n", date="2016-03-02"))
        fixed = call("-f", place, "check", "--fix")
        return fine and fixed[0] == 0 and "S/RES/2270" in self._pull(place, "p.yaml") and self._revision(place) == "1"

    def edited_tables_are_applied(self):
        place, _, _ = self.filled(event("a"), event("b", "Other"))
        table = pathlib.Path(self.folder, "edited.csv")
        call("-f", place, "export", "-o", str(table))
        table.write_text(table.read_text(encoding="utf-8").replace("Other", "Another"), encoding="utf-8")
        applied = call("-f", place, "apply", "--write", str(table))
        return applied[0] == 0 and "title: Another\n" in self._pull(place, "p.yaml")

    def what_was_a_table_is_not_written_anew_with_the_first_edit(self):
        place, _, _ = self.filled(event("a"), event("b"))
        table = pathlib.Path(self.folder, "events.csv")
        table.write_text("id,date,title\na,2014-12-22,First\nb,2014-12-23,Second\n", encoding="utf-8")
        pushed = call("-f", str(table), "store", "push", "--replace", place)
        added = call("-f", place, "add", "2015-01-01 meeting: The Council met", "--relation", "cites: a")
        changed = call("-f", place, "list", "--changed-since=r2", "--format", "csv")
        return pushed[0] == added[0] == 0 and [row.split(",")[0] for row in changed[1].splitlines()[1:]] == ["2015-council-met"]

    def what_is_pushed_is_pulled(self):
        place, file, _ = self.filled(event("b"), event("a"), event("c", more="    visibility: private\n"))
        call("-f", file, "export", "-o", self.folder + "/own.yaml")
        pulled = self._pull(place, "p.yaml")
        again = call("-f", self.folder + "/p.yaml", "store", "push", place)
        return pulled == self._read("own.yaml") and "just this already" in again[2] and self._revision(place) == "1"

    def pushing_takes_nothing_away_unasked(self):
        place, _, _ = self.filled(event("a"), event("b"))
        more, less = write(self.folder, "more.yaml", event("a"), event("b"), event("c")), write(self.folder, "less.yaml", event("a", "New"))
        added, refused = call("-f", more, "store", "push", place), call("-f", less, "store", "push", place)
        kept = list_ids(place)
        forced = call("-f", less, "store", "push", "--replace", place)
        return (added[0] == forced[0] == 0 and refused[0] == 2 and "changes 1, takes out 2" in refused[2] and kept == ["a", "b", "c"] and
                list_ids(place) == ["a"])

    def changes_come_home(self):
        place, _, _ = self.filled(event("a"), event("b"))
        text = self._pull(place, "p.yaml")
        self._edit(place, "a", "A title", "There")
        file = write(self.folder, "home.yaml")
        pathlib.Path(file).write_text(text.replace("id: b\n", "id: b\n    place: Here\n"), encoding="utf-8")
        pushed = call("-f", file, "store", "push", "--base", "1", place)
        text = self._pull(place, "p.yaml")
        return pushed[0] == 0 and "There" in text and "Here" in text

    def both_sides_of_a_conflict_are_shown(self):
        place, _, _ = self.filled(event("a"), event("b"))
        text = self._pull(place, "p.yaml")
        self._edit(place, "a", "A title", "There")
        file = write(self.folder, "home.yaml")
        pathlib.Path(file).write_text(text.replace("A title", "Here"), encoding="utf-8")
        pushed = call("-f", file, "store", "push", "--base", "1", place)
        text = self._pull(place, "p.yaml")
        return (pushed[0] == 2 and "here: title: A title → Here" in pushed[2] and "there: title: A title → There" in pushed[2] and
                "There" in text and "Here" not in text and self._revision(place) == "2")

    def sources_of_two_people_are_both_there(self):
        place, _, _ = self.filled(event("a"), event("b"))
        text = self._pull(place, "p.yaml")
        call("-f", place, "add", "2015-01-01: More", "--source", "https://example.org/theirs")
        file = write(self.folder, "home.yaml", event("a"), event("b", more="    sources: [mine]\n"), header=SOURCE.format("mine", ""))
        pushed = call("-f", file, "store", "push", "--base", "1", place)
        text = self._pull(place, "p.yaml")
        return pushed[0] == 0 and "example.org/mine" in text and "example.org/theirs" in text and call("store", "verify", place)[0] == 0

    def titles_of_two_people_are_a_conflict(self):
        place, _, _ = self.filled(event("a"))
        for title in ("Here", "There"):
            file = write(self.folder, f"{title}.yaml", event("a"))
            pathlib.Path(file).write_text(pathlib.Path(file).read_text(encoding="utf-8").replace("title: T\n", f"title: {title}\n"), encoding="utf-8")
        there = call("-f", self.folder + "/There.yaml", "store", "push", "--base", "1", place)
        here = call("-f", self.folder + "/Here.yaml", "store", "push", "--base", "1", place)
        return there[0] == 0 and here[0] == 2 and "here: title: T → Here" in here[2] and "there: title: T → There" in here[2]

    def what_does_not_fit_is_refused(self):
        place, _, _ = self.filled(event("a"), event("b"), event("c"))
        pointing = write(self.folder, "points.yaml", event("a"), event("b", more="    relations: [responds-to: a]\n"), event("c"))
        less = write(self.folder, "less.yaml", event("b"), event("c"))
        removed = call("-f", less, "store", "push", "--base", "1", place)
        pushed = call("-f", pointing, "store", "push", "--base", "1", place)
        return removed[0] == 0 and pushed[0] == 2 and list_ids(place) == ["b", "c"] and self._revision(place) == "2"

    def a_source_that_went_is_not_cited(self):
        place, file = self.new_place(), write(self.folder, "in.yaml", event("a"), event("b"), header=SOURCE.format("s", ""))
        call("store", "init", place), call("-f", file, "store", "push", place)
        gone = write(self.folder, "gone.yaml", event("a"), event("b"))
        citing = write(self.folder, "cites.yaml", event("a"), event("b", more="    sources: [s]\n"), header=SOURCE.format("s", ""))
        removed = call("-f", gone, "store", "push", "--base", "1", place)
        pushed = call("-f", citing, "store", "push", "--base", "1", place)
        return removed[0] == 0 and pushed[0] == 2 and list_ids(place) == ["a", "b"] and self._revision(place) == "2"

    def notes_of_others_that_went_stay_away(self):
        note = "    sources:\n      - {source: s, note: a secret, visibility: private}\n"
        place, file = self.new_place(), write(self.folder, "in.yaml", event("a", more=note), header=SOURCE.format("s", ""))
        call("store", "init", place), call("-f", file, "store", "push", place)
        text = self._pull(place, "p.yaml")
        file = write(self.folder, "home.yaml")
        pathlib.Path(file).write_text(text.replace("A title", "Here"), encoding="utf-8")
        self._edit(place, "a", ", visibility: private", "")
        pushed = call("-f", file, "store", "push", "--base", "1", place)
        return pushed[0] == 2 and "a was changed by somebody else, too" in pushed[2]

    def eight_who_add_at_once_all_do(self):
        place, _, _ = self.filled(event("a"))
        done = []
        threads = [threading.Thread(target=lambda k=k: done.append(call("-f", place, "add", f"2015-01-0{k + 1}: Event {k}", "--source",
                                                                        f"https://example.org/{k}"))) for k in range(8)]
        [t.start() for t in threads], [t.join() for t in threads]
        text = self._pull(place, "p.yaml")
        print("".join(f"# {said}" for status, _, said in done if status != 0), end="")
        return [status for status, _, _ in done] == [0] * 8 and len(list_ids(place)) == 9 and all(f"example.org/{k}" in text for k in range(8))


    def _tell_all(self, place):
        """All that can be asked of a store, its past too."""
        revisions = range(1, int(self._revision(place)) + 1)
        return [call("store", "log", place)[1], call("store", "pull", place)[1], call("-f", place, "history", "a")[1],
                call("-f", place, "history", "b")[1], call("-f", place, "list", "title:second OR kind:meeting")[1],
                *(call("-f", place, "--as-of-revision", str(n), "export", "--format", "yaml")[1] for n in revisions)]

    def _live(self, place):
        """A past in which things become public, and cease to be, or go."""
        self._edit(place, "a", "A title", "Second title")
        call("-f", place, "add", "2014-11-18 un.sc meeting: Hidden", "--id", "c", "--visibility", "private", "--source", "https://example.org/c")
        self._edit(place, "b", "A title", "A title\\n  visibility: private")
        self._edit(place, "a", "Second", "Third")
        self._edit(place, "b", "private", "public")
        text = self._pull(place, "p.yaml")
        pathlib.Path(self.folder, "p.yaml").write_text(text.replace("title: T\n", "title: U\n"), encoding="utf-8")
        call("-f", self.folder + "/p.yaml", "store", "push", "--base", self._revision(place), place)
        return call("-f", place, "merge", "--into", "a", "c")[0] == 0

    def the_past_has_an_end(self):
        place, file, _ = self.filled(event("a"))
        asked, based = call("-f", place, "--as-of-revision", "2", "list"), call("-f", file, "store", "push", "--base", "2", place)
        return asked[0] == based[0] == 2 and "revisions 1 to 1" in asked[2] and "revisions 1 to 1" in based[2]

    def both_axes_are_asked_at_once(self):
        place, _, _ = self.filled(event("a"))
        file = write(self.folder, "more.yaml", event("a"), event("b", more="    sources: [s]\n", date="2014-01-01"),
                     header="sources:\n  s:\n    title: S\n    date: 2014-06-01\n")
        call("-f", file, "store", "push", "--replace", place)

        def ask(*words):
            return [row["id"] for row in csv.DictReader(call("-f", place, *words, "list", "--format", "csv")[1].splitlines())]
        day = ("--recorded-by", "2099-01-01")
        return (ask(*day, "--as-of", "2014-07-01") == ["b"] and ask(*day, "--as-of", "2014-05-01") == [] and
                ask("--recorded-by", "2001-01-01", "--as-of", "2014-07-01") == [] and
                ask("--as-of-revision", "1", "--as-of", "2014-07-01") == [] and ask("--as-of-revision", "2", "--as-of", "2014-07-01") == ["b"])

    def all_of_it_is_dumped(self):
        place, _, _ = self.filled(event("a"), event("b"), event("d", more="    visibility: private\n"))
        lived = self._live(place)
        file, other = self.folder + f"/{type(self).__name__}.db", self.new_place()
        dumped, again = call("store", "dump", place, "-o", file), call("store", "dump", place, "-o", file)
        back = call("store", "dump", f"sqlite:{file}", "-o", other)
        texts = self._tell_all(place)
        changed = self._edit(other, "b", "A title", "Changed")
        return (lived and dumped[0] == back[0] == changed[0] == 0 and again[0] == 2 and texts[0].count("\n") == 8 and
                texts == self._tell_all(f"sqlite:{file}") and texts[:1] == [call("store", "log", other)[1][:len(texts[0])]] and
                texts[5:] == self._tell_all(other)[5:-1] and "Changed" in self._pull(other, "p.yaml"))

    def what_a_killed_dump_left_is_gone_with_the_next(self):
        place, _, _ = self.filled(event("a"))
        folder = pathlib.Path(self.folder, f"dumps-{type(self).__name__}")
        folder.mkdir()
        hidden = folder / f".chancery-{hashlib.sha256(b'copy.db').hexdigest()[:12]}"
        for left in (hidden, hidden.with_name(f"{hidden.name}-wal")):
            left.write_bytes(b"half a file")
        with open(hidden, "r+b") as writing:
            fcntl.flock(writing, fcntl.LOCK_EX)
            status, _, said = call("store", "dump", place, "-o", f"{folder}/copy.db")
        done = call("store", "dump", place, "-o", f"{folder}/copy.db")[0]
        return (status == 2 and "is being written by another" in said and done == 0 and
                [path.name for path in folder.iterdir()] == ["copy.db"] and call("store", "verify", f"sqlite:{folder}/copy.db")[0] == 0)


class SqliteCases(Both, stores.Cases):
    """A file."""


class PostgresqlCases(Both, stores.ServerCases):
    """A server."""

    def readers_dump_nothing(self):
        place, _, _ = self.filled(event("a"))
        self.running.sql("CREATE ROLE reads LOGIN; GRANT chancery_reader TO reads")
        status, _, said = call("store", "dump", place.replace("owner@", "reads@"), "-o", self.folder + "/reader.db")
        self.running.sql("DROP OWNED BY reads; DROP ROLE reads")
        return status == 3 and "chancery_editor" in said and not list(pathlib.Path(self.folder).glob("reader.db*"))

    def parts_that_are_not_public_of_two_people_are_both_there(self):
        place, _, _ = self.filled(event("a"))
        self._pull(place, "p.yaml")
        hidden = "    visibility: private\n"
        for name in ("one", "two"):
            file = write(self.folder, f"{name}.yaml", event("a"), header=SOURCE.format(name, hidden))
            if call("-f", file, "store", "push", "--base", "1", place)[0] != 0:
                return False
        text = self._pull(place, "p.yaml")
        return "example.org/one" in text and "example.org/two" in text


sys.exit(stores.main(SqliteCases, PostgresqlCases))
