/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The field symbol: a document symbol, known or not, or the parts that symbols begin with. */
#include <chancery/symbol.h>
#include <string.h>

#include "model/symbol/spelling.h"
#include "query/codes.h"
#include "query/complain.h"
#include "query/match/match.h"

/* In other words for a symbol, the symbol is asked for; a beginning of one stays as it is. */
static char *
dup_asked (const ChnOperand *operand)
{
  g_autofree char *spelled = NULL;
  if (chn_symbol_spell (operand->text, -1, &spelled, NULL) != CHN_SPELLING_INFORMAL)
    return g_strdup (operand->text);
  return g_steal_pointer (&spelled);
}

static void
mark_beginning (const ChnBinder *binder, const ChnOperand *operand, ChnCodes *codes)
{
  g_autofree char *beginning = dup_asked (operand);
  for (guint32 code = 0; code < codes->n_codes; code++)
    if (chn_symbol_text_has_prefix (chn_columns_get_code_text (binder->columns, CHN_DICTIONARY_SYMBOLS, code),
                                    beginning))
      codes->wanted[code] = TRUE;
}

/* Where no event bears such a symbol, the sources that bear one tell which events rest on the document. */
static ChnCodes *
find_in_sources (ChnBinder *binder, const ChnNode *term)
{
  ChnCodes *codes = chn_codes_new (binder->arena, binder->columns, CHN_DICTIONARY_SOURCES);
  for (guint i = 0; i < term->n_values; i++) {
    g_autofree char *beginning = dup_asked (&term->values[i].low);
    chn_mark_source_symbols (binder, beginning, codes);
  }
  return codes;
}

static gboolean
is_empty (const ChnCodes *codes)
{
  return codes->n_codes == 0 || memchr (codes->wanted, TRUE, codes->n_codes) == NULL;
}

/* Whether a text stands for the document: by its symbol, or as it is written where that is unknown. */
static gboolean
names_document (const char *text, const ChnSymbol *whole, const char *asked)
{
  g_autoptr (ChnSymbol) symbol = whole ? chn_symbol_parse (text, -1, NULL) : NULL;
  return symbol ? chn_symbol_equal (symbol, whole) : !whole && g_ascii_strcasecmp (text, asked) == 0;
}

static void
mark_document (const ChnBinder *binder, const ChnOperand *operand, ChnCodes *codes)
{
  g_autoptr (ChnSymbol) whole = chn_symbol_parse (operand->text, -1, NULL);
  for (guint32 code = 0; code < codes->n_codes; code++)
    if (names_document (chn_columns_get_code_text (binder->columns, CHN_DICTIONARY_SYMBOLS, code), whole,
                        operand->text))
      codes->wanted[code] = TRUE;
}

gboolean
chn_bind_symbol (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  const ChnNode *term = condition->term;
  ChnCodes *codes = chn_codes_new (binder->arena, binder->columns, CHN_DICTIONARY_SYMBOLS);
  for (guint i = 0; i < term->n_values; i++) {
    const ChnOperand *operand = &term->values[i].low;
    if (!chn_complain_unless_plain (error, term, &term->values[i]))
      return FALSE;
    if (!condition->strict)
      mark_beginning (binder, operand, codes);
    else
      mark_document (binder, operand, codes);
  }
  condition->data = !condition->strict && is_empty (codes) ? find_in_sources (binder, term) : codes;
  return TRUE;
}

ChnAnswer
chn_match_symbol (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const ChnCodes *codes = condition->data;
  if (codes->dictionary == CHN_DICTIONARY_SOURCES)
    return chn_match_source (condition, columns, row);
  guint n = 0;
  const guint32 *symbols = chn_columns_get_symbols (columns, row, &n);
  return chn_answer_of (chn_codes_intersect (codes, symbols, n));
}

/* Where symbols stand in spellings of their own, their words are the same. */
void
chn_describe_symbol (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description)
{
  const ChnNode *term = condition->term;
  const ChnCodes *codes = condition->data;
  for (guint i = 0; i < term->n_values; i++) {
    g_autofree char *asked = dup_asked (&term->values[i].low);
    chn_description_add_symbol (description, CHN_WORDS_IN_SYMBOLS, asked);
    if (!condition->strict)
      chn_description_add_symbol (description, CHN_WORDS_IN_SOURCES, asked);
  }
  description->asks_parts = codes->dictionary == CHN_DICTIONARY_SOURCES;
  if (codes->dictionary == CHN_DICTIONARY_SYMBOLS)
    chn_description_add_codes (chn_description_need_sure (description), "symbol", codes, columns);
}
