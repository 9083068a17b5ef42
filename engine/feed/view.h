/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/rows.h>

/*
 * What a feed shows, as a timeline of its own, in which nothing of the rest can be found: only these rows of what may
 * be seen (chancery/visibility.h) of the whole, the sources that they cite and those that nobody does, the names that
 * they mention and those that nobody does, and the headers of their files. There are no saved queries and no feeds in
 * it, no properties of calendars but time zones, and no names of files. What is to be asked is indexed.
 */
ChnTimeline *chn_feed_view_new (const ChnTimeline *whole, const ChnTimeline *seen, const ChnRows *rows,
                                gboolean is_asked, GError **error);
