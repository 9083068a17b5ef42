/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Addresses of documents. */
#include <string.h>

#include "model/symbol/private.h"

/* Of the series beside those of the principal organs, those whose documents the site of the United Nations has. */
static const char *const filed[] = {
  "APLC", "BWC",  "CAC", "CCM", "CCW", "CD",  "CEB", "CLCS",  "CTOC", "DP",   "ECE",  "ESCAP", "FCCC",
  "HSP",  "ICEF", "JIU", "LC",  "LOS", "NPT", "PBC", "SPLOS", "TD",   "TPNW", "UNEP", "UNW",
};

static gboolean
is_filed (const char *symbol)
{
  for (gsize i = 0; i < G_N_ELEMENTS (filed); i++)
    if (g_str_has_prefix (symbol, filed[i]) && symbol[strlen (filed[i])] == '/')
      return TRUE;
  return FALSE;
}

/* The site files the parts of a resolution together, and writes the Council's years without a blank. */
static void
append_escaped (GString *link, const char *text, gsize length)
{
  for (const char *at = text; at < text + length && *at != '['; at++) {
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
  if (strcmp (symbol->kind, "press-release") == 0 || (symbol->in_series && !is_filed (symbol->text)))
    return NULL;
  GString *link = g_string_new ("https://docs.un.org/en/");
  append_escaped (link, symbol->text, symbol->own_bytes > 0 ? symbol->own_bytes : strlen (symbol->text));
  return g_string_free (link, FALSE);
}
