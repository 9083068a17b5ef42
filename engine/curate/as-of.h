/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/as-of.h>

#include "timeline/successors.h"

/* When a source came out, in civil seconds. What is not known has no bound. */
typedef struct {
  gint64 earliest, latest;
} ChnPublication;

/* The question: whose knowledge, and what of each source (by its index) is known. */
typedef struct {
  const ChnTimeline *timeline;
  gint64 until; /* its last second */
  gboolean strict;
  const char *later; /* the date of a plan without one */
  const ChnPublication *publications;
  const ChnSuccessors *successors; /* among the sources that are out */
} ChnAsOf;

/* What a citation means to somebody who asks as of then. */
typedef enum {
  CHN_BEARING_LATER,      /* not published, or not so that it counts */
  CHN_BEARING_FORESHADOW, /* older than the event without announcing it: supports nothing */
  CHN_BEARING_ANNOUNCE,   /* says that the event is planned */
  CHN_BEARING_REPORT,     /* says what happened */
} ChnBearing;

/* as-of-source.c */
ChnPublication chn_publication_find (const ChnSource *source);
ChnBearing chn_as_of_weigh (const ChnAsOf *as_of, const ChnEvent *event, const ChnCitation *citation);

/* as-of-event.c: fills an event with what was known of another, which is that of the row; FALSE when nothing was. */
gboolean chn_as_of_recall (const ChnAsOf *as_of, guint row, const ChnEvent *event, ChnEvent *recalled);
