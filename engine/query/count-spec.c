/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is to be counted: keys and kinds of ballots.
 *
 *   keys     = key [ "," key ]
 *   measures = ballot *( "," ballot )
 */
#include <string.h>

#include "base/error.h"
#include "base/suggest.h"
#include "query/count.h"

static gboolean
refuse_key (GError **error, const char *by, const char *name, gsize length)
{
  guint n = 0;
  g_auto (ChnSuggestion) suggestion = { 0 };
  const ChnCountKey *keys = chn_count_get_keys (&n);
  chn_suggestion_init (&suggestion, name, (gssize) length);
  for (guint i = 0; i < n; i++)
    chn_suggestion_offer (&suggestion, keys[i].name);
  const char *nearest = chn_suggestion_get (&suggestion);
  g_autofree char *hint = nearest ? g_strdup_printf ("did you mean \"%s\"?", nearest)
                                  : g_strdup ("write year, month, forum, actor, kind, vote, series …");
  chn_error_set_at (error, CHN_ERROR_UNKNOWN, (gsize) (name - by), length, hint, "unknown key \"%.*s\"",
                    (int) MIN (length, 60), name);
  return FALSE;
}

gboolean
chn_count_parse_keys (ChnCount *count, const char *by, GError **error)
{
  for (const char *name = by;;) {
    gsize length = strcspn (name, ",");
    if (count->n_keys == CHN_COUNT_KEYS_MAX) {
      chn_error_set_at (error, CHN_ERROR_SYNTAX, (gsize) (name - by), length, "count by one key or two, as year,vote",
                        "found a third key, expected at most %d", CHN_COUNT_KEYS_MAX);
      return FALSE;
    }
    guint i = count->n_keys;
    count->rule[i] = chn_count_rule_find (name, length, &count->key[i]);
    if (!count->rule[i])
      return refuse_key (error, by, name, length);
    count->values[i] = chn_count_values_new ();
    count->n_keys++;
    if (name[length] == '\0')
      return TRUE;
    name += length + 1;
  }
}

gboolean
chn_count_parse_measures (ChnCount *count, const char *names, gboolean is_average, GError **error)
{
  for (const char *name = names; name;) {
    gsize length = strcspn (name, ",");
    g_autoptr (GError) inner = NULL;
    int ballot = chn_vocabulary_find (CHN_VOCABULARY_BALLOT, name, (gssize) length, &inner);
    if (ballot < 0) {
      chn_error_set_at (error, (ChnError) inner->code, (gsize) (name - names), length, chn_error_get_hint (inner),
                        "%s", inner->message);
      return FALSE;
    }
    const char *term = chn_vocabulary_get_term_name (CHN_VOCABULARY_BALLOT, (guint) ballot);
    ChnMeasure measure = { g_strconcat (is_average ? "average " : "", term, NULL), (ChnBallotKind) ballot,
                           is_average };
    g_array_append_val (count->measures, measure);
    name = name[length] == '\0' ? NULL : name + length + 1;
  }
  return TRUE;
}
