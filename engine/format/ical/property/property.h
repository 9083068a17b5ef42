/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/edit.h"

/*
 * A property of VEVENT, or a few that only together say something: a row of the table in table.c, in which any
 * function may be NULL.
 */
typedef struct {
  guint64 names;    /* of the lines */
  gboolean is_text; /* the values are TEXT (RFC 5545, 3.3.11) */
  guint64 fields;   /* that an edit of these lines may change; none where clients are not heard */

  /* Makes fields of the event out of the reader's lines. */
  void (*read) (ChnIcalReader *reader);

  /* Writes lines of the writer's event. */
  void (*write) (ChnIcalWriter *writer);

  /* Whether the lines that came with the event may go out as they came: the fields still say the same. */
  gboolean (*stands) (const ChnIcalWriter *writer);

  /* Changes the fields, which were found to differ, as somebody edited the lines. */
  void (*edit) (ChnIcalEdit *edit);
} ChnIcalProperty;

#define CHN_FIELD_BIT(field) (G_GUINT64_CONSTANT (1) << (field))

/* Each has a file of its name. */
extern const ChnIcalProperty chn_ical_uid, chn_ical_dtstamp, chn_ical_last_modified, chn_ical_dtstart, chn_ical_rrule,
    chn_ical_summary, chn_ical_description, chn_ical_categories, chn_ical_location, chn_ical_url, chn_ical_related_to,
    chn_ical_status, chn_ical_transp, chn_ical_class, chn_ical_priority, chn_ical_attendee;

/* All of them, in the order of lines in a file. */
const ChnIcalProperty *const *chn_ical_get_properties (guint *n);
