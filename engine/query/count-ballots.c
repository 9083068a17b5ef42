/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counting by who voted how, as rolls name them. */
#include "query/count-find.h"
#include "timeline/ballots.h"

/* Where more voted so than the roll names, or nobody says how many did, others may have. */
static gboolean
names_all (const ChnVoteCell *vote, ChnBallotKind kind, guint n_named)
{
  gint64 counted = chn_vote_cell_get_count (vote, kind);
  return counted >= 0 ? counted <= n_named : vote->method == CHN_METHOD_CONSENSUS;
}

void
chn_count_find_ballots (ChnCounting *counting)
{
  guint n_votes = 0, n_named = 0;
  const ChnVoteCell *vote = chn_columns_get_vote (counting->columns, counting->row, &n_votes);
  g_auto (ChnBallots) ballots;
  chn_ballots_read (&ballots, counting->columns, counting->row);
  for (guint i = 0; i < ballots.n; i++) {
    if (ballots.cell[i].kind != counting->argument)
      continue;
    const char *id = chn_columns_get_code_text (counting->columns, CHN_DICTIONARY_ACTORS, ballots.cell[i].actor);
    const ChnActor *actor = chn_registry_get_actor (counting->registry, id);
    chn_count_hit (counting, id, actor ? chn_actor_get_short_name (actor) : NULL, 0, CHN_HIT_CERTAINLY);
    n_named++;
  }
  if (n_votes > 0 && !names_all (vote, (ChnBallotKind) counting->argument, n_named))
    chn_count_hit (counting, "unnamed", "not named", CHN_ORDER_UNNAMED, CHN_HIT_CERTAINLY);
}
