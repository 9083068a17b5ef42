#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What goes wrong with stores is said, and nothing is lost; prints TAP.

  faults.py PROGRAM DATA_FOLDER [--postgresql]
"""

import os
import pathlib
import re
import subprocess
import sys
import threading

import stores
from stores import ENVIRONMENT, PROGRAM, call, event, list_ids, write

NASTY = "' OR 1=1 --\"; DROP TABLE event; $1 %s \\ {a,b} NULL"


class Both:
    """What holds of either kind."""

    def everything_comes_back(self):
        place, file, fine = self.filled(event("a", more="    tags: [x]\n"), event("b"))
        written = call("-f", place, "export", "-o", self.folder + "/back.yaml")
        same = call("-f", file, "export", "-o", self.folder + "/own.yaml")
        texts = [pathlib.Path(self.folder, name).read_text() for name in ("back.yaml", "own.yaml")]
        return fine and written[0] == same[0] == 0 and texts[0] == texts[1]

    def the_bundled_chronology_comes_back(self):
        place = self.new_place()
        call("store", "init", place)
        call("store", "push", place)
        call("-f", place, "export", "-o", self.folder + "/back.yaml")
        call("export", "-o", self.folder + "/own.yaml")
        return pathlib.Path(self.folder, "back.yaml").read_bytes() == pathlib.Path(self.folder, "own.yaml").read_bytes()

    def what_would_be_sql_is_text(self):
        nasty = '"' + NASTY.replace("\\", "\\\\").replace('"', '\\"') + '"'
        keys = ("title", "author", "publisher", "note", "licence")
        header = (f"summary: {nasty}\nlicence: {nasty}\nqueries: {{q: 'title:\"DROP TABLE\"'}}\n"
                  f"actors:\n  x:\n    kind: person\n    name: {nasty}\n    aliases: [{nasty[:-1]}!\"]\n"
                  "sources:\n  s:\n" + "".join(f"    {key}: {nasty}\n" for key in keys if key != "licence"))
        more = ("".join(f"    {key}: {nasty}\n" for key in ("label", "summary", "place", "series")) + f"    tags: [{nasty}]\n"
                f"    actors: [x]\n    symbols: [{nasty}]\n    extra:\n      - x: {nasty}\n"
                f"    sources:\n      - {{source: s, at: {nasty}, quote: {nasty}, note: {nasty}}}\n")
        place, file = self.new_place(), write(self.folder, "in.yaml", event("a", NASTY, more), event("b"), header=header)
        made = [call("store", "init", place), call("-f", file, "store", "push", place)]
        made += [call("-f", place, "add", f"2015-01-01: {NASTY}", "--id", "c", "--place", NASTY, "--tag", NASTY, "--summary", NASTY),
                 call("-f", file, "add", f"2015-01-01: {NASTY}", "--id", "c", "--place", NASTY, "--tag", NASTY, "--summary", NASTY)]
        same = call("-f", place, "export", "--format", "yaml")[1] == call("-f", file, "export", "--format", "yaml")[1]
        queries = ('title:"DROP TABLE"', '"OR 1=1"', "@@q", "actor:x", "source:s", "has:place")
        return (all(status == 0 for status, _, _ in made) and same and
                all(call("-f", place, "list", "--ids", query)[:2] == call("-f", file, "list", "--ids", query)[:2] for query in queries))

    def nasty_values_of_queries_are_values(self):
        place, file, _ = self.filled(event("a"), event("b"))
        words = ("' OR 1=1 --", "$1", "%", "\\", "a'b", "*", "AND", "{x}", "x;y", "'); DROP TABLE event; --")
        fields = ("", "title:", "summary:", "place:", "series:", "tag:", "source:", "symbol:", "actor:", "forum:", "id:", "kind:", "vote:",
                  "date:", "sponsor:", "related-to:", "says:", "status:", "year:", "no:", "NOT title:", "place=")
        queries = [f'{field}"{word}"' for word in words for field in fields]
        told = [(query, call("-f", place, "list", query)[:2], call("-f", file, "list", query)[:2]) for query in queries]
        for query, there, here in told:
            if there != here:
                print(f"# {query}: {there} {here}".replace("\n", " "))
        return all(there == here for _, there, here in told) and list_ids(place) == ["a", "b"]

    def what_changed_is_in_the_past(self):
        place, _, fine = self.filled(event("a"), event("b"))
        changed = write(self.folder, "changed.yaml", event("a", "Another title"), event("c"))
        pushed = call("-f", changed, "store", "push", "--replace", place)
        listed = list_ids(place)
        return fine and pushed[0] == 0 and listed == ["a", "c"] and "Revision      2" in pushed[1]

    def a_name_lasts_as_long_as_an_event_has_it(self):
        named = "    actors: [usa]\n"
        place, _, fine = self.filled(event("a", more=named), event("b", more=named))
        changed = write(self.folder, "changed.yaml", event("a"), event("b", more=named))
        pushed = call("-f", changed, "store", "push", "--replace", place)
        return fine and pushed[0] == 0 and "actor usa" in call("-f", place, "explain", "actor=usa")[1]

    def pushing_the_same_changes_nothing(self):
        place, file, _ = self.filled(event("a"), event("b"))
        before = call("-f", place, "list")[1]
        return call("-f", file, "store", "push", place)[0] == 0 and call("-f", place, "list")[1] == before

    def no_store_is_said(self):
        status, _, said = call("-f", self.new_place(), "list")
        return status == 3 and "store init" in said

    def a_newer_schema_is_refused(self):
        place, _, _ = self.filled(event("a"))
        self.run_sql(place, "UPDATE store SET value = '99' WHERE key = 'schema'")
        status, _, said = call("-f", place, "list")
        return status != 0 and "schema 99" in said and "newer" in said

    def an_older_schema_is_brought_up_to_date(self):
        place, _, _ = self.filled(event("a"))
        newest = call("store", "status", place)[1].split("Schema")[1].split()[0]
        if newest == "1":
            return True
        self.make_older(place)
        said = [call("-f", place, *words) for words in (["list"], ["add", "2015-01-01: More"], ["watch"], ["history", "a"])]
        said += [call("store", action, place) for action in ("status", "pull", "push", "verify", "log")]
        upgraded = call("store", "upgrade", place)
        return (all(status == 2 and "has schema 1" in error and "store upgrade" in error for status, _, error in said) and
                upgraded[0] == 0 and list_ids(place) == ["a"] and call("-f", place, "add", "2015-01-01: More")[0] == 0)

    def two_who_make_it_at_once_both_have_it(self):
        said = []
        for _ in range(int(os.environ.get("KILLS", "6"))):
            place = self.new_place()
            threads = [threading.Thread(target=lambda place=place: said.append(call("store", "init", place))) for _ in range(4)]
            [t.start() for t in threads], [t.join() for t in threads]
        return [error for status, _, error in said if status != 0] == []

    def eight_who_push_at_once_leave_one_whole(self):
        place, _, _ = self.filled(event("a"))
        files = [write(self.folder, f"p{i}.yaml", *(event(f"e{i}-{k}") for k in range(20))) for i in range(8)]
        statuses = []
        threads = [threading.Thread(target=lambda f=f: statuses.append(call("-f", f, "store", "push", "--replace", place)[0])) for f in files]
        [t.start() for t in threads], [t.join() for t in threads]
        ids = list_ids(place)
        # Who finds that somebody else came first is told so.
        return set(statuses) <= {0, 2} and 0 in statuses and len(ids) == 20 and len({i.split("-")[0] for i in ids}) == 1

    def killed_writers_leave_old_or_new(self):
        place, file, _ = self.filled(*(event(f"old-{i}") for i in range(30)))
        new = write(self.folder, "new.yaml", *(event(f"new-{i}") for i in range(400)))
        for turn in range(int(os.environ.get("KILLS", "6"))):
            writer = subprocess.Popen([PROGRAM, "-f", new if turn % 2 == 0 else file, "store", "push", "--replace", place], env=ENVIRONMENT,
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                writer.wait(0.02 * (turn % 12))
            except subprocess.TimeoutExpired:
                writer.kill()
                writer.wait()
            ids = list_ids(place)
            if ids is None or len({i.split("-")[0] for i in ids}) != 1 or len(ids) not in (30, 400):
                return False
            if writer.returncode == 0 and len(ids) != (400 if turn % 2 == 0 else 30):
                return False
        return True


class SqliteCases(Both, stores.Cases):
    def no_database_is_said(self):
        path = pathlib.Path(self.folder, "text.db")
        path.write_text("this is no database, but a text that is long enough to look at")
        status, _, said = call("-f", f"sqlite:{path}", "list")
        return status == 3 and "not a database" in said

    def a_folder_that_one_may_not_write_is_said(self):
        status, _, said = call("store", "init", "sqlite:/proc/team.db")
        return status == 3 and "/proc/team.db" in said

    def schemas_of_strangers_do_nothing(self):
        place, _, _ = self.filled(event("a"))
        self.run_sql(place, "CREATE TRIGGER t AFTER INSERT ON event BEGIN SELECT load_extension ('x'); END")
        file = write(self.folder, "more.yaml", event("b"))
        return call("-f", file, "store", "push", "--replace", place)[0] == 3 and list_ids(place) == ["a"]


class PostgresqlCases(Both, stores.ServerCases):
    def a_server_that_is_not_there_is_said_without_the_password(self):
        status, out, said = call("-f", "postgresql://me:geheim@127.0.0.1:1/x", "list")
        other = call("-f", "postgresql://me:geheim@127.0.0.1:port/x", "list")
        third = call("-f", "postgresql://127.0.0.1:1/x?user=me&password=geheim", "list")
        return status == other[0] == third[0] == 3 and not any("geheim" in text for text in (out, said, other[2], third[2]))

    def passwords_are_in_no_message(self):
        secrets = ["ge%2Fheim", "ge/heim", "ge@heim", "geheim", "ge?heim", "%67eheim", "ge%zzheim", "ge:heim", "ge#heim"]
        places = [f"postgresql://me:{secret}@127.0.0.1:1/x" for secret in secrets]
        places += [f"postgresql://127.0.0.1:1/x?user=me&{word}=geheim" for word in ("password", "pass%77ord", "sslpassword", "PASSWORD")]
        places += ["postgresql://127.0.0.1:1/x?password=geheim&bogus=1&password=heim", "postgres://me:geheim@", "postgresq://me:geheim@x/y"]
        commands = (["list"], ["add", "2014-01-01: X"], ["edit", "x"], ["check"], ["history", "x"], ["watch"], ["apply", "x.csv"], ["count"])
        said = [call("-f", place, *command) for place in places for command in commands]
        said += [call("store", action, place) for place in places for action in ("init", "push", "pull", "status", "upgrade")]
        said += [call("merge", place, place, "-o", place) for place in places] + [call("import", "x.csv", "-o", place) for place in places]
        return all(status in (2, 3) and "heim" not in out + error for status, out, error in said)

    def tables_are_their_owners(self):
        place, _, _ = self.filled(event("a"))
        self.run_sql(place, "CREATE ROLE edits LOGIN; GRANT chancery_editor TO edits")
        self.make_older(place)
        editor = place.replace("owner@", "edits@")
        upgraded, made = call("store", "upgrade", editor), call("store", "init", self.running.place(user="edits"))
        done = call("store", "upgrade", place)
        written = call("-f", editor, "add", "2015-01-01: More"), call("-f", editor, "history", "a")
        self.running.sql("DROP OWNED BY edits; DROP ROLE edits")
        return (upgraded[0] == made[0] == 3 and "owner alone" in upgraded[2] and "CREATE DATABASE" in made[2] and done[0] == 0 and
                written[0][0] == written[1][0] == 0)

    def who_may_not_come_in_is_told(self):
        self.running.sql("CREATE ROLE kim LOGIN PASSWORD 'geheim'")
        rules = pathlib.Path(self.running.data, "pg_hba.conf")
        kept = rules.read_text(encoding="utf-8")
        rules.write_text("host all kim 127.0.0.1/32 scram-sha-256\n" + kept, encoding="utf-8")
        self.running.sql("SELECT pg_reload_conf ()")
        place = self.running.place(user="kim", password="falsch")
        wrong, none = call("-f", place, "list"), call("-f", self.running.place(user="kim"), "list", PGPASSWORD="falsch")
        right = call("-f", self.running.place(user="kim", password="geheim"), "list")
        rules.write_text(kept, encoding="utf-8")
        self.running.sql("DROP ROLE kim")
        return (wrong[0] == none[0] == 3 and "falsch" not in wrong[2] + none[2] and ".pgpass" in wrong[2] and ".pgpass" in none[2] and
                "store init" in right[2])

    def a_role_that_may_not_is_told(self):
        place, _, _ = self.filled(event("a"))
        self.running.sql("DROP ROLE IF EXISTS nobody_yet; CREATE ROLE nobody_yet LOGIN")
        status, _, said = call("-f", place.replace("owner@", "nobody_yet@"), "list")
        return status == 3 and ("permission" in said or "store init" in said)

    def readers_see_what_is_public_and_write_nothing(self):
        place, file, fine = self.filled(event("a"), event("b", more="    visibility: private\n"))
        self.running.sql("DROP ROLE IF EXISTS reads; CREATE ROLE reads LOGIN; GRANT chancery_reader TO reads")
        reader = place.replace("owner@", "reads@")
        pushed = call("-f", file, "store", "push", reader)
        added = call("-f", reader, "add", "2014-01-01: More")
        seen = list_ids(reader), list_ids(place)
        past = [call("-f", reader, *words) for words in (["history", "a"], ["--as-of-revision", "1", "list"],
                                                         ["--recorded-by", "2030-01-01", "list"], ["store", "log", reader])]
        upgraded, pulled = call("store", "upgrade", reader), call("store", "pull", reader)
        self.running.sql("DROP OWNED BY reads; DROP ROLE reads")
        return fine and seen == (["a"], ["a", "b"]) and pushed[0] == added[0] == 3 and list_ids(place) == ["a", "b"] and \
            all(status == 3 and "chancery_editor" in said for status, _, said in [pushed, added, *past]) and \
            upgraded[0] == pulled[0] == 0 and "id: b" not in pulled[1] and "public" in pulled[2]

    def readers_know_the_names_of_public_events(self):
        """What only hidden events have is not for them, as long as no public one comes that has it."""
        header = ("actors:\n  mole: {name: A Mole, kind: person}\n  mayor: {name: A Mayor, kind: person}\n"
                  "forums:\n  cellar: {name: The Cellar}\nqueries:\n  below: forum:cellar\n")
        place, file = self.new_place(), stores.write(
            self.folder, "names.yaml", event("open", more="    actors: [mayor]\n"),
            event("hidden", more="    actors: [mole]\n    forum: cellar\n    visibility: private\n"), header=header)
        self.running.sql("DROP ROLE IF EXISTS reads; CREATE ROLE reads LOGIN")
        made = call("store", "init", place), call("-f", file, "store", "push", place)
        self.running.sql("GRANT chancery_reader TO reads")
        reader, seen = place.replace("owner@", "reads@"), []
        for words in (["list"], ["add", "2014-12-01: A talk", "--id", "talk", "--actor", "mole"], ["add", "2014-12-02: More", "--id", "more", "--forum", "cellar"]):
            done = call("-f", place, *words)
            status, told, _ = call("-f", reader, "list", "--format", "yaml")
            names = [name for name in ("mole", "mayor", "cellar", "below") if re.search(rf"^  {name}:", told, re.MULTILINE)]
            seen.append((done[0], status, names, list_ids(reader)))
        whole = call("-f", place, "list", "--format", "yaml")[1]
        again = [call("-f", file, "store", "push", "--replace", place) for _ in range(2)]
        self.running.sql("UPDATE header SET body = (SELECT body FROM whole_header)", place)
        mended = call("-f", file, "store", "push", place)
        kept = call("-f", reader, "list", "--format", "yaml")[1]
        self.running.sql("DROP OWNED BY reads; DROP ROLE reads")
        return made[0][0] == made[1][0] == mended[0] == 0 and "just this" in again[1][2] and "readers" in mended[2] and \
            "mole" not in kept and "  below: forum:cellar" in whole and seen == [
            (0, 0, ["mayor"], ["open"]), (0, 0, ["mole", "mayor"], ["open", "talk"]),
            (0, 0, ["mole", "mayor", "cellar"], ["open", "talk", "more"])]

    def a_server_that_ends_meanwhile_is_said(self):
        place, _, _ = self.filled(event("a"))
        self.running.stop("immediate")
        status = call("-f", place, "list")[0]
        self.running.start()
        return status == 3 and list_ids(place) == ["a"]


sys.exit(stores.main(SqliteCases, PostgresqlCases))
