/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/query.h>

#include "query/tree.h"

/* Bound queries keep the query alive. */
struct _ChnQuery {
  gatomicrefcount references;
  ChnArena *arena;
  const char *text;
  ChnNode *root;
  ChnLimits limits;
};

ChnQuery *chn_query_ref (const ChnQuery *query);

/* Whether what it finds may depend on where relations lead: by a term, or by a saved query, of which that is not
 * known yet. */
gboolean chn_query_follows_relations (const ChnQuery *query);

/* Whether none of its terms names anything: they ask for words in texts alone. */
gboolean chn_query_names_nothing (const ChnQuery *query);

/* Whether its terms name nothing but actors, forums, tags, series, what vocabularies and the calendar have, and
 * events that a timeline has, or of which it was looked up who is called so. */
gboolean chn_query_names_listed (const ChnQuery *query, const ChnTimeline *timeline, GHashTable *called);

/* What may name events: of each name a list of what it may be, an id, a document symbol or a title. */
GPtrArray *chn_query_list_event_names (const ChnQuery *query);
