/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A document as prose in plain text: what stands on top, paragraphs below headings, notes. */
#include <chancery/text.h>
#include <string.h>

#include "base/guard.h"
#include "format/text/layout.h"
#include "format/text/paragraph.h"

enum { PLAIN_WIDTH = 80 };

/* Wrapped, with something before the first line and the others below what follows it. */
static void
put_wrapped (const ChnRendering *rendering, const char *before, const char *text)
{
  guint width = rendering->columns > 0 ? rendering->columns : PLAIN_WIDTH, hanging = (guint) strlen (before);
  if (rendering->plain)
    width = G_MAXINT;
  g_auto (GStrv) lines = chn_text_wrap (text, width > hanging ? width - hanging : 1);
  for (guint i = 0; lines[i]; i++) {
    if (i == 0)
      chn_writer_puts (rendering->out, before);
    else
      chn_writer_printf (rendering->out, "%*s", (int) hanging, "");
    chn_writer_puts (rendering->out, lines[i]);
    chn_writer_putc (rendering->out, '\n');
  }
}

static void
put_runs (const ChnRendering *rendering, const char *before, ChnStretch runs)
{
  g_autofree char *text = chn_text_dup_paragraph (rendering->document, runs);
  put_wrapped (rendering, before, text);
}

static void
put_paragraphs (const ChnRendering *rendering, ChnStretch paragraphs)
{
  for (guint i = 0; i < paragraphs.n; i++) {
    put_runs (rendering, "", rendering->document->paragraph[paragraphs.first + i].runs);
    chn_writer_putc (rendering->out, '\n');
  }
}

/* The sentence at the margin, all else of the entry below it. */
static void
put_entry (const ChnRendering *rendering, const ChnEntry *entry)
{
  const ChnDocument *document = rendering->document;
  for (guint i = 0; i < entry->paragraphs.n; i++) {
    const ChnParagraph *paragraph = &document->paragraph[entry->paragraphs.first + i];
    gboolean is_item = document->layout == CHN_LAYOUT_LINES;
    put_runs (rendering, i > 0 ? "  " : is_item ? "- " : "", paragraph->runs);
  }
  if (document->layout == CHN_LAYOUT_PROSE)
    chn_writer_putc (rendering->out, '\n');
}

static void
put_underlined (const ChnRendering *rendering, const char *title, char line)
{
  g_autofree char *visible = chn_guard_dup_visible (title, -1, FALSE);
  put_wrapped (rendering, "", visible);
  guint columns = rendering->columns > 0 ? rendering->columns : PLAIN_WIDTH;
  for (guint i = MIN (chn_text_get_width (visible), columns); i > 0 && !rendering->plain; i--)
    chn_writer_putc (rendering->out, line);
  chn_writer_puts (rendering->out, rendering->plain ? "\n" : "\n\n");
}

static void
put_notes (const ChnRendering *rendering)
{
  const ChnDocument *document = rendering->document;
  if (document->notes.n > 0)
    put_underlined (rendering, document->notes_title, '-');
  for (guint i = 0; i < document->notes.n; i++) {
    g_autofree char *number = g_strdup_printf ("[%u] ", i + 1);
    put_runs (rendering, number, document->paragraph[document->notes.first + i].runs);
  }
}

static void
put_legend (const ChnRendering *rendering)
{
  const ChnDocument *document = rendering->document;
  for (guint i = 0; i < document->legend.n; i++) {
    chn_writer_puts (rendering->out, document->notes.n > 0 || i > 0 ? "\n" : "");
    put_runs (rendering, "", document->paragraph[document->legend.first + i].runs);
  }
}

void
chn_text_put_prose (const ChnRendering *rendering)
{
  const ChnDocument *document = rendering->document;
  put_underlined (rendering, document->title, '=');
  put_paragraphs (rendering, document->front);
  for (guint i = 0; i < document->n_groups; i++) {
    if (document->group[i].title)
      put_underlined (rendering, document->group[i].title, document->group[i].level == 1 ? '-' : '.');
    for (guint k = 0; k < document->group[i].entries.n; k++)
      put_entry (rendering, &document->entry[document->group[i].entries.first + k]);
    if (document->layout == CHN_LAYOUT_LINES && document->group[i].entries.n > 0)
      chn_writer_putc (rendering->out, '\n');
  }
  put_notes (rendering);
  put_legend (rendering);
}
