/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/store-excerpt.h>

#include "program.h"

/* A store, or an excerpt of it, as the file that it would be, as it stood at a revision. */
typedef struct {
  guint64 revision;
  ChnTimeline *timeline;
  GBytes *bytes;                  /* of it, as YAML */
  gboolean is_whole;              /* and not only what everybody may see */
  const ChnStoreExcerpt *excerpt; /* borrowed; NULL for all there is */
} StoreState;

/* A timeline as the file that it would be. */
GBytes *store_state_dup_yaml (const ChnTimeline *timeline, GError **error);

/* Reads all of it as it is; with `at` above 0 as it stood then. To be cleared. */
gboolean store_state_read (StoreState *state, const Program *program, ChnStore *store, guint64 at, GError **error);
/* The same of an excerpt of it as it is. */
gboolean store_state_read_excerpt (StoreState *state, const Program *program, ChnStore *store,
                                   const ChnStoreExcerpt *excerpt, GError **error);
/* All of it as it is, but no file of it, to make which takes longer. */
gboolean store_state_read_timeline (StoreState *state, const Program *program, ChnStore *store, GError **error);
void store_state_clear (StoreState *state);

/*
 * Writes what somebody made of a state, and nothing else. What others have changed meanwhile stays; where they
 * changed the same event, or the same of what is said of the whole timeline, both sides are shown, field by field,
 * and it is an error: then nothing is written. `name` is the store's in messages; `checked` is the timeline of what
 * was made, where that was read already, else NULL.
 */
gboolean store_state_save (const StoreState *state, Program *program, ChnStore *store, const char *name, GBytes *made,
                           ChnTimeline *checked, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StoreState, store_state_clear)
