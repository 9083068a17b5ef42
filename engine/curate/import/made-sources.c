/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Makes sources of what tables have of them: a publisher or title, an address, or both. Several stand in a cell with
 * ";" or line breaks between them; where there are as many addresses, each belongs to its source.
 */
#include "curate/import/made-sources.h"

#include <chancery/symbol.h>
#include <string.h>

#include "base/fold.h"
#include "base/hash.h"
#include "base/uri.h"
#include "curate/import/event-id.h"
#include "model/slug-of-text.h"

/* Bytes from which on a text is a title, and not who published it. */
enum { LONGEST_PUBLISHER = 48 };

void
chn_made_source_free (gpointer data)
{
  ChnSource *source = data;
  for (guint i = 0; source && i < CHN_N_SOURCE_FIELDS; i++)
    g_free ((gpointer) source->text[i]);
  g_free (source);
}

static ChnSource *
dup_source (const ChnSource *source)
{
  ChnSource *copy = g_new0 (ChnSource, 1);
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++)
    copy->text[i] = g_strdup (source->text[i]);
  return copy;
}

void
chn_made_sources_init (ChnMadeSources *sources)
{
  sources->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sources->by_url = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sources->by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sources->made = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, chn_made_source_free);
}

void
chn_made_sources_clear (ChnMadeSources *sources)
{
  g_clear_pointer (&sources->made, g_hash_table_unref);
  g_clear_pointer (&sources->by_key, g_hash_table_unref);
  g_clear_pointer (&sources->by_url, g_hash_table_unref);
  g_clear_pointer (&sources->by_text, g_hash_table_unref);
}

static void
know_text (ChnMadeSources *sources, const char *text, const char *key)
{
  g_autofree char *folded = chn_fold_text (text, -1);
  if (!g_hash_table_contains (sources->by_text, folded))
    g_hash_table_insert (sources->by_text, g_steal_pointer (&folded), g_strdup (key));
}

void
chn_made_sources_know (ChnMadeSources *sources, const ChnSource *source)
{
  const char *key = source->text[CHN_SOURCE_KEY], *url = source->text[CHN_SOURCE_URL];
  g_hash_table_add (sources->by_key, g_strdup (key));
  if (url && !g_hash_table_contains (sources->by_url, url))
    g_hash_table_insert (sources->by_url, g_strdup (url), g_strdup (key));
  know_text (sources, key, key);
  if (source->text[CHN_SOURCE_TITLE])
    know_text (sources, source->text[CHN_SOURCE_TITLE], key);
  if (source->text[CHN_SOURCE_SYMBOL])
    know_text (sources, source->text[CHN_SOURCE_SYMBOL], key);
  else if (source->text[CHN_SOURCE_PUBLISHER] && !url)
    know_text (sources, source->text[CHN_SOURCE_PUBLISHER], key);
}

/* "press.un.org" of "https://www.press.un.org/en/…" */
static char *
dup_host (const char *url)
{
  const char *at = strstr (url, "//");
  at = at ? at + 2 : url;
  if (g_ascii_strncasecmp (at, "www.", 4) == 0)
    at += 4;
  return g_ascii_strdown (at, (gssize) strcspn (at, "/:?#"));
}

/* A key of what it is called and, where an address tells it apart from others so called, a hash of that. */
static char *
dup_key (const ChnMadeSources *sources, const char *name, const char *url)
{
  GString *key = g_string_new (NULL);
  if (strchr (name, '/') || strchr (name, '.'))
    chn_slug_append_of_text (key, name, strlen (name), "source"); /* symbols, hosts */
  else if (chn_event_id_append_words (key, name) == 0)
    chn_slug_append_hashed (key, name, strlen (name), "source");
  if (url)
    g_string_append_printf (key, "-%06" G_GINT64_MODIFIER "x",
                            chn_hash_fnv (CHN_FNV_START, url, strlen (url)) & 0xFFFFFF);
  gsize length = key->len;
  for (guint n = 2; g_hash_table_contains (sources->by_key, key->str); n++) {
    g_string_truncate (key, length);
    g_string_append_printf (key, "-%u", n);
  }
  return g_string_free (key, FALSE);
}

static char *
make (ChnMadeSources *sources, ChnSource *source)
{
  const char *url = source->text[CHN_SOURCE_URL];
  g_autofree char *host = url ? dup_host (url) : NULL;
  const char *name = source->text[CHN_SOURCE_PUBLISHER] ? source->text[CHN_SOURCE_PUBLISHER]
                     : source->text[CHN_SOURCE_SYMBOL]  ? source->text[CHN_SOURCE_SYMBOL]
                                                        : source->text[CHN_SOURCE_TITLE];
  char *key = dup_key (sources, name ? name : host, url);
  source->text[CHN_SOURCE_KEY] = key;
  if (!name)
    source->text[CHN_SOURCE_PUBLISHER] = host;
  chn_made_sources_know (sources, source);
  ChnSource *copy = dup_source (source);
  g_hash_table_insert (sources->made, (gpointer) copy->text[CHN_SOURCE_KEY], copy);
  return key;
}

/* A symbol of a document, a title, or who published it. */
static void
describe (ChnSource *source, const char *text, const ChnSymbol *symbol)
{
  if (symbol && !chn_symbol_is_informal (symbol))
    source->text[CHN_SOURCE_SYMBOL] = chn_symbol_get_text (symbol);
  else
    source->text[strlen (text) > LONGEST_PUBLISHER ? CHN_SOURCE_TITLE : CHN_SOURCE_PUBLISHER] = text;
}

static void
cite (ChnEvent *event, const char *key)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (citations[i].source, key) == 0)
      return;
  chn_event_add_citation (event, &(ChnCitation){ .source = key });
}

static void
cite_one (ChnMadeSources *sources, const char *text, const char *url, ChnEvent *event)
{
  gboolean has_text = text && *text, has_url = url && *url;
  g_autofree char *folded = has_text ? chn_fold_text (text, -1) : NULL;
  const char *key = has_url ? g_hash_table_lookup (sources->by_url, url) : NULL;
  if (!key && has_text && !has_url)
    key = g_hash_table_lookup (sources->by_text, folded);
  if (!key && has_text && has_url && g_hash_table_contains (sources->by_key, text))
    key = text;
  if (!key && !has_text && !has_url)
    return;
  g_autofree char *made = NULL;
  if (!key) {
    g_autoptr (ChnSymbol) symbol =
        has_text && strpbrk (text, "0123456789") ? chn_symbol_parse (text, -1, NULL) : NULL;
    ChnSource source = { { NULL } };
    source.text[CHN_SOURCE_URL] = has_url ? url : NULL;
    if (has_text)
      describe (&source, text, symbol);
    key = made = make (sources, &source);
  }
  cite (event, key);
}

/* The parts of a cell that say anything, and of these the addresses taken out of texts. */
static GPtrArray *
split (const char *cell, GPtrArray *urls)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) pieces = g_strsplit_set (cell ? cell : "", ";\n", -1);
  for (char **piece = pieces; *piece; piece++) {
    const char *web = strstr (*piece, "http://") ? strstr (*piece, "http://") : strstr (*piece, "https://");
    if (web) {
      gsize length = strcspn (web, " \t<>\"");
      g_ptr_array_add (urls, g_strndup (web, length));
      memset (*piece + (web - *piece), ' ', length);
    }
    if (*g_strstrip (*piece))
      g_ptr_array_add (parts, g_strdup (*piece));
  }
  return parts;
}

/* Blanks part addresses, too. */
static void
add_addresses (GPtrArray *urls, GPtrArray *texts, const char *cell)
{
  g_auto (GStrv) pieces = g_strsplit_set (cell ? cell : "", "\n\t ", -1);
  for (char **piece = pieces; *piece; piece++) {
    gsize length = strlen (*piece);
    while (length > 0 && strchr (";,<>", (*piece)[length - 1]))
      (*piece)[--length] = '\0';
    const char *at = **piece == '<' ? *piece + 1 : *piece;
    if (g_ascii_strncasecmp (at, "www.", 4) == 0)
      g_ptr_array_add (urls, g_strconcat ("https://", at, NULL));
    else if (chn_uri_is_web (at))
      g_ptr_array_add (urls, g_strdup (at));
    else if (*at && strchr (at, '.') && strchr (at, '/') && !strchr (at, ' '))
      g_ptr_array_add (urls, g_strconcat ("https://", at, NULL));
    else if (*at)
      g_ptr_array_add (texts, g_strdup (at));
  }
}

void
chn_made_sources_cite (ChnMadeSources *sources, const char *text, const char *url, ChnEvent *event)
{
  g_autoptr (GPtrArray) urls = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = split (text, urls);
  add_addresses (urls, words, url);
  if (words->len > 0 && texts->len == 0 && url && *url)
    g_ptr_array_add (texts, g_strdup (url)); /* "see file 12" where an address is expected */
  gboolean are_pairs = texts->len == urls->len;
  guint n = are_pairs ? texts->len : MAX (texts->len, 1);
  if (texts->len == 1 && urls->len > 1)
    n = 0;
  for (guint i = 0; i < n; i++)
    cite_one (sources, i < texts->len ? texts->pdata[i] : NULL, are_pairs ? urls->pdata[i] : NULL, event);
  for (guint i = 0; !are_pairs && i < urls->len; i++)
    cite_one (sources, texts->len == 1 ? texts->pdata[0] : NULL, urls->pdata[i], event);
}

ChnSource *
chn_made_sources_take (ChnMadeSources *sources, const char *key)
{
  gpointer source = NULL;
  g_hash_table_steal_extended (sources->made, key, NULL, &source);
  return source;
}
