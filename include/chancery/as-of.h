/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

G_BEGIN_DECLS

/**
 * chn_timeline_as_of:
 * @timeline: a timeline
 * @date: the day, or the end of the month or year, whose knowledge is asked for
 * @strict: count only sources that were certainly published by then
 * @error: return location
 *
 * What the sources published by a date support. A source is published when it says, or else when
 * its document symbol allows; one that states neither is no older than what it reports. What it
 * says of an event that lay ahead counts only when it says that the event is planned. With
 * @strict, a publication date that is only possibly early enough does not count, nor does a source
 * without one.
 *
 * An event is kept when a source reports it by then, and as planned when sources only announced
 * it; a meeting that was not held becomes so when that was known. A source that dates an event
 * earlier than its record reports it from its publication on. Fields of which a source already
 * spoke have what it said; of which only later sources speak, nothing. A plan without a stated
 * date has the date of this question or later ("[2014-12-06..]"), one without a stated title that of
 * its kind and forum, and neither tags nor an ordinal that nobody stated.
 *
 * Errors: %CHN_ERROR_RANGE for a date without an end
 *
 * Returns: (transfer full): a timeline of its own, or %NULL on error
 */
CHN_API ChnTimeline *chn_timeline_as_of (const ChnTimeline *timeline, const ChnDate *date, gboolean strict,
                                         GError **error);

G_END_DECLS
