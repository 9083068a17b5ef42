"""Proves that the files of a layer call and include each other in one direction only.

A file here is a .c with its .h. Where two files call each other, or several in a circle, neither can be understood
without the other: what they share belongs one file down.
"""

import pathlib
import re
import sys

from tap import report


INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)\.h"', re.MULTILINE)
NOT_CODE = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', re.DOTALL)
NAME = re.compile(r"\bchn_\w+")
# In this style a function's name stands in column 0, and `{` alone in a line begins its body.
DEFINED = re.compile(r"^(chn_\w+) \([^;{}]*\)\n\{", re.MULTILINE)
BODY = re.compile(r"^\{\n.*?^\}", re.MULTILINE | re.DOTALL)


class Pair:
    """A .c and its .h, or one of them: what it includes, defines, and names in its code."""

    def __init__(self):
        self.includes, self.defines, self.names = set(), set(), set()

    def read(self, path):
        text = path.read_text()
        code = NOT_CODE.sub(" ", text)
        self.includes.update(INCLUDE.findall(text))
        self.defines.update(DEFINED.findall(code))
        # A header declares what others define: only the bodies of its inline functions call.
        self.names.update(NAME.findall(code if path.suffix == ".c" else " ".join(BODY.findall(code))))


def read_pairs(engine):
    pairs = {}
    for path in sorted(engine.rglob("*.[ch]")):
        pairs.setdefault(path.relative_to(engine).with_suffix("").as_posix(), Pair()).read(path)
    return pairs


def include_graph(pairs):
    return {name: (pair.includes & pairs.keys()) - {name} for name, pair in pairs.items()}


def call_graph(pairs):
    """Tables of functions count as calls."""
    home = {function: name for name, pair in pairs.items() for function in pair.defines}
    return {name: {home[used] for used in pair.names if used in home} - {name} for name, pair in pairs.items()}


def reachable(graph, start):
    seen, waiting = set(), list(graph[start])
    while waiting:
        at = waiting.pop()
        if at not in seen:
            seen.add(at)
            waiting.extend(graph[at])
    return seen


def circles(graph):
    """Each circle as its edges, so that it is plain which to cut."""
    reach = {name: reachable(graph, name) for name in graph}
    for name in sorted(graph):
        for target in sorted(graph[name]):
            if name in reach[target]:
                yield f"{name} -> {target}"


def within(graph, layer):
    members = {name for name in graph if name.split("/")[0] == layer}
    return {name: graph[name] & members for name in members}


def prove_itself():
    """A checker that finds nothing proves nothing unless it can find something."""
    found = list(circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}))
    return [] if found == ["b -> c", "c -> b"] else found or ["found no circle where there is one"]


def main():
    engine = pathlib.Path(sys.argv[1]) / "engine"
    pairs = read_pairs(engine)
    calls, includes = call_graph(pairs), include_graph(pairs)
    layers = sorted({name.split("/")[0] for name in pairs})
    checks = [
        ("a circle is found where there is one", prove_itself()),
        ("calls are found", [] if sum(map(len, calls.values())) > len(pairs) else ["fewer calls than files"]),
    ]
    for layer in layers:
        checks.append((f"no files of {layer} call each other in a circle", list(circles(within(calls, layer)))))
        checks.append((f"no files of {layer} include each other in a circle", list(circles(within(includes, layer)))))
    report(checks)


main()
