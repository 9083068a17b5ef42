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

/* What it is called, folded: by its key, its title, and its symbol or publisher. */
enum { MOST_TEXTS = 3 };

typedef struct {
  char *key;
  char *text[MOST_TEXTS];
  guint n_texts;
  gboolean has_url, is_cited;
} Known;

static void
free_known (gpointer data)
{
  Known *known = data;
  for (guint i = 0; i < known->n_texts; i++)
    g_free (known->text[i]);
  g_free (known->key);
  g_free (known);
}

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
  sources->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_known);
  sources->by_url = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sources->by_text = g_hash_table_new (g_str_hash, g_str_equal);
  sources->made = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, chn_made_source_free);
}

void
chn_made_sources_clear (ChnMadeSources *sources)
{
  g_clear_pointer (&sources->made, g_hash_table_unref);
  g_clear_pointer (&sources->by_text, g_hash_table_unref);
  g_clear_pointer (&sources->by_url, g_hash_table_unref);
  g_clear_pointer (&sources->by_key, g_hash_table_unref);
}

/*
 * Of several that are called the same, a text means the one that rows before it were the first to cite, else one
 * without an address. So it means the same when its table is read again, with all known that the table once made.
 */
static gboolean
is_rather_meant (const Known *known, const Known *other)
{
  if (known->is_cited || other->is_cited)
    return !other->is_cited;
  return other->has_url && !known->has_url;
}

static void
offer (ChnMadeSources *sources, const Known *known)
{
  for (guint i = 0; i < known->n_texts; i++) {
    const Known *other = g_hash_table_lookup (sources->by_text, known->text[i]);
    if (!other || is_rather_meant (known, other))
      g_hash_table_replace (sources->by_text, known->text[i], (gpointer) known);
  }
}

void
chn_made_sources_know (ChnMadeSources *sources, const ChnSource *source)
{
  const char *key = source->text[CHN_SOURCE_KEY], *url = source->text[CHN_SOURCE_URL];
  const char *symbol = source->text[CHN_SOURCE_SYMBOL];
  const char *names[MOST_TEXTS] = { key, source->text[CHN_SOURCE_TITLE],
                                    symbol ? symbol
                                    : url  ? NULL
                                           : source->text[CHN_SOURCE_PUBLISHER] };
  if (g_hash_table_contains (sources->by_key, key))
    return;
  Known *known = g_new0 (Known, 1);
  known->key = g_strdup (key);
  known->has_url = url != NULL;
  for (guint i = 0; i < MOST_TEXTS; i++)
    if (names[i])
      known->text[known->n_texts++] = chn_fold_text (names[i], -1);
  g_hash_table_insert (sources->by_key, known->key, known);
  if (url && !g_hash_table_contains (sources->by_url, url))
    g_hash_table_insert (sources->by_url, g_strdup (url), known);
  offer (sources, known);
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

static Known *
make (ChnMadeSources *sources, ChnSource *source)
{
  const char *url = source->text[CHN_SOURCE_URL];
  g_autofree char *host = url ? dup_host (url) : NULL;
  const char *name = source->text[CHN_SOURCE_PUBLISHER] ? source->text[CHN_SOURCE_PUBLISHER]
                     : source->text[CHN_SOURCE_SYMBOL]  ? source->text[CHN_SOURCE_SYMBOL]
                                                        : source->text[CHN_SOURCE_TITLE];
  g_autofree char *key = dup_key (sources, name ? name : host, url);
  source->text[CHN_SOURCE_KEY] = key;
  if (!name)
    source->text[CHN_SOURCE_PUBLISHER] = host;
  chn_made_sources_know (sources, source);
  ChnSource *copy = dup_source (source);
  g_hash_table_insert (sources->made, (gpointer) copy->text[CHN_SOURCE_KEY], copy);
  return g_hash_table_lookup (sources->by_key, key);
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
cite (ChnMadeSources *sources, Known *known, ChnEvent *event)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (citations[i].source, known->key) == 0)
      return;
  chn_event_add_citation (event, &(ChnCitation){ .source = known->key });
  known->is_cited = TRUE;
  offer (sources, known);
}

static Known *
find_text (const ChnMadeSources *sources, const char *text)
{
  g_autofree char *folded = chn_fold_text (text, -1);
  return g_hash_table_lookup (sources->by_text, folded);
}

/* By its address; without one by what it is called, with one by its key alone. */
static Known *
find (const ChnMadeSources *sources, const char *text, const char *url)
{
  Known *known = url ? g_hash_table_lookup (sources->by_url, url) : NULL;
  if (known || !text)
    return known;
  return url ? g_hash_table_lookup (sources->by_key, text) : find_text (sources, text);
}

/* A symbol may be written in several ways, of which a source has one. */
static Known *
find_or_make (ChnMadeSources *sources, const char *text, const char *url)
{
  g_autoptr (ChnSymbol) symbol = text && strpbrk (text, "0123456789") ? chn_symbol_parse (text, -1, NULL) : NULL;
  ChnSource source = { { NULL } };
  source.text[CHN_SOURCE_URL] = url;
  if (text)
    describe (&source, text, symbol);
  Known *known = !url && source.text[CHN_SOURCE_SYMBOL] ? find_text (sources, source.text[CHN_SOURCE_SYMBOL]) : NULL;
  return known ? known : make (sources, &source);
}

static void
cite_one (ChnMadeSources *sources, const char *text, const char *url, ChnEvent *event)
{
  text = text && *text ? text : NULL;
  url = url && *url ? url : NULL;
  if (!text && !url)
    return;
  Known *known = find (sources, text, url);
  cite (sources, known ? known : find_or_make (sources, text, url), event);
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
