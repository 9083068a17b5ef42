#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Disks that are full, servers that end, connections that are cut: each is told, nothing is half; prints TAP.

  trouble.py PROGRAM DATA_FOLDER [--postgresql]
"""

import contextlib
import os
import pathlib
import resource
import socket
import sqlite3
import subprocess
import sys
import threading
import time

import stores
from stores import Serving, Spoken, call, event, list_ids, spawn, wait_for, write

MANY = 3000


class Both:
    """What holds of either kind."""

    def _many(self, name="many.yaml"):
        return write(self.folder, name, *(event(f"new-{i}", "A title " + "long " * 20) for i in range(MANY)))

    def killed_writers_lose_nothing_that_they_were_told(self):
        place, _, _ = self.filled(event("a"))
        told, kills = set(), int(os.environ.get("KILLS", "6"))
        for turn in range(kills):
            writer = spawn("-f", place, "add", f"2015-01-01: Event {turn}", "--id", f"e{turn}", "--source", f"https://example.org/{turn}")
            try:
                writer.wait(0.015 * (turn * 7 % 30))
            except subprocess.TimeoutExpired:
                writer.kill()
            if "added" in writer.communicate()[1]:
                told.add(f"e{turn}")
        ids = list_ids(place)
        text = call("store", "pull", place)[1]
        print(f"# {kills} writers, {len(told)} were told that they had written, {len(ids) - 1} had")
        return told <= set(ids) and all(f"example.org/{name[1:]}\n" in text for name in ids if name != "a")

    def who_watches_sees_changes_and_ends_well(self):
        place, _, _ = self.filled(event("a"), event("b"))
        watcher = Spoken("-f", place, "watch", "title:wanted")
        time.sleep(1)
        call("-f", place, "add", "2015-01-01: Wanted thing")
        call("-f", place, "add", "2015-01-01: Something else")
        call("-f", place, "edit", "a", EDITOR="sed -i 's/A title/Wanted too/'")
        seen = wait_for(lambda: len(watcher.lines) >= 2)
        text = "".join(watcher.lines)
        return watcher.end() == 0 and seen and "Wanted thing" in text and "Wanted too" in text and len(watcher.lines) == 2

    def who_watches_sees_what_goes_and_what_is_hidden(self):
        gone, hidden, stays = event("gone", more="    status: cancelled\n"), event("hidden"), event("stays")
        place, _, _ = self.filled(gone, hidden, stays)
        watcher = Spoken("-f", place, "watch")
        time.sleep(1)
        left = write(self.folder, "left.yaml", event("hidden", more="    visibility: private\n"), stays)
        call("-f", left, "store", "push", "--replace", place)
        wait_for(lambda: len(watcher.lines) >= 2)
        return watcher.end() == 0 and watcher.lines == ["removed  gone  2014-11-18 A title\n", "changed  hidden  visibility: nothing → private\n"]

    def who_serves_follows_what_others_write(self):
        place, file, _ = self.filled(event("a"), event("secret", more="    visibility: private\n"))
        serving = Serving(self.folder, place)
        begun, lets_go = serving.list_titles(), self._is_held_by_nobody(place)
        call("-f", place, "add", "2015-01-01: Another")
        added = serving.comes_to_tell("A title", "Another")
        call("-f", place, "edit", "a", EDITOR="sed -i 's/A title/Said otherwise/'")
        edited = serving.comes_to_tell("Said otherwise", "Another")
        call("-f", file, "store", "push", "--replace", place)
        replaced = serving.comes_to_tell("A title")
        return begun == ["A title"] and lets_go and added and edited and replaced and self._is_held_by_nobody(place) and serving.end() == 0


class SqliteCases(Both, stores.Cases):
    """A file."""

    def _is_held_by_nobody(self, place):
        """Whoever reads on in what was there keeps the file from taking over what is written beside it."""
        with contextlib.closing(sqlite3.connect(place.removeprefix("sqlite:"))) as database:
            return database.execute("PRAGMA wal_checkpoint (TRUNCATE)").fetchone()[0] == 0

    def who_serves_a_file_serves_the_one_that_takes_its_place(self):
        place, _, _ = self.filled(event("a"))
        other = f"{self.folder}/other.db"
        serving = Serving(self.folder, place)
        dumped = call("store", "dump", place, "-o", other)
        call("-f", f"sqlite:{other}", "add", "2015-01-01: Another")
        os.replace(other, place.removeprefix("sqlite:"))
        told = serving.comes_to_tell("A title", "Another")
        pathlib.Path(place.removeprefix("sqlite:")).unlink()
        missed = wait_for(lambda: serving.has_said("what was read before is served on"))
        return dumped[0] == 0 and told and missed and serving.list_titles() == ["A title", "Another"] and serving.end() == 0

    def a_file_that_may_not_grow_is_told(self):
        place, file, _ = self.filled(event("a"))
        many = self._many()

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
        writer = spawn("-f", many, "store", "push", "--replace", place, preexec_fn=limit)
        said = writer.communicate()[1]
        kept = list_ids(place)
        again = call("-f", many, "store", "push", "--replace", place)
        return writer.returncode == 3 and "may not grow" in said and "make room" in said and kept == ["a"] and again[0] == 0 and len(list_ids(place)) == MANY

    def a_full_disk_is_told(self):
        disk = pathlib.Path(self.folder, "disk")
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", disk], capture_output=True, check=False).returncode != 0:
            print("# no file system of one's own can be had here")
            return True
        try:
            place = f"sqlite:{disk}/team.db"
            made, filled = call("store", "init", place), call("-f", write(self.folder, "in.yaml", event("a")), "store", "push", place)
            status, _, said = call("-f", self._many(), "store", "push", "--replace", place)
            kept = list_ids(place)
            added = call("-f", place, "add", "2015-01-01: Small")
            return made[0] == filled[0] == added[0] == 0 and status == 3 and "full" in said and "make room" in said and kept == ["a"]
        finally:
            subprocess.run(["umount", disk], check=True)

    def somebody_who_writes_for_long_is_told(self):
        place, _, _ = self.filled(event("a"))
        with contextlib.closing(sqlite3.connect(place.removeprefix("sqlite:"), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            read, (status, _, said) = list_ids(place), call("-f", place, "add", "2015-01-01: More")
            other.execute("ROLLBACK")
        return read == ["a"] and status == 3 and "somebody else is writing" in said and "try again" in said

    def a_damaged_file_is_told(self):
        place, _, _ = self.filled(*(event(f"e{i}") for i in range(500)))
        path = pathlib.Path(place.removeprefix("sqlite:"))
        with contextlib.closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA wal_checkpoint (TRUNCATE)")
        good = path.read_bytes()
        statuses = set()
        for page in range(1, len(good) // 4096, 7):
            path.write_bytes(good[:page * 4096] + b"\xa5" * 4096 + good[(page + 1) * 4096:])
            status, out, said = call("store", "verify", place)
            statuses.add(status)
            if status not in (0, 2, 3) or (status and not said):
                return False
        return 3 in statuses


class PostgresqlCases(Both, stores.ServerCases):
    """A server."""

    def _is_held_by_nobody(self, place):
        return self.running.sql("SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'") == "0\n"

    def who_serves_outlives_a_restart(self):
        place, _, _ = self.filled(event("a"))
        serving = Serving(self.folder, place)
        self.running.stop("immediate")
        missed = wait_for(lambda: serving.has_said("what was read before is served on"))
        meanwhile = serving.list_titles()
        self.running.start()
        call("-f", place, "edit", "a", EDITOR="sed -i 's/A title/Another/'")
        return missed and meanwhile == ["A title"] and serving.comes_to_tell("Another") and serving.end() == 0

    def a_full_disk_is_told(self):
        disk = pathlib.Path(self.running.folder, "disk")
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", disk], capture_output=True, check=False).returncode != 0:
            print("# no file system of one's own can be had here")
            return True
        try:
            os.chown(disk, self.running.user.pw_uid, self.running.user.pw_gid)
            self.running.sql(f"CREATE TABLESPACE small LOCATION '{disk}'")
            place = self.new_place() + "%20-cdefault_tablespace%3Dsmall"
            call("store", "init", place), call("-f", write(self.folder, "in.yaml", event("a")), "store", "push", place)
            status, _, said = call("-f", self._many(), "store", "push", "--replace", place)
            kept = list_ids(place)
            schema = place.split("search_path%3D")[1].split("%")[0]
            self.running.sql(f"DROP SCHEMA {schema} CASCADE")
            self.running.sql("DROP TABLESPACE small")
            return status == 3 and "No space left" in said and "make room" in said and kept == ["a"]
        finally:
            subprocess.run(["umount", disk], check=True)

    def connections_that_are_cut_are_told(self):
        place, _, _ = self.filled(*(event(f"e{i}", "A title " + "long " * 20) for i in range(300)))
        whole, file = call("-f", place, "list", "--format", "csv")[1], self.folder + "/kept.csv"
        with Proxy(self.running.port) as proxy:
            through = place.replace(f":{self.running.port}/", f":{proxy.port}/")
            for limit in (0, 1, 100, 1000, 2000, 4000, 8000, 16000, 32000, 64000):
                pathlib.Path(file).write_text("kept", encoding="utf-8")
                proxy.limit = limit
                status, out, said = call("-f", through, "list", "--format", "csv")
                saved = call("-f", through, "export", "-o", file)
                text = pathlib.Path(file).read_text(encoding="utf-8")
                if (status, saved[0]) != (0, 0) and not (status == saved[0] == 3 and out == "" and said and text == "kept"):
                    return False
                if status == 0 and (out != whole or limit == 0):
                    return False
        return True

    def who_is_cut_while_writing_knows_what_became_of_it(self):
        place, _, _ = self.filled(event("a"))
        told = {}
        with Proxy(self.running.port) as proxy:
            through = place.replace(f":{self.running.port}/", f":{proxy.port}/")
            for turn, limit in enumerate(range(500, 9000, 350)):
                proxy.limit = limit
                status, _, said = call("-f", through, "add", f"2015-01-01: Event {turn}", "--id", f"e{turn}")
                told[f"e{turn}"] = "written" if status == 0 else "unknown" if "not known" in said else "lost"
                if status not in (0, 3):
                    return False
        ids = list_ids(place)
        counts = {word: list(told.values()).count(word) for word in ("written", "lost", "unknown")}
        print(f"# {counts}")
        return counts["written"] and counts["lost"] and all(
            word == "unknown" or (name in ids) == (word == "written") for name, word in told.items())

    def a_server_that_restarts_leaves_old_or_new(self):
        place, file, _ = self.filled(*(event(f"old-{i}") for i in range(30)))
        many = self._many()
        for delay in (0.05, 0.2, 0.4, 0.6, 1.0):
            writer = spawn("-f", many, "store", "push", "--replace", place)
            time.sleep(delay)
            self.running.stop("immediate")
            said = writer.communicate()[1]
            self.running.start()
            ids = list_ids(place)
            if len({name.split("-")[0] for name in ids}) != 1 or len(ids) not in (30, MANY) or writer.returncode not in (0, 3):
                return False
            if writer.returncode == 0 and len(ids) != MANY or writer.returncode == 3 and not said:
                return False
            if len(ids) == MANY and call("-f", file, "store", "push", "--replace", place)[0] != 0:
                return False
        return True

    def who_watches_outlives_a_restart(self):
        place, _, _ = self.filled(event("a"))
        watcher = Spoken("-f", place, "watch")
        time.sleep(1)
        self.running.stop("immediate")
        gone = wait_for(lambda: watcher.has_said("trying again"))
        self.running.start()
        call("-f", place, "edit", "a", EDITOR="sed -i 's/A title/Another/'")
        seen = wait_for(lambda: any("Another" in line for line in watcher.lines))
        return watcher.end() == 0 and gone and seen

    def a_server_that_says_nothing_is_not_waited_for(self):
        with socket.socket() as silent:
            silent.bind(("127.0.0.1", 0))
            silent.listen()
            status, _, said = call("-f", f"postgresql://me@127.0.0.1:{silent.getsockname()[1]}/x", "list", PGCONNECT_TIMEOUT="2")
        return status == 3 and "timeout" in said


class Proxy:
    """Hands on what comes, and cuts each connection when the server has sent so many bytes."""

    def __init__(self, port):
        self.server, self.limit = port, 0
        self.listening = socket.socket()
        self.listening.bind(("127.0.0.1", 0))
        self.listening.listen(16)
        self.port = self.listening.getsockname()[1]

    def __enter__(self):
        threading.Thread(target=self.accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.listening.close()

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.listening.accept()
                server = socket.create_connection(("127.0.0.1", self.server))
                threading.Thread(target=self.hand_on, args=(client, server, None), daemon=True).start()
                threading.Thread(target=self.hand_on, args=(server, client, self.limit), daemon=True).start()

    @staticmethod
    def hand_on(source, sink, left):
        with contextlib.suppress(OSError):
            while left is None or left > 0:
                data = source.recv(65536 if left is None else min(65536, left))
                if not data:
                    break
                sink.sendall(data)
                left = None if left is None else left - len(data)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


sys.exit(stores.main(SqliteCases, PostgresqlCases))
