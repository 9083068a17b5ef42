"""Proves that the layers only include downward and that no file is part of an include cycle."""

import pathlib
import re
import sys

from tap import report

# A layer may include itself and what its set names; siblings are absent from each other's sets.
BELOW = {
    "base": set(),
    "plugin": {"base"},
    "date": {"base"},
    "zone": {"base", "date"},
    "model": {"base", "date", "zone"},
    "registry": {"base", "date", "zone", "model"},
    "timeline": {"base", "date", "zone", "model", "registry"},
    "query": {"base", "date", "zone", "model", "registry", "timeline"},
    "document": {"base", "date", "zone", "model", "registry", "timeline"},
    "format": {"base", "date", "zone", "model", "registry", "timeline", "document"},
    "curate": {"base", "date", "zone", "model", "registry", "timeline", "query", "document", "format"},
    "store": {"base", "date", "zone", "model", "registry", "timeline", "query", "document", "format"},
    "feed": {"base", "date", "zone", "model", "registry", "timeline", "query", "document", "format", "curate", "store"},
}

# The rooms of a layer, where it has some: each includes only those that its set names, and the layer's own files; of
# these, only what stands at the door includes a room.
ROOMS = {
    "timeline": {"stage": set(), "checks": {"stage"}, "seal": {"stage"}},
}
DOORS = {"timeline/builder.c"}

# Rooms upon which other files of their layer stand, each with all that it may see of these.
FLOORS = {
    "store/database/shards": {"database", "make", "rank", "schema", "schema-keys", "schema-votes", "schema-words",
                              "view"},
}

# The folders of format/ that render documents.
RENDERERS = ["atom", "docx", "html", "markdown", "pdf", "png", "svg", "text", "timelinejs"]

# The layer that implements each public header.
HEADER_LAYER = {
    "api": "base", "error": "base", "limits": "base", "report": "base", "sink": "base", "text": "base",
    "date": "date", "duration": "date",
    "agreement": "model", "declared-feed": "model", "event": "model", "outcome": "registry", "field": "model", "source": "model", "symbol": "model", "vocabulary": "model", "vote": "model",
    "registry": "registry",
    "judge": "timeline", "rows": "timeline", "timeline": "timeline",
    "diagram": "document",
    "count": "query", "expand": "query", "query": "query", "trail": "query",
    "draw": "format", "format": "format", "saved-queries": "format",
    "addition": "curate", "apply": "curate", "as-of": "curate", "check": "curate", "diff": "curate", "edit": "curate",
    "findings": "curate", "import": "curate", "match": "curate", "repair": "curate", "union": "curate",
    "visibility": "curate",
    "snapshot": "store", "store": "store", "store-excerpt": "store", "store-names": "store",
    "feed": "feed", "feed-tokens": "feed",
}

HEAVY = {"archive.h", "archive_entry.h", "cairo", "cairo.h", "cairo-pdf.h", "hb.h", "libdeflate.h", "libical",
         "libxml", "libpq-fe.h", "microhttpd.h", "pango",
         "qpdf", "sqlite3.h"}

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)


def layer_of_include(path):
    """The layer that an include path belongs to; None for what is not ours."""
    if path.startswith("chancery/"):
        return HEADER_LAYER.get(path[len("chancery/"):-len(".h")], "?" + path)
    first = path.split("/")[0]
    return first if first in BELOW and "/" in path else None


def upward_includes(root):
    complaints = []
    for file in sorted((root / "engine").rglob("*.[ch]")):
        layer = file.relative_to(root / "engine").parts[0]
        if layer not in BELOW:
            complaints.append(f"{file.relative_to(root)}: the folder {layer} is no layer")
            continue
        for path in INCLUDE.findall(file.read_text()):
            target = layer_of_include(path)
            if target and target != layer and target not in BELOW[layer]:
                complaints.append(f"{file.relative_to(root)}: {layer} includes {path}, which lies in {target}")
    return complaints


def heavy_includes(root):
    """Heavy libraries are for plugins, which are loaded when they are needed."""
    return [
        f"{file.relative_to(root)} includes {path}: heavy libraries belong to engine/plugin/"
        for file in sorted((root / "engine").rglob("*.[ch]"))
        if file.relative_to(root / "engine").parts[0] != "plugin"
        for path in INCLUDE.findall(file.read_text())
        if path.split("/")[0] in HEAVY
    ]


def sighted_renderers(root):
    """Renderers know a document and nothing of where it came from: what they include, step by step, is followed."""
    graph, complaints = include_graph(root), []
    for room in RENDERERS:
        for file in sorted((root / "engine" / "format" / room).glob("*.[ch]")):
            seen, todo = {file}, [file]
            while todo:
                for target in graph[todo.pop()]:
                    if target not in seen:
                        seen.add(target)
                        todo.append(target)
            for target in sorted(seen):
                name = target.relative_to(root / ("include" if "include" in target.relative_to(root).parts else "engine"))
                if layer_of_include(str(name)) in ("timeline", "query"):
                    complaints.append(f"{file.relative_to(root)}: a renderer sees {name}")
    return complaints


def upward_public_includes(root):
    complaints = []
    for file in sorted((root / "include" / "chancery").glob("*.h")):
        if file.stem == "chancery":
            continue
        layer = HEADER_LAYER.get(file.stem)
        if layer is None:
            complaints.append(f"{file.relative_to(root)}: no layer is named for this header in tests/structure/layers.py")
            continue
        for path in INCLUDE.findall(file.read_text()):
            target = layer_of_include(path)
            if target and target != layer and target not in BELOW[layer]:
                complaints.append(f"{file.relative_to(root)}: {layer} includes {path}, which lies in {target}")
    return complaints


def room_of(path):
    """The layer and the room within it of a path below engine/; the room is "" for the layer's own files."""
    parts = path.split("/")
    if len(parts) < 2 or parts[0] not in ROOMS:
        return None, None
    return parts[0], parts[1] if parts[1] in ROOMS[parts[0]] else ""


def includes_between_rooms(root):
    complaints = []
    for file in sorted((root / "engine").rglob("*.[ch]")):
        name = str(file.relative_to(root / "engine"))
        layer, room = room_of(name)
        if layer is None or name in DOORS:
            continue
        for path in INCLUDE.findall(file.read_text()):
            target_layer, target = room_of(path)
            if target_layer != layer or target in ("", room):
                continue
            if not room or target not in ROOMS[layer][room]:
                complaints.append(f"engine/{name}: {layer}/{room or '(its own files)'} includes {path}")
    return complaints


def is_on_floor(file, room):
    return room in file.parents or (file.parent == room.parent and file.stem in FLOORS[room.as_posix()])


def includes_beyond_floors(root):
    """A file on the floor may include no more than the room may, so that nothing leads up again."""
    complaints = []
    for room in map(pathlib.PurePath, FLOORS):
        layer = room.parts[0]
        for file in sorted((root / "engine" / layer).rglob("*.[ch]")):
            name = file.relative_to(root / "engine")
            if not is_on_floor(name, room):
                continue
            for path in map(pathlib.PurePath, INCLUDE.findall(file.read_text())):
                upward = room in path.parents and room not in name.parents
                if path.parts[0] == layer and (upward or not is_on_floor(path, room)):
                    complaints.append(f"engine/{name} includes {path}, which does not lie below {room}")
    return complaints


def include_graph(root):
    graph = {}
    for base in (root / "engine", root / "include"):
        for file in base.rglob("*.[ch]"):
            targets = []
            for path in INCLUDE.findall(file.read_text()):
                for place in (root / "include" / path, root / "engine" / path):
                    if place.is_file():
                        targets.append(place)
            graph[file] = targets
    return graph


def cycles(root):
    graph, state, complaints = include_graph(root), {}, []

    def visit(file, trail):
        state[file] = "open"
        for target in graph.get(file, []):
            if state.get(target) == "open":
                complaints.append(" -> ".join(str(f.relative_to(root)) for f in trail + [file, target]))
            elif target not in state:
                visit(target, trail + [file])
        state[file] = "done"

    for file in sorted(graph):
        if file not in state:
            visit(file, [])
    return complaints


def private_includes_of_program(root):
    return [
        f"{file.relative_to(root)} includes {path}: the program sees only include/chancery"
        for file in sorted((root / "tools").glob("*.[ch]"))
        for path in INCLUDE.findall(file.read_text())
        if path.split("/")[0] in BELOW and "/" in path
    ]


def main():
    root = pathlib.Path(sys.argv[1])
    report([
        ("no engine file includes upward or sideways", upward_includes(root)),
        ("only plugins include heavy libraries", heavy_includes(root)),
        ("renderers see no query and no timeline", sighted_renderers(root)),
        ("no public header includes upward or sideways", upward_public_includes(root)),
        ("no room includes another that does not stand below it", includes_between_rooms(root)),
        ("nothing that a room stands on includes what stands on it", includes_beyond_floors(root)),
        ("no include cycle", cycles(root)),
        ("the program sees only public headers", private_includes_of_program(root)),
    ])


main()
