/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fields whose values are words of a vocabulary: kind, status, confidence, visibility. A known kind stands for those
 * that are declared nearest to it, too, unless it alone is asked for. */
#include "query/codes.h"
#include "query/complain.h"
#include "query/match/match.h"

/* The wanted values of a vocabulary, by value. */
static gboolean *
bind_terms (ChnBinder *binder, const ChnCondition *condition, ChnVocabularyId vocabulary, GError **error)
{
  const ChnNode *term = condition->term;
  const ChnVocabulary *terms = binder->columns->vocabulary;
  guint n = chn_vocabulary_count (terms, vocabulary);
  gboolean *wanted = chn_arena_alloc (binder->arena, n * sizeof *wanted);
  for (guint i = 0; i < term->n_values; i++) {
    g_autoptr (GError) inner = NULL;
    const ChnOperand *operand = &term->values[i].low;
    if (!chn_complain_unless_plain (error, term, &term->values[i]))
      return NULL;
    int value = chn_vocabulary_find_term (terms, vocabulary, operand->text, -1, &inner);
    if (value < 0) {
      chn_complain_forward (error, inner, operand, NULL);
      return NULL;
    }
    for (guint other = 0; other < n; other++)
      if (other == (guint) value ||
          (!condition->strict && chn_vocabulary_get_nearest (terms, vocabulary, other) == (guint) value))
        wanted[other] = TRUE;
  }
  return wanted;
}

gboolean
chn_bind_kind (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  const gboolean *wanted = bind_terms (binder, condition, CHN_VOCABULARY_KIND, error);
  if (!wanted)
    return FALSE;
  ChnCodes *codes = chn_codes_new (binder->arena, binder->columns, CHN_DICTIONARY_KINDS);
  for (guint32 code = 0; code < codes->n_codes; code++)
    codes->wanted[code] = wanted[code] != FALSE;
  condition->data = codes;
  return TRUE;
}

ChnAnswer
chn_match_kind (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  return chn_answer_of (chn_codes_contain (condition->data, chn_columns_get_kind (columns, row)));
}

gboolean
chn_bind_status (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  condition->data = bind_terms (binder, condition, CHN_VOCABULARY_STATUS, error);
  return condition->data != NULL;
}

ChnAnswer
chn_match_status (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const gboolean *wanted = condition->data;
  return chn_answer_of (wanted[chn_columns_get_status (columns, row)]);
}

gboolean
chn_bind_visibility (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  condition->data = bind_terms (binder, condition, CHN_VOCABULARY_VISIBILITY, error);
  return condition->data != NULL;
}

ChnAnswer
chn_match_visibility (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const gboolean *wanted = condition->data;
  return chn_answer_of (wanted[chn_columns_get_visibility (columns, row)]);
}

/* What is public has no key for that. */
void
chn_describe_visibility (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description)
{
  const gboolean *wanted = condition->data;
  (void) columns;
  for (guint i = CHN_VISIBILITY_PUBLIC + 1; i < CHN_N_VISIBILITIES; i++) {
    const char *name = chn_vocabulary_get_term_name (CHN_VOCABULARY_VISIBILITY, i);
    if (wanted[CHN_VISIBILITY_PUBLIC] && !wanted[i])
      g_ptr_array_add (description->lacked, g_strconcat ("visibility ", name, NULL));
    else if (wanted[i])
      chn_description_add_key (description, "visibility", name);
  }
  description->is_all = wanted[CHN_VISIBILITY_PUBLIC] && description->lacked->len == 0;
  description->is_exact = TRUE;
}

gboolean
chn_bind_confidence (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  condition->data = bind_terms (binder, condition, CHN_VOCABULARY_CONFIDENCE, error);
  return condition->data != NULL;
}

ChnAnswer
chn_match_confidence (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const gboolean *wanted = condition->data;
  return chn_answer_of (wanted[chn_columns_get_confidence (columns, row)]);
}
