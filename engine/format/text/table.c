/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A document as a table in plain text: a row an entry in aligned columns, headings between. */
#include <chancery/text.h>

#include "format/text/layout.h"
#include "format/text/paragraph.h"

enum {
  NO_WIDTH = G_MAXINT, /* no text is wider */
  LEAST_WIDTH = 60,    /* of a terminal */
  LEAST_SENTENCE = 28,
  GAP = 2,
  N_COLUMNS = 5, /* the first kinds of paragraphs; what else there is stands below the last */
};

/* How wide the columns of short texts may be, a share of the terminal within bounds, and their colour there. */
static const struct {
  guint share, least, most;
  const char *colour;
} columns[N_COLUMNS] = {
  [CHN_PARAGRAPH_DAY] = { 5, 15, 20, "\033[1m" },    [CHN_PARAGRAPH_SINCE] = { 8, 12, 24, "" },
  [CHN_PARAGRAPH_FORUM] = { 6, 13, 26, "\033[36m" }, [CHN_PARAGRAPH_ID] = { 1, 40, 40, "\033[2m" },
  [CHN_PARAGRAPH_SENTENCE] = { 1, 0, 0, "" },
};

typedef struct {
  const ChnRendering *rendering;
  guint width[N_COLUMNS];
} Table;

/* Of what is only shown where it is asked for, no column stands empty. */
static gboolean
is_left_out (const Table *table, guint column)
{
  return (column == CHN_PARAGRAPH_SINCE || column == CHN_PARAGRAPH_ID) && table->width[column] == 0;
}

static guint
find_most (const Table *table, guint column)
{
  guint total = table->rendering->columns, share = total / columns[column].share;
  return total > 0 ? CLAMP (share, columns[column].least, columns[column].most) : columns[column].most;
}

/* Columns of short texts are as wide as their widest cell, up to a bound; the sentence takes the rest. */
static void
measure (Table *table)
{
  const ChnDocument *document = table->rendering->document;
  guint total = table->rendering->columns;
  for (guint i = 0; i < document->n_paragraphs; i++) {
    const ChnParagraph *paragraph = &document->paragraph[i];
    if (paragraph->kind >= CHN_PARAGRAPH_SENTENCE)
      continue;
    g_autofree char *text = chn_text_dup_paragraph (document, paragraph->runs);
    guint width = MIN (chn_text_get_width (text), find_most (table, paragraph->kind));
    table->width[paragraph->kind] = MAX (table->width[paragraph->kind], width);
  }
  guint taken = GAP;
  for (guint i = 0; i < CHN_PARAGRAPH_SENTENCE; i++)
    taken += is_left_out (table, i) ? 0 : table->width[i] + GAP;
  table->width[CHN_PARAGRAPH_SENTENCE] = total > taken ? total - taken : 0;
}

/* Whether sentences have too little room beside the other columns. */
static gboolean
is_narrow (const Table *table)
{
  guint total = table->rendering->columns;
  return total > 0 && (total < LEAST_WIDTH || table->width[CHN_PARAGRAPH_SENTENCE] < LEAST_SENTENCE);
}

static void
put_spaces (ChnWriter *out, guint n)
{
  for (guint i = 0; i < n; i++)
    chn_writer_putc (out, ' ');
}

static void
put_coloured (const Table *table, const char *text, guint column)
{
  gboolean coloured = table->rendering->colour && columns[column].colour[0] && text[0];
  if (coloured)
    chn_writer_puts (table->rendering->out, columns[column].colour);
  chn_writer_puts (table->rendering->out, text);
  if (coloured)
    chn_writer_puts (table->rendering->out, "\033[0m");
}

/* One line of the wrapped cells; blanks only before text that follows, so that no line ends in one. */
static void
put_line (const Table *table, char **cells[N_COLUMNS], guint number)
{
  guint pending = GAP;
  gboolean any = FALSE;
  for (guint i = 0; i < N_COLUMNS; i++) {
    if (is_left_out (table, i))
      continue;
    const char *piece = cells[i] && number < g_strv_length (cells[i]) ? cells[i][number] : NULL;
    if (piece && piece[0]) {
      put_spaces (table->rendering->out, pending);
      put_coloured (table, piece, i);
      pending = 0;
      any = TRUE;
    }
    pending += table->width[i] + GAP - MIN (piece ? chn_text_get_width (piece) : 0, table->width[i]);
  }
  if (any)
    chn_writer_putc (table->rendering->out, '\n');
}

static void
put_lines (const Table *table, char **cells[N_COLUMNS])
{
  guint most = 0;
  for (guint i = 0; i < N_COLUMNS; i++)
    most = MAX (most, cells[i] ? g_strv_length (cells[i]) : 0);
  for (guint number = 0; number < most; number++)
    put_line (table, cells, number);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_clear_pointer (&cells[i], g_strfreev);
}

/* Off a terminal each text stands on one line, where a search line by line finds it. */
static guint
find_width (const Table *table, guint column)
{
  return table->rendering->columns > 0 ? table->width[column] : NO_WIDTH;
}

/* In the column of days no line ends within one. */
static char **
wrap_cell (const Table *table, guint column, const char *text)
{
  g_autofree char *unbroken = column == CHN_PARAGRAPH_DAY ? chn_text_dup_unbroken (text) : NULL;
  char **lines = chn_text_wrap (unbroken ? unbroken : text, find_width (table, column));
  for (guint i = 0; unbroken && lines[i]; i++) {
    g_autofree char *line = lines[i];
    lines[i] = chn_text_dup_with_blanks (line);
  }
  return lines;
}

/* The columns side by side; each further paragraph below the sentence. */
static void
put_entry (const Table *table, const ChnEntry *entry)
{
  const ChnDocument *document = table->rendering->document;
  char **cells[N_COLUMNS] = { NULL };
  for (guint i = 0; i < entry->paragraphs.n; i++) {
    const ChnParagraph *paragraph = &document->paragraph[entry->paragraphs.first + i];
    guint column = MIN ((guint) paragraph->kind, CHN_PARAGRAPH_SENTENCE);
    g_autofree char *text = chn_text_dup_cell (table->rendering, entry, paragraph);
    cells[column] = wrap_cell (table, column, text);
    if (paragraph->kind >= CHN_PARAGRAPH_SENTENCE)
      put_lines (table, cells);
  }
  put_lines (table, cells); /* of a damaged snapshot an entry may come without a sentence */
}

void
chn_text_put_table (const ChnRendering *rendering)
{
  const ChnDocument *document = rendering->document;
  Table table = { .rendering = rendering };
  measure (&table);
  if (is_narrow (&table)) {
    chn_text_put_narrow (rendering);
    return;
  }
  for (guint i = 0; i < document->n_groups; i++) {
    const ChnGroup *group = &document->group[i];
    chn_text_put_heading (rendering, i);
    for (guint k = 0; k < group->entries.n; k++)
      put_entry (&table, &document->entry[group->entries.first + k]);
  }
}
