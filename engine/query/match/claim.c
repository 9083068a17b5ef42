/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fields about claims: says, and how the sources of an event agree on a field of its record. */
#include "query/codes.h"
#include "query/complain.h"
#include "query/match/match.h"
#include "timeline/judge.h"

gboolean
chn_bind_says (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  return chn_bind_source (binder, condition, error);
}

/* A source that is cited for the event as a whole makes no claim of its own. */
ChnAnswer
chn_match_says (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  guint n = 0, n_citations = 0;
  const ChnClaimCell *claims = chn_columns_get_claims (columns, row, &n);
  const ChnCitationCell *citations = chn_columns_get_citations (columns, row, &n_citations);
  for (guint i = 0; i < n; i++)
    if (claims[i].citation < n_citations && chn_codes_contain (condition->data, citations[claims[i].citation].source))
      return CHN_ANSWER_YES;
  return CHN_ANSWER_NO;
}

/* A row that cites a source may not rest a claim on it. */
void
chn_narrow_says (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates)
{
  chn_codes_narrow (condition->data, columns, candidates);
}

/* The fields of an event that a term asks about, and what they are asked for. */
typedef struct {
  const ChnTimeline *timeline;
  ChnAgreement agreement;
  gboolean wanted[CHN_N_FIELDS];
} Judged;

static int
find_field (const ChnOperand *operand, GError **error)
{
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_suggestion_init (&suggestion, operand->text, -1);
  for (int field = 0; field < CHN_N_FIELDS; field++) {
    const ChnFieldInfo *info = chn_field_get_info ((ChnField) field);
    if (!info->can_be_said)
      continue;
    chn_suggestion_offer (&suggestion, info->name);
    if (chn_field_find (operand->text, -1) == field)
      return field;
  }
  chn_complain_unknown (error, "field that sources speak about", operand, &suggestion,
                        "write date, vote, forum, symbol, actor, kind, status, place, nth, title or summary");
  return -1;
}

gboolean
chn_bind_agreement (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  const ChnNode *term = condition->term;
  Judged *judged = chn_arena_alloc (binder->arena, sizeof *judged);
  judged->timeline = binder->timeline;
  judged->agreement = (ChnAgreement) term->rule->argument;
  for (guint i = 0; i < term->n_values; i++) {
    if (!chn_complain_unless_plain (error, term, &term->values[i]))
      return FALSE;
    int field = find_field (&term->values[i].low, error);
    if (field < 0)
      return FALSE;
    judged->wanted[field] = TRUE;
  }
  condition->data = judged;
  return TRUE;
}

ChnAnswer
chn_match_agreement (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  (void) columns;
  const Judged *judged = condition->data;
  for (guint field = 0; field < CHN_N_FIELDS; field++)
    if (judged->wanted[field] &&
        chn_timeline_judge_field (judged->timeline, row, (ChnField) field) == judged->agreement)
      return CHN_ANSWER_YES;
  return CHN_ANSWER_NO;
}

/* Only what rests on a source can be agreed upon or not. */
void
chn_describe_agreement (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description)
{
  (void) condition, (void) columns;
  g_ptr_array_add (description->keys, g_strdup (CHN_KEY_SOURCED));
}
