/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Shows where in a text something is: the text, and carets under the place. */
#include <chancery/text.h>

#include <string.h>

enum { CONTEXT = 48 }; /* characters shown before and behind a place */

/* The visible form of a part of a text, cut to its last (or first) characters. */
static char *
dup_part (const char *text, gsize length, gboolean keep_end)
{
  g_autofree char *raw = g_strndup (text, length);
  g_autofree char *part = chn_text_dup_visible (raw, FALSE);
  glong n = g_utf8_strlen (part, -1);
  if (n <= CONTEXT)
    return g_steal_pointer (&part);
  g_autofree char *kept = keep_end ? g_utf8_substring (part, n - CONTEXT, n) : g_utf8_substring (part, 0, CONTEXT);
  return keep_end ? g_strdup_printf ("…%s", kept) : g_strdup_printf ("%s…", kept);
}

char *
chn_text_dup_pointer (const char *text, gsize offset, gsize length)
{
  gsize n = strlen (text);
  gsize from = MIN (offset, n), to = from + MIN (length, n - from);
  g_autofree char *before = dup_part (text, from, TRUE);
  g_autofree char *wrong = dup_part (text + from, to - from, FALSE);
  g_autofree char *after = dup_part (text + to, n - to, FALSE);
  guint carets = MAX (chn_text_get_width (wrong), 1);
  GString *lines = g_string_new (NULL);
  g_string_append_printf (lines, "  %s%s%s\n  %*s", before, wrong, after, (int) chn_text_get_width (before), "");
  for (guint i = 0; i < carets; i++)
    g_string_append_c (lines, '^');
  g_string_append_c (lines, '\n');
  return g_string_free (lines, FALSE);
}
