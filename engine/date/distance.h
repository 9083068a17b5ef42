/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "date/date.h"

/*
 * How many days one date lies after another, by the calendar: "+41 days", before it "-3 days"; where it may be one of
 * several, or where it lasts, from the first to the last: "+41 to +45 days". The days are those from the day on which
 * what they are counted from began. "about" and "possibly" are said of dates that are; NULL where nothing is known.
 */
char *chn_date_dup_distance (const ChnDate *from, const ChnDate *to);
