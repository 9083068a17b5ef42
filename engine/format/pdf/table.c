/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Entries as rows of a table: of day, forum and event, or of the document's own columns. */
#include "format/pdf/table.h"

/* Columns of day, forum and event, and the paragraphs that each ends before. */
static const ChnPagesColumn three[] = {
  { { .text = "Date" }, 0.21 },
  { { .text = "Forum" }, 0.22 },
  { { .text = "Event" }, 0.57 },
};
static const ChnParagraphKind ends[] = { CHN_PARAGRAPH_FORUM, CHN_PARAGRAPH_SENTENCE, CHN_N_PARAGRAPH_KINDS };

/* The share of the width that a column of the document's own has, by what it holds. */
static const double shares[CHN_N_PARAGRAPH_KINDS] = {
  [CHN_PARAGRAPH_DAY] = 0.11,     [CHN_PARAGRAPH_SENTENCE] = 0.33, [CHN_PARAGRAPH_FORUM] = 0.11,
  [CHN_PARAGRAPH_SYMBOLS] = 0.16, [CHN_PARAGRAPH_VOTE] = 0.08,     [CHN_PARAGRAPH_SOURCES] = 0.21,
};

ChnPagesColumn *
chn_pdf_make_columns (const ChnDocument *document, guint *n)
{
  gboolean is_own = document->layout == CHN_LAYOUT_COLUMNS;
  *n = is_own ? document->n_columns : G_N_ELEMENTS (three);
  ChnPagesColumn *columns = g_new0 (ChnPagesColumn, *n);
  for (guint i = 0; i < *n; i++)
    columns[i] = is_own ? (ChnPagesColumn){ { .text = document->column[i].title }, shares[document->column[i].kind] }
                        : three[i];
  return columns;
}

static gboolean
is_in_column (const ChnDocument *document, ChnParagraphKind kind, guint column)
{
  if (document->layout == CHN_LAYOUT_COLUMNS)
    return document->column[column].kind == kind;
  return kind < ends[column] && (column == 0 || kind >= ends[column - 1]);
}

static void
add_cell_block (ChnPdfText *text, guint column, gboolean begins_row, ChnStretch runs)
{
  guint first = text->spans->len;
  chn_pdf_add_runs (text, runs);
  ChnBlock block = chn_pdf_end_block (text, CHN_BLOCK_CELL, first);
  block.column = column;
  block.begins_row = begins_row;
  g_array_append_val (text->blocks, block);
}

void
chn_pdf_add_row (ChnPdfText *text, const ChnEntry *entry)
{
  const ChnDocument *document = text->document;
  const ChnParagraph *paragraphs = &document->paragraph[entry->paragraphs.first];
  guint n_columns = document->layout == CHN_LAYOUT_COLUMNS ? document->n_columns : G_N_ELEMENTS (three);
  for (guint column = 0; column < n_columns; column++) {
    guint n = 0;
    for (guint i = 0; i < entry->paragraphs.n; i++)
      if (is_in_column (document, paragraphs[i].kind, column))
        add_cell_block (text, column, n++ == 0 && column == 0, paragraphs[i].runs);
    if (n == 0)
      add_cell_block (text, column, column == 0, (ChnStretch){ 0 });
  }
}
