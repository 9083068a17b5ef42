"""Proves that the library exports exactly the functions that the public headers declare."""

import pathlib
import re
import subprocess
import sys

from tap import report

DECLARATION = re.compile(r"CHN_API[^;]*?\b(chn_\w+)\s*\(", re.DOTALL)


def main():
    root, library, nm = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    declared = set()
    for header in (root / "include" / "chancery").glob("*.h"):
        if header.stem != "api":
            declared |= set(DECLARATION.findall(header.read_text()))
    output = subprocess.run([nm, "--dynamic", "--defined-only", library], capture_output=True, text=True, check=True).stdout
    exported = {line.split()[-1].split("@")[0] for line in output.splitlines() if line.split()[1] in "TDBRVW"}
    exported -= {"_init", "_fini"}
    report([
        ("every declared function is exported", sorted(declared - exported)),
        ("nothing else is exported", sorted(exported - declared)),
        ("the headers declare something", [] if len(declared) > 100 else [f"only {len(declared)} declarations found"]),
    ])


main()
