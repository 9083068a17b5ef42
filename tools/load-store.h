/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/store-excerpt.h>

#include "program.h"

/* A question that is put to a store: what it may name there, and the query bound to that. */
struct _StoreAsked {
  ChnStore *store;
  GHashTable *called;   /* what events are called of which `named` has all that are called so */
  ChnTimeline *named;   /* NULL where no query is asked, or it cannot be put so; then … */
  ChnBoundQuery *query; /* … this, too, as where it names what is not there */
  char *text;           /* of the query */
  gboolean is_wrong;    /* and would be, asked of all that there is, for the same reason */
};

/* Puts the question of the program to a store, once; the program owns it. NULL with an error. */
StoreAsked *load_store_put (Program *program, const char *place, GError **error);

/* Whether a store alone is asked for what it holds now: what is read is neither judged nor narrowed any more. */
gboolean load_store_suffices (const Program *program);

/* Whether what the question names tells of what is not public, as do sources that no event cites. */
gboolean store_asked_hides (const StoreAsked *asked);

/* All of a store that is open. */
ChnTimeline *load_store_whole (const Program *program, ChnStore *store, ChnReport *report, GError **error);

/* An excerpt of a store that is open. */
ChnTimeline *load_store_excerpt (const Program *program, ChnStore *store, const ChnStoreExcerpt *excerpt,
                                 ChnReport *report, GError **error);

/* An event of a store as it stood at a revision, and what it was related to; of none there, an empty timeline. */
ChnTimeline *load_store_event (const Program *program, ChnStore *store, guint64 revision, const char *id,
                               GError **error);

/* The timeline of a store: of one that is asked a query as much as the answer takes, else all of it. */
ChnTimeline *load_store (Program *program, const char *place, ChnReport *report, GError **error);
