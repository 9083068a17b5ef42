/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/rows.h>

/*
 * What a calendar app shows below the title: summary, date in words and EDTF, who, vote, documents,
 * disputed points, numbered sources. Plain text with line breaks.
 */
char *chn_ical_dup_description (const ChnTimeline *timeline, const ChnEvent *event);
