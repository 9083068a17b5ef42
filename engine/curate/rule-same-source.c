/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The lint rule about two sources that are one: each source is looked up by what tells a publication. */
#include <string.h>

#include <chancery/symbol.h>

#include "base/fold.h"
#include "curate/link.h"
#include "curate/rule.h"

/* What tells a publication; NULL where the source does not say it. To be freed. */
static char *
dup_address (const ChnSource *source)
{
  const char *url = source->text[CHN_SOURCE_URL];
  char *key = url ? chn_link_dup_key (url) : NULL;
  /* That of a site alone is none of a publication. */
  if (key && strchr (key, '/'))
    return key;
  g_free (key);
  return NULL;
}

static char *
dup_doi (const ChnSource *source)
{
  return chn_link_dup_doi (source->text[CHN_SOURCE_URL]);
}

static char *
dup_symbol (const ChnSource *source)
{
  const char *text = source->text[CHN_SOURCE_SYMBOL];
  g_autoptr (ChnSymbol) symbol = text ? chn_symbol_parse (text, -1, NULL) : NULL;
  return symbol ? g_strdup (chn_symbol_get_text (symbol)) : NULL;
}

static char *
dup_title_and_author (const ChnSource *source)
{
  const char *title = source->text[CHN_SOURCE_TITLE], *author = source->text[CHN_SOURCE_AUTHOR];
  g_autofree char *folded = title ? chn_fold_name (title, -1) : NULL;
  g_autofree char *name = author ? chn_fold_name (author, -1) : NULL;
  return folded && name && *folded && *name ? g_strdup_printf ("%s %s", folded, name) : NULL;
}

static const struct {
  const char *what;
  char *(*dup_key) (const ChnSource *source);
} marks[] = { { "DOI", dup_doi },
              { "address", dup_address },
              { "symbol", dup_symbol },
              { "title and author", dup_title_and_author } };

/* Whether both say when, or in which language, and differ. */
static gboolean
are_others (const ChnCheck *check, guint a, guint b)
{
  const ChnSource *x = chn_timeline_get_source (check->timeline, a),
                  *y = chn_timeline_get_source (check->timeline, b);
  const char *i = x->text[CHN_SOURCE_LANGUAGE], *j = y->text[CHN_SOURCE_LANGUAGE];
  if (i && j && g_ascii_strcasecmp (i, j) != 0)
    return TRUE;
  ChnPublication out = chn_check_get_publication (check, a), then = chn_check_get_publication (check, b);
  return x->text[CHN_SOURCE_DATE] && y->text[CHN_SOURCE_DATE] &&
         (out.latest < then.earliest || then.latest < out.earliest);
}

/* A correction often has the title of what it corrects. */
static gboolean
supersedes (const ChnSource *a, const ChnSource *b)
{
  const char *key = b->text[CHN_SOURCE_KEY];
  return chn_source_names (a, CHN_SOURCE_CORRECTS, key) || chn_source_names (a, CHN_SOURCE_WITHDRAWS, key);
}

static gboolean
is_one (const ChnCheck *check, guint a, guint b)
{
  const ChnSource *x = chn_timeline_get_source (check->timeline, a),
                  *y = chn_timeline_get_source (check->timeline, b);
  return !are_others (check, a, b) && !supersedes (x, y) && !supersedes (y, x);
}

/* Enough to find the one that is the same; more of one key are no publications. */
enum { MOST_COMPARED = 16 };

/* An earlier source under the same key; G_MAXUINT where there is none. */
static guint
find_same (const ChnCheck *check, GHashTable *known, guint mark, guint source)
{
  char *key = marks[mark].dup_key (chn_timeline_get_source (check->timeline, source));
  if (!key)
    return G_MAXUINT;
  guint found = G_MAXUINT;
  GArray *earlier = g_hash_table_lookup (known, key);
  for (guint i = 0; earlier && i < earlier->len && found == G_MAXUINT; i++)
    if (is_one (check, g_array_index (earlier, guint, i), source))
      found = g_array_index (earlier, guint, i);
  if (!earlier)
    g_hash_table_insert (known, g_strdup (key), earlier = g_array_new (FALSE, FALSE, sizeof (guint)));
  if (earlier->len < MOST_COMPARED)
    g_array_append_val (earlier, source);
  g_free (key);
  return found;
}

/* Each source once, by what tells it best. */
void
chn_rule_same_source (const ChnCheck *check)
{
  guint n = chn_timeline_get_n_sources (check->timeline);
  g_autofree gboolean *told = g_new0 (gboolean, MAX (n, 1));
  for (guint mark = 0; mark < G_N_ELEMENTS (marks); mark++) {
    g_autoptr (GHashTable) known =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
    for (guint i = 0; i < n; i++) {
      guint same = find_same (check, known, mark, i);
      if (same == G_MAXUINT || told[i])
        continue;
      told[i] = TRUE;
      chn_check_found_source (
          check, i, "keep one of them, or say what sets them apart", "%s is %s already, by its %s",
          chn_timeline_get_source (check->timeline, i)->text[CHN_SOURCE_KEY],
          chn_timeline_get_source (check->timeline, same)->text[CHN_SOURCE_KEY], marks[mark].what);
    }
  }
}
