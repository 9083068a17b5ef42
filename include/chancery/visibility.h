/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

G_BEGIN_DECLS

/** chn_timeline_is_public: whether nothing in it is restricted or private; cheap. */
CHN_API gboolean chn_timeline_is_public (const ChnTimeline *timeline);

/**
 * chn_timeline_count_hidden:
 * @timeline: a timeline
 * @most: the most that may be seen: %CHN_VISIBILITY_RESTRICTED leaves out what is private
 * @hidden: (out): what may not
 */
CHN_API void chn_timeline_count_hidden (const ChnTimeline *timeline, ChnVisibility most, ChnHidden *hidden);

/**
 * chn_timeline_show:
 * @timeline: a timeline
 * @most: the most that may be seen
 * @error: return location
 *
 * What of a timeline may be seen: without the other events and the relations to them, without the other
 * sources, whoever cites them, and what these say, and without the other quotations and notes. A source
 * that only hidden events cite is hidden with them. Nothing in what is given tells that something is left out.
 *
 * Returns: (transfer full): a timeline of its own, or @timeline where all of it may be seen; %NULL on error
 */
CHN_API ChnTimeline *chn_timeline_show (ChnTimeline *timeline, ChnVisibility most, GError **error);

/**
 * chn_timeline_show_outside:
 * @shown: what may be seen of a timeline, of chn_timeline_show()
 * @whole: that timeline
 * @error: return location
 *
 * The same events for whoever does not have the timeline itself: without the actors, forums and terms that it
 * declares but that only hidden events name, and without the saved queries and feeds that have a word which
 * nothing but what is hidden says.
 *
 * Returns: (transfer full): a timeline of its own, or @shown where there is nothing of the kind; %NULL on error
 */
CHN_API ChnTimeline *chn_timeline_show_outside (ChnTimeline *shown, const ChnTimeline *whole, GError **error);

/**
 * chn_timeline_show_outside_still:
 * @shown: what may be seen of an excerpt of a timeline, of chn_timeline_show()
 * @whole: that excerpt, with what has changed
 * @before: (nullable): the same before it changed
 * @outside: (nullable): what whoever does not have the timeline knew of it then, without events
 * @adds: (out): whether there are names among what is given that @outside lacks
 * @error: return location
 *
 * As chn_timeline_show_outside(), where other events are not at hand: what was outside before stays, and of the rest
 * that goes out which the events of the excerpt name that may be seen.
 *
 * Returns: (transfer full): a timeline of its own, or @shown; %NULL on error
 */
CHN_API ChnTimeline *chn_timeline_show_outside_still (ChnTimeline *shown, const ChnTimeline *whole,
                                                      const ChnTimeline *before, const ChnTimeline *outside,
                                                      gboolean *adds, GError **error);

/**
 * chn_timeline_keeps_own:
 * @timeline: a timeline, or a part of one with its header
 *
 * Whether there is anything that chn_timeline_show_outside() may leave out, which takes all events to tell: names of
 * actors, forums or terms, saved queries, feeds.
 */
CHN_API gboolean chn_timeline_keeps_own (const ChnTimeline *timeline);

G_END_DECLS
