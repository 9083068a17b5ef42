/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/store.h>

#include "program.h"

/* All of a store that is open. */
ChnTimeline *load_store_whole (const Program *program, ChnStore *store, ChnReport *report, GError **error);

/* An event of a store as it stood at a revision, and what it was related to; of none there, an empty timeline. */
ChnTimeline *load_store_event (const Program *program, ChnStore *store, guint64 revision, const char *id,
                               GError **error);

/* The timeline of a store: of one that is asked a query as much as the answer takes, else all of it. */
ChnTimeline *load_store (Program *program, const char *place, ChnReport *report, GError **error);
