/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/limits.h>
#include <chancery/match.h>
#include <chancery/report.h>

G_BEGIN_DECLS

/**
 * ChnUnion:
 *
 * Two chronologies of which one is made: the events of both, those that are one joined.
 */
typedef struct _ChnUnion ChnUnion;

/**
 * ChnUnionCounts:
 * @n_joined: events that both have
 * @n_new: events that only the second has
 * @n_renamed: of these, those whose id another event had
 * @n_claims: claims that were made of what differs
 * @n_sources: sources that both have
 * @n_comments: comments of the second that were taken over
 *
 * What came of it.
 */
typedef struct {
  guint n_joined;
  guint n_new;
  guint n_renamed;
  guint n_claims;
  guint n_sources;
  guint n_comments;
} ChnUnionCounts;

/**
 * chn_union_new:
 * @ours: the timeline into which the other goes; referenced
 * @theirs: the other; referenced
 *
 * Looks for events that are one. Those with a score of %CHN_MATCH_SURE and more will be joined.
 *
 * Returns: (transfer full): the union
 */
CHN_API ChnUnion *chn_union_new (ChnTimeline *ours, ChnTimeline *theirs);
CHN_API void chn_union_free (ChnUnion *chronologies);

/** chn_union_get_matches: (array length=n): pairs of events that may be one, by the rows of the first timeline. */
CHN_API const ChnMatch *chn_union_get_matches (const ChnUnion *chronologies, guint *n);

/** chn_union_set_joined: whether the events of a match are to be joined. */
CHN_API void chn_union_set_joined (ChnUnion *chronologies, guint match, gboolean joined);

/** chn_union_is_joined: whether they will be. */
CHN_API gboolean chn_union_is_joined (const ChnUnion *chronologies, guint match);

/**
 * chn_union_run:
 * @chronologies: a union
 * @ours: the first timeline as a file (YAML)
 * @theirs: the second likewise
 * @limits: (nullable): bounds on what is read
 * @report: where it goes what both declare otherwise
 * @error: return location
 *
 * Changes the first file in place: what stays keeps its lines, order and comments. Each event says where it came
 * from. Of a field that both have, the better attested value stands, then the more precise one, then that of the
 * first; the other becomes a claim. Doing it again changes nothing.
 *
 * Errors: as chn_edits_run().
 *
 * Returns: (transfer full): the file, or %NULL on error
 */
CHN_API GBytes *chn_union_run (ChnUnion *chronologies, GBytes *ours, GBytes *theirs, const ChnLimits *limits,
                               ChnReport *report, GError **error);

CHN_API const ChnUnionCounts *chn_union_get_counts (const ChnUnion *chronologies);

/**
 * chn_timeline_join:
 * @timeline: a timeline
 * @stays: the id of an event
 * @goes: the id of another of the same file
 * @file: that file (YAML)
 * @limits: (nullable): bounds on what is read
 * @error: return location
 *
 * Makes one event of two. The first keeps its id and place; what the second says is joined to it as by
 * chn_union_run(), its id and UID are kept, so that the id finds the event still and calendars cancel the other one,
 * and relations that pointed at it point at the first. Comments stay.
 *
 * Errors: %CHN_ERROR_UNKNOWN where an event is not in the timeline; as chn_edits_run().
 *
 * Returns: (transfer full): the file, or %NULL on error
 */
CHN_API GBytes *chn_timeline_join (ChnTimeline *timeline, const char *stays, const char *goes, GBytes *file,
                                   const ChnLimits *limits, GError **error);

/**
 * chn_timeline_declare_names:
 * @timeline: a timeline
 * @file: its file (YAML)
 * @limits: (nullable): bounds on what is read
 * @n: (out): how many were declared
 * @error: return location
 *
 * Declares in the file the actors, forums and terms that its events and queries name and that are declared elsewhere,
 * as in a registry beside it, so that it may be read without that.
 *
 * Errors: as chn_edits_run().
 *
 * Returns: (transfer full): the file, or %NULL on error
 */
CHN_API GBytes *chn_timeline_declare_names (const ChnTimeline *timeline, GBytes *file, const ChnLimits *limits,
                                            guint *n, GError **error);

/**
 * ChnRevision:
 * @timeline: what was read
 * @file: of this file (YAML)
 *
 * A timeline file as somebody has it.
 */
typedef struct {
  ChnTimeline *timeline;
  GBytes *file;
} ChnRevision;

/**
 * chn_timeline_merge_changes:
 * @base: the file as it was
 * @ours: as one has changed it
 * @theirs: as somebody else has
 * @limits: (nullable): bounds on what is read
 * @report: where conflicts go, as warnings "merge-conflict", a field each
 * @error: return location
 *
 * Takes what they changed into our file, whose lines stay where nothing changes. Events are known by their ids. Lists
 * are merged item by item; where both changed one value otherwise, ours stands, and it is reported.
 *
 * Errors: as chn_edits_run().
 *
 * Returns: (transfer full): the file, or %NULL on error
 */
CHN_API GBytes *chn_timeline_merge_changes (const ChnRevision *base, const ChnRevision *ours,
                                            const ChnRevision *theirs, const ChnLimits *limits, ChnReport *report,
                                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnUnion, chn_union_free)

G_END_DECLS
