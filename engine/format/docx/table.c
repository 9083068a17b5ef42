/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Entries as rows of a table (ECMA-376 part 1, 17.4). */
#include "format/docx/table.h"

#include "format/docx/page.h"

/* Shares of the width of a page, by what a column holds. */
static const guint shares[CHN_N_PARAGRAPH_KINDS] = {
  [CHN_PARAGRAPH_DAY] = 11,     [CHN_PARAGRAPH_SENTENCE] = 35, [CHN_PARAGRAPH_FORUM] = 12,
  [CHN_PARAGRAPH_SYMBOLS] = 13, [CHN_PARAGRAPH_VOTE] = 7,      [CHN_PARAGRAPH_SOURCES] = 22,
};

static guint
get_width (const ChnDocxPart *part, const ChnColumn *column)
{
  return chn_docx_get_width (part) * shares[column->kind] / 100;
}

static void
begin_cell (ChnDocxPart *part, const ChnColumn *column)
{
  chn_writer_printf (part->out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/></w:tcPr>",
                     get_width (part, column));
}

/* The heads of columns stand again on each page. */
static void
begin_table (ChnDocxPart *part)
{
  const ChnDocument *document = part->rendering->document;
  chn_writer_puts (part->out, "<w:tbl><w:tblPr>");
  chn_docx_put_style (part, "w:tblStyle", CHN_DOCX_TABLE);
  chn_writer_printf (part->out,
                     "<w:tblW w:w=\"%u\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
                     "<w:tblLook w:val=\"0020\" w:firstRow=\"1\"/></w:tblPr><w:tblGrid>",
                     chn_docx_get_width (part));
  for (guint i = 0; i < document->n_columns; i++)
    chn_writer_printf (part->out, "<w:gridCol w:w=\"%u\"/>", get_width (part, &document->column[i]));
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

void
chn_docx_put_table (ChnDocxPart *part, ChnStretch entries)
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
