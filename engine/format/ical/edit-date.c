/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Whether the days or the time of an event were moved. Clients may write the same moment in another zone,
 * and an imprecise date may have been shown as a span or as one day: only what none of these explains was
 * moved by a person.
 */
#include <string.h>

#include "base/civil.h"
#include "format/ical/edit.h"

static gboolean
is_days (const ChnWhen *when, const ChnIcalSpan *span)
{
  gint64 first = span->start.seconds / CHN_DAY_SECONDS;
  gint64 end = MAX (span->end, span->start.seconds + CHN_DAY_SECONDS) / CHN_DAY_SECONDS;
  return span->start.is_date && first == when->first_day && end == when->end_day;
}

static gint64
get_instant (const ChnIcalSpan *span)
{
  gint64 civil = span->start.seconds;
  return span->zone ? civil - chn_file_zone_get_offset (span->zone, civil) : civil;
}

static gboolean
is_shown_as (const ChnWhen *when, const ChnIcalSpan *span)
{
  gboolean instant = !span->start.is_date && (span->start.is_utc || span->zone);
  switch (when->kind) {
  case CHN_WHEN_DAYS:
    return is_days (when, span);
  case CHN_WHEN_UTC:
  case CHN_WHEN_ZONED:
    return instant && get_instant (span) == when->utc;
  case CHN_WHEN_FLOATING:
    return !span->start.is_date && !span->start.is_utc && span->start.seconds == when->civil;
  default:
    return FALSE;
  }
}

static gboolean
is_shown (ChnIcalEdit *edit, const ChnIcalSpan *span)
{
  static const struct {
    ChnImprecise imprecise;
    gboolean daily;
  } ways[] = { { CHN_IMPRECISE_AUTO, FALSE },
               { CHN_IMPRECISE_SPAN, FALSE },
               { CHN_IMPRECISE_ANCHOR, FALSE },
               { CHN_IMPRECISE_AUTO, TRUE } };
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    g_auto (ChnWhen) when = { 0 };
    chn_ical_expect_when (edit->expectation, edit->before, ways[i].imprecise, ways[i].daily, &when);
    if (is_shown_as (&when, span))
      return TRUE;
  }
  return FALSE;
}

/* An instant as clocks show it where the event is: by its zone, else by the offset that its date had. */
static void
restore_place (ChnIcalEdit *edit, ChnIcalSpan *span, int *offset)
{
  const char *zone_name = chn_event_get_text (edit->before, CHN_FIELD_ZONE);
  ChnSlice name = { zone_name, zone_name ? strlen (zone_name) : 0 };
  ChnFileZone *zone = zone_name ? chn_file_zones_find (edit->reader->zones, &name) : NULL;
  int minutes = 0;
  if (zone)
    *offset = chn_file_zone_get_offset_at (zone, span->start.seconds);
  else if (chn_date_get_utc_offset (chn_event_get_date (edit->before, CHN_FIELD_DATE), &minutes))
    *offset = minutes * 60;
  span->start.seconds += *offset;
  span->end += *offset;
}

static ChnDate *
make_date (ChnIcalEdit *edit, ChnIcalSpan *span)
{
  int offset = 0;
  if (span->all_day || !span->start.is_utc)
    return chn_ical_span_to_date (span);
  restore_place (edit, span, &offset);
  if (offset == 0 || offset % 60 != 0)
    return chn_ical_span_to_date (span);
  span->start.is_utc = FALSE;
  span->zone = NULL;
  g_autoptr (ChnDate) civil = chn_ical_span_to_date (span);
  g_autofree char *text = g_strdup_printf ("%s%c%02d:%02d", chn_date_get_text (civil), offset < 0 ? '-' : '+',
                                           ABS (offset) / 3600, ABS (offset) / 60 % 60);
  return chn_date_parse (text, -1, NULL);
}

static gboolean
is_same_line (const ChnIcalLine *a, const ChnIcalLine *b)
{
  return a == b || (a && b && a->head.length == b->head.length && a->value.length == b->value.length &&
                    memcmp (a->head.text, b->head.text, a->head.length) == 0 &&
                    memcmp (a->value.text, b->value.text, a->value.length) == 0);
}

static gboolean
is_as_written (const ChnIcalEdit *edit)
{
  static const ChnIcalName names[] = { CHN_ICAL_DTSTART, CHN_ICAL_DTEND, CHN_ICAL_DURATION };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!is_same_line (edit->reader->only[names[i]], edit->expected[names[i]]))
      return FALSE;
  return TRUE;
}

void
chn_ical_edit_date (ChnIcalEdit *edit)
{
  ChnIcalSpan span;
  const ChnIcalLine *start = edit->reader->only[CHN_ICAL_DTSTART];
  if (!start || is_as_written (edit) || !chn_ical_read_span (edit->reader, &span) || is_shown (edit, &span))
    return;
  const char *zone = span.zone ? chn_file_zone_get_name (span.zone) : NULL;
  g_autoptr (ChnDate) date = make_date (edit, &span);
  if (!date)
    return;
  chn_event_set_date (edit->event, CHN_FIELD_DATE, date);
  if (zone)
    chn_event_set_text (edit->event, CHN_FIELD_ZONE, zone, -1);
  chn_ical_edit_note (edit, start, CHN_FIELD_DATE, chn_date_get_text (date));
}
