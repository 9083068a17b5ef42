/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The field symbol: a UN document symbol, or the parts that symbols begin with. */
#include <chancery/symbol.h>

#include "query/codes.h"
#include "query/complain.h"
#include "query/match/match.h"

static void
mark_beginning (const ChnBinder *binder, const char *beginning, ChnCodes *codes)
{
  for (guint32 code = 0; code < codes->n_codes; code++)
    if (chn_symbol_text_has_prefix (chn_columns_get_code_text (binder->columns, CHN_DICTIONARY_SYMBOLS, code),
                                    beginning))
      codes->wanted[code] = TRUE;
}

static gboolean
mark_document (const ChnBinder *binder, const ChnOperand *operand, ChnCodes *codes, GError **error)
{
  g_autoptr (GError) inner = NULL;
  g_autoptr (ChnSymbol) whole = chn_symbol_parse (operand->text, -1, &inner);
  if (!whole) {
    chn_complain_forward (error, inner, operand, "write a whole symbol, such as A/RES/69/188");
    return FALSE;
  }
  for (guint32 code = 0; code < codes->n_codes; code++) {
    const char *text = chn_columns_get_code_text (binder->columns, CHN_DICTIONARY_SYMBOLS, code);
    g_autoptr (ChnSymbol) symbol = chn_symbol_parse (text, -1, NULL);
    if (symbol && chn_symbol_equal (symbol, whole))
      codes->wanted[code] = TRUE;
  }
  return TRUE;
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
      mark_beginning (binder, operand->text, codes);
    else if (!mark_document (binder, operand, codes, error))
      return FALSE;
  }
  condition->data = codes;
  return TRUE;
}

ChnAnswer
chn_match_symbol (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  guint n = 0;
  const guint32 *symbols = chn_columns_get_symbols (columns, row, &n);
  return chn_answer_of (chn_codes_intersect (condition->data, symbols, n));
}
