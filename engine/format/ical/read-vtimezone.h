/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/scan.h"
#include "zone/rules.h"

/* What a VTIMEZONE says. */
typedef struct {
  char *tzid;          /* NULL: none */
  char *location;      /* X-LIC-LOCATION; NULL: none */
  ChnZoneRules *rules; /* of its STANDARD and DAYLIGHT parts; perhaps none */
  GError *error;       /* of the first line of a part that cannot be followed, whose rules would show wrong times */
} ChnVtimezone;

/* Reads the lines of one, from BEGIN on. Lines that are none are passed over: reading the whole file reports them. */
void chn_vtimezone_read (ChnVtimezone *vtimezone, const char *bytes, gsize length, const ChnLimits *limits);
void chn_vtimezone_clear (ChnVtimezone *vtimezone);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnVtimezone, chn_vtimezone_clear)
