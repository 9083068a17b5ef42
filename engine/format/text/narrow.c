/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A table without columns: day, forum and id on a line of their own, below them the sentence; or all on one line. */
#include <chancery/text.h>

#include "format/text/layout.h"
#include "format/text/paragraph.h"

enum { INDENT = 2, LEAST_ROOM = 8 };

/* Wrapped, each line behind so many blanks. */
static void
put_indented (const ChnRendering *rendering, const char *text, guint indent, const char *colour)
{
  guint room = MAX (rendering->columns, indent + LEAST_ROOM) - indent;
  g_auto (GStrv) lines = chn_text_wrap (text, room);
  for (guint i = 0; lines[i]; i++)
    chn_writer_printf (rendering->out, "%*s%s%s%s\n", (int) indent, "", rendering->colour ? colour : "", lines[i],
                       rendering->colour && *colour ? "\033[0m" : "");
}

/* What is short, joined; empty where there is none. */
static char *
dup_short (const ChnDocument *document, const ChnEntry *entry, const char *between)
{
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < entry->paragraphs.n; i++) {
    const ChnParagraph *paragraph = &document->paragraph[entry->paragraphs.first + i];
    g_autofree char *text =
        paragraph->kind < CHN_PARAGRAPH_SENTENCE ? chn_text_dup_paragraph (document, paragraph->runs) : NULL;
    if (text && *text)
      g_string_append_printf (out, "%s%s", out->len > 0 ? between : "", text);
  }
  return g_strdup (out->str);
}

static void
put_entry (const ChnRendering *rendering, const ChnEntry *entry)
{
  const ChnDocument *document = rendering->document;
  g_autofree char *head = dup_short (document, entry, " · ");
  put_indented (rendering, head, INDENT, "\033[1m");
  for (guint i = 0; i < entry->paragraphs.n; i++) {
    const ChnParagraph *paragraph = &document->paragraph[entry->paragraphs.first + i];
    if (paragraph->kind < CHN_PARAGRAPH_SENTENCE)
      continue;
    g_autofree char *text = chn_text_dup_cell (rendering, entry, paragraph);
    put_indented (rendering, text, INDENT + INDENT, "");
  }
}

void
chn_text_put_narrow (const ChnRendering *rendering)
{
  const ChnDocument *document = rendering->document;
  for (guint i = 0; i < document->n_groups; i++) {
    const ChnStretch entries = document->group[i].entries;
    chn_text_put_heading (rendering, i);
    for (guint k = 0; k < entries.n; k++)
      put_entry (rendering, &document->entry[entries.first + k]);
  }
}

/* "22 December, Security Council: The Council put …", further paragraphs behind it. */
static void
speak_entry (const ChnRendering *rendering, const ChnEntry *entry)
{
  const ChnDocument *document = rendering->document;
  const char *between = ": ";
  g_autofree char *head = dup_short (document, entry, ", ");
  chn_writer_puts (rendering->out, head);
  for (guint i = 0; i < entry->paragraphs.n; i++) {
    const ChnParagraph *paragraph = &document->paragraph[entry->paragraphs.first + i];
    if (paragraph->kind < CHN_PARAGRAPH_SENTENCE)
      continue;
    g_autofree char *text = chn_text_dup_paragraph (document, paragraph->runs);
    chn_writer_printf (rendering->out, "%s%s", between, text);
    between = ". ";
  }
  chn_writer_putc (rendering->out, '\n');
}

void
chn_text_put_spoken (const ChnRendering *rendering)
{
  const ChnDocument *document = rendering->document;
  for (guint i = 0; i < document->n_groups; i++) {
    const ChnStretch entries = document->group[i].entries;
    chn_text_put_heading (rendering, i);
    for (guint k = 0; k < entries.n; k++)
      speak_entry (rendering, &document->entry[entries.first + k]);
  }
}
