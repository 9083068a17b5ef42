/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/count-key-actors.h"

/* The ballots that are cast: yes, no and abstain. */
enum { CHN_N_CAST = 3 };

typedef struct {
  const char *id, *label;
} ChnAgreementVoter;

/* Those whose agreement is counted, and which ballots each cast in which of the votes: a bit a vote. */
typedef struct {
  guint n;
  ChnAgreementVoter *voter;
  gsize n_words; /* for the votes */
  guint64 *bits; /* of each voter, of each word, CHN_N_CAST */
} ChnAgreementVoters;

/* Those that a key names, or all who voted, in votes of these rows. */
void chn_agreement_voters_init (ChnAgreementVoters *voters, const ChnKeyActors *key, const ChnColumns *columns,
                                const ChnRegistry *registry, const ChnRows *rows);
void chn_agreement_voters_clear (ChnAgreementVoters *voters);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnAgreementVoters, chn_agreement_voters_clear)

static inline const guint64 *
chn_agreement_voters_get (const ChnAgreementVoters *voters, guint voter)
{
  return voters->bits + voter * voters->n_words * CHN_N_CAST;
}
