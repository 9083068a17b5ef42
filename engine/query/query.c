/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A parsed query: its text, its tree and the arena they lie in. */
#include "query/query.h"

#include "base/error.h"
#include "query/idiom.h"
#include "query/parse.h"

/* What other programs understand is none of ours even where it could be read as words to search for. */
static gboolean
check_idioms (const char *text, const ChnVocabulary *vocabulary, GError **error)
{
  g_auto (ChnIdiomFound) found = { 0 };
  if (!chn_idiom_translate (text, vocabulary, &found))
    return TRUE;
  g_autofree char *hint = *found.written ? g_strdup_printf ("write %s", found.written)
                                         : g_strdup ("leave it out: without a query, all events are asked for");
  chn_error_set_at (error, CHN_ERROR_SYNTAX, found.offset, found.length, hint, "\"%.*s\" is said otherwise here",
                    (int) found.length, text + found.offset);
  return FALSE;
}

ChnQuery *
chn_query_parse_in (const char *text, const ChnLimits *limits, const ChnVocabulary *vocabulary, GError **error)
{
  const ChnLimits *bounds = limits ? limits : chn_limits_get_default ();
  g_autoptr (ChnArena) arena = chn_arena_new ();
  g_autoptr (GError) fault = NULL;
  ChnNode *root = chn_parse_query (text, bounds, vocabulary, arena, &fault);
  if (!g_error_matches (fault, CHN_ERROR, CHN_ERROR_LIMIT) && g_utf8_validate (text, -1, NULL) &&
      !check_idioms (text, vocabulary, error))
    return NULL;
  if (!root) {
    g_propagate_error (error, g_steal_pointer (&fault));
    return NULL;
  }
  ChnQuery *query = g_new0 (ChnQuery, 1);
  g_atomic_ref_count_init (&query->references);
  query->text = chn_arena_strndup (arena, text, -1);
  query->root = root;
  query->limits = *bounds;
  query->arena = g_steal_pointer (&arena);
  return query;
}

ChnQuery *
chn_query_parse (const char *text, const ChnLimits *limits, GError **error)
{
  return chn_query_parse_in (text, limits, NULL, error);
}

ChnQuery *
chn_query_ref (const ChnQuery *query)
{
  ChnQuery *shared = (ChnQuery *) (guintptr) query;
  g_atomic_ref_count_inc (&shared->references);
  return shared;
}

void
chn_query_free (ChnQuery *query)
{
  if (!query || !g_atomic_ref_count_dec (&query->references))
    return;
  chn_arena_free (query->arena);
  g_free (query);
}

const char *
chn_query_get_text (const ChnQuery *query)
{
  return query->text;
}
