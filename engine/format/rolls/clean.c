/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Data sets of others have a stray byte here and there, for which a million ballots are not refused. */
#include "format/rolls/clean.h"

#include "base/guard.h"
#include "base/report.h"

void
chn_rolls_tell_unclean (ChnReport *report, const char *name, guint n)
{
  g_autofree char *message =
      g_strdup_printf (n == 1 ? "%u byte is none of a text; it is left out, or stands as U+FFFD"
                              : "%u bytes are none of a text; they are left out, or stand as U+FFFD",
                       n);
  if (n > 0)
    chn_report_add (
        report,
        &(ChnFinding){ .severity = CHN_SEVERITY_WARNING, .code = "encoding", .file = name, .message = message });
}

GString *
chn_rolls_clean (const char *at, gsize length, guint *n)
{
  gsize offset = 0;
  const char *end = at + length;
  ChnGuard guard = chn_guard_check (at, length, &offset);
  if (guard == CHN_GUARD_FINE)
    return NULL;
  GString *text = g_string_sized_new (length + 64);
  while (guard != CHN_GUARD_FINE) {
    g_string_append_len (text, at, (gssize) offset);
    gboolean is_wide = guard == CHN_GUARD_CONTROL && (guchar) at[offset] >= 0x80;
    if (guard == CHN_GUARD_UTF8)
      g_string_append (text, "\uFFFD");
    at += offset + (is_wide ? 2 : 1);
    ++*n;
    guard = chn_guard_check (at, (gsize) (end - at), &offset);
  }
  g_string_append_len (text, at, end - at);
  return text;
}
