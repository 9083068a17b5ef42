/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the sources of a row together make of a field, read from the columns: no event is loaded. */
#include "timeline/judge.h"

#include "model/stance.h"
#include "timeline/judge-record.h"
#include "timeline/successors.h"

/* What all sources of a row say. */
typedef struct {
  const ChnColumns *columns;
  const ChnSuccessors *successors;
  guint row;
  guint n, n_citations;
  const ChnClaimCell *claims;
  const ChnCitationCell *citations;
} Claims;

static Claims
get_claims (const ChnTimeline *timeline, guint row)
{
  Claims all = { .columns = chn_timeline_get_columns (timeline), .row = row };
  all.successors = chn_timeline_get_successors (timeline);
  all.claims = chn_columns_get_claims (all.columns, row, &all.n);
  all.citations = chn_columns_get_citations (all.columns, row, &all.n_citations);
  return all;
}

static const char *
get_value (const Claims *all, guint claim)
{
  const char *value = chn_pool_get (all->columns->texts, all->claims[claim].value);
  return value ? value : "";
}

/* Whether the claim stands in a citation that only announced the event. */
static gboolean
is_announced (const Claims *all, guint claim)
{
  for (guint i = 0; i < all->n; i++)
    if (all->claims[i].citation == all->claims[claim].citation &&
        chn_claim_announces ((ChnField) all->claims[i].field, get_value (all, i),
                             chn_columns_get_status (all->columns, all->row)))
      return TRUE;
  return FALSE;
}

static ChnStance
judge_alone (const Claims *all, guint claim)
{
  guint32 by = 0;
  if (chn_successors_find (all->successors, all->columns, all->row, &all->claims[claim], &by))
    return CHN_STANCE_SUPERSEDED;
  return is_announced (all, claim) ? CHN_STANCE_PARTIAL
                                   : chn_columns_judge_claim (all->columns, all->row, &all->claims[claim]);
}

/* Of what lasts or took place on several days each source may name another one, and of several bodies another. */
static gboolean
has_several (const Claims *all, ChnField field)
{
  guint n = 0;
  if (field == CHN_FIELD_DATE)
    return (chn_columns_get_date_flags (all->columns, all->row) & (CHN_DATE_INTERVAL | CHN_DATE_ALL_OF)) != 0;
  if (field == CHN_FIELD_FORUMS)
    chn_columns_get_forums (all->columns, all->row, &n);
  return n > 1;
}

static gboolean
is_open (ChnStance stance)
{
  return stance == CHN_STANCE_PRECISE || stance == CHN_STANCE_PARTIAL;
}

/* Whether another source says what cannot be true beside this, where each alone is compatible with the record. */
static gboolean
is_contradicted (const Claims *all, guint claim)
{
  ChnField field = (ChnField) all->claims[claim].field;
  if (has_several (all, field) || is_announced (all, claim))
    return FALSE;
  for (guint i = 0; i < all->n; i++)
    if (i != claim && all->claims[i].field == (guint32) field &&
        chn_claims_clash (field, get_value (all, claim), get_value (all, i)) && !is_announced (all, i) &&
        is_open (judge_alone (all, i)))
      return TRUE;
  return FALSE;
}

/* What agrees with the record agrees with all that does; only what is vaguer or finer may differ from its like. */
static ChnStance
judge (const Claims *all, guint claim)
{
  ChnStance stance = judge_alone (all, claim);
  return is_open (stance) && is_contradicted (all, claim) ? CHN_STANCE_DISPUTES : stance;
}

/* What is known of a field while its claims are gone through. */
typedef struct {
  guint n_confirm, n_partial;
  guint32 voice; /* of the first that confirms */
  gboolean independent;
  gboolean disputed, superseded;
} Tally;

static void
count_claim (Tally *tally, ChnStance stance, guint32 voice)
{
  tally->disputed |= stance == CHN_STANCE_DISPUTES;
  tally->superseded |= stance == CHN_STANCE_SUPERSEDED;
  tally->n_partial += stance == CHN_STANCE_PARTIAL || stance == CHN_STANCE_PRECISE;
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
  if (tally->n_confirm > 0)
    return CHN_AGREEMENT_SINGLE;
  return tally->superseded ? CHN_AGREEMENT_SUPERSEDED : CHN_AGREEMENT_SILENT;
}

ChnAgreement
chn_timeline_judge_field (const ChnTimeline *timeline, guint row, ChnField field)
{
  g_return_val_if_fail (row < chn_timeline_get_n_events (timeline), CHN_AGREEMENT_SILENT);
  const guint32 *voices = chn_timeline_get_voices (timeline);
  Claims all = get_claims (timeline, row);
  Tally tally = { 0 };
  for (guint i = 0; i < all.n; i++) /* a forged claim may stand in a citation that there is not */
    if (all.claims[i].field == (guint32) field && all.claims[i].citation < all.n_citations)
      count_claim (&tally, judge (&all, i), voices[all.citations[all.claims[i].citation].source]);
  return conclude (&tally);
}

/* Which of all claims it is; their number where there is none such. */
static guint
find_claim (const Claims *all, guint citation, guint claim)
{
  guint i = 0;
  while (i < all->n && (all->claims[i].citation != citation || claim-- > 0))
    i++;
  return i;
}

ChnStance
chn_timeline_judge_claim (const ChnTimeline *timeline, guint row, guint citation, guint claim)
{
  g_return_val_if_fail (row < chn_timeline_get_n_events (timeline), CHN_STANCE_PARTIAL);
  Claims all = get_claims (timeline, row);
  guint found = find_claim (&all, citation, claim);
  return found < all.n ? judge (&all, found) : CHN_STANCE_PARTIAL;
}

const ChnSource *
chn_timeline_find_successor (const ChnTimeline *timeline, guint row, guint citation, guint claim)
{
  g_return_val_if_fail (row < chn_timeline_get_n_events (timeline), NULL);
  Claims all = get_claims (timeline, row);
  guint found = find_claim (&all, citation, claim);
  guint32 by = 0;
  gboolean superseded =
      found < all.n && chn_successors_find (all.successors, all.columns, row, &all.claims[found], &by);
  return superseded ? chn_timeline_get_source (timeline, by) : NULL;
}

static gboolean
has_stance (const ChnTimeline *timeline, guint row, ChnStance stance)
{
  Claims all = get_claims (timeline, row);
  for (guint i = 0; i < all.n; i++)
    if (judge (&all, i) == stance)
      return TRUE;
  return FALSE;
}

gboolean
chn_timeline_is_disputed (const ChnTimeline *timeline, guint row)
{
  return has_stance (timeline, row, CHN_STANCE_DISPUTES);
}

gboolean
chn_timeline_has_superseded (const ChnTimeline *timeline, guint row)
{
  return has_stance (timeline, row, CHN_STANCE_SUPERSEDED);
}

/* Whether the source of a citation has been withdrawn. */
static gboolean
is_withdrawn (const Claims *all, guint citation)
{
  guint32 by = 0;
  return chn_successors_find_withdrawal (all->successors, all->citations[citation].source, &by);
}

/* Whether no citation before this one has its voice. */
static gboolean
is_fresh (const Claims *all, const guint32 *voices, guint citation)
{
  for (guint i = 0; i < citation; i++)
    if (voices[all->citations[i].source] == voices[all->citations[citation].source] && !is_withdrawn (all, i))
      return FALSE;
  return TRUE;
}

guint
chn_timeline_count_voices (const ChnTimeline *timeline, guint row)
{
  g_return_val_if_fail (row < chn_timeline_get_n_events (timeline), 0);
  guint n_voices = 0;
  const guint32 *voices = chn_timeline_get_voices (timeline);
  Claims all = get_claims (timeline, row);
  for (guint i = 0; i < all.n_citations; i++)
    n_voices += !is_withdrawn (&all, i) && is_fresh (&all, voices, i) ? 1 : 0;
  return n_voices;
}
