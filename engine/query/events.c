/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Events that a query names, and conditions that come down to a list of rows. */
#include "query/events.h"

#include <stdlib.h>

#include "base/error.h"
#include "query/complain.h"

void
chn_events_complain (const ChnBinder *binder, const ChnOperand *operand, const GError *ambiguous,
                     const char *otherwise, GError **error)
{
  if (ambiguous) {
    chn_complain_forward (error, ambiguous, operand, NULL);
    return;
  }
  ChnSuggestion suggestion = { .best = chn_timeline_suggest (binder->timeline, operand->text) };
  chn_complain_unknown (error, "event", operand, &suggestion, otherwise);
}

gboolean
chn_events_find_row (ChnBinder *binder, const ChnOperand *operand, guint32 *row, GError **error)
{
  guint found = 0;
  if (operand->kind == CHN_OPERAND_SAVED) {
    chn_error_set_at (error, CHN_ERROR_SYNTAX, operand->place.offset, operand->place.length,
                      "write @ and the id of an event", "a saved query is not an event");
    return FALSE;
  }
  g_autoptr (GError) inner = NULL;
  if (chn_timeline_find_named (binder->timeline, operand->text, &found, &inner)) {
    *row = found;
    return TRUE;
  }
  const GError *ambiguous = g_error_matches (inner, CHN_ERROR, CHN_ERROR_AMBIGUOUS) ? inner : NULL;
  chn_events_complain (binder, operand, ambiguous, "write the id of an event of this timeline", error);
  return FALSE;
}

guint32 *
chn_events_find_rows (ChnBinder *binder, const ChnNode *term, GError **error)
{
  guint32 *rows = chn_arena_alloc (binder->arena, MAX (term->n_values, 1) * sizeof *rows);
  for (guint i = 0; i < term->n_values; i++)
    if (!chn_events_find_row (binder, &term->values[i].low, &rows[i], error))
      return NULL;
  return rows;
}

ChnAnswer
chn_match_events (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const ChnEvents *events = condition->data;
  guint32 wanted = row;
  (void) columns;
  return chn_answer_of (events->n > 0 &&
                        bsearch (&wanted, events->rows, events->n, sizeof wanted, chn_compare_rows) != NULL);
}

void
chn_narrow_events (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates)
{
  const ChnEvents *events = condition->data;
  (void) columns;
  chn_candidates_add (candidates, (ChnPosting){ events->rows, events->n, NULL, FALSE });
}
