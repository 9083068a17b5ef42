/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Who cast which ballots in which votes, as bits. */
#include "query/agreement-voters.h"

#include <string.h>

#include "query/count-voters.h"
#include "registry/voting-body.h"

enum { NOBODY = 0 };

/* Whose ballots are those of a code: 1 + the index of the voter, or nobody's. */
typedef struct {
  ChnAgreementVoters *voters;
  const ChnColumns *columns;
  guint32 *own, *former; /* former: of the State that held the seat, where the voter has no ballot itself */
  guint8 *kind;          /* of each voter in the vote at hand */
} Filling;

static void
set_bit (ChnAgreementVoters *voters, guint voter, guint vote, guint kind)
{
  gsize word = voter * voters->n_words + vote / 64;
  voters->bits[word * CHN_N_CAST + kind] |= (guint64) 1 << (vote % 64);
}

static void
make_room (ChnAgreementVoters *voters, guint n, guint n_votes)
{
  voters->n = n;
  voters->voter = g_new0 (ChnAgreementVoter, n + 1);
  voters->n_words = (n_votes + 63) / 64;
  voters->bits = g_new0 (guint64, n * voters->n_words * CHN_N_CAST + 1);
}

static void
name_voter (ChnAgreementVoter *voter, const char *id, const ChnRegistry *registry)
{
  const ChnActor *actor = chn_registry_get_actor (registry, id);
  *voter = (ChnAgreementVoter){ id, actor ? chn_actor_get_short_name (actor) : id };
}

static void
take_ballots (Filling *filling, const ChnBallots *ballots, const guint32 *index_of, gboolean only_silent)
{
  for (guint i = 0; i < ballots->n; i++) {
    guint32 voter = index_of[ballots->cell[i].actor];
    if (voter != NOBODY && (!only_silent || filling->kind[voter - 1] == CHN_VOTER_SILENT))
      filling->kind[voter - 1] = (guint8) ballots->cell[i].kind;
  }
}

static void
fill_vote (Filling *filling, guint row, guint vote)
{
  ChnAgreementVoters *voters = filling->voters;
  g_auto (ChnBallots) ballots;
  chn_ballots_read (&ballots, filling->columns, row);
  if (ballots.n == 0)
    return;
  memset (filling->kind, CHN_VOTER_SILENT, voters->n);
  take_ballots (filling, &ballots, filling->own, FALSE);
  take_ballots (filling, &ballots, filling->former, TRUE);
  for (guint i = 0; i < voters->n; i++)
    if (filling->kind[i] < CHN_N_CAST)
      set_bit (voters, i, vote, filling->kind[i]);
}

/* A group votes as most of its members do. */
static void
fill_groups (ChnAgreementVoters *voters, const ChnKeyActors *key, const ChnColumns *columns, const ChnRows *rows)
{
  for (guint vote = 0; vote < rows->n; vote++) {
    g_auto (ChnRoll) roll = { .columns = NULL };
    if (!chn_roll_init (&roll, key->electorates, columns, rows->row[vote]))
      continue;
    for (guint i = 0; i < voters->n; i++) {
      guint ballot = key->set->asked[i].group ? chn_voter_find_ballot (&key->set->asked[i], &roll) : CHN_VOTER_SILENT;
      if (ballot < CHN_N_CAST)
        set_bit (voters, i, vote, ballot);
    }
  }
}

static void
list_named (Filling *filling, const ChnKeyActors *key, const ChnRegistry *registry, guint n_votes)
{
  const ChnAskedSet *set = key->set;
  make_room (filling->voters, set->n, n_votes);
  for (guint32 i = 0; i < set->n; i++) {
    const ChnAsked *asked = &set->asked[i];
    name_voter (&filling->voters->voter[i], chn_actor_get_id (asked->actor), registry);
    if (!asked->group && asked->code != CHN_NO_CODE)
      filling->own[asked->code] = i + 1;
    if (!asked->group && asked->former != CHN_NO_CODE)
      filling->former[asked->former] = i + 1;
  }
}

static void
mark_all (Filling *filling, const ChnRows *rows)
{
  for (guint i = 0; i < rows->n; i++) {
    g_auto (ChnBallots) ballots;
    chn_ballots_read (&ballots, filling->columns, rows->row[i]);
    for (guint k = 0; k < ballots.n; k++)
      filling->own[ballots.cell[k].actor] = 1;
  }
}

/* Whoever is named in some vote; who held a seat, as the State that has it now, where that voted too. */
static void
list_all (Filling *filling, const ChnRegistry *registry, const ChnRows *rows, guint n_codes)
{
  guint32 n = 0;
  mark_all (filling, rows);
  for (guint32 code = 0; code < n_codes; code++)
    n += filling->own[code];
  make_room (filling->voters, n, rows->n);
  n = 0;
  for (guint32 code = 0; code < n_codes; code++) {
    const char *id = chn_columns_get_code_text (filling->columns, CHN_DICTIONARY_ACTORS, code);
    const char *heir = filling->own[code] != NOBODY ? chn_seat_get_heir (id) : NULL;
    guint32 heir_code = 0;
    if (filling->own[code] == NOBODY)
      continue;
    if (heir && chn_columns_find_code (filling->columns, CHN_DICTIONARY_ACTORS, heir, &heir_code) &&
        filling->own[heir_code] != NOBODY) {
      filling->own[code] = NOBODY;
      filling->former[code] = heir_code + 1;
      continue;
    }
    name_voter (&filling->voters->voter[n], id, registry);
    filling->own[code] = ++n;
  }
  filling->voters->n = n;
  for (guint32 code = 0; code < n_codes; code++)
    if (filling->former[code] != NOBODY)
      filling->former[code] = filling->own[filling->former[code] - 1];
}

void
chn_agreement_voters_init (ChnAgreementVoters *voters, const ChnKeyActors *key, const ChnColumns *columns,
                           const ChnRegistry *registry, const ChnRows *rows)
{
  guint n_codes = columns->dictionary[CHN_DICTIONARY_ACTORS].n_codes;
  g_autofree guint32 *own = g_new0 (guint32, n_codes + 1), *former = g_new0 (guint32, n_codes + 1);
  Filling filling = { voters, columns, own, former, NULL };
  if (key->set)
    list_named (&filling, key, registry, rows->n);
  else
    list_all (&filling, registry, rows, n_codes);
  g_autofree guint8 *kind = g_malloc (voters->n + 1);
  filling.kind = kind;
  for (guint vote = 0; vote < rows->n; vote++)
    fill_vote (&filling, rows->row[vote], vote);
  if (key->set && key->set->n_groups > 0)
    fill_groups (voters, key, columns, rows);
}

void
chn_agreement_voters_clear (ChnAgreementVoters *voters)
{
  g_free (voters->voter);
  g_free (voters->bits);
}
