/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/columns.h"

/*
 * The days on which an event does not recur though its rule says so: what a calendar said in EXDATE
 * (RFC 5545, 3.8.5.1), which is kept among the event's extras. Of a time in UTC it is the day on the event's clock.
 *
 * Days since the epoch, ascending; NULL when there are none.
 */
GArray *chn_excluded_new (const ChnColumns *columns, guint row);

/* Whether the civil second lies on one of the days. */
gboolean chn_excluded_have (const GArray *days, gint64 second);
