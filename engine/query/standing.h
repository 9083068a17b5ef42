/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "date/ends.h"
#include "query/bound.h"

/* Whether a tree asks for dates, other than to leave them out. */
gboolean chn_bound_node_asks_dates (const ChnBoundNode *node);

/* The civil time that a tree asks for, at its widest; all of time where it asks for none. */
ChnDateStretch chn_bound_node_find_reach (const ChnBoundNode *node);

/* Whether a row's own date counts: in none of the terms something else has taken its place. */
gboolean chn_bound_node_keeps_own (const ChnBoundNode *node, guint row);

/* The first later occurrence of a row that lies as some term asks, within a stretch; FALSE where there is none. */
gboolean chn_bound_node_find_occurrence (const ChnBoundNode *node, guint row, const ChnDateStretch *within,
                                         ChnDateStretch *first);

/* Whether what it asks for may lie in a stretch of civil time. */
gboolean chn_bound_node_may_meet (const ChnBoundNode *node, gint64 from, gint64 to);
