/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Text for people: what programs built on the library need to show text safely and to suggest names. */
#include <chancery/text.h>

#include "base/guard.h"
#include "base/suggest.h"

char *
chn_text_dup_visible (const char *text, gboolean keep_lines)
{
  return chn_guard_dup_visible (text, -1, keep_lines);
}

const char *
chn_text_suggest (const char *wanted, const char *const *candidates)
{
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_suggestion_init (&suggestion, wanted, -1);
  for (guint i = 0; candidates[i]; i++)
    chn_suggestion_offer (&suggestion, candidates[i]);
  return chn_suggestion_get (&suggestion);
}
