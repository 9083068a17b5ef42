"""Compiles each public header alone, twice included, with warnings as errors."""

import os
import pathlib
import subprocess
import sys

from tap import report


def compile_header(command, name):
    source = f"#include <chancery/{name}>\n#include <chancery/{name}>\nextern int nothing;\n"
    result = subprocess.run(command + ["-x", "c", "-"], input=source, capture_output=True, text=True)
    return result.stderr.splitlines()[:5] if result.returncode else []


def main():
    root = pathlib.Path(sys.argv[1])
    compiler = sys.argv[sys.argv.index("--") + 1:]
    flags = subprocess.run(["pkg-config", "--cflags", os.environ["PKG_CONFIG_MODULE"]], capture_output=True, text=True,
                           check=True).stdout.split()
    command = compiler + flags + ["-std=c17", "-Wall", "-Wextra", "-Wpedantic", "-Wno-padded", "-Werror", "-fsyntax-only"]
    headers = sorted(path.name for path in (root / "include" / "chancery").glob("*.h"))
    umbrella = (root / "include" / "chancery" / "chancery.h").read_text()
    missing = [name for name in headers if name != "chancery.h" and f"<chancery/{name}>" not in umbrella]
    report([(f"{name} compiles alone", compile_header(command, name)) for name in headers]
           + [("chancery.h includes every header", missing)])


main()
