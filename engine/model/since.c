/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How many days after a date an event took place. */
#include "model/since.h"

#include "date/distance.h"

char *
chn_since_dup_days (const ChnSince *since, const ChnEvent *event)
{
  if (since->event && g_strcmp0 (since->event, chn_event_get_text (event, CHN_FIELD_ID)) == 0)
    return g_strdup ("0 days");
  return chn_date_dup_distance (since->date, chn_event_get_date (event, CHN_FIELD_DATE));
}
