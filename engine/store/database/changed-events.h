/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/schema.h"

/* In which events two timelines differ, as far as a store tells events apart; texts are those of the timelines. */
typedef struct {
  const ChnTimeline *old, *new;
  GPtrArray *ids;    /* of events that were changed, added or taken out */
  GArray *rows;      /* of the new timeline: those of them that are there */
  GHashTable *known; /* of `ids`, those that were there before */
} ChnStoreChangedEvents;

gboolean chn_store_find_changed_events (ChnStoreChangedEvents *changed, ChnDatabaseKind kind, const ChnTimeline *old,
                                        const ChnTimeline *new, GError **error);
void chn_store_changed_events_clear (ChnStoreChangedEvents *changed);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnStoreChangedEvents, chn_store_changed_events_clear)
