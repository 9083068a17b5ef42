/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the sources of a row together make of a field, read from the columns: no event is loaded. */
#include "timeline/judge.h"

#include "model/stance.h"

static ChnVote
get_vote (const ChnColumns *columns, guint row)
{
  guint n = 0;
  const ChnVoteCell *cell = chn_columns_get_vote (columns, row, &n);
  ChnVote vote = CHN_VOTE_NONE;
  if (n == 0)
    return vote;
  vote.yes = cell->yes;
  vote.no = cell->no;
  vote.abstain = cell->abstain;
  vote.not_voting = cell->not_voting;
  vote.method = (ChnVoteMethod) cell->method;
  vote.result = (ChnVoteResult) cell->result;
  return vote;
}

static ChnStance
judge_forum (const ChnColumns *columns, guint row, const char *claimed)
{
  guint n = 0, n_votes = 0;
  const guint32 *forums = chn_columns_get_forums (columns, row, &n);
  chn_columns_get_vote (columns, row, &n_votes);
  ChnStance nearest = CHN_STANCE_DISPUTES;
  for (guint i = 0; i < n; i++) {
    const char *recorded = chn_columns_get_code_text (columns, CHN_DICTIONARY_FORUMS, forums[i]);
    nearest = MIN (nearest, chn_stance_of_forum (recorded, n_votes > 0, claimed));
  }
  return nearest;
}

static ChnStance
judge_symbol (const ChnColumns *columns, guint row, const char *claimed)
{
  guint n = 0;
  const guint32 *symbols = chn_columns_get_symbols (columns, row, &n);
  ChnStance nearest = CHN_STANCE_DISPUTES;
  for (guint i = 0; i < n; i++)
    nearest = MIN (
        nearest, chn_stance_of_id (chn_columns_get_code_text (columns, CHN_DICTIONARY_SYMBOLS, symbols[i]), claimed));
  return nearest;
}

static ChnStance
judge_actor (const ChnColumns *columns, guint row, const char *claimed)
{
  guint n = 0;
  const ChnActorCell *actors = chn_columns_get_actors (columns, row, &n);
  ChnStance nearest = CHN_STANCE_DISPUTES;
  for (guint i = 0; i < n; i++)
    nearest =
        MIN (nearest,
             chn_stance_of_id (chn_columns_get_code_text (columns, CHN_DICTIONARY_ACTORS, actors[i].actor), claimed));
  return nearest;
}

static ChnStance
judge_number (guint recorded, const char *claimed)
{
  char text[16] = "";
  if (recorded > 0)
    g_snprintf (text, sizeof text, "%u", recorded);
  return chn_stance_of_id (text, claimed);
}

ChnStance
chn_columns_judge_claim (const ChnColumns *columns, guint row, const ChnClaimCell *claim)
{
  ChnField field = (ChnField) claim->field;
  const char *claimed = chn_pool_get (columns->texts, claim->value);
  ChnDateBounds bounds = chn_columns_get_bounds (columns, row);
  ChnVote vote;
  claimed = claimed ? claimed : "";
  switch (field) {
  case CHN_FIELD_DATE:
    return chn_stance_of_date (&bounds, claimed);
  case CHN_FIELD_VOTE:
    vote = get_vote (columns, row);
    return chn_stance_of_vote (&vote, claimed);
  case CHN_FIELD_FORUMS:
    return judge_forum (columns, row, claimed);
  case CHN_FIELD_SYMBOLS:
    return judge_symbol (columns, row, claimed);
  case CHN_FIELD_ACTORS:
    return judge_actor (columns, row, claimed);
  case CHN_FIELD_STATUS:
    return chn_stance_of_status (chn_columns_get_status (columns, row), claimed);
  case CHN_FIELD_KIND:
    return chn_stance_of_id (chn_vocabulary_get_term_name (CHN_VOCABULARY_KIND, chn_columns_get_kind (columns, row)),
                             claimed);
  case CHN_FIELD_NTH:
    return judge_number (chn_columns_get_nth (columns, row), claimed);
  default:
    return chn_stance_of_text (chn_columns_get_text (columns, field, row), claimed);
  }
}

/* Whether the claim stands in a citation that only announced the event. */
static gboolean
is_announced (const ChnColumns *columns, guint row, const ChnClaimCell *claims, guint n, guint32 citation)
{
  for (guint i = 0; i < n; i++)
    if (claims[i].citation == citation &&
        chn_claim_announces ((ChnField) claims[i].field, chn_pool_get (columns->texts, claims[i].value),
                             chn_columns_get_status (columns, row)))
      return TRUE;
  return FALSE;
}

static ChnStance
judge_in_citation (const ChnColumns *columns, guint row, const ChnClaimCell *claims, guint n, guint index)
{
  if (is_announced (columns, row, claims, n, claims[index].citation))
    return CHN_STANCE_PARTIAL;
  return chn_columns_judge_claim (columns, row, &claims[index]);
}

/* What is known of a field while its claims are gone through. */
typedef struct {
  guint n_confirm, n_partial;
  guint32 voice; /* of the first that confirms */
  gboolean independent;
  gboolean disputed;
} Tally;

static void
count_claim (Tally *tally, ChnStance stance, guint32 voice)
{
  tally->disputed |= stance == CHN_STANCE_DISPUTES;
  tally->n_partial += stance == CHN_STANCE_PARTIAL;
  if (stance != CHN_STANCE_CONFIRMS)
    return;
  if (tally->n_confirm++ == 0)
    tally->voice = voice;
  tally->independent |= voice != tally->voice;
}

static ChnAgreement
conclude (const Tally *tally)
{
  if (tally->disputed)
    return CHN_AGREEMENT_DISPUTED;
  if (tally->independent)
    return CHN_AGREEMENT_CONFIRMED;
  if (tally->n_partial > 0)
    return CHN_AGREEMENT_PARTIAL;
  return tally->n_confirm > 0 ? CHN_AGREEMENT_SINGLE : CHN_AGREEMENT_SILENT;
}

ChnAgreement
chn_columns_judge_field (const ChnColumns *columns, const guint32 *voices, guint row, ChnField field)
{
  guint n = 0, n_citations = 0;
  const ChnClaimCell *claims = chn_columns_get_claims (columns, row, &n);
  const ChnCitationCell *citations = chn_columns_get_citations (columns, row, &n_citations);
  Tally tally = { 0 };
  for (guint i = 0; i < n; i++) /* a forged claim may stand in a citation that there is not */
    if (claims[i].field == (guint32) field && claims[i].citation < n_citations)
      count_claim (&tally, judge_in_citation (columns, row, claims, n, i),
                   voices[citations[claims[i].citation].source]);
  return conclude (&tally);
}

gboolean
chn_columns_is_disputed (const ChnColumns *columns, guint row)
{
  guint n = 0;
  const ChnClaimCell *claims = chn_columns_get_claims (columns, row, &n);
  for (guint i = 0; i < n; i++)
    if (judge_in_citation (columns, row, claims, n, i) == CHN_STANCE_DISPUTES)
      return TRUE;
  return FALSE;
}

guint
chn_columns_count_voices (const ChnColumns *columns, const guint32 *voices, guint row)
{
  guint n = 0, n_voices = 0;
  const ChnCitationCell *citations = chn_columns_get_citations (columns, row, &n);
  for (guint i = 0; i < n; i++) {
    gboolean fresh = TRUE;
    for (guint k = 0; k < i && fresh; k++)
      fresh = voices[citations[k].source] != voices[citations[i].source];
    n_voices += fresh ? 1 : 0;
  }
  return n_voices;
}

ChnAgreement
chn_timeline_judge_field (const ChnTimeline *timeline, guint row, ChnField field)
{
  g_return_val_if_fail (row < chn_timeline_get_n_events (timeline), CHN_AGREEMENT_SILENT);
  return chn_columns_judge_field (chn_timeline_get_columns (timeline), chn_timeline_get_voices (timeline), row,
                                  field);
}

guint
chn_timeline_count_voices (const ChnTimeline *timeline, guint row)
{
  g_return_val_if_fail (row < chn_timeline_get_n_events (timeline), 0);
  return chn_columns_count_voices (chn_timeline_get_columns (timeline), chn_timeline_get_voices (timeline), row);
}
