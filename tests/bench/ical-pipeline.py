"""Time and memory of the same work by the engine, libical and a bare scanner. usage: ical-pipeline.py PROGRAM [EVENTS...]"""

import os
import pathlib
import sys
import tempfile


def measure(command, passes):
    """The least seconds of processor time, and the most memory in MB."""
    seconds, memory = float("inf"), 0
    for _ in range(passes):
        child = os.posix_spawn(command[0], command, os.environ)
        _, status, usage = os.wait4(child, 0)
        if status != 0:
            sys.exit(f"{command} failed")
        seconds = min(seconds, usage.ru_utime + usage.ru_stime)
        memory = max(memory, usage.ru_maxrss / 1024)
    return seconds, memory


def main():
    program = sys.argv[1]
    for n in sys.argv[2:] or ["1000", "10000", "100000"]:
        with tempfile.TemporaryDirectory(prefix="chancery-bench-") as folder:
            calendar, out = str(pathlib.Path(folder) / "in.ics"), str(pathlib.Path(folder) / "out.ics")
            measure([program, "generate", n, calendar], 1)
            size = pathlib.Path(calendar).stat().st_size
            scan = measure([program, "scan", calendar], 3)
            read = measure([program, "read", calendar], 3)
            engine = measure([program, "engine", calendar, out], 3)
            libical = measure([program, "libical", calendar, out], 1)
            print(f"{n} events, {size / int(n):.0f} bytes each")
            print(f"  bare scanner          {scan[0]:8.3f} s {scan[1]:8.1f} MB")
            print(f"  engine reads          {read[0]:8.3f} s {read[1]:8.1f} MB   {read[0] / max(scan[0], 1e-3):.1f} times the scanner")
            print(f"  engine, all the work  {engine[0]:8.3f} s {engine[1]:8.1f} MB")
            print(f"  libical, all the work {libical[0]:8.3f} s {libical[1]:8.1f} MB   the engine is {libical[0] / max(engine[0], 1e-3):.1f} "
                  f"times as fast in {100 * engine[1] / libical[1]:.0f} % of the memory", flush=True)


main()
