/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

/* What a name is of; terms by their vocabulary. */
typedef enum {
  CHN_OWN_ACTOR,
  CHN_OWN_FORUM,
  CHN_OWN_KIND, /* and so on: CHN_OWN_KIND + a ChnVocabularyId */
} ChnOwnName;

/* Which of them are copied. */
typedef struct {
  gboolean (*wants) (ChnOwnName kind, const char *id, gpointer data);
  gpointer data;
} ChnOwnNamesChoice;

/*
 * Declares what the timeline itself declares, not what the registry below it does. `file` is for messages; without a
 * choice all is copied.
 */
void chn_own_names_copy (const ChnTimeline *timeline, const char *file, const ChnOwnNamesChoice *choice,
                         ChnTimelineBuilder *builder);
