/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* When a calendar was made of a timeline, as far as that can be told from the timeline. */
#include "format/ical/stamp.h"

#include "base/civil.h"
#include "format/ical/when.h"

/* Civil seconds, 0 where the text is no date from 1970 on with a beginning. */
static gint64
read_time (const char *text)
{
  g_autoptr (ChnDate) date = text ? chn_date_parse (text, -1, NULL) : NULL;
  gint64 earliest = date ? chn_date_get_bounds (date)->earliest : 0;
  int minutes = 0;
  if (date && chn_date_get_utc_offset (date, &minutes))
    earliest -= minutes * 60;
  return CLAMP (earliest, 0, chn_civil_to_days (9999, 12, 31) * CHN_DAY_SECONDS);
}

static gint64
find_revision (const ChnTimeline *timeline)
{
  gint64 found = 0;
  for (guint i = 0; i < chn_timeline_get_n_origins (timeline) && found == 0; i++)
    found = read_time (chn_timeline_get_header (timeline, i, CHN_HEADER_REVISED));
  return found;
}

static gint64
read_epoch (void)
{
  const char *text = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds = text ? g_ascii_strtoll (text, NULL, 10) : 0;
  return CLAMP (seconds, 0, chn_civil_to_days (9999, 12, 31) * CHN_DAY_SECONDS);
}

/* What is dated to a month or year alone may be any day of it, and none is newest. */
static gint64
find_newest_source (const ChnTimeline *timeline)
{
  gint64 newest = 0;
  for (guint i = 0; i < chn_timeline_get_n_sources (timeline); i++) {
    const char *text = chn_timeline_get_source (timeline, i)->text[CHN_SOURCE_DATE];
    g_autoptr (ChnDate) date = text ? chn_date_parse (text, -1, NULL) : NULL;
    if (date && chn_date_get_bounds (date)->precision <= CHN_PRECISION_DAY)
      newest = MAX (newest, read_time (text));
  }
  return newest;
}

void
chn_stamp_find (const ChnTimeline *timeline, char stamp[24])
{
  gint64 time = find_revision (timeline);
  if (time == 0)
    time = read_epoch ();
  if (time == 0)
    time = find_newest_source (timeline);
  chn_when_format_utc (time, stamp);
}
