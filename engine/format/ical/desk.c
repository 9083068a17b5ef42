/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The tools of whoever writes events. */
#include "format/ical/desk.h"

#include "format/options.h"

ChnIcalDesk *
chn_ical_desk_new (const ChnWriteJob *job)
{
  ChnIcalDesk *desk = g_new (ChnIcalDesk, 1);
  desk->event = chn_event_new ();
  desk->describer = chn_describer_new ();
  desk->zones = chn_zones_new ();
  desk->categories = chn_categories_new (chn_timeline_get_registry (job->timeline));
  desk->payload = job->options->no_payload ? NULL : chn_payload_new ();
  desk->uid = g_string_new (NULL);
  return desk;
}

void
chn_ical_desk_free (ChnIcalDesk *desk)
{
  if (!desk)
    return;
  chn_event_free (desk->event);
  chn_describer_free (desk->describer);
  chn_zones_free (desk->zones);
  chn_categories_free (desk->categories);
  chn_payload_free (desk->payload);
  g_string_free (desk->uid, TRUE);
  g_free (desk);
}

ChnIcalPage
chn_ical_desk_open_page (ChnIcalDesk *desk, const ChnWriteJob *job)
{
  return (ChnIcalPage){
    .job = job,
    .line = { .out = job->out },
    .payload = desk->payload,
    .describer = desk->describer,
    .zones = desk->zones,
    .uid = desk->uid,
    .categories = desk->categories,
  };
}

void
chn_ical_desk_load (ChnIcalDesk *desk, ChnIcalPage *page, guint row)
{
  chn_timeline_load (page->job->timeline, row, desk->event);
  page->event = desk->event;
  page->row = row;
}
