/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/deadline.h"
#include "query/condition.h"
#include "query/query.h"

typedef struct _ChnBoundNode ChnBoundNode;

/* The tree of a query over one timeline. A saved query stands in it as its own tree. */
struct _ChnBoundNode {
  ChnNodeKind kind;
  const char *saved;     /* the name of the saved query that this is the tree of, or NULL */
  gboolean is_users_own; /* that query is the user's own */
  guint n_children;
  ChnBoundNode **children;
  ChnCondition condition; /* of a term */
};

struct _ChnBoundQuery {
  ChnQuery *query;
  GPtrArray *saved; /* of ChnQuery: saved queries that it refers to */
  GPtrArray *dates;
  ChnZones *zones;
  ChnArena *arena;
  const ChnSavedQuery *own; /* while binding: the user's saved queries */
  guint n_own;
  ChnTimeline *timeline;
  const ChnColumns *columns;
  ChnBoundNode *root;
  gboolean asks_day;     /* what it finds depends on which day it is */
  ChnDeadline *deadline; /* NULL: it may take as long as it takes */
};

/*
 * As chn_query_bind(), for a query that somebody else asks: when the deadline has passed, binding fails and running
 * gives what was found until then, so whoever runs it asks the deadline.
 */
ChnBoundQuery *chn_query_bind_until (const ChnQuery *query, ChnTimeline *timeline, const ChnDate *today,
                                     ChnDeadline *deadline, GError **error);

/* Whether each event that it names is named by its id, or by what it is called, where that is in a set: all events
 * that are called so are in its timeline then. */
gboolean chn_bound_query_knows_events (const ChnBoundQuery *query, GHashTable *called);

/* What the node answers of a row. */
ChnAnswer chn_bound_node_answer (const ChnBoundNode *node, const ChnColumns *columns, guint row);
