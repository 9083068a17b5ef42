# SPDX-License-Identifier: LGPL-2.1-or-later
"""What Word demands of a document and says nothing about when it is missing, beyond what a schema can say.

complaints(bytes) lists what is wrong with a .docx file: parts that are no XML, relations that lead nowhere, fields that
are not closed, notes without separators or with ids twice, bookmarks that links miss, addresses that are none, dates that
are none, and what belongs to the strict variant of the format.
"""

import io
import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$")
ADDRESS = re.compile(r"(https?://[^\s<>\"{}|\\^`]+|mailto:[^\s<>\"{}|\\^`]+)$")
STRICT = "http://purl.oclc.org/ooxml/"


def relations_of(part):
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", base + ".rels")


class Package:
    def __init__(self, content):
        self.files = {}
        self.trees = {}
        self.complaints = []
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if len(names) != len(set(names)):
                self.complaints.append("a part stands twice in the archive")
            for name in names:
                self.files[name] = archive.read(name)
        for name, text in self.files.items():
            if name.endswith((".xml", ".rels")):
                self.parse(name, text)

    def parse(self, name, text):
        try:
            self.trees[name] = ET.fromstring(text)
        except ET.ParseError as error:
            self.complaints.append(f"{name} is no XML: {error}")
        if STRICT.encode() in text:
            self.complaints.append(f"{name} belongs to the strict variant")
        if b"<!DOCTYPE" in text:
            self.complaints.append(f"{name} has a document type")

    def relations(self, part):
        tree = self.trees.get(relations_of(part))
        return {} if tree is None else {r.get("Id"): r for r in tree.iter(RELATIONSHIPS + "Relationship")}


def check_types(package):
    tree = package.trees.get("[Content_Types].xml")
    if tree is None:
        yield "there is no [Content_Types].xml"
        return
    defaults = {d.get("Extension").lower() for d in tree.iter(TYPES + "Default")}
    overrides = {o.get("PartName").lstrip("/") for o in tree.iter(TYPES + "Override")}
    for name in package.files:
        if name != "[Content_Types].xml" and name not in overrides and name.rsplit(".", 1)[-1].lower() not in defaults:
            yield f"{name} has no type"
    for name in sorted(overrides - package.files.keys()):
        yield f"a type is said of {name}, which is not there"
    for name in overrides & package.files.keys():
        if name == "word/document.xml":
            return
    yield "the main part has no type of its own"


def check_relations(package):
    for name, tree in package.trees.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for relation in tree.iter(RELATIONSHIPS + "Relationship"):
                target = relation.get("Target") or ""
                if relation.get("TargetMode") == "External":
                    if not ADDRESS.match(target):
                        yield f"{name}: {target!r} is no address"
                elif posixpath.normpath(posixpath.join(folder, target)).lstrip("/") not in package.files:
                    yield f"{name}: {target} is not there"
        else:
            known = package.relations(name)
            for element in tree.iter():
                for attribute, value in element.attrib.items():
                    if attribute.startswith(R) and value not in known:
                        yield f"{name}: relation {value} is not there"


def check_fields(package):
    for name, tree in package.trees.items():
        depth = 0
        for mark in tree.iter(W + "fldChar"):
            depth += {"begin": 1, "end": -1}.get(mark.get(W + "fldCharType"), 0)
            if depth < 0:
                yield f"{name}: a field ends that did not begin"
        if depth > 0:
            yield f"{name}: a field is not closed"


def check_notes(package):
    document, notes = package.trees.get("word/document.xml"), package.trees.get("word/footnotes.xml")
    references = [] if document is None else [r.get(W + "id") for r in document.iter(W + "footnoteReference")]
    if notes is None:
        if references:
            yield "notes are referred to, and there are none"
        return
    ids = [note.get(W + "id") for note in notes.iter(W + "footnote")]
    kinds = {note.get(W + "type"): note for note in notes.iter(W + "footnote")}
    for kind in ("separator", "continuationSeparator"):
        if kind not in kinds:
            yield f"the notes lack their {kind}"
        elif list(kinds[kind].iter(W + "footnoteRef")):
            yield f"the {kind} of the notes has a number"
    for wrong in sorted({i for i in ids if ids.count(i) > 1}):
        yield f"two notes have the id {wrong}"
    for wrong in sorted({i for i in references if references.count(i) > 1}):
        yield f"note {wrong} is referred to twice"
    for wrong in sorted(set(references) - set(ids)):
        yield f"note {wrong} is not there"
    for note in notes.iter(W + "footnote"):
        if note.get(W + "type") is None and note.get(W + "id") not in references:
            yield f"note {note.get(W + 'id')} is not referred to"


def check_bookmarks(package):
    starts, names, wanted = [], [], []
    for tree in package.trees.values():
        starts += [b.get(W + "id") for b in tree.iter(W + "bookmarkStart")]
        names += [b.get(W + "name") for b in tree.iter(W + "bookmarkStart")]
        wanted += [h.get(W + "anchor") for h in tree.iter(W + "hyperlink") if h.get(W + "anchor")]
        wanted += [m[1] for i in tree.iter(W + "instrText") if (m := re.search(r"NOTEREF (\S+)", i.text or ""))]
    ends = [b.get(W + "id") for tree in package.trees.values() for b in tree.iter(W + "bookmarkEnd")]
    if len(set(starts)) != len(starts) or len(set(names)) != len(names):
        yield "two bookmarks have the same id or name"
    if sorted(starts) != sorted(ends):
        yield "a bookmark does not end, or did not begin"
    for name in sorted(set(wanted) - set(names)):
        yield f"there is no bookmark {name}"


def check_styles(package):
    styles = package.trees.get("word/styles.xml")
    if styles is None:
        yield "there are no styles"
        return
    ids = [s.get(W + "styleId") for s in styles.iter(W + "style")]
    if len(set(ids)) != len(ids):
        yield "two styles have the same id"
    for name, tree in package.trees.items():
        for element in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            for use in tree.iter(W + element):
                if use.get(W + "val") not in ids:
                    yield f"{name}: there is no style {use.get(W + 'val')}"


def check_tables(package):
    document = package.trees.get("word/document.xml")
    for cell in () if document is None else document.iter(W + "tc"):
        if len(cell) == 0 or cell[-1].tag != W + "p":
            yield "a cell does not end with a paragraph"
            return


def check_core(package):
    core = package.trees.get("docProps/core.xml")
    for element in () if core is None else core.iter():
        if element.tag.endswith(("}created", "}modified")) and not DATE.match(element.text or ""):
            yield f"{element.text!r} is no date of a property"


def check_settings(package):
    settings = package.trees.get("word/settings.xml")
    if settings is not None and list(settings.iter(W + "updateFields")):
        yield "Word asks whether to update fields"


CHECKS = [check_types, check_relations, check_fields, check_notes, check_bookmarks, check_styles, check_tables, check_core,
          check_settings]


def complaints(content):
    try:
        package = Package(content)
    except zipfile.BadZipFile as error:
        return [f"it is no archive: {error}"]
    return package.complaints + [c for check in CHECKS for c in check(package)]
