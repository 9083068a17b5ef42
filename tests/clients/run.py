"""Exports the bundled chronology and imports it into each client, in a private home; prints TAP."""

import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

import calcurse
import evolution
import khal

CLIENTS = [khal, calcurse, evolution]


def run_chancery(program, arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout


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


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory(prefix="chancery-clients-") as folder:
        calendar = pathlib.Path(folder) / "dprk.ics"
        run_chancery(program, ["export", "-o", str(calendar)])
        n_events = calendar.read_bytes().count(b"BEGIN:VEVENT\r\n")
        tests = [(f"{client.__name__}: {name}", client, test) for client in CLIENTS for name, test in client.TESTS]
        print(f"1..{len(tests)}")
        failed = 0
        for number, (name, client, test) in enumerate(tests, 1):
            with tempfile.TemporaryDirectory(prefix="chancery-home-") as home:
                try:
                    test(calendar, n_events, pathlib.Path(home), private_environment(pathlib.Path(home)))
                    print(f"ok {number} {name}", flush=True)
                except Exception:  # a failed client must not hide the others
                    failed += 1
                    print(f"not ok {number} {name}")
                    for line in traceback.format_exc().splitlines()[-6:]:
                        print(f"# {line}", flush=True)
    sys.exit(1 if failed else 0)


main()
