/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/scan.h"

/* Which components of a file are open, by what their BEGIN and END lines say and leave out. */

enum { CHN_ICAL_MOST_DEPTH = 16, CHN_ICAL_LONGEST_NAME = 96 /* more than a message shows */ };

typedef struct {
  char name[CHN_ICAL_LONGEST_NAME]; /* in upper case */
  guint line;
} ChnIcalLevel;

typedef struct {
  ChnIcalLevel level[CHN_ICAL_MOST_DEPTH];
  guint depth; /* it may be more than there are levels, of which no more is known then */
} ChnIcalNesting;

/* The level that a BEGIN opens. */
void chn_ical_level_init (ChnIcalLevel *level, const ChnScanLine *line);
/* The level that has ended where a component begins, since none of its kind lies within another; 0 for none. */
guint chn_ical_nesting_find_unended (const ChnIcalNesting *nesting, const char *next);
/* The level that has a name, the innermost; 0 for none. */
guint chn_ical_nesting_find (const ChnIcalNesting *nesting, const ChnSlice *name);
/*
 * The level that an END closes; 0 for none. One that is named as no component is called, and that nothing began, is
 * misspelt and ends what is open; one of a component that has ended already ends nothing.
 */
guint chn_ical_nesting_find_closed (const ChnIcalNesting *nesting, const ChnSlice *name);
