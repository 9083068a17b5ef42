# SPDX-License-Identifier: LGPL-2.1-or-later
"""Holds docs/timeline.schema.json and the tables of the YAML reader against each other.

usage: check.py DUMP_KEYS SOURCE_ROOT
"""

import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "structure"))
from tap import report  # noqa: E402

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(0)

dump, root = sys.argv[1], pathlib.Path(sys.argv[2])
reader = json.loads(subprocess.check_output([dump]))
schema = json.loads((root / "docs" / "timeline.schema.json").read_text())
validator = jsonschema.Draft7Validator(schema)

JSON_TYPES = {"string": "text", "number": "text", "integer": "text", "boolean": "text", "array": "list",
              "object": "mapping"}


def resolve(node):
    while "$ref" in node:
        node = schema["definitions"][node["$ref"].rsplit("/", 1)[1]]
    return node


def shapes(node):
    """The shapes that a part of the schema lets through."""
    node = resolve(node)
    if "type" in node:
        types = node["type"] if isinstance(node["type"], list) else [node["type"]]
        return {JSON_TYPES[name] for name in types}
    if "enum" in node:
        return {"text"}
    return set().union(*(shapes(part) for part in node.get("anyOf", node.get("allOf", []))))


def enums(node):
    node = resolve(node)
    found = [tuple(node["enum"])] if "enum" in node else []
    for part in node.get("anyOf", []) + node.get("allOf", []):
        found += enums(part)
    return found


def check_table(name, keys):
    definition = schema["definitions"].get(name, {})
    properties = definition.get("properties", {})
    for key in sorted(set(keys) ^ set(properties)):
        yield f"{key}: only in the {'reader' if key in keys else 'schema'}"
    if definition.get("additionalProperties") is not False:
        yield "unknown keys are let through"
    required = [key for key in keys if keys[key]["required"]]
    if definition.get("required", []) != required:
        yield f"required: {definition.get('required')}, the reader has {required}"
    for key in sorted(set(keys) & set(properties)):
        if shapes(properties[key]) != set(keys[key]["shapes"]):
            yield f"{key}: the schema takes {sorted(shapes(properties[key]))}, the reader {keys[key]['shapes']}"


def check_vocabularies():
    words = reader["vocabularies"]
    event = schema["definitions"]["event"]["properties"]
    vote = schema["definitions"]["vote"]["properties"]
    places = {"kind": event["kind"], "status": event["status"], "confidence": event["confidence"],
              "role": schema["definitions"]["role"], "voting method": vote["method"], "result": vote["result"]}
    for name, place in places.items():
        if enums(place) != [tuple(words[name])]:
            yield f"{name}: {enums(place)}, the vocabulary has {words[name]}"
    if list(schema["definitions"]["relations"]["properties"]) != words["relation"]:
        yield "the relation types differ"


def check_says():
    said = {name for name, field in reader["fields"].items() if field["said"]}
    singular = {name[:-1] for name in said if name in ("forums", "symbols", "actors")}
    found = set(schema["definitions"]["says"]["properties"])
    for name in sorted((said | singular) ^ found):
        yield f"{name}: only in the {'reader' if name in said else 'schema'}"


def load(path):
    # Every value is text, as it is to the reader.
    return yaml.load(path.read_text(encoding="utf-8-sig"), Loader=yaml.BaseLoader)


def check_valid(path):
    for error in validator.iter_errors(load(path)):
        yield f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def check_invalid(path):
    if validator.is_valid(load(path)):
        yield "the schema lets it through"


def checks():
    yield "the schema is a schema", [error.message for error in
                                     jsonschema.Draft7Validator(jsonschema.Draft7Validator.META_SCHEMA)
                                     .iter_errors(schema)]
    for name, keys in reader["tables"].items():
        yield f"keys of {name}", list(check_table(name, keys))
    yield "vocabularies", list(check_vocabularies())
    yield "fields that a source may speak of", list(check_says())
    files = [file for file in sorted((root / "timelines").glob("**/*.yaml")) if file.parent.name != "maps"] + sorted((root / "tests/corpus/schema/valid").glob("*.yaml"))
    for path in files:
        yield f"takes {path.relative_to(root)}", list(check_valid(path))
    for path in sorted((root / "tests/corpus/schema/invalid").glob("*.yaml")):
        yield f"refuses {path.relative_to(root)}", list(check_invalid(path))


report(list(checks()))
