/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Looks at the headers of what was read: the id of the timeline, and its time zone. */
#include "base/error.h"
#include "base/number-map.h"
#include "model/slug.h"
#include "timeline/checks/checks.h"
#include "zone/name.h"
#include "zone/near-name.h"

void
chn_checks_init (ChnChecks *checks, ChnStage *stage)
{
  checks->stage = stage;
  chn_lookup_init (&checks->lookup, stage);
  checks->canonical_symbol = chn_number_map_new ();
  checks->zone_state = chn_number_map_new ();
}

void
chn_checks_clear (ChnChecks *checks)
{
  chn_lookup_clear (&checks->lookup);
  g_clear_pointer (&checks->canonical_symbol, g_array_unref);
  g_clear_pointer (&checks->zone_state, g_array_unref);
}

gboolean
chn_check_zone (ChnChecks *checks, guint32 zone, const ChnPlace *place)
{
  if (zone == 0)
    return TRUE;
  const char *name = chn_pool_get (checks->stage->texts, zone);
  guint32 *state = chn_number_map_at (checks->zone_state, zone);
  if (*state == 0)
    *state = chn_zone_is_known (name) ? 1 : CHN_MALFORMED;
  if (*state != CHN_MALFORMED)
    return TRUE;
  g_autoptr (GError) error = NULL;
  chn_error_set (&error, CHN_ERROR_UNKNOWN, NULL, "\"%s\" is no time zone", name);
  chn_error_take_hint (error, chn_zone_hint_new (name));
  chn_fault_add_error (checks->stage->report, CHN_FAULT_BAD_ZONE, place, NULL, error);
  return FALSE;
}

static ChnPlace
get_place (const ChnStage *stage, guint32 origin, ChnHeaderField field)
{
  const ChnStagedOrigin *staged = chn_stage_get_staged_origin (stage, origin);
  return (ChnPlace){ chn_stage_get_file (stage, origin), staged->line[field], staged->column[field], NULL };
}

static void
check_timeline_id (const ChnStage *stage, guint32 origin)
{
  guint32 *number = &chn_stage_get_staged_origin (stage, origin)->text[CHN_HEADER_TIMELINE];
  const char *id = chn_pool_get (stage->texts, *number);
  gsize offset;
  if (!id || chn_slug_check (id, &offset))
    return;
  ChnPlace place = get_place (stage, origin, CHN_HEADER_TIMELINE);
  chn_fault_add (stage->report, CHN_FAULT_BAD_TIMELINE_ID, &place,
                 "write lower-case letters and digits, joined by hyphens or dots", "\"%s\" is no id of a timeline",
                 id);
  *number = 0;
}

static void
check_revised (const ChnStage *stage, guint32 origin)
{
  guint32 *number = &chn_stage_get_staged_origin (stage, origin)->text[CHN_HEADER_REVISED];
  const char *text = chn_pool_get (stage->texts, *number);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnDate) date = text ? chn_date_parse (text, -1, &error) : NULL;
  if (!text || date)
    return;
  ChnPlace place = get_place (stage, origin, CHN_HEADER_REVISED);
  chn_fault_add_error (stage->report, CHN_FAULT_BAD_REVISED, &place, NULL, error);
  *number = 0;
}

void
chn_check_headers (ChnChecks *checks)
{
  for (guint i = 0; i < checks->stage->origins->len; i++) {
    guint32 *zone = &chn_stage_get_staged_origin (checks->stage, i)->text[CHN_HEADER_ZONE];
    ChnPlace place = get_place (checks->stage, i, CHN_HEADER_ZONE);
    if (!chn_check_zone (checks, *zone, &place))
      *zone = 0;
    check_timeline_id (checks->stage, i);
    check_revised (checks->stage, i);
  }
}
