/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>
/* The terms that are declared so far; NULL while none is. */
const ChnVocabulary *chn_timeline_builder_get_vocabulary (ChnTimelineBuilder *builder);

/*
 * Whether a file is new; one that was taken before is noted, and not to be read again. Its identity is what tells it
 * from other files, by whatever name.
 */
gboolean chn_timeline_builder_take_file (ChnTimelineBuilder *builder, const char *identity, const char *name);

/*
 * Takes back the event with an id that was added last, as a better copy of it is to come; nothing where there is
 * none.
 */
void chn_timeline_builder_take_back (ChnTimelineBuilder *builder, const char *id);

/*
 * Whether whoever adds events sees to it that no two of those that it adds while this is set come under one UID,
 * which spares to look for such.
 */
void chn_timeline_builder_set_distinct_uids (ChnTimelineBuilder *builder, gboolean distinct);

/* The texts of the saved queries that it has so far. */
GPtrArray *chn_timeline_builder_list_queries (const ChnTimelineBuilder *builder);

/* The keys of sources that others which it has so far correct or withdraw; of strings. */
GPtrArray *chn_timeline_builder_list_corrected (const ChnTimelineBuilder *builder);

/* What is read is a part of a timeline that has so many events, by visibility. */
void chn_timeline_builder_set_whole (ChnTimelineBuilder *builder, const guint *whole);

/* Whether links may lead out of a folder that is read. */
gboolean chn_timeline_builder_follows_links (const ChnTimelineBuilder *builder);

/* The same without a note: whether a file was taken before, as it is from now on. */
gboolean chn_timeline_builder_knows_file (ChnTimelineBuilder *builder, const char *identity);
