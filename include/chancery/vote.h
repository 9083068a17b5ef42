/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/vocabulary.h>

G_BEGIN_DECLS

/**
 * ChnBallot:
 * @actor: id of a state in the registry
 * @kind: how it voted
 *
 * One line of a roll call.
 */
typedef struct {
  const char *actor;
  ChnBallotKind kind;
} ChnBallot;

/**
 * ChnVote:
 * @yes: in favour, -1 where not known
 * @no: against, -1 where not known
 * @abstain: abstentions, -1 where not known
 * @not_voting: present or absent but not voting, -1 where not known
 * @method: how it was taken
 * @result: what came of it
 * @n_ballots: length of @ballots
 * @ballots: (array length=n_ballots) (nullable): the roll call as far as it is known
 * @is_summed: the counts are sums of ballots that somebody gathered, and were not announced: nothing follows from
 * them of those who are not named
 *
 * A vote, or an adoption without one. A `none` method and `none` result mean that there is no vote.
 */
typedef struct {
  gint32 yes;
  gint32 no;
  gint32 abstain;
  gint32 not_voting;
  ChnVoteMethod method;
  ChnVoteResult result;
  guint n_ballots;
  const ChnBallot *ballots;
  gboolean is_summed;
} ChnVote;

/** CHN_VOTE_NONE: an initialiser: no vote. */
#define CHN_VOTE_NONE                                                                                                \
  {                                                                                                                  \
    -1, -1, -1, -1, CHN_METHOD_NONE, CHN_RESULT_NONE, 0, NULL, FALSE                                                 \
  }

/**
 * chn_vote_parse_counts:
 * @text: "111-19-55" (yes-no-abstain), "40-77" (abstentions unknown), or "consensus"
 * @length: its bytes, or -1
 * @vote: (inout): counts and method are set; "consensus" also sets the result to adopted
 * @error: return location
 *
 * Returns: %FALSE on error; then @vote is untouched
 */
CHN_API gboolean chn_vote_parse_counts (const char *text, gssize length, ChnVote *vote, GError **error);

/**
 * chn_vote_dup_counts:
 *
 * Returns: (transfer full) (nullable): "111-19-55", "40-77", "consensus"; %NULL where there is no vote
 */
CHN_API char *chn_vote_dup_counts (const ChnVote *vote);

/** chn_vote_is_present: whether there is a vote at all. */
CHN_API gboolean chn_vote_is_present (const ChnVote *vote);

G_END_DECLS
