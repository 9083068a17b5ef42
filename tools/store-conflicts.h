/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

/* Shows what two sides made of the events that both changed, field by field, on standard error. */
void store_conflicts_print_events (const GPtrArray *ids, ChnTimeline *read, ChnTimeline *here, ChnTimeline *there);

/* The same of what is said of the whole timeline. */
void store_conflicts_print_header (ChnTimeline *read, ChnTimeline *here, ChnTimeline *there);
