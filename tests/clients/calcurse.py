"""calcurse: imports every event without a complaint."""

import subprocess


def imports_all(calendar, n_events, home, environment):
    data = home / "calcurse"
    result = subprocess.run(["calcurse", "-D", str(data), "-q", "-i", str(calendar)], env=environment,
                            capture_output=True, text=True, timeout=600)
    assert result.returncode == 0, result.stderr
    assert not result.stderr.strip(), result.stderr
    lines = (data / "apts").read_text().splitlines()
    assert len(lines) == n_events, f"{len(lines)} entries, {n_events} events"


TESTS = [("imports every event, no complaint", imports_all)]
