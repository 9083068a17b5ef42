# SPDX-License-Identifier: LGPL-2.1-or-later
"""Briefings for Word, as files: what they hold, what Word would find wrong, what a house template brings. Prints TAP.

  word.py PROGRAM DATA_FOLDER [--update]

With --update the text of the documents is written to golden/ instead of compared.
"""

import difflib
import io
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))
from wellformed import W, Package, complaints  # noqa: E402

PROGRAM, DATA = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
UPDATE = "--update" in sys.argv
IRAN = os.path.join(DATA, "examples", "iran-nuclear-un.yaml")
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63606060f80f0001"
                    "0401005fe5c34b0000000049454e44ae426082")


def run(*arguments, **environment):
    return subprocess.run([PROGRAM, "--today", "2026-01-01", *arguments], capture_output=True, timeout=120,
                          env={**os.environ, "LANG": "C.UTF-8", "CHANCERY_DATA_DIR": DATA, **environment})


def write(*arguments, **environment):
    """The document that the arguments ask for, and what was said."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "x.docx")
        done = run(*arguments, "-o", path, **environment)
        content = pathlib.Path(path).read_bytes() if os.path.exists(path) else None
        return content, done


def write_yaml(folder, text):
    path = os.path.join(folder, "x.yaml")
    pathlib.Path(path).write_text(text, encoding="utf-8")
    return path


def text_of(paragraph):
    out = []
    for element in paragraph.iter():
        if element.tag == W + "t":
            out.append(element.text or "")
        elif element.tag == W + "footnoteReference":
            out.append(f"[{element.get(W + 'id')}]")
    return "".join(out)


def lines_of(content):
    """A line a paragraph: its style, and its text with the numbers of notes."""
    package = Package(content)
    for name in ("word/document.xml", "word/footnotes.xml"):
        for paragraph in package.trees[name].iter(W + "p"):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            yield f"{'-' if style is None else style.get(W + 'val')}: {text_of(paragraph)}"


def mark_of(paragraph, text):
    """The text of the run that holds a text, with its marks of direction."""
    return next(t.text for t in paragraph.iter(W + "t") if t.text and text in t.text)


# Each test yields what is wrong.

def golden(name, *arguments):
    def test():
        content, done = write(*arguments)
        if content is None:
            yield done.stderr.decode()
            return
        yield from complaints(content)
        found = "\n".join(lines_of(content)) + "\n"
        path = HERE / "golden" / (name + ".txt")
        if UPDATE:
            path.parent.mkdir(exist_ok=True)
            path.write_text(found, encoding="utf-8")
        wanted = path.read_text(encoding="utf-8") if path.exists() else ""
        yield from list(difflib.unified_diff(wanted.splitlines(), found.splitlines(), "golden", "found", lineterm=""))[:60]
    return test


def same_bytes():
    one, _ = write("list", "2014", TZ="UTC")
    other, _ = write("list", "2014", TZ="Asia/Tokyo", LC_ALL="tr_TR.UTF-8")
    if one != other:
        yield "another zone and language give other bytes"


def to_standard_output():
    done = run("list", "2014", "--format", "docx")
    if done.stdout[:2] != b"PK":
        yield "nothing, or no archive, was written to standard output"


def numbers_are_those_of_word():
    """Word counts notes itself, in the order in which they are referred to."""
    content, _ = write("list", "2014")
    document = Package(content).trees["word/document.xml"]
    ids = [int(r.get(W + "id")) for r in document.iter(W + "footnoteReference")]
    if ids != list(range(1, len(ids) + 1)):
        yield f"notes are referred to in the order {ids}"


NAUGHTY = """
timeline: naughty
title: 'Titles <b> & "قرارات"'
sources:
  s1: {title: "تقرير <i>", publisher: وكالة, url: "https://example.org/a b?x=\\"1\\"&y=<2>|{}^`%zz"}
  s2: {title: "]]> <!-- ", url: "javascript:alert(1)"}
events:
  - {id: arabic, date: 2014-12-22, title: "قرار مجلس الأمن 2270 (2016)", symbols: [S/RES/2270], vote: {yes: 11, no: 2, abstain: 2},
     summary: "ملخص باللغة العربية 111-19-55 ثم 1995/2005 نهاية", forums: [un.sc], sources: [{source: s1}]}
  - {id: korean, date: 2014-12-23, title: "안전보장이사회가 北韓 상황을 논의했다 </w:t></w:r>", sources: [{source: s2}]}
  - {id: odd, date: 2014-12-24, title: "\\u202E override \\t tab ]]> <script>alert(1)</script> \\uFFFE", summary: "a\\n\\nb",
     sources: [{source: s1}, {source: s2}]}
"""


def naughty_texts():
    with tempfile.TemporaryDirectory() as folder:
        path = write_yaml(folder, NAUGHTY)
        for layout in ("auto", "table"):
            content, done = write("-f", path, "list", "--layout", layout)
            if content is None:
                yield done.stderr.decode()
                continue
            yield from complaints(content)
            text = "\n".join(lines_of(content))
            for wanted in ("안전보장이사회가 北韓 상황을 논의했다 </w:t></w:r>", "<U+202E> override", "<script>alert(1)</script>"):
                if wanted not in text:
                    yield f"{layout}: {wanted!r} is not in the text"
            if b"javascript:" in Package(content).files["word/_rels/document.xml.rels"]:
                yield "a link would run something"


def right_to_left():
    with tempfile.TemporaryDirectory() as folder:
        content, _ = write("-f", write_yaml(folder, NAUGHTY), "list")
    document = Package(content).trees["word/document.xml"]
    paragraphs = list(document.iter(W + "p"))
    summary = next(p for p in paragraphs if "ملخص" in text_of(p))
    entry = next(p for p in paragraphs if "قرار مجلس" in text_of(p))
    if summary.find(f"{W}pPr/{W}bidi") is None:
        yield "an Arabic paragraph does not run from right to left"
    if entry.find(f"{W}pPr/{W}bidi") is not None:
        yield "a paragraph that begins with an English day runs from right to left"
    for paragraph, figures in ((summary, "111-19-55"), (summary, "1995/2005"), (entry, "S/RES/2270")):
        run_text = mark_of(paragraph, figures)
        if run_text != f"\u200e{figures}\u200e":
            yield f"{figures} is not isolated: {run_text!r}"
    for run_ in document.iter(W + "r"):
        texts = "".join(t.text or "" for t in run_.iter(W + "t"))
        has_letters = re.search("[\u0600-\u06ff]", texts) is not None
        if has_letters != (run_.find(f"{W}rPr/{W}rtl") is not None):
            yield f"the direction of {texts!r} is not that of its letters"


def drawing(blip):
    picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return f"""<w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="Logo"/><a:graphic>
<a:graphicData uri="{picture}"><pic:pic xmlns:pic="{picture}"><pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip {blip}/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>
<a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>
</wp:inline></w:drawing></w:r>"""


HEADER = f"""<w:hdr xmlns:w="{W[1:-1]}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:p>
<w:r><w:t>House of Reports</w:t></w:r>{drawing('r:embed="rIdLogo"')}{drawing('r:link="rIdFar"')}
<w:hyperlink r:id="rIdWeb"><w:r><w:t>example.org</w:t></w:r></w:hyperlink></w:p>
<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDE</w:instrText></w:r>
<w:r><w:instrText>PICTURE "http://example.org/x.png" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>"""


def relations(*rows):
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    out = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    for id_, kind, target, *mode in rows:
        kind = kind if kind.startswith("http") else office + kind
        out += f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"{" TargetMode=" + chr(34) + mode[0] + chr(34) if mode else ""}/>'
    return out + "</Relationships>"


def template(changes=None):
    """A house's document: localised ids, a logo, and what must stay behind."""
    macros = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    parts = {
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"""<w:document xmlns:w="{W[1:-1]}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
          <w:body><w:p><w:r><w:t>Old text</w:t></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="rIdH"/>
          <w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1000" w:right="1500" w:bottom="1000" w:left="1700" w:header="500" w:footer="500" w:gutter="0"/>
          </w:sectPr></w:body></w:document>""",
        "word/_rels/document.xml.rels": relations(("rIdH", "header", "header1.xml"), ("rIdS", "styles", "styles.xml"),
                                                  ("rIdT", "settings", "settings.xml"), ("rIdM", macros, "vbaProject.bin")),
        "word/header1.xml": HEADER,
        "word/_rels/header1.xml.rels": relations(("rIdLogo", "image", "media/logo.png"),
                                                 ("rIdFar", "image", "http://example.org/far.png", "External"),
                                                 ("rIdWeb", "hyperlink", "http://example.org/", "External")),
        "word/media/logo.png": PNG,
        "word/vbaProject.bin": b"macros",
        "word/settings.xml": f'<w:settings xmlns:w="{W[1:-1]}"><w:evenAndOddHeaders/></w:settings>',
        "word/_rels/settings.xml.rels": relations(("rId1", "attachedTemplate", "file:///C:/house.dotm", "External")),
        "word/styles.xml": f"""<w:styles xmlns:w="{W[1:-1]}">
          <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
          <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="Heading 1"/><w:basedOn w:val="Standard"/></w:style>
          <w:style w:type="paragraph" w:styleId="Eintrag"><w:name w:val="Chronology Entry"/></w:style></w:styles>""",
    }
    parts.update(changes or {})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def write_with_template(content):
    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        file.write(content)
        file.flush()
        return write("list", "2014", "--template", file.name)


def house_template():
    content, done = write_with_template(template())
    if content is None:
        yield done.stderr.decode()
        return
    yield from complaints(content)
    package = Package(content)
    styles = {line.split(":")[0] for line in lines_of(content)}
    for wanted in ("berschrift1", "Eintrag"):
        if wanted not in styles:
            yield f"no paragraph has the style {wanted}"
    if "Heading1" in styles:
        yield "our own style is used where the house has one"
    section = ET.tostring(package.trees["word/document.xml"].find(f"{W}body/{W}sectPr")).decode()
    for wanted in ('="12240"', '="1700"', "headerReference", "footerReference"):
        if wanted not in section:
            yield f"{wanted} is not said of pages"
    everything = b"\n".join(v for k, v in package.files.items() if k != "word/document.xml")
    for wanted in (b"House of Reports", b"evenAndOddHeaders", PNG):
        if wanted not in everything:
            yield f"{wanted[:30]!r} was not taken over"
    for unwanted in (b"far.png", b"macros", b"INCLUDE", b"attachedTemplate", b"Old text", b"http://example.org/\""):
        if unwanted in b"\n".join(package.files.values()):
            yield f"{unwanted!r} was taken over"
    for wanted in ("macros", "the template that it is attached to", "a link in word/header1.xml",
                   "a field that fetches something from elsewhere in word/header1.xml",
                   "what leads elsewhere or is no picture in word/header1.xml"):
        if f"left out of the template: {wanted} [" not in done.stderr.decode():
            yield f"nothing is said of {wanted}: {done.stderr.decode()}"


def house_template_in_columns():
    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        file.write(template())
        file.flush()
        content, _ = write("list", "2014", "--layout", "table", "--template", file.name)
    yield from complaints(content)
    size = Package(content).trees["word/document.xml"].find(f"{W}body/{W}sectPr/{W}pgSz")
    if (size.get(W + "w"), size.get(W + "h"), size.get(W + "orient")) != ("15840", "12240", "landscape"):
        yield "a table does not lie along the long side of the house's paper"


def bad_templates():
    bomb = template({"word/styles.xml": b"<a>" + b" " * (200 << 20) + b"</a>"})
    strict = template({"word/document.xml": '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'})
    entity = template({"word/document.xml": f'<!DOCTYPE w [<!ENTITY a "b">]><w:document xmlns:w="{W[1:-1]}"/>'})
    for name, content, said in (("text", b"hello", "archive|damaged|unpack"), ("bomb", bomb, "larger"), ("strict", strict, "strict"),
                                ("entity", entity, "no document of Word"), ("cut", template()[:900], "damaged|unpack|no document"),
                                ("empty", b"", "unpack|archive|no document|damaged")):
        written, done = write_with_template(content)
        if written is not None or done.returncode == 0 or not re.search(said, done.stderr.decode()):
            yield f"{name}: status {done.returncode}: {done.stderr.decode()}"


def spoil(part, old, new):
    def spoiled(content):
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as other:
            for name in archive.namelist():
                text = archive.read(name)
                if name == part:
                    changed = re.sub(old, new, text.decode(), count=1, flags=re.DOTALL).encode()
                    assert changed != text, (part, old)
                    text = changed
                other.writestr(name, text)
        return out.getvalue()
    return spoiled


BROKEN = {
    "unclosed element": spoil("word/document.xml", "</w:body>", ""),
    "relation that is missing": spoil("word/_rels/document.xml.rels", r'<Relationship Id="rIdLink1"[^>]*>', ""),
    "part that is missing": spoil("word/_rels/document.xml.rels", "styles.xml", "styles2.xml"),
    "field that is not closed": spoil("word/document.xml", r'<w:fldChar w:fldCharType="end"/>', ""),
    "note twice": spoil("word/footnotes.xml", 'w:id="2"', 'w:id="1"'),
    "reference twice": spoil("word/document.xml", '<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="1"/>'),
    "no separator": spoil("word/footnotes.xml", r'<w:footnote w:type="separator".*?</w:footnote>', ""),
    "separator with a number": spoil("word/footnotes.xml", "<w:separator/>", "<w:separator/><w:footnoteRef/>"),
    "address that is none": spoil("word/_rels/document.xml.rels", r'Target="https://[^"]*"', 'Target="http://a b"'),
    "date that is none": spoil("docProps/core.xml", r"\d{4}-\d\d-\d\dT", "2014-13-01T"),
    "strict variant": spoil("word/styles.xml", r"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                            "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    "style that is missing": spoil("word/document.xml", '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="None"/>'),
    "anchor that is missing": spoil("word/document.xml", 'w:anchor="_Toc0"', 'w:anchor="_Toc99"'),
    "type that is missing": spoil("[Content_Types].xml", r'<Override PartName="/word/document.xml"[^>]*>', ""),
    "cell without a paragraph": spoil("word/document.xml", r"</w:body>",
                                      "<w:tbl><w:tr><w:tc></w:tc></w:tr></w:tbl></w:body>"),
    "question at opening": spoil("word/settings.xml", "<w:compat>", '<w:updateFields w:val="true"/><w:compat>'),
}


def broken_ones_are_found():
    content, _ = write("list", "2014")
    yield from complaints(content)
    for name, spoiled in BROKEN.items():
        if not complaints(spoiled(content)):
            yield f"nothing is said of {name}"


TESTS = {
    "dprk, brief": golden("dprk-brief", "list"),
    "dprk, table": golden("dprk-table", "list", "--layout", "table"),
    "dprk, press": golden("dprk-press", "list", "--style", "press"),
    "iran, scr": golden("iran-scr", "-f", IRAN, "list", "--style", "scr"),
    "iran, table": golden("iran-table", "-f", IRAN, "list", "--layout", "table"),
    "the same bytes anywhere": same_bytes,
    "standard output": to_standard_output,
    "numbers of notes": numbers_are_those_of_word,
    "naughty texts": naughty_texts,
    "right to left": right_to_left,
    "house template": house_template,
    "house template in columns": house_template_in_columns,
    "bad templates": bad_templates,
    "broken documents are found": broken_ones_are_found,
}


def main():
    print(f"1..{len(TESTS)}")
    fine = True
    for number, (name, test) in enumerate(TESTS.items(), 1):
        wrong = list(test())
        fine = fine and not wrong
        print(f"{'not ok' if wrong else 'ok'} {number} - {name}")
        for line in wrong:
            print("# " + line.replace("\n", "\n# "))
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
