/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Gives excerpts the header of their timeline, where a file that has it was read beside them. */
#include "base/number-map.h"
#include "timeline/checks/checks.h"

/* What rows cannot say of their timeline. */
static const ChnHeaderField inherited[] = { CHN_HEADER_TITLE,  CHN_HEADER_SUMMARY, CHN_HEADER_ZONE,
                                            CHN_HEADER_DOMAIN, CHN_HEADER_LICENCE, CHN_HEADER_REVISED };

/* By the number of a timeline's id: 1 + the first origin that is no excerpt of it. */
static GArray *
find_headers (const ChnStage *stage)
{
  GArray *header_of = chn_number_map_new ();
  for (guint i = 0; i < stage->origins->len; i++) {
    const ChnStagedOrigin *origin = chn_stage_get_staged_origin (stage, i);
    guint32 *header = chn_number_map_at (header_of, origin->text[CHN_HEADER_TIMELINE]);
    if (!origin->is_excerpt && *header == 0)
      *header = i + 1;
  }
  return header_of;
}

/* Whether the origin has got its zone from there. */
static gboolean
inherit (ChnStage *stage, guint32 index, guint32 header)
{
  ChnStagedOrigin *origin = chn_stage_get_staged_origin (stage, index);
  gboolean had_zone = origin->text[CHN_HEADER_ZONE] != 0;
  for (guint i = 0; i < G_N_ELEMENTS (inherited); i++)
    if (origin->text[inherited[i]] == 0)
      origin->text[inherited[i]] = chn_stage_get_staged_origin (stage, header)->text[inherited[i]];
  return !had_zone && origin->text[CHN_HEADER_ZONE] != 0;
}

/* A row states the zone that its timeline says for all; that is the header's to say again. */
static void
drop_zones (ChnStage *stage, const guint8 *has_got_zone)
{
  for (guint i = 0; i < stage->heads->len; i++) {
    guint32 origin = chn_stage_get_number (stage, i, CHN_RECORD_ORIGIN);
    guint32 zone = chn_stage_get_number (stage, i, CHN_FIELD_ZONE);
    if (zone == 0 || !has_got_zone[origin] ||
        zone != chn_stage_get_staged_origin (stage, origin)->text[CHN_HEADER_ZONE])
      continue;
    chn_stage_load_record (stage, i);
    stage->record.number[CHN_FIELD_ZONE] = 0;
    chn_stage_store_record (stage, i);
  }
}

void
chn_check_gather_headers (ChnChecks *checks)
{
  ChnStage *stage = checks->stage;
  g_autoptr (GArray) header_of = find_headers (stage);
  g_autofree guint8 *has_got_zone = g_malloc0 (stage->origins->len + 1);
  gboolean any = FALSE;
  for (guint i = 0; i < stage->origins->len; i++) {
    const ChnStagedOrigin *origin = chn_stage_get_staged_origin (stage, i);
    guint32 id = origin->text[CHN_HEADER_TIMELINE], header = id ? *chn_number_map_at (header_of, id) : 0;
    if (!origin->is_excerpt || header == 0)
      continue;
    has_got_zone[i] = inherit (stage, i, header - 1) ? 1 : 0;
    any = any || has_got_zone[i];
  }
  if (any)
    drop_zones (stage, has_got_zone);
}
