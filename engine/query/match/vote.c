/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The field vote: how it was voted and what came of it. */
#include "query/choice.h"
#include "query/electors.h"
#include "query/match/match.h"
#include "query/poll.h"
#include "timeline/ballots.h"

static const ChnVoteCell *
get_vote (const ChnColumns *columns, guint row)
{
  guint n = 0;
  const ChnVoteCell *vote = chn_columns_get_vote (columns, row, &n);
  return n > 0 ? vote : NULL;
}

/* What is left open of an event without a vote: nothing, unless it was one that nobody recorded. */
static ChnAnswer
answer_without (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  return chn_row_expects_vote (columns, row, known->kind_vote) ? CHN_ANSWER_UNKNOWN : CHN_ANSWER_NO;
}

/* Whether it was voted so. Where somebody voted it was not adopted by consensus. */
static ChnAnswer
has_method (const ChnColumns *columns, guint row, ChnVoteMethod method, const ChnKnown *known)
{
  const ChnVoteCell *vote = get_vote (columns, row);
  if (!vote)
    return answer_without (columns, row, known);
  if (vote->method != CHN_METHOD_NONE)
    return chn_answer_of (vote->method == method);
  guint n_named = chn_columns_count_ballots (columns, row);
  gboolean voted = n_named > 0 || vote->yes >= 0 || vote->no >= 0 || vote->abstain >= 0 || vote->not_voting >= 0;
  return method == CHN_METHOD_CONSENSUS && voted ? CHN_ANSWER_NO : CHN_ANSWER_UNKNOWN;
}

static ChnAnswer
is_recorded (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  return has_method (columns, row, CHN_METHOD_RECORDED, known);
}

static ChnAnswer
is_procedural (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  return has_method (columns, row, CHN_METHOD_PROCEDURAL, known);
}

static ChnAnswer
is_consensus (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  return has_method (columns, row, CHN_METHOD_CONSENSUS, known);
}

/* What an event lacks that has none of these is known: its record says nothing of a vote. */
static gboolean
is_none (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  (void) known;
  const ChnVoteCell *vote = get_vote (columns, row);
  return !vote || (vote->method == CHN_METHOD_NONE && vote->result == CHN_RESULT_NONE);
}

/* What is not stated follows from the counts and the body's rules, or is not known. */
#define CHN_DEFINE_RESULT(name)                                                                                      \
  static ChnAnswer ask_##name (const ChnColumns *columns, guint row, const ChnKnown *known)                          \
  {                                                                                                                  \
    ChnOutcome outcome;                                                                                              \
    if (!chn_poll_find_outcome (columns, row, chn_timeline_get_registry (known->timeline), &outcome))                \
      return answer_without (columns, row, known);                                                                   \
    return (ChnAnswer) outcome.name;                                                                                 \
  }

CHN_DEFINE_RESULT (adopted)
CHN_DEFINE_RESULT (rejected)
CHN_DEFINE_RESULT (failed)
CHN_DEFINE_RESULT (veto)
CHN_DEFINE_RESULT (unanimous)

#undef CHN_DEFINE_RESULT

G_STATIC_ASSERT ((int) CHN_CERTAINTY_NO == (int) CHN_ANSWER_NO);
G_STATIC_ASSERT ((int) CHN_CERTAINTY_POSSIBLY == (int) CHN_ANSWER_UNKNOWN);
G_STATIC_ASSERT ((int) CHN_CERTAINTY_CERTAINLY == (int) CHN_ANSWER_YES);

#define RESULT "what came of the vote"
#define METHOD "how it was voted"

static const ChnChoice choices[] = {
  { "adopted", NULL, ask_adopted, RESULT },
  { "rejected", NULL, ask_rejected, RESULT },
  { "failed", NULL, ask_failed, RESULT },
  { "veto", NULL, ask_veto, "whether it was vetoed" },
  { "unanimous", NULL, ask_unanimous, "whether all were in favour" },
  { "recorded", NULL, is_recorded, METHOD },
  { "procedural", NULL, is_procedural, METHOD },
  { "consensus", NULL, is_consensus, METHOD },
  { "none", is_none, NULL, NULL },
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
