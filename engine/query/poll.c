/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The vote of a row as the rules of bodies are asked about it, made of the columns. */
#include "query/poll.h"

#include "timeline/ballots.h"

typedef struct {
  ChnVote vote;
  ChnDateBounds at;
  const char *forum;
  ChnBallot *ballots;
} Poll;

static void
clear_poll (Poll *poll)
{
  g_free (poll->ballots);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Poll, clear_poll)

static const char *
pick_forum (const ChnColumns *columns, guint row)
{
  guint n = 0;
  const char *ids[4];
  const guint32 *forums = chn_columns_get_forums (columns, row, &n);
  n = MIN (n, (guint) G_N_ELEMENTS (ids));
  for (guint i = 0; i < n; i++)
    ids[i] = chn_columns_get_code_text (columns, CHN_DICTIONARY_FORUMS, forums[i]);
  return chn_forum_pick_voting (ids, n);
}

static gboolean
open_poll (const ChnColumns *columns, guint row, Poll *poll)
{
  guint n = 0;
  const ChnVoteCell *cell = chn_columns_get_vote (columns, row, &n);
  if (n == 0)
    return FALSE;
  g_auto (ChnBallots) roll;
  chn_ballots_read (&roll, columns, row);
  poll->ballots = roll.n > 0 ? g_new (ChnBallot, roll.n) : NULL;
  for (guint i = 0; i < roll.n; i++)
    poll->ballots[i] = (ChnBallot){ chn_columns_get_code_text (columns, CHN_DICTIONARY_ACTORS, roll.cell[i].actor),
                                    (ChnBallotKind) roll.cell[i].kind };
  poll->vote = (ChnVote){ cell->yes,
                          cell->no,
                          cell->abstain,
                          cell->not_voting,
                          (ChnVoteMethod) cell->method,
                          (ChnVoteResult) cell->result,
                           roll.n,
                           poll->ballots,
                           cell->is_summed != 0 };
  poll->at = chn_columns_get_bounds (columns, row);
  poll->forum = pick_forum (columns, row);
  return TRUE;
}

gboolean
chn_poll_find_outcome (const ChnColumns *columns, guint row, const ChnRegistry *registry, ChnOutcome *outcome)
{
  g_auto (Poll) poll = { .ballots = NULL };
  gboolean voted = open_poll (columns, row, &poll);
  if (voted)
    *outcome = chn_vote_find_outcome (&poll.vote, registry, poll.forum, &poll.at);
  return voted;
}

gboolean
chn_poll_find_veto (const ChnColumns *columns, guint row, const ChnRegistry *registry, const char *const *actors,
                    guint n, ChnCertainty *veto)
{
  g_auto (Poll) poll = { .ballots = NULL };
  gboolean voted = open_poll (columns, row, &poll);
  if (voted)
    *veto = chn_vote_find_veto_by (&poll.vote, registry, poll.forum, &poll.at, actors, n);
  return voted;
}
