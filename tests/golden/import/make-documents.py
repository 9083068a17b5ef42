#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the office documents of this folder anew: the same bytes each time."""

import gzip
import pathlib
import zipfile

HERE = pathlib.Path(__file__).parent
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def pack(name, parts):
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in parts.items():
            archive.writestr(zipfile.ZipInfo(path, (2020, 1, 1, 0, 0, 0)), HEAD + text, zipfile.ZIP_DEFLATED)


def workbook(sheets, is_1904=False):
    """Two parts: the workbook with its sheets, and what is which part."""
    date = ' date1904="1"' if is_1904 else ""
    names = "".join(f'<sheet name="{name}" sheetId="{i}" r:id="r{i}"/>' for i, name in enumerate(sheets, 1))
    targets = "".join(f'<Relationship Id="r{i}" Target="worksheets/sheet{i}.xml"/>' for i in range(1, len(sheets) + 1))
    return {
        "xl/workbook.xml": f"<workbook {MAIN} {RELATIONS}><workbookPr{date}/><sheets>{names}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships {PACKAGE}>{targets}</Relationships>",
    }


STYLES = f"""<styleSheet {MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm\\-yy;@"/></numFmts>
<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"""


def shared(texts):
    return f"<sst {MAIN}>" + "".join(f"<si>{text}</si>" for text in texts) + "</sst>"


def xlsx():
    texts = ["<t>Chronology of the file</t>", "<t>Date</t>", "<t>Event</t>", "<t>Body</t>", "<t>Link</t>",
             "<r><t>Draft </t></r><r><t>approved</t></r>", "<t>Third Committee</t>", "<t>here</t>",
             "<t>Second of the day</t>", "<t>Council meets</t>", "<t>Security Council</t>", "<t>A bare number</t>"]
    rows = """<row r="1"><c r="B1" t="s"><v>0</v></c></row>
<row r="3"><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c><c r="D3" t="s"><v>3</v></c><c r="F3" t="s"><v>4</v></c></row>
<row r="4"><c r="B4" s="1"><v>41961</v></c><c r="C4" t="s"><v>5</v></c><c r="D4" t="s"><v>6</v></c><c r="F4" t="s"><v>7</v></c></row>
<row r="5"><c r="B5" s="1"/><c r="C5" t="s"><v>8</v></c></row>
<row r="6"><c r="B6" s="2"><v>41995.625</v></c><c r="C6" t="s"><v>9</v></c><c r="D6" t="s"><v>10</v></c></row>
<row r="8"><c r="B8"><v>41996</v></c><c r="C8" t="s"><v>11</v></c></row>
<row r="9"><c r="B9" t="inlineStr"><is><t>c. Sept 2014</t></is></c><c r="C9" t="str"><v>By a formula</v></c></row>"""
    first = (f"<worksheet {MAIN} {RELATIONS}><sheetData>{rows}</sheetData><mergeCells><mergeCell ref=\"B4:B5\"/></mergeCells>"
             '<hyperlinks><hyperlink ref="F4" r:id="h1"/></hyperlinks></worksheet>')
    second = f'<worksheet {MAIN}><sheetData><row><c t="inlineStr"><is><t>Date</t></is></c><c t="inlineStr"><is><t>Title</t></is></c></row><row><c><v>2015</v></c><c t="inlineStr"><is><t>Of the second sheet</t></is></c></row></sheetData></worksheet>'
    links = f'<Relationships {PACKAGE}><Relationship Id="h1" Target="https://press.un.org/en/2014/gashc4122.doc.htm" TargetMode="External"/></Relationships>'
    pack("workbook.xlsx", workbook(["Events", "Later"]) | {
        "xl/sharedStrings.xml": shared(texts), "xl/styles.xml": STYLES, "xl/worksheets/sheet1.xml": first,
        "xl/worksheets/sheet2.xml": second, "xl/worksheets/_rels/sheet1.xml.rels": links})
    plain = f'<worksheet {MAIN}><sheetData><row><c t="inlineStr"><is><t>Date</t></is></c><c t="inlineStr"><is><t>Title</t></is></c></row><row><c><v>40499</v></c><c t="inlineStr"><is><t>Counted from 1904</t></is></c></row></sheetData></worksheet>'
    pack("mac.xlsx", workbook(["S"], True) | {"xl/worksheets/sheet1.xml": plain})


def ods():
    names = ('xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:xlink="l"')
    rows = """<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>Datum</text:p></table:table-cell><table:table-cell><text:p>Ereignis</text:p></table:table-cell><table:table-cell><text:p>Stimmen</text:p></table:table-cell><table:table-cell><text:p>Quelle</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="date" office:date-value="2014-11-18" table:number-rows-spanned="2"><text:p>18.11.14</text:p></table:table-cell><table:table-cell><text:p>Erstes<text:s/>Ereignis</text:p><office:annotation><text:p>ein Kommentar</text:p></office:annotation></table:table-cell><table:table-cell><text:p>111-19-55</text:p></table:table-cell><table:table-cell><text:p><text:a xlink:href="https://example.org/a">dpa</text:a></text:p></table:table-cell></table:table-row>
<table:table-row><table:covered-table-cell/><table:table-cell><text:p>Zweites</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="float" office:value="41995"><text:p>41995</text:p></table:table-cell><table:table-cell><text:p>Als Zahl</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"""
    pack("table.ods", {"content.xml": f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="Blatt1">{rows}</table:table></office:spreadsheet></office:body></office:document-content>',
                       "mimetype": "application/vnd.oasis.opendocument.spreadsheet"})


def docx():
    word = 'xmlns:w="w" xmlns:r="r"'

    def cell(text, properties=""):
        paragraphs = "".join(f"<w:p>{line}</w:p>" for line in text.split("\n"))
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"

    def run(text):
        return f"<w:r><w:t>{text}</w:t></w:r>"

    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
    link = f'<w:hyperlink r:id="rId5">{run("Reuters")}</w:hyperlink>'
    rows = ["".join(cell(run(t)) for t in ("When", "What happened", "Who", "Source")),
            cell(run("18 November 2014") + raised, '<w:vMerge w:val="restart"/>') + cell(run("Draft ") + run("approved")) + cell(run("Japan") + "\n" + run("EU")) + cell(link),
            cell("", "<w:vMerge/>") + cell(run("Reaction of the DPRK")) + cell(run("DPRK")) + cell(""),
            cell(run("2015"), '<w:gridSpan w:val="4"/>'),
            cell(run("3 March")) + cell(run("Statement") + raised) + cell("") + cell("")]
    tables = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    other = "<w:tbl><w:tr>" + cell(run("A box")) + "</w:tr></w:tbl>"
    body = f'<w:document {word}><w:body><w:p>{run("Chronology")}</w:p>{other}{tables}</w:body></w:document>'
    pack("word.docx", {"word/document.xml": body,
                       "word/_rels/document.xml.rels": f'<Relationships {PACKAGE}><Relationship Id="rId5" Target="https://reuters.com/x"/></Relationships>'})
    entities = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    pack("entities.docx", {"word/document.xml": entities + body.replace("Chronology", "&b;")})


def bombs():
    pack("bomb.xlsx", workbook(["S"]) | {"xl/worksheets/sheet1.xml": f"<worksheet {MAIN}>" + " " * (10 << 20) + "</worksheet>"})
    (HERE / "bomb.csv.gz").write_bytes(gzip.compress(b"Date,Title\n" + b"2014,x\n" * (3 << 19), mtime=0))
    (HERE / "packed.csv.gz").write_bytes(gzip.compress(b"Date,Title\n2014-11-18,Packed\n", mtime=0))


xlsx()
ods()
docx()
bombs()
