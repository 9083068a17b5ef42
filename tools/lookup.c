/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Looking up names: the words asked for, and names that contain them. */
#include "lookup.h"

#include <string.h>

char *
lookup_dup_name (const Arguments *arguments)
{
  const char *const *words = arguments_get_words (arguments);
  return words[0] ? g_strjoinv (" ", (char **) (guintptr) words) : NULL;
}

/* Text without its accents and case. */
static char *
dup_plain (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (decomposed ? decomposed : text, -1);
  GString *plain = g_string_new (NULL);
  for (const char *at = folded; *at; at = g_utf8_next_char (at))
    if (!g_unichar_ismark (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_utf8_get_char (at));
  return g_string_free (plain, FALSE);
}

static gboolean
contains (const char *text, const char *plain_wanted)
{
  g_autofree char *plain = dup_plain (text);
  return strstr (plain, plain_wanted) != NULL;
}

gboolean
lookup_contains (const char *wanted, const char *id, const char *name, const char *short_name,
                 const ChnAlias *aliases, guint n_aliases)
{
  g_autofree char *plain = dup_plain (wanted);
  if (contains (id, plain) || contains (name, plain) || contains (short_name, plain))
    return TRUE;
  for (guint i = 0; i < n_aliases; i++)
    if (contains (aliases[i].name, plain))
      return TRUE;
  return FALSE;
}
