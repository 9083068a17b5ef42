/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/store.h>

/* What names mean in a store, where not all of it is read to tell. */

G_BEGIN_DECLS

/**
 * ChnStoreNames:
 * @words: (array zero-terminated=1): a query, as it was typed
 * @others: (array zero-terminated=1): what else may name events
 * @called: (element-type utf8 utf8): a set that gets the document symbols and titles of which all events were read
 *   that are called so; it frees them
 * @takes_near: whether of a name that no event has those are wanted, too, of which a person is told instead
 * @most: which of these he may know
 *
 * What may name something in a store.
 */
typedef struct {
  const char *const *words;
  const char *const *others;
  GHashTable *called;
  gboolean takes_near;
  ChnVisibility most;
} ChnStoreNames;

/**
 * chn_store_read_named:
 * @store: a store
 * @names: what may name something
 * @builder: where they go
 * @error: return location
 *
 * Reads what a query may name: the header, one event for each name of an actor, forum, tag or series, and all events
 * whose ids, symbols or titles stand in it, where it asks for relations with what these lead to. A query that cannot
 * be bound to the timeline of these has to be asked of all that chn_store_read() reads.
 */
CHN_API gboolean chn_store_read_named (ChnStore *store, const ChnStoreNames *names, ChnTimelineBuilder *builder,
                                       GError **error);

/**
 * ChnStoreEvents:
 * @ids: (array zero-terminated=1): ids of events
 * @follow: whether to follow relations wherever they lead, in both directions; else what is a step away is read
 * @most: which events a person may know who is told what he may have meant
 *
 * Events that somebody names.
 */
typedef struct {
  const char *const *ids;
  gboolean follow;
  ChnVisibility most;
} ChnStoreEvents;

/**
 * chn_store_read_events:
 * @store: a store
 * @events: the events
 * @builder: where they go
 * @are_all: (out): whether all is read that can be told of an id that none has
 * @error: return location
 *
 * Reads the header, events and what they are related to. Of an id that no event has those that may have had it
 * before, that are called so, or whose ids are nearest to it.
 */
CHN_API gboolean chn_store_read_events (ChnStore *store, const ChnStoreEvents *events, ChnTimelineBuilder *builder,
                                        gboolean *are_all, GError **error);

/**
 * chn_store_read_called:
 * @store: a store
 * @name: a document symbol, or a whole title
 * @builder: where they go
 * @are_all: (out): whether these are all that there are
 * @error: return location
 *
 * Reads the header and the events that may be meant by a name which is no id; chn_timeline_find_named() tells which
 * is.
 */
CHN_API gboolean chn_store_read_called (ChnStore *store, const char *name, ChnTimelineBuilder *builder,
                                        gboolean *are_all, GError **error);

/**
 * chn_store_can_ask:
 * @query: a query, bound to what chn_store_read_named() has read
 * @called: (element-type utf8 utf8): the names of which it has read all events
 *
 * Whether it means the same there as of all that a store holds: of an event that is called otherwise than by its id
 * there may be others of the name.
 */
CHN_API gboolean chn_store_can_ask (const ChnBoundQuery *query, GHashTable *called);

/**
 * chn_store_can_judge:
 * @query: a query that cannot be bound to what chn_store_read_named() has read
 * @named: the timeline of that
 * @called: (element-type utf8 utf8): the names of which it has read all events
 *
 * Whether it cannot be bound to all that a store holds either, for the same reason.
 */
CHN_API gboolean chn_store_can_judge (const ChnQuery *query, const ChnTimeline *named, GHashTable *called);

G_END_DECLS
