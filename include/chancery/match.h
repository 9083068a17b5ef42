/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

G_BEGIN_DECLS

/**
 * CHN_MATCH_SURE:
 *
 * The score from which on two events are taken as one, where nobody says otherwise.
 */
#define CHN_MATCH_SURE 0.9

/**
 * ChnMatchReason:
 * @CHN_MATCH_ORIGIN: both have one id within one timeline, or one came of the other
 * @CHN_MATCH_ID: one id, in timelines that are not known to be one
 * @CHN_MATCH_UID: one UID of a calendar
 * @CHN_MATCH_SYMBOL: a document symbol that no other event has
 * @CHN_MATCH_SHARED_SYMBOL: a document symbol that further events have, too
 * @CHN_MATCH_OTHER_SYMBOL: symbols of one series, and none that both have
 * @CHN_MATCH_DATE: one date
 * @CHN_MATCH_NEAR_DATE: dates that may be one, or a day apart
 * @CHN_MATCH_OTHER_DATE: dates that are apart
 * @CHN_MATCH_FORUM: one forum
 * @CHN_MATCH_NEAR_FORUM: a forum, and one above it
 * @CHN_MATCH_OTHER_FORUM: other forums
 * @CHN_MATCH_VOTE: one vote
 * @CHN_MATCH_OTHER_VOTE: counts that cannot be of one vote
 * @CHN_MATCH_KIND: one kind
 * @CHN_MATCH_OTHER_KIND: other kinds
 * @CHN_MATCH_TITLE: one title
 * @CHN_MATCH_WORDS: titles and summaries that share words which few others have
 * @CHN_MATCH_OTHER_WORDS: no such words
 * @CHN_MATCH_ACTORS: actors that few others have
 * @CHN_MATCH_SOURCE: one publication that few others cite
 * @CHN_MATCH_RIVAL: another event fits nearly as well
 *
 * What speaks for two events being one, or against it.
 */
typedef enum {
  CHN_MATCH_ORIGIN = 1 << 0,
  CHN_MATCH_ID = 1 << 1,
  CHN_MATCH_UID = 1 << 2,
  CHN_MATCH_SYMBOL = 1 << 3,
  CHN_MATCH_SHARED_SYMBOL = 1 << 4,
  CHN_MATCH_OTHER_SYMBOL = 1 << 5,
  CHN_MATCH_DATE = 1 << 6,
  CHN_MATCH_NEAR_DATE = 1 << 7,
  CHN_MATCH_OTHER_DATE = 1 << 8,
  CHN_MATCH_FORUM = 1 << 9,
  CHN_MATCH_NEAR_FORUM = 1 << 10,
  CHN_MATCH_OTHER_FORUM = 1 << 11,
  CHN_MATCH_VOTE = 1 << 12,
  CHN_MATCH_OTHER_VOTE = 1 << 13,
  CHN_MATCH_KIND = 1 << 14,
  CHN_MATCH_OTHER_KIND = 1 << 15,
  CHN_MATCH_TITLE = 1 << 16,
  CHN_MATCH_WORDS = 1 << 17,
  CHN_MATCH_OTHER_WORDS = 1 << 18,
  CHN_MATCH_ACTORS = 1 << 19,
  CHN_MATCH_SOURCE = 1 << 20,
  CHN_MATCH_RIVAL = 1 << 21,
} ChnMatchReason;

/**
 * ChnMatch:
 * @a: a row of the one timeline
 * @b: a row of the other
 * @score: how likely it is that both are one event, from 0 to 1
 * @reasons: #ChnMatchReason, or-ed
 *
 * Two events that may be one.
 */
typedef struct {
  guint a;
  guint b;
  double score;
  guint reasons;
} ChnMatch;

/**
 * ChnMatches:
 *
 * Which events of two timelines may be one.
 */
typedef struct _ChnMatches ChnMatches;

/**
 * chn_matches_new:
 * @a: a timeline
 * @b: another
 *
 * Looks for each event of one timeline in the other. An id decides only where both timelines have one `timeline:` id,
 * or where an event says that it came from the other. Each event is matched once at most.
 *
 * Returns: (transfer full): the matches
 */
CHN_API ChnMatches *chn_matches_new (const ChnTimeline *a, const ChnTimeline *b);

/**
 * chn_matches_new_within:
 * @timeline: a timeline
 *
 * Looks for events of a timeline that may be one. Of each pair, @a is the earlier row; an event may be in several.
 *
 * Returns: (transfer full): the matches
 */
CHN_API ChnMatches *chn_matches_new_within (const ChnTimeline *timeline);

CHN_API void chn_matches_free (ChnMatches *matches);

/** chn_matches_get: (array length=n): the pairs, ordered by @a, then @b; those that hardly are one are left out. */
CHN_API const ChnMatch *chn_matches_get (const ChnMatches *matches, guint *n);

/** chn_match_reason_get_text: "one symbol that no other event has": a reason in words. */
CHN_API const char *chn_match_reason_get_text (ChnMatchReason reason);

/** chn_match_dup_reasons: (transfer full): the reasons of a match in words, with commas between. */
CHN_API char *chn_match_dup_reasons (const ChnMatch *match);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnMatches, chn_matches_free)

G_END_DECLS
