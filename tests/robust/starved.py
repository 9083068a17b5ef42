#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every command with little memory, megabyte by megabyte, without threads, and with few descriptors.

Each run ends in an answer or in a message: what it would answer with plenty, or status 3 and a word about it.

  starved.py PROGRAM DATA_FOLDER PRELOAD [--all]
"""

import errno
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import time

from commands import ASKING, PUSHING, SAVING, Program, is_page_without_picture, lacks_plugin, make_store, place, put_before, read_state, strays
from checks import Checks
from failing import Stores, judge_store
from tap import report

MIB = 1 << 20
MOST = 600  # with so many megabytes any of the commands must be done
MENDED = b"chancery: mended "  # after which check goes on
LOADER = 127  # the program was not even loaded


def limit(what, n):
    return lambda: resource.setrlimit(what, (n, n))


def is_end_by_glib(done):
    """Its allocator of small blocks asks nobody before it aborts."""
    return done.returncode == -signal.SIGABRT and b"GSlice: failed to allocate" in done.stderr


def judge(done, plenty, found=None, states=(None, None)):
    """What is wrong with a run, or None; `states` are the old one of what is saved and the new."""
    old, new = states
    if is_end_by_glib(done):
        return None if found == old else "ended, and something was saved"
    if done.returncode < 0:
        return f"ended by signal {-done.returncode}: {done.stderr[-200:]}"
    if done.returncode == LOADER:
        return None
    if done.returncode == plenty.returncode:
        same = (done.stdout == plenty.stdout or b"/feeds/" in done.stdout) and (found == new or is_page_without_picture(done, found))
        return None if same else "another answer"
    if done.returncode != 3 or not done.stderr.strip():
        return f"status {done.returncode}: {done.stderr[-200:]}"
    return None if found == old or MENDED in done.stderr else "saved, and said that it was not"


def step_memory(program, arguments, step, path=None):
    """Up from nothing until it is done three times; what went wrong, and how often it was tried."""
    old = put_before(path) if path else None
    plenty = program.run(arguments)
    if lacks_plugin(plenty):
        return [], 0
    if plenty.returncode not in (0, 1):
        return [f"not done with plenty: {plenty.stderr[-300:]}"], 0
    new = read_state(program, path) if path else None
    wrong, n, done_often = [], 0, 0
    for megabytes in range(4, MOST, step):
        if path:
            put_before(path)
        done = program.run(arguments, preexec_fn=limit(resource.RLIMIT_AS, megabytes * MIB))
        n += 1
        fault = judge(done, plenty, read_state(program, path) if path else None, (old, new))
        if fault:
            wrong.append(f"{megabytes} MB, {' '.join(arguments)}: {fault}")
        done_often = done_often + 1 if done.returncode == plenty.returncode else 0
        if done_often == 3:
            return wrong, n
    return [*wrong, f"{' '.join(arguments)}: not done with {MOST} MB"], n


def check_memory(checks, program, step, folder):
    total = 0
    make_store(program, folder)
    cases = [([a.replace("{folder}", folder) for a in arguments], None) for arguments in ASKING]
    # What starts a program, starves it, too.
    cases += [(arguments, path) for path, arguments in (place(folder, saving) for saving in SAVING if "edit" not in saving[1])]
    for arguments, path in cases if step == 1 else cases[::4]:
        wrong, n = step_memory(program, arguments, step, path)
        total += n
        checks.point(not wrong and not strays(folder), f"{' '.join(arguments[:3])}: short of memory", *wrong[:5], strays(folder))
    print(f"# {total} runs with little memory")


def step_store(program, name, step, folder):
    """Likewise for what changes a store."""
    stores = Stores(program, folder, name)
    arguments = stores.command(PUSHING[name])
    stores.renew()
    old = stores.read()
    plenty = program.run(arguments)
    new = stores.read()
    assert plenty.returncode == 0 and new != old, plenty
    wrong, n, often = [], 0, 0
    for megabytes in range(4, MOST, step):
        stores.renew()
        done = program.run(arguments, preexec_fn=limit(resource.RLIMIT_AS, megabytes * MIB))
        n += 1
        fault = None if done.returncode == LOADER else judge_store(done, stores, old, new)
        if fault and not (is_end_by_glib(done) and stores.read() == old):
            wrong.append(f"{megabytes} MB: {fault}: {done.stderr[-200:]}")
        often = often + 1 if done.returncode == plenty.returncode else 0
        if often == 3:
            break
    return wrong, n


def check_stores(checks, program, step):
    for name in PUSHING:
        with tempfile.TemporaryDirectory(prefix="chancery-starved-") as folder:
            wrong, n = step_store(program, name, step, folder) if name != "edit" else ([], 0)
        checks.point(not wrong, f"{name} to a store: short of memory", *wrong[:5])
        print(f"# {n} times")


FEEDS = "timeline: fed\nfeeds:\n  all: {access: public}\nevents:\n  - {id: a, date: 2014-12-22, title: The Council met}\n"


def serve(program, folder, megabytes):
    """Its status once it was told to end, when it serves or after a while, and what it said."""
    socket, file = os.path.join(folder, "socket"), os.path.join(folder, "fed.yaml")
    pathlib.Path(socket).unlink(missing_ok=True)
    pathlib.Path(file).write_text(FEEDS)
    server = subprocess.Popen([program.program, "-f", file, "serve", "--listen", f"unix:{socket}"], env=program.environment,
                              stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              preexec_fn=limit(resource.RLIMIT_AS, megabytes * MIB))
    while server.poll() is None and not os.path.exists(socket):
        time.sleep(0.01)
    serves = server.poll() is None
    server.terminate()
    _, said = server.communicate(timeout=60)
    return serves, server.returncode, said


def check_server(checks, program, step, folder):
    """It serves, or says why not."""
    wrong, n, often = [], 0, 0
    for megabytes in range(4, MOST, step):
        serves, status, said = serve(program, folder, megabytes)
        n += 1
        if status == 2 and b" needs " in said:
            checks.skip("serve: short of memory", "its plugin was not built")
            return
        fine = status == LOADER or (status == 0 and serves) or (status == 3 and said.strip())  # its socket is there before it serves
        wrong += [] if fine else [f"{megabytes} MB: serves: {serves}, status {status}, {said[-200:]}"]
        often = often + 1 if serves and status == 0 else 0
        if often == 3:
            break
    checks.point(not wrong and often == 3, "serve: short of memory", *wrong[:5], often)
    print(f"# {n} servers with little memory")


def check_threads(checks, program, folder):
    """For whatever reason the system gives."""
    source = os.path.join(folder, "many.csv")
    rows = "".join(f"e{i},2014-12-18,A resolution that was adopted,un.ga\n" for i in range(30000))
    pathlib.Path(source).write_text("id,date,title,forums\n" + rows)
    for form in ("csv", "ics", "chn"):
        path = os.path.join(folder, "threads." + form)
        arguments = ["-f", source, "export", "-o", path]
        program.run(arguments)
        new = pathlib.Path(path).read_bytes()
        for number in (errno.EAGAIN, errno.EPERM, errno.EINVAL):
            done = program.run(arguments, ("thread", 0, number))
            checks.point(done.returncode == 0 and pathlib.Path(path).read_bytes() == new, f"{form} without threads: {errno.errorcode[number]}",
                         done)


def check_descriptors(checks, program):
    plenty = program.run(["list"])
    wrong = []
    for n in range(3, 12):
        done = program.run(["list"], preexec_fn=limit(resource.RLIMIT_NOFILE, n))
        fault = judge(done, plenty)
        if fault:
            wrong.append(f"{n} descriptors: {fault}")
    checks.point(not wrong, "few descriptors", *wrong)


def main():
    checks = Checks()
    program = Program(sys.argv[1], sys.argv[2], sys.argv[3])
    with tempfile.TemporaryDirectory(prefix="chancery-starved-") as folder:
        check_memory(checks, program, 1 if "--all" in sys.argv else 3, folder)
        if program.run(["store", "init", "sqlite:/dev/null/none/desk.db"]).returncode == 3:  # 2 where it was built without SQLite
            check_stores(checks, program, 1 if "--all" in sys.argv else 16)
        check_server(checks, program, 1 if "--all" in sys.argv else 7, folder)
        check_threads(checks, program, folder)
    check_descriptors(checks, program)
    report(checks)


if __name__ == "__main__":
    main()
