/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* By what two sources are told to be one: a symbol, an address, a DOI, a title with its author, or with publisher and
 * day where no author is named. */
#include "curate/union/source-marks.h"

#include <string.h>

#include <chancery/symbol.h>

#include "base/fold.h"

static void
add_symbol (GPtrArray *marks, const char *text)
{
  g_autoptr (ChnSymbol) symbol = text ? chn_symbol_parse (text, -1, NULL) : NULL;
  if (!text)
    return;
  g_autofree char *plain = g_strdup (symbol ? chn_symbol_get_text (symbol) : text);
  char *year = symbol ? strstr (plain, " (") : NULL;
  if (year)
    *year = '\0';
  g_ptr_array_add (marks, g_strconcat ("symbol ", plain, NULL));
}

static const char *
skip (const char *text, const char *prefix)
{
  gsize length = strlen (prefix);
  return g_ascii_strncasecmp (text, prefix, length) == 0 ? text + length : text;
}

/* Without what does not tell pages apart: the scheme, "www.", a fragment, a slash at the end. */
static void
add_address (GPtrArray *marks, const char *url)
{
  if (!url || !*url)
    return;
  const char *at = skip (skip (skip (url, "https://"), "http://"), "www.");
  gsize length = strcspn (at, "#");
  while (length > 0 && at[length - 1] == '/')
    length--;
  gsize host = MIN (strcspn (at, "/?"), length);
  g_autofree char *name = g_ascii_strdown (at, (gssize) host), *path = g_strndup (at + host, length - host);
  g_ptr_array_add (marks, g_strconcat ("url ", name, path, NULL));
}

/* "10.1000/182", wherever it stands in an address. */
static void
add_doi (GPtrArray *marks, const char *url)
{
  const char *at = url ? strstr (url, "doi.org/10.") : NULL;
  at = at ? at + strlen ("doi.org/") : url && g_ascii_strncasecmp (url, "doi:10.", 7) == 0 ? url + 4 : NULL;
  if (!at)
    return;
  g_autofree char *doi = g_ascii_strdown (at, (gssize) strcspn (at, "?# "));
  g_ptr_array_add (marks, g_strconcat ("doi ", doi, NULL));
}

static void
add_title (GPtrArray *marks, const ChnSource *source)
{
  const char *author = source->text[CHN_SOURCE_AUTHOR], *publisher = source->text[CHN_SOURCE_PUBLISHER];
  const char *title = source->text[CHN_SOURCE_TITLE], *date = source->text[CHN_SOURCE_DATE];
  if (!title || (!author && !(publisher && date)))
    return;
  g_autofree char *by = chn_fold_name (author ? author : publisher, -1), *called = chn_fold_name (title, -1);
  g_ptr_array_add (marks, author ? g_strconcat ("author ", by, " ", called, NULL)
                                 : g_strconcat ("publisher ", by, " ", date, " ", called, NULL));
}

GPtrArray *
chn_source_dup_marks (const ChnSource *source)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_free);
  add_symbol (marks, source->text[CHN_SOURCE_SYMBOL]);
  add_doi (marks, source->text[CHN_SOURCE_URL]);
  add_address (marks, source->text[CHN_SOURCE_URL]);
  add_title (marks, source);
  return marks;
}
