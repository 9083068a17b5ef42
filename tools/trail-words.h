/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "trail-graph.h"

/* What is said of the events of a trail; days are unbroken, with no-break spaces for chn_text_wrap(). */
typedef struct {
  const TrailGraph *graph;
  GHashTable *days; /* day in words -> how many events have it */
} TrailWords;

TrailWords *trail_words_new (const TrailGraph *graph);
void trail_words_free (TrailWords *words);

/* "18 November 2014"; of a folded series its first and last day. */
char *trail_words_dup_day (const TrailWords *words, guint place);
/* "[Not held] The Council …"; of a folded series "8 yearly resolutions of the General Assembly". */
char *trail_words_dup_title (const TrailWords *words, guint place);
/* "responds to 17 February 2014; cites 28 March 2014 and 14 April 2014", only of what is earlier; may be empty. */
char *trail_words_dup_relations (const TrailWords *words, guint place);

/* What is said of relations of one kind, and where they lead. */
typedef struct {
  char *text;           /* "cites 28 March 2014 and 14 April 2014" */
  gboolean is_citation; /* and nothing that binds more */
  GArray *targets;      /* guint: the places of events, or of the first of a folded series, each once */
} TrailRelation;

/* The relations of a place, each of which TrailRelation is one; none of what stands between events that are shown. */
GPtrArray *trail_words_list_relations (const TrailWords *words, guint place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrailWords, trail_words_free)
