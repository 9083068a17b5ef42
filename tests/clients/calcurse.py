"""calcurse: imports every event without a complaint."""

import subprocess

from calendars import count_events


def imports_all(calendars, home, environment):
    data = home / "calcurse"
    result = subprocess.run(["calcurse", "-D", str(data), "-q", "-i", str(calendars.bundled)], env=environment,
                            capture_output=True, text=True, timeout=600)
    assert result.returncode == 0, result.stderr
    assert not result.stderr.strip(), result.stderr
    lines = (data / "apts").read_text().splitlines()
    assert len(lines) == count_events(calendars.bundled), f"{len(lines)} entries"


TESTS = [("imports every event, no complaint", imports_all)]
