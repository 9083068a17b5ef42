/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/nesting.h"
#include "zone/rules.h"

/* What a VTIMEZONE says. */
typedef struct {
  char *tzid;          /* NULL: none */
  char *location;      /* X-LIC-LOCATION; NULL: none */
  ChnZoneRules *rules; /* of its STANDARD and DAYLIGHT parts; perhaps none */
  guint line;          /* of its BEGIN */
  GError *error;       /* of the first line of a part that cannot be followed, whose rules would show wrong times */
} ChnVtimezone;

/*
 * Reads the lines of a file up to the end of the next one, wherever that end is said or missing; FALSE where there is
 * none. What is open is kept from one to the next. Lines that are none are passed over: reading the whole file
 * reports them.
 */
gboolean chn_vtimezone_read_next (ChnVtimezone *vtimezone, ChnScanner *scanner, ChnIcalNesting *nesting);
void chn_vtimezone_clear (ChnVtimezone *vtimezone);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnVtimezone, chn_vtimezone_clear)
