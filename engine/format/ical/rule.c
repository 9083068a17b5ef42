/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Recurrence rules as the calendar's reader and writer ask about them; what they mean is read in date/recur/. */
#include "format/ical/rule.h"

#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "base/error.h"
#include "date/recur/walk.h"
#include "format/ical/when.h"

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  return g_ascii_strcasecmp (*(const char *const *) a, *(const char *const *) b);
}

static GStrv
split_sorted (const char *rule)
{
  GStrv all = g_strsplit (rule, ";", -1);
  qsort (all, g_strv_length (all), sizeof (char *), compare_parts);
  return all;
}

gboolean
chn_ical_rules_agree (const char *a, const char *b)
{
  g_auto (GStrv) x = split_sorted (a);
  g_auto (GStrv) y = split_sorted (b);
  guint n = g_strv_length (x);
  for (guint i = 0; i < n; i++)
    if (!y[i] || g_ascii_strcasecmp (x[i], y[i]) != 0)
      return FALSE;
  return y[n] == NULL;
}

ChnSlice
chn_ical_rule_find_until (const char *rule)
{
  const char *name = strstr (rule, "UNTIL="), *value = name ? name + strlen ("UNTIL=") : NULL;
  return (ChnSlice){ value, value ? strcspn (value, ";") : 0 };
}

enum { LONGEST_ANNIVERSARY = 31 };

gboolean
chn_ical_is_rule (const ChnSlice *rule)
{
  g_autoptr (GError) error = NULL;
  ChnRecurRule read;
  return chn_recur_rule_parse (rule->text, (gssize) rule->length, &read, &error) ||
         g_error_matches (error, CHN_ERROR, CHN_ERROR_UNSUPPORTED);
}

gboolean
chn_ical_repeats (const ChnEvent *event)
{
  const char *rule = chn_event_get_text (event, CHN_FIELD_REPEAT);
  if (!rule || !rule[0] || strspn (rule, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=;,+-") != strlen (rule))
    return FALSE;
  ChnRecurRule read;
  gboolean is_days = !(chn_event_get_bounds (event)->flags & CHN_DATE_TIMED);
  return chn_recur_rule_parse (rule, -1, &read, NULL) && chn_recur_rule_suits (&read, is_days);
}

gboolean
chn_ical_is_anniversary (const ChnWriteOptions *options, const ChnEvent *event)
{
  const ChnDateBounds *bounds = chn_event_get_bounds (event);
  return options->anniversaries && chn_when_is_exact (bounds) && bounds->earliest != CHN_TIME_MIN &&
         bounds->latest != CHN_TIME_MAX &&
         bounds->latest - bounds->earliest < LONGEST_ANNIVERSARY * CHN_DAY_SECONDS &&
         chn_event_get_term (event, CHN_FIELD_STATUS) == CHN_STATUS_OCCURRED &&
         (!options->today || bounds->latest < chn_date_get_bounds (options->today)->earliest) &&
         !chn_ical_repeats (event);
}
