/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/store.h>

G_BEGIN_DECLS

/**
 * ChnStoreExcerpt:
 *
 * A part of a store that is edited in place of all of it, which may be more than a machine holds.
 */
typedef struct _ChnStoreExcerpt ChnStoreExcerpt;

/**
 * chn_store_excerpt_new:
 * @texts: (array zero-terminated=1): what may name events that are changed, or what they are related to, by their
 *   ids, and sources that they cite, by their keys
 *
 * Returns: (transfer full): an excerpt, which is not read yet
 */
CHN_API ChnStoreExcerpt *chn_store_excerpt_new (const char *const *texts);
CHN_API void chn_store_excerpt_free (ChnStoreExcerpt *excerpt);

/** chn_store_excerpt_take_all: makes it all that there is. */
CHN_API void chn_store_excerpt_take_all (ChnStoreExcerpt *excerpt);

/**
 * chn_store_excerpt_read:
 * @excerpt: an excerpt
 * @store: a store
 * @builder: where the header and the events of the excerpt go; faults go to its report
 * @error: return location
 *
 * Reads an excerpt. Relations that lead out of it are set aside, but those of events that it names are in it.
 */
CHN_API gboolean chn_store_excerpt_read (const ChnStoreExcerpt *excerpt, ChnStore *store, ChnTimelineBuilder *builder,
                                         GError **error);

/**
 * chn_store_excerpt_widen:
 * @excerpt: an excerpt
 * @store: a store
 * @read: what was read of it
 * @made: what somebody made of that
 * @wider: (out): whether the excerpt lacked something
 * @error: return location
 *
 * Widens an excerpt to what a change has to do with: events that have the ids of new ones, or their UIDs, sources
 * that are called as new ones are, and what the lint rules hold an event against. The change is then to be made anew
 * of what chn_store_excerpt_read() reads, and looked at again.
 */
CHN_API gboolean chn_store_excerpt_widen (ChnStoreExcerpt *excerpt, ChnStore *store, const ChnTimeline *read,
                                          const ChnTimeline *made, gboolean *wider, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnStoreExcerpt, chn_store_excerpt_free)

G_END_DECLS
