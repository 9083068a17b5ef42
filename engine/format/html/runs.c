/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Runs of text in HTML: which element each kind is. */
#include "format/html/runs.h"

#include <string.h>

#include "format/address.h"
#include "format/html/dates.h"
#include "format/markup.h"

/* Around each kind: an element, and what it is in where it is a link. Only what has letters of any script is
 * isolated. */
static const struct {
  const char *element; /* NULL: none */
  const char *attributes;
} elements[CHN_N_RUN_KINDS] = {
  [CHN_RUN_COLON] = { "span", " class=\"k\"" },
  [CHN_RUN_TITLE] = { "bdi", "" },
  [CHN_RUN_STATUS] = { "strong", "" },
  [CHN_RUN_SYMBOL] = { "bdi", " class=\"s\" dir=\"ltr\"" },
  [CHN_RUN_FIGURES] = { "bdi", " class=\"s\" dir=\"ltr\"" },
  [CHN_RUN_LABEL] = { "b", "" },
  [CHN_RUN_LINK] = { NULL, "" },
  [CHN_RUN_MARK] = { "sup", "" },
};

static void
put_day (ChnWriter *out, const char *text, const ChnEntry *entry)
{
  const char *date = entry ? entry->date : "";
  gboolean is_date = chn_html_is_date (date, strlen (date));
  chn_writer_puts (out, is_date ? "<time datetime=\"" : "<span class=\"d\" title=\"");
  chn_markup_put_attribute (out, date);
  chn_writer_puts (out, "\">");
  chn_markup_put_text (out, text);
  chn_writer_puts (out, is_date ? "</time>" : "</span>");
}

static void
put_note_link (ChnWriter *out, const char *number, gboolean is_raised)
{
  chn_writer_puts (out, is_raised ? "<sup><a href=\"#n:" : "<a href=\"#n:");
  chn_markup_put_attribute (out, number);
  chn_writer_puts (out, "\">");
  chn_markup_put_text (out, number);
  chn_writer_puts (out, is_raised ? "</a></sup>" : "</a>");
}

static void
put_element (ChnWriter *out, const ChnRun *run)
{
  gboolean is_link = run->target && chn_address_is_link (run->target);
  const char *name = is_link ? "a" : elements[run->kind].element;
  if (name) {
    chn_writer_putc (out, '<');
    chn_writer_puts (out, name);
    chn_writer_puts (out, elements[run->kind].attributes);
  }
  if (is_link) {
    chn_writer_puts (out, " href=\"");
    chn_markup_put_address (out, run->target);
    chn_writer_putc (out, '"');
  }
  chn_writer_puts (out, name ? ">" : "");
  chn_markup_put_text (out, run->text);
  chn_writer_puts (out, name ? "</" : "");
  chn_writer_puts (out, name ? name : "");
  chn_writer_puts (out, name ? ">" : "");
}

static void
put_run (ChnWriter *out, const ChnRun *run, const ChnEntry *entry)
{
  if (run->kind == CHN_RUN_PLAIN)
    chn_markup_put_text (out, run->text);
  else if (run->kind == CHN_RUN_DAY)
    put_day (out, run->text, entry);
  else if (run->kind == CHN_RUN_REFERENCE || run->kind == CHN_RUN_SEE_NOTE)
    put_note_link (out, run->text, run->kind == CHN_RUN_REFERENCE);
  else
    put_element (out, run);
}

void
chn_html_put_runs (const ChnRendering *rendering, ChnStretch runs, const ChnEntry *entry)
{
  for (guint i = 0; i < runs.n; i++)
    put_run (rendering->out, &rendering->document->run[runs.first + i], entry);
}

void
chn_html_put_paragraphs (const ChnRendering *rendering, ChnStretch paragraphs)
{
  for (guint i = 0; i < paragraphs.n; i++) {
    chn_writer_puts (rendering->out, "<p>");
    chn_html_put_runs (rendering, rendering->document->paragraph[paragraphs.first + i].runs, NULL);
    chn_writer_puts (rendering->out, "</p>\n");
  }
}
