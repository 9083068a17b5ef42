/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * What of a date is known where a column says how precise it is: "day", "week", "month", "year", "decade", "century"
 * or "millennium". The date is EDTF of a day, a month or a year. NULL where the word or the date is none of these.
 */
char *chn_date_precision_dup (const char *edtf, const char *word);
