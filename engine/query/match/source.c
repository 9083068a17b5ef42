/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The field source: a key, the beginning of a symbol, or words of a title, author or publisher. */
#include <chancery/symbol.h>
#include <string.h>

#include "base/fold.h"
#include "query/codes.h"
#include "query/complain.h"
#include "query/match/match.h"
#include "query/words.h"

static const ChnSourceField searched[] = { CHN_SOURCE_TITLE, CHN_SOURCE_AUTHOR, CHN_SOURCE_PUBLISHER };

static const char *
get_text (const ChnColumns *columns, guint32 code, ChnSourceField field)
{
  return chn_columns_get_source_text (columns, code, field);
}

static gboolean
mark_key (const ChnBinder *binder, const ChnOperand *operand, gboolean strict, ChnCodes *codes,
          ChnSuggestion *suggestion)
{
  gboolean known = FALSE;
  g_autofree char *wanted = chn_fold_name (operand->text, -1);
  for (guint32 code = 0; code < codes->n_codes; code++) {
    const char *key = chn_columns_get_code_text (binder->columns, CHN_DICTIONARY_SOURCES, code);
    g_autofree char *folded = chn_fold_name (key, -1);
    chn_suggestion_offer (suggestion, key);
    if (strict ? strcmp (key, operand->text) == 0 : strcmp (folded, wanted) == 0)
      known = codes->wanted[code] = TRUE;
  }
  return known;
}

gboolean
chn_mark_source_symbols (const ChnBinder *binder, const char *beginning, ChnCodes *codes)
{
  gboolean known = FALSE;
  for (guint32 code = 0; code < codes->n_codes; code++) {
    const char *symbol = get_text (binder->columns, code, CHN_SOURCE_SYMBOL);
    if (symbol && chn_symbol_text_has_prefix (symbol, beginning))
      known = codes->wanted[code] = TRUE;
  }
  return known;
}

static gboolean
mark_words (const ChnBinder *binder, const ChnWords *words, ChnCodes *codes)
{
  gboolean known = FALSE;
  for (guint32 code = 0; code < codes->n_codes; code++)
    for (guint i = 0; i < G_N_ELEMENTS (searched); i++)
      if (chn_words_occur_in (words, get_text (binder->columns, code, searched[i])))
        known = codes->wanted[code] = TRUE;
  return known;
}

static gboolean
mark_words_and_symbols (const ChnBinder *binder, const ChnOperand *operand, const ChnWords *words, ChnCodes *codes)
{
  gboolean by_words = mark_words (binder, words, codes);
  gboolean by_symbol = chn_mark_source_symbols (binder, operand->text, codes);
  return by_words || by_symbol;
}

static gboolean
bind_source (ChnBinder *binder, const ChnOperand *operand, gboolean strict, ChnCodes *codes, GError **error)
{
  ChnWords words = { 0 };
  g_auto (ChnSuggestion) suggestion = { 0 };
  if (!chn_words_init (&words, operand, binder->arena, error))
    return FALSE;
  chn_suggestion_init (&suggestion, operand->text, -1);
  if (mark_key (binder, operand, strict, codes, &suggestion))
    return TRUE;
  if (!strict && mark_words_and_symbols (binder, operand, &words, codes))
    return TRUE;
  chn_complain_unknown (error, "source", operand, &suggestion,
                        strict ? "write the key of a source"
                               : "write a key, a symbol, or words of a title, author or publisher");
  return FALSE;
}

gboolean
chn_bind_source (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  const ChnNode *term = condition->term;
  ChnCodes *codes = chn_codes_new (binder->arena, binder->columns, CHN_DICTIONARY_SOURCES);
  for (guint i = 0; i < term->n_values; i++)
    if (!chn_complain_unless_plain (error, term, &term->values[i]) ||
        !bind_source (binder, &term->values[i].low, condition->strict, codes, error))
      return FALSE;
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint32 code = 0; code < codes->n_codes; code++)
    if (codes->wanted[code])
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              get_text (binder->columns, code, CHN_SOURCE_KEY));
  condition->data = codes;
  condition->names = chn_arena_strndup (binder->arena, names->str, (gssize) names->len);
  return TRUE;
}

ChnAnswer
chn_match_source (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  guint n = 0;
  const ChnCitationCell *citations = chn_columns_get_citations (columns, row, &n);
  for (guint i = 0; i < n; i++)
    if (chn_codes_contain (condition->data, citations[i].source))
      return CHN_ANSWER_YES;
  return CHN_ANSWER_NO;
}

/* In keys, titles, names and symbols of sources the same words stand. */
void
chn_describe_source (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description)
{
  const ChnNode *term = condition->term;
  for (guint i = 0; i < term->n_values; i++)
    chn_description_add_symbol (description, CHN_WORDS_IN_SOURCES, term->values[i].low.text);
  description->asks_parts = TRUE;
  if (term->rule->match == chn_match_source)
    chn_description_add_codes (chn_description_need_sure (description), "source", condition->data, columns);
}
