/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* VALARM (RFC 5545, 3.6.6): a reminder of what is planned. */
#include "format/ical/alarm.h"

#include "format/options.h"

static gboolean
lies_ahead (const ChnIcalPage *page)
{
  const ChnDate *today = page->job->options->today;
  const ChnDateBounds *bounds = chn_event_get_bounds (page->event);
  return today && bounds->earliest != CHN_TIME_MIN && bounds->earliest > chn_date_get_bounds (today)->latest;
}

void
chn_ical_put_alarm (ChnIcalPage *page)
{
  const char *trigger = page->job->options->alarm;
  if (!trigger || chn_event_get_term (page->event, CHN_FIELD_STATUS) != CHN_STATUS_PLANNED || !lies_ahead (page))
    return;
  chn_line_put_property (&page->line, "BEGIN", "VALARM");
  chn_line_put_property (&page->line, "ACTION", "DISPLAY");
  chn_line_put_text_property (&page->line, "DESCRIPTION", chn_event_get_text (page->event, CHN_FIELD_TITLE));
  chn_line_put_property (&page->line, "TRIGGER", trigger);
  chn_line_put_property (&page->line, "END", "VALARM");
}
