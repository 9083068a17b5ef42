/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Offsets of a zone that is given by rules: the observance that began last decides. */
#include "zone/rules.h"

struct _ChnZoneRules {
  GArray *observances; /* ChnObservance */
};

static void
clear_observance (gpointer observance)
{
  chn_observance_clear (observance);
}

ChnZoneRules *
chn_zone_rules_new (void)
{
  ChnZoneRules *rules = g_new (ChnZoneRules, 1);
  rules->observances = g_array_new (FALSE, FALSE, sizeof (ChnObservance));
  g_array_set_clear_func (rules->observances, clear_observance);
  return rules;
}

void
chn_zone_rules_free (ChnZoneRules *rules)
{
  if (!rules)
    return;
  g_array_unref (rules->observances);
  g_free (rules);
}

void
chn_zone_rules_take (ChnZoneRules *rules, ChnObservance *observance)
{
  g_array_append_val (rules->observances, *observance);
  chn_observance_init (observance);
}

guint
chn_zone_rules_get_n (const ChnZoneRules *rules)
{
  return rules->observances->len;
}

/* What held before the first onset of all. */
static int
get_first_offset (const ChnZoneRules *rules)
{
  const ChnObservance *earliest = &g_array_index (rules->observances, ChnObservance, 0);
  for (guint i = 1; i < rules->observances->len; i++) {
    const ChnObservance *observance = &g_array_index (rules->observances, ChnObservance, i);
    if (observance->start < earliest->start)
      earliest = observance;
  }
  return earliest->from;
}

/*
 * The observance that began last before a civil time, or before a second of UTC, and when; NULL before all. The
 * onsets of each are given by the clock of before it.
 */
static const ChnObservance *
find_latest (const ChnZoneRules *rules, gint64 seconds, gboolean is_utc, gint64 *latest_onset)
{
  const ChnObservance *latest = NULL;
  gint64 onset;
  for (guint i = 0; i < rules->observances->len; i++) {
    const ChnObservance *observance = &g_array_index (rules->observances, ChnObservance, i);
    int east = is_utc ? observance->from : 0;
    if (!chn_observance_find_onset (observance, seconds + east, &onset) || (latest && onset - east <= *latest_onset))
      continue;
    latest = observance;
    *latest_onset = onset - east;
  }
  return latest;
}

int
chn_zone_rules_find_offset (const ChnZoneRules *rules, gint64 civil)
{
  gint64 onset = 0;
  const ChnObservance *latest = find_latest (rules, civil, FALSE, &onset);
  if (!latest)
    return get_first_offset (rules);
  return civil < onset + (latest->to - latest->from) ? latest->from : latest->to;
}

int
chn_zone_rules_find_offset_at (const ChnZoneRules *rules, gint64 utc)
{
  gint64 onset = 0;
  const ChnObservance *latest = find_latest (rules, utc, TRUE, &onset);
  return latest ? latest->to : get_first_offset (rules);
}
