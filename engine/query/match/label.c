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
bind_tag (ChnBinder *binder, const ChnOperand *operand, gboolean strict, ChnCodes *codes, GError **error)
{
  gboolean known = FALSE;
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_suggestion_init (&suggestion, operand->text, -1);
  for (guint32 code = 0; code < codes->n_codes; code++) {
    const char *tag = chn_columns_get_code_text (binder->columns, CHN_DICTIONARY_TAGS, code);
    chn_suggestion_offer (&suggestion, tag);
    if (is_label (tag, operand, strict))
      known = codes->wanted[code] = TRUE;
  }
  if (!known)
    chn_complain_unknown (error, "tag", operand, &suggestion, "no event of this timeline has it");
  return known;
}

gboolean
chn_bind_tag (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  const ChnNode *term = condition->term;
  ChnCodes *codes = chn_codes_new (binder->arena, binder->columns, CHN_DICTIONARY_TAGS);
  for (guint i = 0; i < term->n_values; i++)
    if (!chn_complain_unless_plain (error, term, &term->values[i]) ||
        !bind_tag (binder, &term->values[i].low, condition->strict, codes, error))
      return FALSE;
  condition->data = codes;
  return TRUE;
}

gboolean
chn_match_tag (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  guint n = 0;
  const guint32 *tags = chn_columns_get_tags (columns, row, &n);
  return chn_codes_meet (condition->data, tags, n);
}

typedef struct {
  guint n;
  guint32 *texts; /* numbers of texts, ascending */
} Series;

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;
  return (left > right) - (left < right);
}

/* The numbers of the texts that stand in the column, each once, ascending. */
static GArray *
collect_series (const ChnColumns *columns)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 row = 0; columns->text[CHN_FIELD_SERIES] && row < columns->n_rows; row++) {
    guint32 number = chn_columns_get_text_number (columns, CHN_FIELD_SERIES, row);
    if (number != 0 && g_hash_table_add (seen, GUINT_TO_POINTER (number)))
      g_array_append_val (numbers, number);
  }
  g_array_sort (numbers, compare_numbers);
  return numbers;
}

static gboolean
bind_series (const ChnBinder *binder, const ChnOperand *operand, gboolean strict, const GArray *all, gboolean *wanted,
             GError **error)
{
  gboolean known = FALSE;
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_suggestion_init (&suggestion, operand->text, -1);
  for (guint i = 0; i < all->len; i++) {
    const char *series = chn_pool_get (binder->columns->texts, g_array_index (all, guint32, i));
    chn_suggestion_offer (&suggestion, series);
    if (is_label (series, operand, strict))
      known = wanted[i] = TRUE;
  }
  if (!known)
    chn_complain_unknown (error, "series", operand, &suggestion, "no event of this timeline belongs to it");
  return known;
}

gboolean
chn_bind_series (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  const ChnNode *term = condition->term;
  g_autoptr (GArray) all = collect_series (binder->columns);
  g_autofree gboolean *wanted = g_new0 (gboolean, all->len + 1);
  for (guint i = 0; i < term->n_values; i++)
    if (!chn_complain_unless_plain (error, term, &term->values[i]) ||
        !bind_series (binder, &term->values[i].low, condition->strict, all, wanted, error))
      return FALSE;
  Series *series = chn_arena_alloc (binder->arena, sizeof *series);
  series->texts = chn_arena_alloc (binder->arena, (all->len + 1) * sizeof *series->texts);
  for (guint i = 0; i < all->len; i++)
    if (wanted[i])
      series->texts[series->n++] = g_array_index (all, guint32, i);
  condition->data = series;
  return TRUE;
}

gboolean
chn_match_series (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const Series *series = condition->data;
  guint32 number = chn_columns_get_text_number (columns, CHN_FIELD_SERIES, row);
  return number != 0 && bsearch (&number, series->texts, series->n, sizeof *series->texts, compare_numbers) != NULL;
}
