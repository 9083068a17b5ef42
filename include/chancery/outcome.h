/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>
#include <chancery/registry.h>
#include <chancery/vote.h>

G_BEGIN_DECLS

/**
 * ChnOutcome:
 * @adopted: whether it was adopted
 * @rejected: whether it was not: @failed or @veto
 * @failed: whether it fell short of the majority
 * @veto: whether it had the majority, and a permanent member voted against
 * @unanimous: whether it was adopted by the votes of all, nobody abstaining
 * @is_derived: whether the result is not stated, but follows from the counts and the body's rules
 *
 * What came of a vote. Each answer is what holds in every way in which the gaps of the record can be
 * filled: %CHN_CERTAINTY_CERTAINLY or %CHN_CERTAINTY_NO; else %CHN_CERTAINTY_POSSIBLY, which is unknown.
 */
typedef struct {
  ChnCertainty adopted, rejected, failed, veto, unanimous;
  gboolean is_derived;
} ChnOutcome;

/**
 * chn_vote_find_outcome:
 * @vote: a vote
 * @registry: the registry, for the permanent members at the date
 * @forum: (nullable): the forum that voted; %NULL where it is not known, or several were named
 * @at: bounds of the date
 *
 * A stated result stands. Without one, it follows from the table of bodies: in the Security Council
 * seven votes of eleven to 1965, nine of fifteen since, with no permanent member against on a matter
 * of substance (Charter of the United Nations, Article 27; those that abstain or stay away do not
 * count); elsewhere a majority of those present and voting. Where the General Assembly may have needed
 * two thirds (Article 18) and there were fewer, it is unknown. A result that is stated as rejected in
 * spite of the majority tells of a veto.
 *
 * Returns: what came of it
 */
CHN_API ChnOutcome chn_vote_find_outcome (const ChnVote *vote, const ChnRegistry *registry, const char *forum,
                                          const ChnDateBounds *at);

/**
 * chn_vote_find_veto_by:
 * @actors: (array length=n): ids of actors
 *
 * Returns: whether the vote was a veto, and one of the actors, a permanent member then, cast it
 */
CHN_API ChnCertainty chn_vote_find_veto_by (const ChnVote *vote, const ChnRegistry *registry, const char *forum,
                                            const ChnDateBounds *at, const char *const *actors, guint n);

/**
 * chn_forum_pick_voting:
 * @forums: (array length=n): ids of the forums of one event
 *
 * Returns: (transfer none) (nullable): which of them voted: the only one whose rules are known, or the
 *   first where none's are; %NULL where it may have been one or another, or there is none
 */
CHN_API const char *chn_forum_pick_voting (const char *const *forums, guint n);

/** chn_event_find_outcome: chn_vote_find_outcome() of an event loaded from a timeline. */
CHN_API ChnOutcome chn_event_find_outcome (const ChnEvent *event, const ChnRegistry *registry);

/**
 * chn_event_dup_vetoes:
 *
 * Returns: (transfer container) (element-type utf8): the actors of its roll call that are known to
 *   have cast a veto
 */
CHN_API GPtrArray *chn_event_dup_vetoes (const ChnEvent *event, const ChnRegistry *registry);

/**
 * chn_forum_has_veto:
 *
 * Returns: whether the forum is one where a vote against may be a veto, at some time
 */
CHN_API gboolean chn_forum_has_veto (const char *forum);

/**
 * chn_seat_get_holder:
 * @state: id of a State
 * @at: bounds of a date
 *
 * Who held the seat of a State in the United Nations: that of China was held by the Republic of China
 * until 24 October 1971 (A/RES/2758 (XXVI)).
 *
 * Returns: (transfer none): the id of the State that held it throughout the date, @state itself for any other
 */
CHN_API const char *chn_seat_get_holder (const char *state, const ChnDateBounds *at);

/**
 * chn_seat_get_name:
 * @registry: the registry
 * @state: id of a State, that of a seat or of its holder
 * @at: bounds of a date
 *
 * Returns: (transfer none): the name that the State had in the United Nations throughout the date, as "Republic of
 *   China" or "Soviet Union"; of any other chn_actor_get_name_at(), or @state itself where the registry does not know
 * it
 */
CHN_API const char *chn_seat_get_name (const ChnRegistry *registry, const char *state, const ChnDateBounds *at);

G_END_DECLS
