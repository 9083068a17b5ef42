/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/changed-events.h"
#include "store/database/find.h"

/* What is looked for in a store beside a part of it that was read. */
typedef struct {
  ChnStore *store;
  ChnStoreView view;
  const ChnTimeline *read;
  GHashTable *asked; /* what was looked for before, which is not looked for again */
  GHashTable *found; /* ids of events */
} ChnStoreSearch;

/*
 * Finds the events that a change has to do with, where they have ids or UIDs that its events have, cite what may be
 * its new sources, or stand beside its events in time; `too_many` is set where it takes all to tell.
 */
gboolean chn_store_find_around (const ChnStoreSearch *search, const ChnStoreChangedEvents *changed,
                                gboolean *too_many, GError **error);
