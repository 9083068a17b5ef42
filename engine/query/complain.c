/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Errors of binding: each at its place in the query's text, each with what to write instead. */
#include "query/complain.h"

#include "base/error.h"

void
chn_complain_forward (GError **error, const GError *inner, const ChnOperand *operand, const char *otherwise)
{
  const char *hint = chn_error_get_hint (inner);
  gsize offset = 0, length = 0;
  ChnPlace place = operand->place;
  /* Quotes and escapes move what stands behind them, so there the whole operand is the place. */
  if (operand->kind == CHN_OPERAND_WORD && chn_error_get_place (inner, &offset, &length) &&
      offset + length <= place.length)
    place = (ChnPlace){ place.offset + offset, length };
  chn_error_set_at (error, (ChnError) inner->code, place.offset, place.length, hint ? hint : otherwise, "%s",
                    inner->message);
}

void
chn_complain_unknown (GError **error, const char *what, const ChnOperand *operand, const ChnSuggestion *suggestion,
                      const char *otherwise)
{
  g_autofree char *hint = chn_suggestion_dup_hint (suggestion, otherwise);
  chn_error_set_at (error, CHN_ERROR_UNKNOWN, operand->place.offset, operand->place.length, hint, "unknown %s \"%s\"",
                    what, operand->text);
}

gboolean
chn_complain_unless_plain (GError **error, const ChnNode *term, const ChnValue *value)
{
  static const char *const kinds[] = { "a range", NULL, NULL, "an event", "a saved query" };
  const char *found = value->is_range ? kinds[CHN_OPERAND_NONE] : kinds[value->low.kind];
  if (!found)
    return TRUE;
  const ChnQueryField *field = term->rule->field;
  g_autofree char *hint = g_strdup_printf ("write %s", field->takes);
  chn_error_set_at (error, CHN_ERROR_SYNTAX, value->place.offset, value->place.length, hint,
                    "\"%s\" does not take %s", *field->name ? field->name : "a search", found);
  return FALSE;
}
