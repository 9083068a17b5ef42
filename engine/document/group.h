/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/rows.h>

#include "document/profile.h"

/* Rows that stand below one heading. */
typedef struct {
  char *title; /* NULL: none */
  guint level;
  gboolean is_rest;  /* of rows without a name to stand under */
  gboolean has_year; /* every row is of that year, which the heading says */
  gint64 year;
  GArray *rows; /* guint, in the order in which they are told */
} ChnRowGroup;

/*
 * The rows below their headings: the sections (document/sections.h) and within each what the profile groups by. Years
 * and months are headings only where rows run forward or backward in time. Names of forums and actors are headings in
 * the order of the alphabet, as in an index, what has none last. A row may stand in several groups.
 * ChnRowGroup, owned.
 */
GPtrArray *chn_rows_group (const ChnTimeline *timeline, const ChnRows *rows, const ChnProfile *profile);
