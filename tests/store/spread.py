#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A store over several servers when something goes wrong: a writer that is cut off, a server that is down, a schema that
is older; and rows that go as they lie there. Prints TAP.

  spread.py PROGRAM DATA_FOLDER
"""

import contextlib
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

import server
import stores
from stores import Serving, call, event, spawn, wait_for, write

STARTS = (None, "1990", "2010")
HIDDEN = "    visibility: private\n"
CITES = "    relations: {{cites: {}}}\n"
EVENTS = (event("old", date="1981-01-01"), event("mid", date="2002-01-01"), event("late", more=CITES.format("old"), date="2013-01-01"),
          event("secret", more=HIDDEN, date="2014-01-01"), event("last", date="2016-05-01"))


class Wire:
    """Hands on what comes to a port, and is cut at once when that is wanted."""

    def __init__(self, port):
        self.server, self.ends = port, []
        self.listening = socket.socket()
        self.listening.bind(("127.0.0.1", 0))
        self.listening.listen(16)
        self.port = self.listening.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                pair = (self.listening.accept()[0], socket.create_connection(("127.0.0.1", self.server)))
                self.ends.extend(pair)
                for source, sink in (pair, pair[::-1]):
                    threading.Thread(target=self.hand_on, args=(source, sink), daemon=True).start()

    @staticmethod
    def hand_on(source, sink):
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                sink.sendall(data)
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_RDWR)

    def cut(self):
        for end in [self.listening, *self.ends]:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


class Held:
    """Somebody for whose sake writers of a table of a server wait, and readers do not."""

    def __init__(self, place, table):
        self.psql = subprocess.Popen(["psql", "-qtAX", place], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.psql.stdin.write(f"BEGIN; LOCK TABLE {table} IN SHARE MODE; SELECT 'has it';\n")
        self.psql.stdin.flush()
        assert self.psql.stdout.readline() == "has it\n"

    def end(self):
        self.psql.communicate("ROLLBACK;\n", timeout=30)


class SpreadCases(stores.Cases):
    """Over three servers."""

    def __init__(self, folder, servers):
        super().__init__(folder, None)
        self.servers, self.n = servers, 0

    def _spread(self, *events):
        self.n += 1
        names = f"t{self.n}"
        for each in self.servers:
            each.sql(f"CREATE SCHEMA {names}")
        self.places = [f"{each.place()}?options=-csearch_path%3D{names}" for each in self.servers]
        file = pathlib.Path(self.folder, "servers.yaml")
        file.write_text("servers:\n" + "".join(f"  - place: {place}\n" + (f"    from: {start}\n" if start else "")
                                               for place, start in zip(self.places[1:], STARTS)))
        timeline = write(self.folder, "in.yaml", *(events or EVENTS))
        for command in (["store", "init", "--shards", str(file), self.places[0]], ["-f", timeline, "store", "push", self.places[0]]):
            assert (done := call(*command))[0] == 0, done[2]
        return self.places[0]

    def _sql(self, number, text):
        return self.servers[number].sql(text, self.places[number]).strip()

    def _edit(self, place, name, script):
        return call("-f", place, "edit", name, EDITOR=f"sed -i '{script}'")

    def _is_well(self, place):
        return call("store", "verify", place)[0] == 0

    def _waits_on(self, number):
        return self._sql(number, "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'") != "0"

    def _cut_writer(self, place):
        """A writer that waits on the second shard when its connection to the parent is cut, and nothing else."""
        wire, held = Wire(self.servers[0].port), Held(self.places[2], "event")
        through = place.replace(f":{self.servers[0].port}/", f":{wire.port}/")
        writer = spawn("-f", write(self.folder, "more.yaml", *EVENTS, event("new-1", date="1985-01-01"), event("new-2", date="2003-01-01")),
                       "store", "push", "--replace", through)
        assert wait_for(lambda: self._waits_on(2)), "nobody waits on the shard"
        wire.cut()
        return writer, held

    def who_is_cut_off_from_the_parent_alone_is_told_and_writes_nothing(self):
        place = self._spread()
        whole = call("-f", place, "list", "--format", "csv")[1]
        writer, held = self._cut_writer(place)
        held.end()
        said = writer.communicate(timeout=60)[1]
        seen = call("-f", place, "list", "--format", "csv")[1]
        left = self._sql(1, "SELECT count(*) FROM event WHERE id = 'new-1'")
        again = call("-f", place, "add", "2004-01-01: Another", "--id", "another")
        print(f"# {said.strip()}; {left} rows were left on the first shard")
        return (writer.returncode == 3 and "server closed the connection" in said and "://" in said and seen == whole and left == "1" and
                again[0] == 0 and self._sql(1, "SELECT count(*) FROM event WHERE id = 'new-1'") == "0" and self._is_well(place))

    def who_was_cut_off_does_not_write_over_somebody_else(self):
        """The others cannot clear the shard on which that one hangs, and say so; those of other shards write on."""
        place = self._spread()
        writer, held = self._cut_writer(place)
        assert wait_for(lambda: self._sql(0, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'") == "0"), "the lock is kept"
        other = self._edit(place, "last", "s/A title/By another/")
        held.end()
        said = writer.communicate(timeout=60)[1]
        again = self._edit(place, "mid", "s/A title/By a third/")
        text = call("-f", place, "list", "--format", "csv")[1]
        print(f"# {other[2].strip().splitlines()[-1:]}; {said.strip()}")
        return (writer.returncode == 3 and other[0] in (0, 3) and ("By another" in text) == (other[0] == 0) and again[0] == 0 and
                "By a third" in text and "new-" not in text and self._is_well(place))

    def a_server_that_is_down_holds_up_editors_who_are_told_which(self):
        place = self._spread()
        self.servers[1].stop("immediate")
        try:
            edited = self._edit(place, "mid", "s/A title/Another/")
            added = call("-f", place, "add", "2003-01-01: One more", "--id", "one-more")
            narrow = call("-f", place, "list", "--format", "csv", "date:2016")
        finally:
            self.servers[1].start()
        whole = call("-f", place, "list", "--format", "csv")[1]
        print(f"# {edited[2].strip()}")
        return (edited[0] == 3 and f":{self.servers[1].port}/" in edited[2] and "before 1990" in edited[2] and "Another" not in whole and
                (added[0] == 0) == ("one-more" in whole) and narrow[0] == 0 and "last" in narrow[1] and self._is_well(place))

    def a_part_is_not_served_for_the_whole(self):
        place = self._spread(event("old", "Old", date="1981-01-01"), event("last", "Last", date="2016-05-01"))
        serving = Serving(self.folder, place)
        self.servers[1].stop("immediate")
        try:
            serving.program.send_signal(signal.SIGHUP)
            tried = wait_for(lambda: serving.has_said("does not answer (--partial serves the rest); what was read before is served on"))
            meanwhile = serving.list_titles()
            refused = call("-f", place, "serve", "--listen", "127.0.0.1:0")
            partial = Serving(self.folder, place, "--partial")
            rest = partial.list_titles()
        finally:
            self.servers[1].start()
        back = partial.comes_to_tell("Last", "Old")
        self._edit(place, "last", "s/Last/Newest/")
        whole = serving.comes_to_tell("Newest", "Old") and partial.comes_to_tell("Newest", "Old")
        return (tried and meanwhile == ["Last", "Old"] and refused[0] == 3 and "--partial serves the rest" in refused[2] and rest == ["Last"] and
                back and whole and serving.end() == partial.end() == 0)

    def what_is_not_for_everybody_goes_as_it_lies(self):
        place = self._spread()
        asked = [call("-f", place, *more, "list", "--format", "csv", "--", query) for query in ("", "date:2014", "-kind:vote")
                 for more in ([], ["--warnings"])]
        for number in (1, 2, 3):
            self._sql(number, "UPDATE event SET earliest = 'as it lies'; UPDATE whole_event SET earliest = 'as it lies'")
        straight = call("-f", place, "list", "--format", "csv")
        lines = straight[1].splitlines()[1:]
        return (asked[0::2] == asked[1::2] and "secret" in asked[0][1] and "carries what is not public" in straight[2] and
                len(lines) == len(EVENTS) and all("as it lies" in line for line in lines))

    def _make_older(self):
        for number in range(len(self.servers)):
            self._sql(number, "UPDATE store SET value = value::integer - 1 WHERE key = 'schema'")

    def _list_schemas(self):
        return [self._sql(number, "SELECT value FROM store WHERE key = 'schema'") for number in range(len(self.servers))]

    def an_older_store_is_brought_up_to_date(self):
        place = self._spread()
        if self._list_schemas()[0] == "5":  # the first that may be spread
            return True
        whole, newest = call("-f", place, "list", "--format", "csv")[1], self._list_schemas()
        self._make_older()
        older, refused = self._list_schemas(), call("-f", place, "list")
        self.servers[3].stop("immediate")
        down = call("store", "upgrade", place)
        self.servers[3].start()
        untouched = self._list_schemas() == older
        self._sql(3, "ALTER TABLE whole_event RENAME TO elsewhere")
        broken = call("store", "upgrade", place)
        between = [call("-f", place, "list"), call("-f", place, "add", "2004-01-01: Another")]
        half = self._list_schemas()
        self._sql(3, "ALTER TABLE elsewhere RENAME TO whole_event")
        done = call("store", "upgrade", place)
        print(f"# {between[0][2].strip()}")
        return (refused[0] == 2 and "store upgrade" in refused[2] and down[0] == 3 and untouched and broken[0] == 3 and
                half == newest[:3] + older[3:] and all(each[0] == 2 and "being brought up to date" in each[2] for each in between) and
                done[0] == 0 and self._list_schemas() == newest and call("-f", place, "list", "--format", "csv")[1] == whole and
                self._edit(place, "old", "s/A title/Another/")[0] == 0 and self._is_well(place))

    def an_upgrade_that_is_killed_goes_on(self):
        place = self._spread()
        if self._list_schemas()[0] == "5":
            return True
        whole = call("-f", place, "list", "--format", "csv")[1]
        for turn in range(int(os.environ.get("KILLS", "10"))):
            self._make_older()
            upgrading = spawn("store", "upgrade", place)
            time.sleep(0.02 * (turn * 7 % 20))
            upgrading.send_signal(signal.SIGKILL)
            upgrading.communicate()
            status, listed, said = call("-f", place, "list", "--format", "csv")
            if not (listed == whole if status == 0 else status == 2 and re.search("up to date", said)):
                print(f"# {turn}: {said}")
                return False
            if call("store", "upgrade", place)[0] != 0 or call("-f", place, "list", "--format", "csv")[1] != whole:
                return False
        return self._is_well(place)


def main():
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="chancery-spread-"))
        servers = [stack.enter_context(server.server()) for _ in range(4)] if server.find_programs() else []
        if not servers:
            print("1..1\nok 1 - a store over several servers # SKIP no server is installed")
            return 0
        fine, number = stores.run_all("several servers", SpreadCases(folder, servers), 1)
    print(f"1..{number - 1}")
    return 0 if fine else 1


sys.exit(main())
