/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fields importance, nth and precision: places on a scale or in a row. */
#include "base/error.h"
#include "query/complain.h"
#include "query/counts.h"
#include "query/match/match.h"

enum { MOST_IMPORTANT = 5 };

typedef struct {
  guint n_counts;
  ChnCounts *counts;
} Scale;

static gboolean
parse_importance (const ChnOperand *operand, gint64 *number, GError **error)
{
  if (!chn_counts_parse_number (operand, number, error))
    return FALSE;
  if (*number >= 1 && *number <= MOST_IMPORTANT)
    return TRUE;
  chn_error_set_at (error, CHN_ERROR_RANGE, operand->place.offset, operand->place.length, "write 1 to 5, as in 4..",
                    "importance runs from 1 to 5, found \"%s\"", operand->text);
  return FALSE;
}

static gboolean
parse_precision (const ChnOperand *operand, gint64 *number, GError **error)
{
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_suggestion_init (&suggestion, operand->text, -1);
  for (guint i = 0; i <= CHN_PRECISION_UNBOUNDED; i++) {
    const char *name = chn_precision_get_name ((ChnPrecision) i);
    *number = i;
    if (g_ascii_strcasecmp (name, operand->text) == 0)
      return TRUE;
    chn_suggestion_offer (&suggestion, name);
  }
  chn_complain_unknown (error, "precision", operand, &suggestion, "write second, day, month, season, year …");
  return FALSE;
}

static gboolean
bind_scale (ChnBinder *binder, ChnCondition *condition, ChnNumberFunc parse, GError **error)
{
  const ChnNode *term = condition->term;
  Scale *scale = chn_arena_alloc (binder->arena, sizeof *scale);
  scale->n_counts = term->n_values;
  scale->counts = chn_arena_alloc (binder->arena, term->n_values * sizeof (ChnCounts));
  for (guint i = 0; i < term->n_values; i++)
    if (!chn_counts_bind (term, &term->values[i], parse, &scale->counts[i], error))
      return FALSE;
  condition->data = scale;
  return TRUE;
}

gboolean
chn_bind_importance (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  return bind_scale (binder, condition, parse_importance, error);
}

ChnAnswer
chn_match_importance (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const Scale *scale = condition->data;
  guint importance = chn_columns_get_importance (columns, row);
  return chn_answer_of (importance > 0 && chn_counts_contain (scale->counts, scale->n_counts, importance));
}

gboolean
chn_bind_nth (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  return bind_scale (binder, condition, chn_counts_parse_number, error);
}

ChnAnswer
chn_match_nth (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const Scale *scale = condition->data;
  guint nth = chn_columns_get_nth (columns, row);
  return chn_answer_of (nth > 0 && chn_counts_contain (scale->counts, scale->n_counts, nth));
}

void
chn_describe_nth (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description)
{
  const ChnTextStretch stretch = { CHN_FIELD_NTH, NULL, NULL, FALSE };
  (void) condition, (void) columns;
  g_array_append_val (description->texts, stretch);
}

gboolean
chn_bind_precision (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  return bind_scale (binder, condition, parse_precision, error);
}

ChnAnswer
chn_match_precision (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const Scale *scale = condition->data;
  return chn_answer_of (
      chn_counts_contain (scale->counts, scale->n_counts, chn_columns_get_precision (columns, row)));
}

void
chn_describe_scale (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description)
{
  const Scale *scale = condition->data;
  const char *field = condition->term->rule->field->name;
  gboolean is_precision = condition->term->rule->match == chn_match_precision;
  (void) columns;
  for (guint i = is_precision ? 0 : 1; i <= (is_precision ? CHN_PRECISION_UNBOUNDED : MOST_IMPORTANT); i++) {
    g_autofree char *number = g_strdup_printf ("%u", i);
    if (chn_counts_contain (scale->counts, scale->n_counts, i))
      chn_description_add_key (description, field, is_precision ? chn_precision_get_name ((ChnPrecision) i) : number);
  }
  description->is_exact = TRUE;
}
