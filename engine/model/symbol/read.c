/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reads a document symbol in whichever way it is written.
 *
 *   text = symbol | symbol ( "-" | dash ) symbol | informal
 *   symbol = of a principal organ, parse.c | of another series, series.c
 */
#include "model/symbol/read.h"

#include <string.h>

#include "model/symbol/informal.h"
#include "model/symbol/pair.h"
#include "model/symbol/parse.h"
#include "model/symbol/series.h"

/*
 * Each hyphen may be where two symbols are joined, and which are is found by trying. What takes more readings than
 * these is no symbol: with every hyphen they would double.
 */
enum { MOST_READINGS = 100 };

static ChnSymbol *find_pair (const char *text, gsize length, guint *n_left);

/* Of a series, unless it would be two symbols but for what modifies the second. */
static ChnSymbol *
read_in_series (const char *text, gsize length, guint *n_left)
{
  g_autoptr (ChnSymbol) symbol = chn_series_parse (text, length);
  gsize base = symbol ? strlen (symbol->base) : 0;
  gboolean is_modified = symbol && base < strlen (symbol->text);
  g_autoptr (ChnSymbol) pair = is_modified ? find_pair (symbol->base, base, n_left) : NULL;
  return pair ? NULL : g_steal_pointer (&symbol);
}

static ChnSymbol *
read_single (const char *text, gsize length, guint *n_left)
{
  if (*n_left == 0)
    return NULL;
  --*n_left;
  ChnSymbol *symbol = chn_symbol_parse_strictly (text, length, NULL);
  return symbol ? symbol : read_in_series (text, length, n_left);
}

/* One document under the symbols of two bodies: what one of them does not tell, the other may. */
static ChnSymbol *
join (ChnSymbol *first, ChnSymbol *second)
{
  char *text = g_strconcat (first->text, "-", second->text, NULL);
  first->own_bytes = strlen (first->text);
  g_free (first->text);
  first->text = text;
  first->parallel = second;
  first->from = MIN (first->from, second->from);
  first->to = MAX (first->to, second->to);
  if ((first->year == 0 || (second->states_year && !first->states_year)) && second->year != 0 && second->dates) {
    first->year = second->year;
    g_clear_pointer (&first->dates, chn_date_unref);
    first->dates = chn_date_ref (second->dates);
  }
  return first;
}

static ChnSymbol *
find_pair (const char *text, gsize length, guint *n_left)
{
  gsize end = 0, start = 0;
  for (gsize from = 0; chn_pair_find_seam (text, length, from, &end, &start); from = start) {
    g_autoptr (ChnSymbol) first = read_single (text, end, n_left);
    g_autoptr (ChnSymbol) second = first ? find_pair (text + start, length - start, n_left) : NULL;
    if (first && !second)
      second = read_single (text + start, length - start, n_left);
    if (first && second)
      return join (g_steal_pointer (&first), g_steal_pointer (&second));
  }
  return NULL;
}

/* What is read as two in one spelling must be read as the same two in that which is kept. */
static ChnSymbol *
read_pair (const char *text, gsize length, guint *n_left)
{
  g_autoptr (ChnSymbol) both = find_pair (text, length, n_left);
  g_autoptr (ChnSymbol) again = both ? find_pair (both->text, strlen (both->text), n_left) : NULL;
  return again && again->own_bytes == both->own_bytes ? g_steal_pointer (&both) : NULL;
}

static ChnSymbol *
read_informal (const char *text, gsize length, guint *n_left)
{
  g_autofree char *meant = chn_informal_dup_symbol (text, length);
  ChnSymbol *symbol = meant ? read_single (meant, strlen (meant), n_left) : NULL;
  if (symbol)
    symbol->informal = TRUE;
  return symbol;
}

static ChnSymbol *
read_once (const char *text, gsize length)
{
  guint n_left = MOST_READINGS;
  g_autoptr (ChnSymbol) symbol = read_pair (text, length, &n_left);
  if (!symbol)
    symbol = read_single (text, length, &n_left);
  if (!symbol)
    symbol = read_informal (text, length, &n_left);
  return n_left > 0 ? g_steal_pointer (&symbol) : NULL;
}

static gboolean
is_alike (const ChnSymbol *a, const ChnSymbol *b)
{
  return strcmp (a->text, b->text) == 0 && strcmp (a->base, b->base) == 0 && strcmp (a->kind, b->kind) == 0 &&
         g_strcmp0 (a->forum, b->forum) == 0;
}

/* Whether the text that is kept, and that of the document which it modifies, are read as just that. */
static gboolean
is_settled (const ChnSymbol *symbol, const char *text, gsize length)
{
  gboolean is_kept = strlen (symbol->text) == length && memcmp (symbol->text, text, length) == 0;
  g_autoptr (ChnSymbol) again = is_kept ? NULL : read_once (symbol->text, strlen (symbol->text));
  if (!is_kept && (!again || !is_alike (again, symbol)))
    return FALSE;
  gboolean is_base = strcmp (symbol->base, symbol->text) == 0;
  g_autoptr (ChnSymbol) base = is_base ? NULL : read_once (symbol->base, strlen (symbol->base));
  return is_base || (base && strcmp (base->base, symbol->base) == 0);
}

ChnSymbol *
chn_symbol_read (const char *text, gsize length)
{
  g_autoptr (ChnSymbol) symbol = read_once (text, length);
  return symbol && is_settled (symbol, text, length) ? g_steal_pointer (&symbol) : NULL;
}
