"""evolution-data-server: takes every event under its UID, and again without a duplicate."""

import pathlib
import subprocess
import sys

SESSION = pathlib.Path(__file__).with_name("evolution_session.py")


def imports_twice(calendar, n_events, home, environment):
    result = subprocess.run(["dbus-run-session", "--", sys.executable, str(SESSION), str(calendar)], env=environment,
                            capture_output=True, text=True, timeout=900)
    assert result.returncode == 0, (result.stdout + result.stderr)[-3000:]
    first, second = (int(word) for word in result.stdout.split())
    assert first == n_events, f"{first} events after one import, {n_events} in the file"
    assert second == n_events, f"{second} events after two imports, {n_events} in the file"


TESTS = [("two imports, each UID once", imports_twice)]
