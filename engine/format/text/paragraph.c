/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the layouts of plain text share: a paragraph in one text, the heading of a group. */
#include "format/text/paragraph.h"

#include <chancery/text.h>

#include "base/guard.h"

static char *
dup_runs (const ChnDocument *document, ChnStretch runs, const char *label)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < runs.n; i++) {
    const ChnRun *run = &document->run[runs.first + i];
    if (run->kind == CHN_RUN_REFERENCE)
      g_string_append_printf (text, " [%s]", run->text);
    else
      g_string_append (text, run->kind == CHN_RUN_TITLE && label ? label : run->text);
  }
  return chn_guard_dup_visible (text->str, (gssize) text->len, FALSE);
}

char *
chn_text_dup_paragraph (const ChnDocument *document, ChnStretch runs)
{
  return dup_runs (document, runs, NULL);
}

/* Below this many columns a short title is shown where there is one. */
enum { NARROW = 80 };

char *
chn_text_dup_cell (const ChnRendering *rendering, const ChnEntry *entry, const ChnParagraph *paragraph)
{
  gboolean is_narrow = rendering->columns > 0 && rendering->columns < NARROW;
  gboolean has_title = paragraph->kind == CHN_PARAGRAPH_SENTENCE;
  return dup_runs (rendering->document, paragraph->runs, is_narrow && has_title ? entry->label : NULL);
}

/* Lines as they fit the terminal; to be heard, in one. */
void
chn_text_put_heading (const ChnRendering *rendering, guint number)
{
  const ChnGroup *group = &rendering->document->group[number];
  gboolean colour = rendering->colour && !rendering->plain, has_groups = group->entries.n == 0;
  if (!group->title)
    return;
  g_autofree char *title = chn_guard_dup_visible (group->title, -1, FALSE);
  g_auto (GStrv) lines =
      chn_text_wrap (title, rendering->columns > 0 && !rendering->plain ? rendering->columns : G_MAXINT);
  chn_writer_puts (rendering->out, number > 0 ? "\n" : "");
  for (guint i = 0; lines[i]; i++) {
    chn_writer_puts (rendering->out, !colour ? "" : has_groups ? "\033[1m" : "\033[1;4m");
    chn_writer_puts (rendering->out, lines[i]);
    chn_writer_puts (rendering->out, colour ? "\033[0m\n" : "\n");
  }
}
