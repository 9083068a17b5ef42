/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fields whose values are words of the query language itself, each with a test of its own. */
#include "query/choice.h"

#include "query/complain.h"

typedef struct {
  ChnKnown known;
  guint n;
  const ChnChoice **chosen;
} Choices;

static const ChnChoice *
find_choice (const ChnNode *term, const ChnOperand *operand, const ChnChoice *choices, guint n, GError **error)
{
  g_auto (ChnSuggestion) suggestion = { 0 };
  const ChnQueryField *field = term->rule->field;
  chn_suggestion_init (&suggestion, operand->text, -1);
  for (guint i = 0; i < n; i++) {
    if (g_ascii_strcasecmp (choices[i].word, operand->text) == 0)
      return &choices[i];
    chn_suggestion_offer (&suggestion, choices[i].word);
  }
  g_autofree char *what = g_strdup_printf ("value of \"%s\"", field->name);
  g_autofree char *hint = g_strdup_printf ("write %s", field->takes);
  chn_complain_unknown (error, what, operand, &suggestion, hint);
  return NULL;
}

gboolean
chn_choice_bind (ChnBinder *binder, ChnCondition *condition, const ChnChoice *choices, guint n, GError **error)
{
  const ChnNode *term = condition->term;
  Choices *data = chn_arena_alloc (binder->arena, sizeof *data);
  guint kind_vote = (guint) chn_vocabulary_find (CHN_VOCABULARY_KIND, "vote", -1, NULL);
  data->known = (ChnKnown){ binder->today, binder->timeline, kind_vote };
  data->n = term->n_values;
  data->chosen = chn_arena_alloc (binder->arena, term->n_values * sizeof *data->chosen);
  for (guint i = 0; i < term->n_values; i++) {
    if (!chn_complain_unless_plain (error, term, &term->values[i]))
      return FALSE;
    data->chosen[i] = find_choice (term, &term->values[i].low, choices, n, error);
    if (!data->chosen[i])
      return FALSE;
    if (data->chosen[i]->unknown)
      condition->unknown = data->chosen[i]->unknown;
  }
  condition->data = data;
  return TRUE;
}

static ChnAnswer
ask (const ChnChoice *choice, const ChnColumns *columns, guint row, const ChnKnown *known)
{
  return choice->answer ? choice->answer (columns, row, known) : chn_answer_of (choice->test (columns, row, known));
}

ChnAnswer
chn_choice_match (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const Choices *data = condition->data;
  ChnAnswer answer = CHN_ANSWER_NO;
  for (guint i = 0; i < data->n && answer != CHN_ANSWER_YES; i++)
    answer = chn_answer_or (answer, ask (data->chosen[i], columns, row, &data->known));
  return answer;
}
