/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Addresses of documents. */
#include <string.h>

#include "model/symbol/private.h"

/* The site files the parts of a resolution together, and writes the Council's years without a blank. */
static void
append_escaped (GString *link, const char *text)
{
  for (const char *at = text; *at && *at != '['; at++) {
    if (*at == ' ' && at[1] == '(' && g_ascii_isdigit (at[2]))
      continue;
    if (g_ascii_isalnum (*at) || strchr ("/().-_", *at))
      g_string_append_c (link, *at);
    else
      g_string_append_printf (link, "%%%02X", (guint) (guchar) *at);
  }
}

char *
chn_symbol_dup_link (const ChnSymbol *symbol)
{
  /* A press release's address has the year, which its symbol lacks. */
  if (strcmp (symbol->kind, "press-release") == 0)
    return NULL;
  GString *link = g_string_new ("https://docs.un.org/en/");
  append_escaped (link, symbol->text);
  return g_string_free (link, FALSE);
}
