/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What both layouts of plain text share: a paragraph in one text. */
#include "format/text/paragraph.h"

#include "base/guard.h"

char *
chn_text_dup_paragraph (const ChnDocument *document, ChnStretch runs)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < runs.n; i++) {
    const ChnRun *run = &document->run[runs.first + i];
    if (run->kind == CHN_RUN_REFERENCE)
      g_string_append_printf (text, " [%s]", run->text);
    else
      g_string_append (text, run->text);
  }
  return chn_guard_dup_visible (text->str, (gssize) text->len, FALSE);
}
