/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What rows are looked up by when votes are asked about. */
#include "store/database/vote-keys.h"

#include "query/describe.h"
#include "query/electors.h"
#include "timeline/ballots.h"

static const char *const kinds[] = { "yes", "no", "abstain" };

static void
add_key (const char *kind, const char *name, ChnStoreTakeKey take, gpointer data)
{
  g_autofree char *key = g_strconcat (kind, " ", name, NULL);
  take (key, data);
}

/* Those who voted so, and whether there may be others. */
static void
add_ballots (const ChnColumns *columns, const ChnBallots *ballots, const ChnVoteCell *vote, ChnBallotKind kind,
             ChnStoreTakeKey take, gpointer data)
{
  gint64 n_named = 0, count = chn_vote_cell_get_count (vote, kind);
  for (guint i = 0; i < ballots->n; i++) {
    if (ballots->cell[i].kind != (guint) kind)
      continue;
    n_named++;
    add_key (kinds[kind], chn_columns_get_code_text (columns, CHN_DICTIONARY_ACTORS, ballots->cell[i].actor), take,
             data);
  }
  if (count >= 0 && (count > n_named || vote->is_summed))
    add_key (kinds[kind], CHN_KEY_OTHERS, take, data);
}

static gboolean
is_uncast (const ChnVoteCell *vote, guint n_named)
{
  for (guint kind = 0; kind < CHN_N_BALLOT_KINDS; kind++)
    if (chn_vote_cell_get_count (vote, (ChnBallotKind) kind) >= 0)
      return FALSE;
  return vote->method == CHN_METHOD_CONSENSUS && n_named == 0;
}

void
chn_store_vote_keys_list (const ChnColumns *columns, guint row, guint kind_vote, ChnStoreTakeKey take, gpointer data)
{
  guint n = 0;
  const ChnVoteCell *vote = chn_columns_get_vote (columns, row, &n);
  if (n == 0 && !chn_row_expects_vote (columns, row, kind_vote))
    return;
  take (CHN_KEY_VOTED, data);
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    if (n == 0 || chn_vote_cell_get_count (vote, (ChnBallotKind) kind) < 0)
      add_key (kinds[kind], n == 0 ? CHN_KEY_UNRECORDED : CHN_KEY_UNCOUNTED, take, data);
  if (n == 0)
    return;
  g_auto (ChnBallots) ballots;
  chn_ballots_read (&ballots, columns, row);
  if (is_uncast (vote, ballots.n))
    take (CHN_KEY_UNCAST, data);
  add_ballots (columns, &ballots, vote, CHN_BALLOT_NO, take, data);
  add_ballots (columns, &ballots, vote, CHN_BALLOT_ABSTAIN, take, data);
}
