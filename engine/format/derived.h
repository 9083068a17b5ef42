/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>
#include <chancery/report.h>

/* What flat formats show of a date beside its text. It follows from the date, and is not trusted when it is read. */
typedef enum { CHN_DERIVED_EARLIEST, CHN_DERIVED_LATEST, CHN_DERIVED_PRECISION, CHN_N_DERIVED } ChnDerived;

/* Room for a value. It begins as zeros, and keeps the last day that was asked for: the next is often the same. */
typedef struct {
  gboolean has_day;
  gint64 day; /* since 1970-01-01 */
  char text[48];
} ChnDerivedText;

const char *chn_derived_get_name (ChnDerived derived);

/*
 * The value for the event's date: an ISO 8601 date, "2014-11-18", with the time of day ("T15:08:00") where there is
 * one; years before 0 and after 9999 in expanded form, "-0044-03-15", "+12345-01-01". NULL for an end that is open or
 * unknown. The text is the buffer's or constant.
 */
const char *chn_derived_format_bounds (ChnDerived derived, const ChnDateBounds *bounds, ChnDerivedText *buffer);
const char *chn_derived_format (ChnDerived derived, const ChnEvent *event, ChnDerivedText *buffer);

/* Notes in the report when what was found (NULL for nothing) is not what the date says. `place` is the finding's. */
void chn_derived_check (ChnDerived derived, const ChnEvent *event, const char *found, ChnReport *report,
                        const ChnFinding *place);
