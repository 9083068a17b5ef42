/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The keys of counting: one table of what events can be counted by, and the values that were met. */
#include "query/count-keys.h"

#include <string.h>

// clang-format off
#define ROLE_KEY(row, name) \
  row (name, "actors in this role", chn_count_find_actor, TRUE, FALSE)

/* name, note, function, its argument, whether the values have an order */
#define COUNT_KEYS(row)                                                                                              \
  row ("year", "years in which events took place", chn_count_find_time, CHN_UNIT_YEAR, TRUE)                         \
  row ("quarter", "quarters of years, 2014-Q4", chn_count_find_time, CHN_UNIT_QUARTER, TRUE)                         \
  row ("month", "months, 2014-11", chn_count_find_time, CHN_UNIT_MONTH, TRUE)                                        \
  row ("decade", "decades, 2010s", chn_count_find_time, CHN_UNIT_DECADE, TRUE)                                       \
  row ("forum", "forums; --depth says how deep into their tree", chn_count_find_forum, 0, FALSE)                     \
  row ("actor", "actors, in any role", chn_count_find_actor, 0, FALSE)                                               \
  ROLE_KEY (row, "participant")                                                                                      \
  ROLE_KEY (row, "subject")                                                                                          \
  ROLE_KEY (row, "sponsor")                                                                                          \
  ROLE_KEY (row, "author")                                                                                           \
  ROLE_KEY (row, "addressee")                                                                                        \
  ROLE_KEY (row, "speaker")                                                                                          \
  ROLE_KEY (row, "chair")                                                                                            \
  ROLE_KEY (row, "host")                                                                                             \
  ROLE_KEY (row, "appointee")                                                                                        \
  ROLE_KEY (row, "opponent")                                                                                         \
  ROLE_KEY (row, "absentee")                                                                                         \
  row ("kind", "kinds of events", chn_count_find_kind, 0, FALSE)                                                     \
  row ("status", "whether they took place", chn_count_find_status, 0, TRUE)                                          \
  row ("vote", "result and method of the vote", chn_count_find_vote, 0, FALSE)                                       \
  row ("method", "how it was voted", chn_count_find_method, 0, FALSE)                                                \
  row ("result", "whether it was adopted", chn_count_find_result, 0, FALSE)                                          \
  row ("series", "the series that they belong to", chn_count_find_text, CHN_FIELD_SERIES, FALSE)                     \
  row ("nth", "the place in a series", chn_count_find_nth, 0, TRUE)                                                  \
  row ("tag", "tags", chn_count_find_code, CHN_DICTIONARY_TAGS, FALSE)                                               \
  row ("source", "sources that they cite", chn_count_find_code, CHN_DICTIONARY_SOURCES, FALSE)                       \
  row ("importance", "importance, 1 to 5", chn_count_find_importance, 0, TRUE)                                       \
  row ("confidence", "how well they are established", chn_count_find_confidence, 0, TRUE)                            \
  row ("place", "cities or buildings", chn_count_find_text, CHN_FIELD_PLACE, FALSE)
// clang-format on

#define KEY_ROW(name, note, find, argument, ordered) { name, note },
#define RULE_ROW(name, note, find, argument, ordered) { find, argument, ordered },

static const ChnCountKey keys[] = { COUNT_KEYS (KEY_ROW) };
static const ChnCountRule rules[] = { COUNT_KEYS (RULE_ROW) };

const ChnCountKey *
chn_count_get_keys (guint *n)
{
  *n = G_N_ELEMENTS (keys);
  return keys;
}

const ChnCountRule *
chn_count_rule_find (const char *name, gsize length, const ChnCountKey **key)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    if (strlen (keys[i].name) != length || g_ascii_strncasecmp (keys[i].name, name, length) != 0)
      continue;
    *key = &keys[i];
    return &rules[i];
  }
  return NULL;
}

static void
clear_value (gpointer data)
{
  ChnCountValue *value = data;
  g_free (value->name);
  g_free (value->label);
}

ChnCountValues *
chn_count_values_new (void)
{
  ChnCountValues *values = g_new0 (ChnCountValues, 1);
  values->values = g_array_new (FALSE, FALSE, sizeof (ChnCountValue));
  g_array_set_clear_func (values->values, clear_value);
  values->index = g_hash_table_new (g_str_hash, g_str_equal);
  return values;
}

void
chn_count_values_free (ChnCountValues *values)
{
  if (!values)
    return;
  g_hash_table_unref (values->index);
  g_array_unref (values->values);
  g_free (values);
}

static guint
find_value (ChnCountValues *values, const char *name, const char *label, gint64 order)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (values->index, name));
  if (index > 0)
    return index - 1;
  ChnCountValue value = { .name = g_strdup (name),
                          .label = g_strdup (label ? label : name),
                          .order = order,
                          .from = CHN_TIME_MIN,
                          .to = CHN_TIME_MAX };
  g_array_append_val (values->values, value);
  g_hash_table_insert (values->index, value.name, GUINT_TO_POINTER (values->values->len));
  return values->values->len - 1;
}

ChnCountValue *
chn_count_hit (ChnCounting *counting, const char *name, const char *label, gint64 order, gboolean possibly)
{
  ChnCountHit hit = { find_value (counting->values, name, label, order), possibly };
  ChnCountValue *value = &g_array_index (counting->values->values, ChnCountValue, hit.value);
  for (guint i = 0; i < counting->hits->len; i++)
    if (g_array_index (counting->hits, ChnCountHit, i).value == hit.value)
      return value;
  value->n++;
  g_array_append_val (counting->hits, hit);
  return value;
}
