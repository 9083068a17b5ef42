/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/date.h>

/*
 * chn_date_get_utc_offset() of a date's text, which is parsed only where the offset is not plainly written: parsing
 * takes ten times as long, and there may be a date for each of many events.
 */
gboolean chn_date_find_offset (const char *text, int *minutes);
