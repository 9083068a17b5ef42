/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The main part of a Word document: title, front, contents, groups of entries, legend (ECMA-376 part 1, 17.2). */
#include "format/docx/body.h"

#include "format/markup.h"

/* Headings from which on a table of contents helps. */
enum { LEAST_CONTENTS = 3 };

/* A4 with margins of 2 cm, in twentieths of a point. */
enum { SHORT_SIDE = 11906, LONG_SIDE = 16838, MARGIN = 1134 };

guint
chn_docx_get_width (ChnLayout layout)
{
  return (layout == CHN_LAYOUT_COLUMNS ? LONG_SIDE : SHORT_SIDE) - 2 * MARGIN;
}

static const ChnDocxStyle paragraph_styles[CHN_N_PARAGRAPH_KINDS] = {
  [CHN_PARAGRAPH_DAY] = CHN_DOCX_ENTRY,      [CHN_PARAGRAPH_SINCE] = CHN_DOCX_ENTRY,
  [CHN_PARAGRAPH_FORUM] = CHN_DOCX_ENTRY,    [CHN_PARAGRAPH_ID] = CHN_DOCX_ENTRY,
  [CHN_PARAGRAPH_SYMBOLS] = CHN_DOCX_ENTRY,  [CHN_PARAGRAPH_VOTE] = CHN_DOCX_ENTRY,
  [CHN_PARAGRAPH_SENTENCE] = CHN_DOCX_ENTRY, [CHN_PARAGRAPH_SUMMARY] = CHN_DOCX_SUMMARY,
  [CHN_PARAGRAPH_DISPUTE] = CHN_DOCX_REMARK, [CHN_PARAGRAPH_SOURCES] = CHN_DOCX_SUMMARY,
};

static guint
count_headings (const ChnDocument *document)
{
  guint n = 0;
  for (guint i = 0; i < document->n_groups; i++)
    n += document->group[i].title ? 1 : 0;
  return n;
}

/* A field that is filled in: Word can make it anew, and does not ask to. Pages are not known here. */
static const char contents_begin[] =
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
    "<w:r><w:instrText xml:space=\"preserve\"> TOC \\o &quot;1-2&quot; \\n \\h </w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";

static void
put_contents_line (ChnDocxPart *part, const ChnGroup *group, guint index, gboolean is_first)
{
  ChnDocxStyle style = group->level == 1 ? CHN_DOCX_CONTENTS_1 : CHN_DOCX_CONTENTS_2;
  chn_writer_printf (
      part->out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>%s<w:hyperlink w:anchor=\"_Toc%u\" w:history=\"1\">",
      chn_docx_style_get_id (style), is_first ? contents_begin : "", index);
  chn_docx_put_text (part, CHN_DOCX_NORMAL, group->title);
  chn_writer_puts (part->out, "</w:hyperlink></w:p>\n");
}

static void
put_contents (ChnDocxPart *part)
{
  const ChnDocument *document = part->rendering->document;
  gboolean is_first = TRUE;
  if (count_headings (document) < LEAST_CONTENTS)
    return;
  chn_writer_puts (part->out, "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
                              "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>\n");
  chn_docx_put_text_paragraph (part, CHN_DOCX_CONTENTS_TITLE, document->contents_title);
  for (guint i = 0; i < document->n_groups; i++)
    if (document->group[i].title) {
      put_contents_line (part, &document->group[i], i, is_first);
      is_first = FALSE;
    }
  chn_writer_puts (part->out, "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>\n</w:sdtContent></w:sdt>\n");
}

static void
put_paragraphs (ChnDocxPart *part, ChnDocxStyle style, ChnStretch paragraphs)
{
  for (guint i = 0; i < paragraphs.n; i++)
    chn_docx_put_paragraph (part, style, NULL, part->rendering->document->paragraph[paragraphs.first + i].runs);
}

static void
put_entry (ChnDocxPart *part, const ChnEntry *entry)
{
  const ChnDocument *document = part->rendering->document;
  for (guint i = 0; i < entry->paragraphs.n; i++) {
    const ChnParagraph *paragraph = &document->paragraph[entry->paragraphs.first + i];
    ChnDocxStyle style = paragraph_styles[paragraph->kind];
    gboolean is_line = style == CHN_DOCX_ENTRY && document->layout != CHN_LAYOUT_PROSE;
    chn_docx_put_paragraph (part, is_line ? CHN_DOCX_LINE : style, NULL, paragraph->runs);
  }
}

/* Shares of the width of a page, by what a column holds. */
static const guint shares[CHN_N_PARAGRAPH_KINDS] = {
  [CHN_PARAGRAPH_DAY] = 11,     [CHN_PARAGRAPH_SENTENCE] = 35, [CHN_PARAGRAPH_FORUM] = 12,
  [CHN_PARAGRAPH_SYMBOLS] = 13, [CHN_PARAGRAPH_VOTE] = 7,      [CHN_PARAGRAPH_SOURCES] = 22,
};

static guint
get_width (const ChnColumn *column)
{
  return chn_docx_get_width (CHN_LAYOUT_COLUMNS) * shares[column->kind] / 100;
}

static void
begin_cell (ChnDocxPart *part, const ChnColumn *column)
{
  chn_writer_printf (part->out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/></w:tcPr>", get_width (column));
}

/* The heads of columns stand again on each page. */
static void
begin_table (ChnDocxPart *part)
{
  const ChnDocument *document = part->rendering->document;
  chn_writer_printf (
      part->out,
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"%s\"/><w:tblW w:w=\"%u\" w:type=\"dxa\"/>"
      "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\"/></w:tblPr><w:tblGrid>",
      chn_docx_style_get_id (CHN_DOCX_TABLE), chn_docx_get_width (document->layout));
  for (guint i = 0; i < document->n_columns; i++)
    chn_writer_printf (part->out, "<w:gridCol w:w=\"%u\"/>", get_width (&document->column[i]));
  chn_writer_puts (part->out, "</w:tblGrid>\n<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
  for (guint i = 0; i < document->n_columns; i++) {
    begin_cell (part, &document->column[i]);
    chn_docx_put_text_paragraph (part, CHN_DOCX_COLUMN, document->column[i].title);
    chn_writer_puts (part->out, "</w:tc>");
  }
  chn_writer_puts (part->out, "</w:tr>\n");
}

/* A cell holds a paragraph at least. */
static void
put_cell (ChnDocxPart *part, const ChnEntry *entry, const ChnColumn *column)
{
  const ChnDocument *document = part->rendering->document;
  guint n = 0;
  begin_cell (part, column);
  for (guint i = 0; i < entry->paragraphs.n; i++) {
    const ChnParagraph *paragraph = &document->paragraph[entry->paragraphs.first + i];
    if (paragraph->kind != column->kind)
      continue;
    chn_docx_put_paragraph (part, CHN_DOCX_CELL, NULL, paragraph->runs);
    n++;
  }
  if (n == 0)
    chn_docx_put_text_paragraph (part, CHN_DOCX_CELL, "");
  chn_writer_puts (part->out, "</w:tc>");
}

static void
put_table (ChnDocxPart *part, ChnStretch entries)
{
  const ChnDocument *document = part->rendering->document;
  begin_table (part);
  for (guint i = 0; i < entries.n; i++) {
    chn_writer_puts (part->out, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    for (guint k = 0; k < document->n_columns; k++)
      put_cell (part, &document->entry[entries.first + i], &document->column[k]);
    chn_writer_puts (part->out, "</w:tr>\n");
  }
  chn_writer_puts (part->out, "</w:tbl>\n");
}

static void
put_entries (ChnDocxPart *part, ChnStretch entries)
{
  for (guint i = 0; i < entries.n; i++)
    put_entry (part, &part->rendering->document->entry[entries.first + i]);
}

/* Bookmarks of headings come behind those of notes, which have the numbers of these. */
static void
put_heading (ChnDocxPart *part, const ChnGroup *group, guint index)
{
  guint id = part->rendering->document->notes.n + 1 + index;
  chn_writer_printf (part->out,
                     "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr><w:bookmarkStart w:id=\"%u\" w:name=\"_Toc%u\"/>",
                     chn_docx_style_get_id (group->level == 1 ? CHN_DOCX_HEADING_1 : CHN_DOCX_HEADING_2), id, index);
  chn_docx_put_text (part, CHN_DOCX_NORMAL, group->title);
  chn_writer_printf (part->out, "<w:bookmarkEnd w:id=\"%u\"/></w:p>\n", id);
}

static void
put_group (ChnDocxPart *part, guint index)
{
  const ChnGroup *group = &part->rendering->document->group[index];
  if (group->title)
    put_heading (part, group, index);
  if (part->rendering->document->layout != CHN_LAYOUT_COLUMNS)
    put_entries (part, group->entries);
  else if (group->entries.n > 0)
    put_table (part, group->entries);
}

static void
put_section (ChnWriter *out, ChnLayout layout)
{
  gboolean is_wide = layout == CHN_LAYOUT_COLUMNS;
  chn_writer_puts (out, "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>");
  chn_writer_printf (out, "<w:pgSz w:w=\"%u\" w:h=\"%u\"%s/>", is_wide ? LONG_SIDE : SHORT_SIDE,
                     is_wide ? SHORT_SIDE : LONG_SIDE, is_wide ? " w:orient=\"landscape\"" : "");
  chn_writer_printf (out,
                     "<w:pgMar w:top=\"%u\" w:right=\"%u\" w:bottom=\"%u\" w:left=\"%u\" w:header=\"567\" "
                     "w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>",
                     MARGIN, MARGIN, MARGIN, MARGIN);
}

void
chn_docx_put_body (ChnDocxPart *part)
{
  const ChnDocument *document = part->rendering->document;
  chn_writer_puts (part->out, "<w:document " CHN_DOCX_NAMESPACES "><w:body>\n");
  chn_docx_put_text_paragraph (part, CHN_DOCX_TITLE, document->title);
  put_paragraphs (part, CHN_DOCX_FRONT, document->front);
  put_contents (part);
  for (guint i = 0; i < document->n_groups; i++)
    put_group (part, i);
  put_paragraphs (part, CHN_DOCX_LEGEND, document->legend);
  put_section (part->out, document->layout);
  chn_writer_puts (part->out, "</w:body></w:document>\n");
}

/* Word wants both lines that part notes from text to be notes themselves (17.11.23). */
static const char separators[] =
    "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" "
    "w:lineRule=\"auto\"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>\n"
    "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" "
    "w:lineRule=\"auto\"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>\n";

void
chn_docx_put_footnotes (ChnDocxPart *part)
{
  const ChnDocument *document = part->rendering->document;
  g_autofree char *mark = g_strdup_printf ("<w:r><w:rPr><w:rStyle w:val=\"%s\"/></w:rPr><w:footnoteRef/></w:r>"
                                           "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>",
                                           chn_docx_style_get_id (CHN_DOCX_REFERENCE));
  chn_writer_printf (part->out, "<w:footnotes " CHN_DOCX_NAMESPACES ">\n%s", separators);
  for (guint i = 0; i < document->notes.n; i++) {
    chn_writer_printf (part->out, "<w:footnote w:id=\"%u\">", i + 1);
    chn_docx_put_paragraph (part, CHN_DOCX_FOOTNOTE, mark, document->paragraph[document->notes.first + i].runs);
    chn_writer_puts (part->out, "</w:footnote>\n");
  }
  chn_writer_puts (part->out, "</w:footnotes>\n");
}
