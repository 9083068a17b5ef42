/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "feed/channel.h"

/* All feeds of a site, with what they show; shared by the sites that differ in nothing but their tokens. */
typedef struct {
  gatomicrefcount references;
  ChnDeclaredFeeds declared;
  ChnTimeline *whole;
  ChnTimeline *seen[CHN_VISIBILITY_PRIVATE + 1]; /* by the most that may be seen; NULL while nobody asks for it */
  ChnFeedChannel *channels;                      /* in the order of their names */
  guint n_channels;
  ChnFeedChannel *front; /* NULL: none is */
  char *base_url;        /* NULL: addresses have no host */
  gsize answer_bytes;    /* of an answer at most */
  gint64 loaded;         /* seconds since 1970: since when it has been as it is */
} ChnFeedCatalogue;

/* Faults of the feeds are in the report; NULL where there are any. */
ChnFeedCatalogue *chn_feed_catalogue_new (ChnTimeline *timeline, const char *feeds_file, const char *base_url,
                                          gsize answer_bytes, ChnReport *report, GError **error);
ChnFeedCatalogue *chn_feed_catalogue_ref (ChnFeedCatalogue *catalogue);
void chn_feed_catalogue_unref (ChnFeedCatalogue *catalogue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnFeedCatalogue, chn_feed_catalogue_unref)

/* The feed of this name, or NULL. */
ChnFeedChannel *chn_feed_catalogue_find (const ChnFeedCatalogue *catalogue, const char *name);
