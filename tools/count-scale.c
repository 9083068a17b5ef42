/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Keys of counting that are scales, and the steps that their values are.
 *
 *   year = ["-"] digits; decade = year without its last digit, "X"; quarter, month = year "-" two digits
 */
#include "count-scale.h"

#include <string.h>

/* A key; its steps in a year, 0 where it does not count them, and what the first of them is numbered. */
typedef struct {
  const char *key;
  guint period;
  gint64 steps, first;
} Scale;

static const Scale scales[] = {
  { "year", 10, 0, 0 },   { "decade", 10, 0, 0 },     { "quarter", 4, 4, 33 },
  { "month", 12, 12, 1 }, { "importance", 10, 0, 0 }, { "nth", 10, 0, 0 },
};

static const Scale *
find_scale (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (strcmp (scales[i].key, key) == 0)
      return &scales[i];
  return NULL;
}

gboolean
count_scale_find (const char *key, guint *period)
{
  const Scale *scale = find_scale (key);
  *period = scale ? scale->period : 0;
  return scale != NULL;
}

gboolean
count_scale_place (const char *key, const char *name, gint64 *ordinal)
{
  const Scale *scale = find_scale (key);
  char *end = NULL;
  if (!scale || !(g_ascii_isdigit (name[0]) || (name[0] == '-' && g_ascii_isdigit (name[1]))))
    return FALSE;
  gint64 number = g_ascii_strtoll (name, &end, 10);
  if (strcmp (end, "X") == 0) {
    *ordinal = name[0] == '-' ? number - 1 : number; /* -000X is the decade before 000X */
    return scale->steps == 0;
  }
  if (scale->steps == 0) {
    *ordinal = number;
    return *end == '\0';
  }
  if (*end != '-' || !g_ascii_isdigit (end[1]))
    return FALSE;
  *ordinal = number * scale->steps + g_ascii_strtoll (end + 1, &end, 10) - scale->first;
  return *end == '\0';
}

char *
count_scale_dup_label (const char *key, const char *name, const char *label)
{
  gint64 year = 0;
  if (strcmp (key, "year") != 0 || !count_scale_place (key, name, &year) || year >= 1000)
    return g_strdup (label);
  g_autoptr (ChnDate) date = chn_date_parse (name, -1, NULL);
  return date ? chn_date_dup_humanized (date) : g_strdup (label);
}
