/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Mends spelling: white space and case, and the draft of 2012, in which "unknown" and "open" were
 * ends, "u" and "x" unspecified digits, "?~" both qualifiers, "y…e…p…" long years, "(…)?" groups
 * and "^…" the qualifier of a season.
 */
#include <string.h>

#include "date/rewrite.h"

/* A qualifier at the start of the text, as one sign. */
static char
read_qualifier (const char *text, gsize *length)
{
  *length = strspn (text, "?~%");
  gboolean uncertain = FALSE, approximate = FALSE;
  for (gsize i = 0; i < *length; i++) {
    uncertain = uncertain || text[i] != '~';
    approximate = approximate || text[i] != '?';
  }
  if (*length == 0)
    return '\0';
  return uncertain && approximate ? '%' : uncertain ? '?' : '~';
}

/* "(06-04)~" becomes "~06-~04", and at the start of the text "(2004-06)~" becomes "2004-06~". */
static void
append_group (GString *out, const char *group, gsize length, char qualifier, gboolean at_start)
{
  if (at_start || qualifier == '\0') {
    g_string_append_len (out, group, (gssize) length);
  } else {
    g_string_append_c (out, qualifier);
    for (gsize i = 0; i < length; i++) {
      g_string_append_c (out, group[i]);
      if (group[i] == '-')
        g_string_append_c (out, qualifier);
    }
  }
  if (at_start && qualifier != '\0')
    g_string_append_c (out, qualifier);
}

static char *
resolve_groups (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *at = text; *at != '\0';) {
    const char *end = *at == '(' ? strchr (at, ')') : NULL;
    gsize length = 1;
    if (end) {
      char qualifier = read_qualifier (end + 1, &length);
      append_group (out, at + 1, (gsize) (end - at) - 1, qualifier, out->len == 0);
      at = end + 1 + length;
      continue;
    }
    char qualifier = read_qualifier (at, &length);
    g_string_append_c (out, qualifier != '\0' ? qualifier : *at);
    at += qualifier != '\0' ? length : 1;
  }
  return g_string_free (out, FALSE);
}

static char *
translate_characters (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *at = text; *at != '\0' && *at != '^'; at++) {
    char c = g_ascii_toupper (*at);
    if (g_ascii_isspace (c) || (c == '+' && at == text))
      continue;
    g_string_append_c (out, c == 'U' ? 'X' : c == 'P' ? 'S' : c == '\\' ? '/' : c);
  }
  return g_string_free (out, FALSE);
}

char *
chn_rewrite_spelling (const char *text)
{
  g_autofree char *translated = translate_characters (text);
  g_autofree char *grouped = resolve_groups (translated);
  g_autoptr (GString) out = g_string_new (grouped);
  /* After the letters have changed. */
  g_string_replace (out, "XNKNOWN", "", 0);
  g_string_replace (out, "OSEN", "..", 0);
  g_string_replace (out, "\xE2\x88\x92", "-", 0);
  return g_strdup (out->str);
}
