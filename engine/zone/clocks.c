/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The clocks of a place, whoever says how they go. */
#include "zone/clocks.h"

#include "base/civil.h"
#include "zone/local-time.h"

/* Offsets by rules are kept by week, where a week and its neighbouring days have but one. */
enum { N_WEEKS = 64 };

typedef struct {
  gint64 week;
  int offset;
  gboolean known;
} Week;

struct _ChnClocks {
  const ChnZone *zone; /* or NULL: */
  ChnZoneRules *rules;
  Week weeks[N_WEEKS]; /* of the rules */
};

ChnClocks *
chn_clocks_new (const ChnZone *zone, ChnZoneRules *rules)
{
  if (!zone && !rules)
    return NULL;
  ChnClocks *clocks = g_new0 (ChnClocks, 1);
  clocks->zone = zone;
  clocks->rules = rules;
  return clocks;
}

void
chn_clocks_free (ChnClocks *clocks)
{
  if (!clocks)
    return;
  chn_zone_rules_free (clocks->rules);
  g_free (clocks);
}

const char *
chn_clocks_get_name (const ChnClocks *clocks)
{
  return clocks->zone ? chn_zone_get_name (clocks->zone) : NULL;
}

static int
find_offset_by_rules (ChnClocks *clocks, gint64 civil)
{
  const gint64 length = 7 * CHN_DAY_SECONDS;
  gint64 week = civil >= 0 ? civil / length : -((-civil + length - 1) / length);
  Week *slot = &clocks->weeks[(guint64) week % N_WEEKS];
  if (slot->known && slot->week == week)
    return slot->offset;
  int before = chn_zone_rules_find_offset (clocks->rules, week * length - CHN_DAY_SECONDS);
  int after = chn_zone_rules_find_offset (clocks->rules, (week + 1) * length + CHN_DAY_SECONDS);
  if (before != after)
    return chn_zone_rules_find_offset (clocks->rules, civil);
  *slot = (Week){ week, before, TRUE };
  return before;
}

int
chn_clocks_get_offset (ChnClocks *clocks, gint64 civil)
{
  return clocks->zone ? chn_zone_find_local (clocks->zone, civil).before : find_offset_by_rules (clocks, civil);
}

int
chn_clocks_get_offset_at (ChnClocks *clocks, gint64 utc)
{
  return clocks->zone ? chn_zone_get_offset (clocks->zone, utc) : chn_zone_rules_find_offset_at (clocks->rules, utc);
}
