/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fields tag and series: words that the timeline itself chooses. */
#include <string.h>

#include "base/fold.h"
#include "query/codes.h"
#include "query/complain.h"
#include "query/match/match.h"

/* `:` takes a label in any case and punctuation, `=` as it is spelt. */
static gboolean
is_label (const char *label, const ChnOperand *operand, gboolean strict)
{
  if (strict)
    return strcmp (label, operand->text) == 0;
  g_autofree char *folded = chn_fold_name (label, -1);
  g_autofree char *wanted = chn_fold_name (operand->text, -1);
  return strcmp (folded, wanted) == 0;
}

static gboolean
bind_label (ChnBinder *binder, const ChnCondition *condition, const ChnOperand *operand, ChnCodes *codes,
            GError **error)
{
  gboolean known = FALSE;
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_suggestion_init (&suggestion, operand->text, -1);
  for (guint32 code = 0; code < codes->n_codes; code++) {
    const char *label = chn_columns_get_code_text (binder->columns, codes->dictionary, code);
    chn_suggestion_offer (&suggestion, label);
    if (is_label (label, operand, condition->strict))
      known = codes->wanted[code] = TRUE;
  }
  if (!known)
    chn_complain_unknown (
        error, condition->term->rule->field->name, operand, &suggestion,
        codes->dictionary == CHN_DICTIONARY_SERIES
            ? "no event of this timeline belongs to it; chancery count --by series has those there are"
            : "no event of this timeline has it; chancery count --by tag has those there are");
  return known;
}

static ChnCodes *
bind_labels (ChnBinder *binder, const ChnCondition *condition, ChnDictionaryId dictionary, GError **error)
{
  const ChnNode *term = condition->term;
  ChnCodes *codes = chn_codes_new (binder->arena, binder->columns, dictionary);
  for (guint i = 0; i < term->n_values; i++)
    if (!chn_complain_unless_plain (error, term, &term->values[i]) ||
        !bind_label (binder, condition, &term->values[i].low, codes, error))
      return NULL;
  return codes;
}

static ChnListId
get_list (const ChnCondition *condition)
{
  return chn_record_find_items ((ChnField) condition->term->rule->argument);
}

gboolean
chn_bind_items (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  ChnDictionaryId dictionary = (ChnDictionaryId) chn_record_lists[get_list (condition)].dictionary;
  condition->data = bind_labels (binder, condition, dictionary, error);
  return condition->data != NULL;
}

ChnAnswer
chn_match_items (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  guint n = 0;
  const guint32 *items = chn_columns_get_list (columns, get_list (condition), row, &n);
  return chn_answer_of (chn_codes_intersect (condition->data, items, n));
}

gboolean
chn_bind_series (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  condition->data = bind_labels (binder, condition, CHN_DICTIONARY_SERIES, error);
  return condition->data != NULL;
}

ChnAnswer
chn_match_series (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  guint32 code;
  const char *series = chn_columns_get_text (columns, CHN_FIELD_SERIES, row);
  return chn_answer_of (series && chn_columns_find_code (columns, CHN_DICTIONARY_SERIES, series, &code) &&
                        chn_codes_contain (condition->data, code));
}
