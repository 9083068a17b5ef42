#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Briefings as PDF, read back by poppler's tools and by qpdf; prints TAP.

What pages say is compared with NAME.txt beside this file. What is not installed is skipped, and it is said.

  pdf.py PROGRAM DATA_FOLDER [--update]
"""

import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
PROGRAM, DATA = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
UPDATE = "--update" in sys.argv
DPRK = os.path.join(DATA, "dprk-human-rights.yaml")
IRAN = os.path.join(DATA, "examples", "iran-nuclear-un.yaml")
HOSTILE = str(HERE.parent / "golden" / "html" / "hostile.yaml")
DIRECTIONS = str(HERE / "directions.yaml")
FONT = ["--font", "DejaVu Sans"]

CASES = {
    "dprk-brief": [DPRK, "--no-picture"],
    "dprk-press": [DPRK, "--no-picture", "--style", "press", "--size", "letter"],
    "dprk-layout": [DPRK, "--no-picture", "--layout", "table", "year:2014"],
    "iran-scr": [IRAN, "--no-picture", "--style", "scr", "--notes", "end", "--size", "letter"],
    "iran-brief": [IRAN, "--no-picture"],
    "iran-table": [IRAN, "--no-picture", "--style", "table", "--size", "a4-landscape"],
}


def run(*command, **more):
    return subprocess.run(command, capture_output=True, timeout=200, check=False, **more)


def environment(**more):
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")}
    kept.update(CHANCERY_DATA_DIR=DATA, LC_ALL="C.UTF-8", TZ="UTC", HOME=tempfile.gettempdir(), **more)
    return kept


def make(folder, name, source, *options, **more):
    """The path of a PDF, and what was said."""
    path = os.path.join(folder, name + ".pdf")
    done = run(PROGRAM, "--today", "2026-01-01", "-f", source, "list", "-o", path, *options, env=environment(**more))
    return path, done


def read_text(path, *options):
    return run("pdftotext", *options, path, "-").stdout.decode()


def read_facts(path):
    lines = run("pdfinfo", path).stdout.decode().splitlines()
    return dict((part.strip() for part in line.split(":", 1)) for line in lines if ":" in line)


def read_objects(path):
    return json.loads(run("qpdf", "--json=2", path).stdout)


def find_elements(objects, kind):
    values = [o.get("value") for o in objects["qpdf"][1].values() if isinstance(o, dict)]
    return [v for v in values if isinstance(v, dict) and v.get("/S") == kind and "/P" in v]


def count_outline(entries):
    return sum(1 + count_outline(e.get("kids", [])) for e in entries)


def read_words(path):
    """By page: the words with their boxes."""
    text, pages = read_text(path, "-bbox"), []
    for page in text.split("<page ")[1:]:
        found = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', page)
        pages.append([(*map(float, word[:4]), word[4]) for word in found])
    return pages


def overlap(a, b):
    return min(a[2], b[2]) - max(a[0], b[0]) > 0.5 and min(a[3], b[3]) - max(a[1], b[1]) > 0.5 * min(a[3] - a[1], b[3] - b[1])


def check_text(folder):
    complaints = []
    for name, (source, *options) in CASES.items():
        path, done = make(folder, name, source, *FONT, *options)
        got, wanted = read_text(path, "-layout"), HERE / (name + ".txt")
        if UPDATE:
            wanted.write_text(got, encoding="utf-8")
        if done.returncode or not wanted.exists() or got != wanted.read_text(encoding="utf-8"):
            complaints.append(f"{name}: the text is another (pdf.py --update shows by git diff which)")
    return complaints


def check_facts(folder):
    complaints = []
    for size, wanted in (("a4", "595.276 x 841.89"), ("letter", "612 x 792"), ("a4-landscape", "841.89 x 595.276")):
        path, _ = make(folder, "facts", DPRK, *FONT, "--size", size, "--title", "A title: “так”")
        facts = read_facts(path)
        for key, value in (("Title", "A title: “так”"), ("Tagged", "yes"), ("Encrypted", "no"), ("JavaScript", "no")):
            if facts.get(key) != value:
                complaints.append(f"{size}: {key} is {facts.get(key)}, not {value}")
        if not facts.get("Page size", "").startswith(wanted):
            complaints.append(f"{size}: pages are {facts.get('Page size')}")
    if not facts.get("CreationDate", "").endswith("UTC") and "CreationDate" not in facts:
        complaints.append("no day of creation")
    undated, _ = make(folder, "undated", DIRECTIONS, *FONT)
    if "CreationDate" in read_facts(undated):
        complaints.append("a day of creation where nothing was ever revised")
    return complaints


def check_size_error(folder):
    _, done = make(folder, "pixels", DPRK, "--size", "1600x900")
    return [] if done.returncode == 2 and b"is no size of paper" in done.stderr else [f"{done.returncode}: {done.stderr.decode()}"]


def check_structure(folder):
    complaints = []
    for name, source in (("dprk", DPRK), ("iran", IRAN)):
        path, _ = make(folder, name, source, *FONT)
        markdown = run(PROGRAM, "--today", "2026-01-01", "-f", source, "list", "--format", "md", env=environment()).stdout.decode()
        objects, tags = read_objects(path), run("pdfinfo", "-struct", path).stdout.decode().split("\n")
        count = collections.Counter(re.sub(r"\W.*", "", tag.strip()) for tag in tags)
        headings, notes = len(re.findall(r"^## ", markdown, re.M)) - 1, len(re.findall(r"^\[\^\d+\]:", markdown, re.M))
        wanted = {"Document": 1, "H1": 1, "H2": headings, "Note": notes, "Figure": 1}
        complaints += [f"{name}: {count[tag]} {tag}, not {n}" for tag, n in wanted.items() if count[tag] != n]
        if count["P"] < headings or count["Reference"] < notes or count["Link"] < notes:
            complaints.append(f"{name}: {count}")
        if count_outline(objects["outlines"]) != headings + 1:
            complaints.append(f"{name}: {count_outline(objects['outlines'])} entries in the outline, not {headings + 1}")
    return complaints


def check_completed(folder):
    path, _ = make(folder, "completed", DPRK, *FONT)
    objects, complaints = read_objects(path), []
    root = objects["qpdf"][1][f"obj:{objects['qpdf'][1]['trailer']['value']['/Root']}"]["value"]
    figures = find_elements(objects, "/Figure")
    if root.get("/Lang") != "u:en" or root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        complaints.append(f"the catalogue says {root}")
    if len(figures) != 1 or not re.match(r"u:North Korean .* Timeline of \d+ events from 1995 to 2019", figures[0].get("/Alt", "")):
        complaints.append(f"figures: {figures}")
    table, _ = make(folder, "heads", DPRK, *FONT, "--layout", "table", "--no-picture")
    heads = find_elements(read_objects(table), "/TH")
    if not heads or len(heads) % 6 or any(head.get("/A", {}).get("/Scope") != "/Column" for head in heads):
        complaints.append(f"heads of columns: {heads[:3]}")
    for made in (path, table):
        done = run("qpdf", "--check", made)
        if done.returncode:
            complaints.append(done.stdout.decode() + done.stderr.decode())
    return complaints


def check_links(folder):
    complaints = []
    for name, source in (("dprk", DPRK), ("iran", IRAN)):
        path, _ = make(folder, name, source, *FONT, "--no-picture")
        markdown = run(PROGRAM, "--today", "2026-01-01", "-f", source, "list", "--format", "md", env=environment()).stdout.decode()
        out = re.findall(r"https?://\S+", run("pdfinfo", "-url", path).stdout.decode())
        wanted = re.findall(r"<https?://[^>]+>", markdown)
        if len(out) != len(wanted) or not wanted:
            complaints.append(f"{name}: {len(out)} links, not {len(wanted)}")
        objects = read_objects(path)
        values = [o.get("value") for o in objects["qpdf"][1].values() if isinstance(o, dict)]
        inner = [v for v in values if isinstance(v, dict) and v.get("/Subtype") == "/Link" and "/A" not in v]
        calls = len(re.findall(r"\[\^\d+\](?!:)", markdown)) + len(re.findall(r"see note \d+", markdown))
        if len(inner) != calls or any("/Dest" not in v for v in inner):
            complaints.append(f"{name}: {len(inner)} links to notes, not {calls}")
    return complaints


def check_overlap(folder):
    complaints = []
    for name, options in (("brief", []), ("layout", ["--layout", "table"]), ("scr", ["--style", "scr"])):
        path, _ = make(folder, name, IRAN, *FONT, *options)
        for number, words in enumerate(read_words(path), 1):
            hits = [(a[4], b[4]) for i, a in enumerate(words) for b in words[i + 1:] if overlap(a, b)]
            complaints += [f"{name}, page {number}: {a} over {b}" for a, b in hits[:3]]
    return complaints


def check_directions(folder):
    complaints = []
    for name, options in (("brief", []), ("table", ["--style", "table"]), ("layout", ["--layout", "table"])):
        path, _ = make(folder, "directions-" + name, DIRECTIONS, *FONT, "--no-picture", *options)
        words = [word[4] for page in read_words(path) for word in page]
        text = " ".join(words)
        wanted = ["111-19-55", "A/RES/69/188", "S/PV.7353"]
        wanted += ["2013-2014", "12-14"] if name == "brief" else ["116-20-53"]
        complaints += [f"{name}: {w} is not shown as it is" for w in wanted if w not in text]
        complaints += [f"{name}: {w} is shown" for w in ("55-19-111", "2014-2013", "14-12", "188/69", "53-20-116") if w in text]
    return complaints


def check_bytes(folder):
    same = set()
    for i, (zone, language) in enumerate((("UTC", "C.UTF-8"), ("Asia/Tokyo", "ja_JP.UTF-8"), ("America/New_York", "tr_TR.UTF-8"))):
        path = os.path.join(folder, f"bytes{i}.pdf")
        more = environment()
        more.update(TZ=zone, LC_ALL=language, LANG=language, LANGUAGE=language[:2])
        run(PROGRAM, "-f", DIRECTIONS, "list", "-o", path, env=more)
        same.add(pathlib.Path(path).read_bytes())
    return [] if len(same) == 1 else ["the bytes depend on zone or language"]


def check_hostile(folder):
    path, done = make(folder, "hostile", HOSTILE, *FONT)
    addresses = run("pdfinfo", "-url", path).stdout.decode()
    checked, complaints = run("qpdf", "--check", path), []
    if done.returncode or checked.returncode:
        complaints.append(done.stderr.decode() + checked.stderr.decode())
    if re.search(r"javascript:|data:|file:", addresses):
        complaints.append(addresses)
    if re.search("[\u202a-\u202e\u2066-\u2069]", run("pdfinfo", "-struct-text", path).stdout.decode()):
        complaints.append("marks of direction of the source are in the text")
    return complaints


def check_fonts(folder):
    path, done = make(folder, "fonts", DIRECTIONS, *FONT, "--no-picture")
    said, complaints = done.stderr.decode(), []
    if "DejaVu Sans lacks" in said and "stands in" not in said:
        complaints.append(said)
    rows = run("pdffonts", path).stdout.decode().splitlines()[2:]
    complaints += [f"not embedded: {row}" for row in rows if row.split()[-5] != "yes"]
    _, done = make(folder, "nofont", DPRK, "--font", "Nobodys Own Face", "--no-picture")
    if "there is no font Nobodys Own Face" not in done.stderr.decode():
        complaints.append(done.stderr.decode())
    return complaints


CHECKS = [
    ("what pages say", check_text, ["pdftotext"]),
    ("title, size, day of creation", check_facts, ["pdfinfo"]),
    ("a size in pixels is refused", check_size_error, []),
    ("tags and outline", check_structure, ["pdfinfo", "qpdf"]),
    ("language, alt text, heads of columns", check_completed, ["qpdf"]),
    ("links", check_links, ["pdfinfo", "qpdf"]),
    ("no word over another", check_overlap, ["pdftotext"]),
    ("figures and symbols beside letters from right to left", check_directions, ["pdftotext"]),
    ("the same bytes in any zone and language", check_bytes, []),
    ("hostile text", check_hostile, ["pdfinfo", "qpdf"]),
    ("fonts are embedded, and named where they stand in", check_fonts, ["pdffonts"]),
]


def main():
    fine = True
    print(f"1..{len(CHECKS)}")
    with tempfile.TemporaryDirectory(prefix="chancery-pdf-") as folder:
        for number, (name, check, tools) in enumerate(CHECKS, 1):
            missing = [tool for tool in tools if not shutil.which(tool)]
            if missing:
                print(f"ok {number} {name} # SKIP without {', '.join(missing)}")
                continue
            complaints = check(folder)
            print(f"{'not ok' if complaints else 'ok'} {number} {name}")
            for complaint in complaints:
                print("# " + complaint.replace("\n", "\n# "))
            fine = fine and not complaints
    return 0 if fine else 1


sys.exit(main())
