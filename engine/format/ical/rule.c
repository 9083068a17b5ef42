/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Recurrence rules, looked at before anything expands them (RFC 5545, 3.3.10; RFC 7529):
 *
 *   recur = part *( ";" part )
 *   part  = name "=" value        each at most once, FREQ among them
 */
#include "format/ical/rule.h"

#include <stdlib.h>

#include "base/civil.h"
#include "base/error.h"
#include "base/recurrence.h"
#include "format/ical/value.h"
#include "format/ical/when.h"

/* Rules that tick faster than a day expand to millions; no chronology needs them. */
static const struct {
  const char *name;
  gboolean taken;
} frequencies[] = {
  { "SECONDLY", FALSE }, { "MINUTELY", FALSE }, { "HOURLY", FALSE }, { "DAILY", TRUE },
  { "WEEKLY", TRUE },    { "MONTHLY", TRUE },   { "YEARLY", TRUE },
};

static const struct {
  const char *name;
  const char *bytes; /* that a value may have */
} parts[] = {
  { "FREQ", "ABCDEFGHIJKLMNOPQRSTUVWXYZ" },
  { "UNTIL", "0123456789TZ" },
  { "COUNT", "0123456789" },
  { "INTERVAL", "0123456789" },
  { "BYSECOND", "0123456789," },
  { "BYMINUTE", "0123456789," },
  { "BYHOUR", "0123456789," },
  { "BYDAY", "0123456789+-,MOTUWEHFRSA" },
  { "BYMONTHDAY", "0123456789+-," },
  { "BYYEARDAY", "0123456789+-," },
  { "BYWEEKNO", "0123456789+-," },
  { "BYMONTH", "0123456789L," },
  { "BYSETPOS", "0123456789+-," },
  { "WKST", "MOTUWEHFRSA" },
  { "RSCALE", "ABCDEFGHIJKLMNOPQRSTUVWXYZ-" },
  { "SKIP", "ABCDEFGHIJKLMNOPQRSTUVWXYZ" },
};

static gboolean
fail (const ChnSlice *rule, const ChnSlice *part, ChnError code, const char *hint, const char *what, GError **error)
{
  chn_error_set_at (error, code, (gsize) (part->text - rule->text), part->length, hint, "%s \"%.*s\" in a rule", what,
                    chn_slice_show (part), part->text);
  return FALSE;
}

static gboolean
check_frequency (const ChnSlice *rule, const ChnSlice *part, const ChnSlice *value, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (frequencies); i++)
    if (chn_slice_is_name (value, frequencies[i].name))
      return frequencies[i].taken ||
             fail (rule, part, CHN_ERROR_UNSUPPORTED, "rules go by DAILY, WEEKLY, MONTHLY or YEARLY",
                   "found a frequency below a day,", error);
  return fail (rule, part, CHN_ERROR_SYNTAX, "one of: DAILY, WEEKLY, MONTHLY, YEARLY", "found no frequency:", error);
}

static gboolean
has_only (const ChnSlice *value, const char *bytes)
{
  for (gsize i = 0; i < value->length; i++)
    if (!value->text[i] || !strchr (bytes, g_ascii_toupper (value->text[i])))
      return FALSE;
  return value->length > 0;
}

static gboolean
check_part (const ChnSlice *rule, const ChnSlice *part, guint *seen, GError **error)
{
  ChnSlice value = *part, name = chn_slice_split (&value, '=');
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (!chn_slice_is_name (&name, parts[i].name))
      continue;
    if (*seen & 1u << i)
      return fail (rule, part, CHN_ERROR_CONFLICT, "write each part once", "found a second", error);
    *seen |= 1u << i;
    if (!has_only (&value, parts[i].bytes))
      return fail (rule, part, CHN_ERROR_SYNTAX, NULL, "found a malformed", error);
    return i > 0 || check_frequency (rule, part, &value, error);
  }
  return fail (rule, part, CHN_ERROR_UNKNOWN, "parts are FREQ, UNTIL, COUNT, INTERVAL, BY…, WKST", "found an unknown",
               error);
}

gboolean
chn_ical_check_rule (const ChnSlice *rule, GError **error)
{
  guint seen = 0;
  for (ChnSlice rest = *rule; rest.length > 0;) {
    ChnSlice part = chn_slice_split (&rest, ';');
    if (part.length > 0 && !check_part (rule, &part, &seen, error))
      return FALSE;
  }
  return (seen & 1u) ||
         fail (rule, rule, CHN_ERROR_SYNTAX, "write FREQ=YEARLY and its like", "found no FREQ:", error);
}

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
chn_ical_repeats (const ChnEvent *event)
{
  const char *rule = chn_event_get_text (event, CHN_FIELD_REPEAT);
  if (!rule || !rule[0] || strspn (rule, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=;,+-") != strlen (rule))
    return FALSE;
  ChnIcalTime time;
  const ChnSlice until = chn_ical_rule_find_until (rule);
  if (until.text && !chn_ical_parse_time (&until, &time, NULL))
    return FALSE;
  const ChnRecurrencePlugin *plugin = chn_recurrence_open (NULL);
  return !plugin || plugin->is_rule (rule); /* what cannot be asked about is written as it stands */
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
