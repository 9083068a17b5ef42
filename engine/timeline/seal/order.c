/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The order of a timeline: by the civil day, on it what has no time of day first, then by the instant.
 *
 * Where nothing says how clocks stand to UTC, times are ordered as if they were of UTC.
 */
#include "timeline/seal/columns.h"

#include "base/civil.h"
#include "date/offset.h"
#include "zone/local-time.h"
#include "zone/zones.h"

/* Most dates tell by when they begin; what else a head says is looked at where that is the same. */
typedef struct {
  gint64 day; /* that it begins on */
  gint64 instant;
  gboolean timed;
  guint32 index;
} Key;

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Key *x = a, *y = b;
  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->timed != y->timed)
    return x->timed ? 1 : -1;
  if (x->instant != y->instant)
    return x->instant < y->instant ? -1 : 1;
  const ChnRowHead *p = chn_stage_get_head (data, x->index), *q = chn_stage_get_head (data, y->index);
  if (p->latest != q->latest)
    return p->latest < q->latest ? -1 : 1;
  if (p->precision != q->precision)
    return p->precision < q->precision ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

static gboolean
are_ordered (const Key *keys, guint n, ChnStage *stage)
{
  for (guint i = 1; i < n; i++)
    if (compare (&keys[i - 1], &keys[i], stage) > 0)
      return FALSE;
  return TRUE;
}

/* The zone that the times of an event are in, or NULL. */
static const ChnZone *
find_zone (const ChnStage *stage, guint index, ChnZones *zones)
{
  const char *own = chn_stage_get_text (stage, index, CHN_FIELD_ZONE);
  if (own && own[0])
    return chn_zones_get (zones, own);
  guint32 origin = chn_stage_get_number (stage, index, CHN_RECORD_ORIGIN);
  if (origin >= stage->origins->len)
    return NULL;
  guint32 number = chn_stage_get_staged_origin (stage, origin)->text[CHN_HEADER_ZONE];
  return chn_zones_get (zones, chn_pool_get (stage->texts, number));
}

/* When it begins, in seconds of UTC as far as is known. */
static gint64
find_instant (const ChnStage *stage, guint index, ChnZones *zones)
{
  gint64 civil = chn_stage_get_head (stage, index)->earliest;
  int minutes = 0;
  const char *text = chn_stage_get_text (stage, index, CHN_FIELD_DATE);
  if (text && chn_date_find_offset (text, &minutes))
    return civil - minutes * 60;
  const ChnZone *zone = find_zone (stage, index, zones);
  return zone ? chn_zone_to_utc (zone, civil) : civil;
}

/* Times are told apart only where a day has several, since that takes reading the dates. */
static void
find_instants (Key *keys, guint n, const ChnStage *stage)
{
  g_autoptr (ChnZones) zones = chn_zones_new ();
  for (guint i = 0; i < n; i++) {
    gboolean with_next = i + 1 < n && keys[i + 1].timed && keys[i + 1].day == keys[i].day;
    gboolean with_last = i > 0 && keys[i - 1].timed && keys[i - 1].day == keys[i].day;
    if (keys[i].timed && (with_next || with_last))
      keys[i].instant = find_instant (stage, keys[i].index, zones);
  }
}

static void
sort (Key *keys, guint n, ChnStage *stage)
{
  if (!are_ordered (keys, n, stage)) /* most files are in order already */
    g_qsort_with_data (keys, (gint) n, sizeof (Key), compare, stage);
}

guint32 *
chn_seal_order (ChnStage *stage)
{
  guint n = stage->heads->len;
  gboolean timed = FALSE;
  g_autofree Key *keys = g_new (Key, MAX (n, 1));
  for (guint i = 0; i < n; i++) {
    const ChnRowHead *head = chn_stage_get_head (stage, i);
    gint64 day = head->earliest == CHN_TIME_MIN ? G_MININT64 : chn_civil_find_day (head->earliest);
    keys[i] = (Key){ day, head->earliest, (head->date_flags & CHN_DATE_TIMED) != 0, i };
    timed = timed || keys[i].timed;
  }
  sort (keys, n, stage);
  if (timed) {
    find_instants (keys, n, stage);
    sort (keys, n, stage);
  }
  guint32 *order = g_new (guint32, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    order[i] = keys[i].index;
  return order;
}
