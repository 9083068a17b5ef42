"""
Time and memory of the same work by the engine, a bare scanner and its rivals, and how the engine grows with its input.
What Python itself needs to start a program, about 15 MB, is the least memory that is seen.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


class Cost:
    """The least seconds of processor time and by the clock, and the most memory in MB."""

    def __init__(self, command, passes=1):
        self.processor, self.clock, self.memory = float("inf"), float("inf"), 0
        for _ in range(passes):
            start = time.monotonic()
            child = os.posix_spawn(command[0], command, os.environ)
            _, status, usage = os.wait4(child, 0)
            if status != 0:
                sys.exit(f"{command} failed")
            self.clock = min(self.clock, time.monotonic() - start)
            self.processor = min(self.processor, usage.ru_utime + usage.ru_stime)
            self.memory = max(self.memory, usage.ru_maxrss / 1024)

    def show(self, what, note=""):
        print(f"  {what:24}{self.processor:9.3f} s {self.clock:9.3f} s {self.memory:9.1f} MB  {note}", flush=True)

    def compare(self, engine):
        return (f"the engine is {self.processor / engine.processor:.1f} times as fast ({self.clock / engine.clock:.1f} by the clock) "
                f"in {100 * engine.memory / self.memory:.0f} % of the memory")


def find_python():
    """One that has python3-icalendar, which Debian gives to its own."""
    for python in (sys.executable, "/usr/bin/python3"):
        if subprocess.run([python, "-c", "import icalendar"], stderr=subprocess.DEVNULL).returncode == 0:
            return python
    return None


def list_rivals(arguments, calendar, out):
    """Names and commands; None where one is not installed."""
    node, python = shutil.which("node"), find_python()
    ical_js = arguments.ical_js and os.path.abspath(arguments.ical_js)
    return [
        ("libical", [arguments.program, "libical", calendar, out]),
        ("ical.js", node and ical_js and [node, str(HERE / "ical-pipeline.mjs"), ical_js, calendar, out]),
        ("python3-icalendar", python and [python, str(HERE / "ical-pipeline-icalendar.py"), calendar, out]),
    ]


def measure(arguments, n, folder):
    calendar, out = str(pathlib.Path(folder) / "in.ics"), str(pathlib.Path(folder) / "out.ics")
    Cost([arguments.program, "generate", str(n), calendar])
    print(f"{n:,} events, {pathlib.Path(calendar).stat().st_size / n:.0f} bytes each: processor time, time by the clock, memory")
    scan = Cost([arguments.program, "scan", calendar], arguments.passes)
    read = Cost([arguments.program, "read", calendar], arguments.passes)
    engine = Cost([arguments.program, "engine", calendar, out], arguments.passes)
    scan.show("bare scanner")
    read.show("engine reads", f"{read.processor / scan.processor:.1f} times the scanner ({read.clock / scan.clock:.1f} by the clock)")
    engine.show("engine, all the work", f"{n / engine.clock:,.0f} events/s")
    for name, command in list_rivals(arguments, calendar, out):
        if n > arguments.rivals_up_to:
            continue
        if command:
            cost = Cost(command)
            cost.show(name, cost.compare(engine))
        else:
            print(f"  {name} is not installed here, and left out", flush=True)
    return engine


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", help="bench-ical-pipeline")
    parser.add_argument("n", type=int, nargs="*", default=[1000, 10000, 100000], help="sizes, in events")
    parser.add_argument("--passes", type=int, default=3, help="of which the best counts")
    parser.add_argument("--rivals-up-to", type=int, default=100000, metavar="N", help="no rival reads more events than these")
    parser.add_argument("--ical-js", metavar="FOLDER", help="the package of ical.js, as npm installs it: node_modules/ical.js")
    arguments = parser.parse_intermixed_args()
    arguments.program = os.path.abspath(arguments.program)
    costs = []
    for n in arguments.n:
        with tempfile.TemporaryDirectory(prefix="chancery-bench-") as folder:
            costs.append(measure(arguments, n, folder))
    if len(costs) > 1:
        print("growth: " + "; ".join(f"{n:,} events: {cost.processor / n * 1e6:.2f} µs and {cost.memory / n * 1024:.2f} kB each"
                                     for n, cost in zip(arguments.n, costs)))


main()
