/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "format/yaml/feeds-file.h"

/* A feed with the file that declares it. */
typedef struct {
  ChnFeed feed;
  const char *file; /* NULL where it has no name */
} ChnDeclaredFeed;

/* All feeds of a site, by name; the timeline keeps their texts, and the file beside it. */
typedef struct {
  ChnTimeline *timeline;
  ChnFeedsFile file;
  GArray *feeds; /* ChnDeclaredFeed */
} ChnDeclaredFeeds;

/*
 * Gathers the feeds that a timeline declares, and those of a file beside it, or NULL. What does not go together is in
 * the report; FALSE where the file cannot be read.
 */
gboolean chn_declared_feeds_gather (ChnDeclaredFeeds *declared, ChnTimeline *timeline, const char *path,
                                    ChnReport *report, GError **error);
void chn_declared_feeds_clear (ChnDeclaredFeeds *declared);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnDeclaredFeeds, chn_declared_feeds_clear)

/* The feed of this name, or NULL. */
const ChnDeclaredFeed *chn_declared_feeds_find (const ChnDeclaredFeeds *declared, const char *name);

/* How many errors a report has, as an error; FALSE when it has any. */
gboolean chn_declared_feeds_conclude (const ChnReport *report, GError **error);
