/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The field vote: how it was voted and what came of it. */
#include "query/choice.h"
#include "query/match/match.h"

static const ChnVoteCell *
get_vote (const ChnColumns *columns, guint row)
{
  guint n = 0;
  const ChnVoteCell *vote = chn_columns_get_vote (columns, row, &n);
  return n > 0 ? vote : NULL;
}

static gboolean
has_method (const ChnColumns *columns, guint row, ChnVoteMethod method)
{
  const ChnVoteCell *vote = get_vote (columns, row);
  return vote && vote->method == method;
}

static gboolean
has_result (const ChnColumns *columns, guint row, ChnVoteResult result)
{
  const ChnVoteCell *vote = get_vote (columns, row);
  return vote && vote->result == result;
}

static gboolean
is_adopted (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  (void) known;
  return has_result (columns, row, CHN_RESULT_ADOPTED);
}

static gboolean
is_rejected (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  (void) known;
  return has_result (columns, row, CHN_RESULT_REJECTED);
}

static gboolean
is_recorded (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  (void) known;
  return has_method (columns, row, CHN_METHOD_RECORDED);
}

static gboolean
is_procedural (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  (void) known;
  return has_method (columns, row, CHN_METHOD_PROCEDURAL);
}

static gboolean
is_consensus (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  (void) known;
  return has_method (columns, row, CHN_METHOD_CONSENSUS);
}

static gboolean
is_none (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  (void) known;
  const ChnVoteCell *vote = get_vote (columns, row);
  return !vote || (vote->method == CHN_METHOD_NONE && vote->result == CHN_RESULT_NONE);
}

static const ChnChoice choices[] = {
  { "adopted", is_adopted, NULL },       { "rejected", is_rejected, NULL },   { "recorded", is_recorded, NULL },
  { "procedural", is_procedural, NULL }, { "consensus", is_consensus, NULL }, { "none", is_none, NULL },
};

gboolean
chn_bind_vote (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  return chn_choice_bind (binder, condition, choices, G_N_ELEMENTS (choices), error);
}

ChnAnswer
chn_match_vote (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  return chn_choice_match (condition, columns, row);
}
