"""Exports calendars and imports them into each client, in a private home; prints TAP."""

import os
import pathlib
import sys
import tempfile
import traceback

import calcurse
import evolution
import khal
import oracles
import radicale_server
import vdirsyncer
from calendars import Calendars

CLIENTS = [oracles, khal, calcurse, evolution, radicale_server, vdirsyncer]


def private_environment(home):
    """An environment in which a client finds nothing of the user's."""
    kept = {key: os.environ[key] for key in ("PATH", "LANG") if key in os.environ}
    runtime = home / "run"
    runtime.mkdir(mode=0o700)
    return {
        **kept,
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_RUNTIME_DIR": str(runtime),
    }


def run_test(number, name, test, calendars):
    with tempfile.TemporaryDirectory(prefix="chancery-home-", ignore_cleanup_errors=True) as home:
        try:
            skipped = test(calendars, pathlib.Path(home), private_environment(pathlib.Path(home)))
            print(f"ok {number} {name}" + (f" # SKIP {skipped}" if skipped else ""), flush=True)
            return True
        except Exception:  # a failed client must not hide the others
            print(f"not ok {number} {name}")
            for line in traceback.format_exc().splitlines()[-6:]:
                print(f"# {line}", flush=True)
            return False


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    wanted = sys.argv[2:]
    with tempfile.TemporaryDirectory(prefix="chancery-clients-") as folder:
        calendars = Calendars(program, pathlib.Path(folder))
        tests = [(f"{client.__name__}: {name}", test) for client in CLIENTS for name, test in client.TESTS
                 if not wanted or client.__name__ in wanted]
        print(f"1..{len(tests)}")
        results = [run_test(number, name, test, calendars) for number, (name, test) in enumerate(tests, 1)]
    sys.exit(0 if all(results) else 1)


main()
