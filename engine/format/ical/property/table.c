/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The properties of VEVENT that mean something to an event, in the order in which they are read and written. */
#include "format/ical/property/property.h"

static const ChnIcalProperty *const properties[] = {
  &chn_ical_uid,      &chn_ical_dtstamp, &chn_ical_last_modified, &chn_ical_dtstart,
  &chn_ical_rrule,    &chn_ical_summary, &chn_ical_description,   &chn_ical_categories,
  &chn_ical_location, &chn_ical_url,     &chn_ical_related_to,    &chn_ical_status,
  &chn_ical_transp,   &chn_ical_class,   &chn_ical_priority,      &chn_ical_attendee,
};

const ChnIcalProperty *const *
chn_ical_get_properties (guint *n)
{
  *n = G_N_ELEMENTS (properties);
  return properties;
}
