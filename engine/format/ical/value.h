/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/duration.h>

#include "base/guard.h"

/* The value types of iCalendar (RFC 5545, 3.3), read. */

/* TEXT without its escapes, which makes it no longer. */
void chn_ical_assign_text (GString *out, const char *text, gsize length);
char *chn_ical_dup_text (const ChnSlice *value);

/*
 * Takes the next value of a list of TEXT off the front of the slice: up to a comma that is not
 * escaped. FALSE when none is left; an empty list has one empty value.
 */
gboolean chn_ical_next_text (ChnSlice *rest, gboolean *done, ChnSlice *value);

/* Appends a parameter's value: without quotation marks, ^n ^^ ^' decoded (RFC 6868). */
void chn_ical_append_parameter (GString *out, const ChnSlice *value);

typedef struct {
  gint64 seconds; /* civil, since 1970-01-01T00:00:00; of a date its midnight */
  gboolean is_date;
  gboolean is_utc;
  gboolean is_loose; /* a form of ISO 8601 with hyphens, colons, fractions or an offset, or a time without seconds */
} ChnIcalTime;

/* DATE or DATE-TIME. */
gboolean chn_ical_parse_time (const ChnSlice *value, ChnIcalTime *time, GError **error);

/*
 * The same of what is none: the time that begins the value, as of a list or a period; of a day that a month has not,
 * or an hour behind the 23rd, so many days or hours on. It is loose.
 */
gboolean chn_ical_parse_rough_time (const ChnSlice *value, ChnIcalTime *time);

/* DURATION, which is of days and seconds only. */
gboolean chn_ical_parse_duration (const ChnSlice *value, ChnDuration *duration, GError **error);

/* UTC-OFFSET, in seconds east. */
gboolean chn_ical_parse_offset (const ChnSlice *value, int *seconds);

/* A whole number of at most nine digits; FALSE for anything else. */
gboolean chn_ical_parse_number (const ChnSlice *value, int *number);
