/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/columns.h"

/*
 * Which relations are followed away from an event, a bit a type of CHN_VOCABULARY_RELATION. The
 * same relation is stated by the event that has it and received by its target.
 */
typedef struct {
  guint64 stated;   /* followed from the event that has the relation to its target */
  guint64 received; /* followed from the target to the event that has the relation */
} ChnLinks;

/* To what led to an event: earlier targets, and events that say it was to come of them. */
ChnLinks chn_links_get_up (const ChnColumns *columns);
/* To what followed from it: the same relations the other way. */
ChnLinks chn_links_get_down (const ChnColumns *columns);
/* Relations that do not say what came first. */
ChnLinks chn_links_get_beside (const ChnColumns *columns);

/* One step. */
typedef struct {
  guint32 row;
  guint32 type;
  gboolean stated; /* by the event that the step leaves */
} ChnLink;

/* Appends the steps from a row, of type ChnLink, ordered by row, type and who states them. */
void chn_links_append (const ChnLinks *links, const ChnColumns *columns, guint32 row, GArray *found);

enum { CHN_LINKS_STEPS_MAX = 20 * 1000 * 1000 };

/*
 * Sets the bits of the rows that are reached from some rows in one step or, if transitive, in any
 * number; `reached` has a bit a row. Adds to `steps`, and gives up when they are too many.
 */
gboolean chn_links_reach (const ChnLinks *links, const ChnColumns *columns, const guint32 *from, guint n,
                          gboolean transitive, guint64 *steps, guint64 *reached);
