/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How well a value is attested, by what the sources of an event say, and which of two is more precise. */
#include "curate/union/attest.h"

#include <string.h>

#include "base/fold.h"
#include "model/stance.h"

gboolean
chn_values_agree (ChnField field, const char *a, const char *b)
{
  if (strcmp (a, b) == 0)
    return TRUE;
  if (field == CHN_FIELD_DATE) {
    g_autoptr (ChnDate) date = chn_date_parse (a, -1, NULL);
    return date && chn_stance_of_date (chn_date_get_bounds (date), a, b) == CHN_STANCE_CONFIRMS;
  }
  ChnFieldShape shape = chn_field_get_info (field)->shape;
  return shape == CHN_SHAPE_TEXT && chn_stance_of_text (a, b) == CHN_STANCE_CONFIRMS;
}

static gboolean
says (const ChnCited *cited, ChnField field, const char *value)
{
  for (guint i = 0; i < cited->claims->len; i++) {
    const ChnClaim *claim = &g_array_index (cited->claims, ChnClaim, i);
    if (claim->field == field && chn_values_agree (field, claim->value, value))
      return TRUE;
  }
  return FALSE;
}

static gboolean
speaks_of (const ChnCited *cited, ChnField field)
{
  for (guint i = 0; i < cited->claims->len; i++)
    if (g_array_index (cited->claims, ChnClaim, i).field == field)
      return TRUE;
  return cited->claims->len == 0;
}

static gboolean
is_plan (const ChnCited *cited)
{
  for (guint i = 0; i < cited->claims->len; i++) {
    const ChnClaim *claim = &g_array_index (cited->claims, ChnClaim, i);
    if (claim->field == CHN_FIELD_STATUS && strcmp (claim->value, "planned") == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_withdrawn (const ChnUnionSources *sources, const char *key)
{
  GHashTableIter iter;
  gpointer source = NULL;
  g_hash_table_iter_init (&iter, sources->withdrawing);
  while (g_hash_table_iter_next (&iter, &source, NULL))
    if (chn_source_names (source, CHN_SOURCE_WITHDRAWS, key))
      return TRUE;
  return FALSE;
}

/* By a source that withdraws it, or by one that corrects it, is cited here, and speaks of the field or of none. */
static gboolean
is_superseded (const ChnCitedList *list, const ChnUnionSources *sources, const char *key, ChnField field)
{
  if (is_withdrawn (sources, key))
    return TRUE;
  for (guint i = 0; i < list->citations->len; i++) {
    const ChnCited *cited = &g_array_index (list->citations, ChnCited, i);
    const ChnSource *source = chn_union_sources_get (sources, cited->citation.source);
    if (source && chn_source_names (source, CHN_SOURCE_CORRECTS, key) && speaks_of (cited, field) &&
        !is_withdrawn (sources, cited->citation.source))
      return TRUE;
  }
  return FALSE;
}

/* Two sources of one author, or publisher, are one voice. */
static char *
dup_voice (const ChnUnionSources *sources, const char *key)
{
  const ChnSource *source = chn_union_sources_get (sources, key);
  const char *author = source ? source->text[CHN_SOURCE_AUTHOR] : NULL;
  const char *publisher = source ? source->text[CHN_SOURCE_PUBLISHER] : NULL;
  return chn_fold_name (author ? author : publisher ? publisher : key, -1);
}

guint
chn_attest_count (const ChnCitedList *list, const ChnUnionSources *sources, ChnField field, const char *value)
{
  g_autoptr (GHashTable) voices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < list->citations->len; i++) {
    const ChnCited *cited = &g_array_index (list->citations, ChnCited, i);
    const char *key = cited->citation.source;
    if (!g_str_has_prefix (key, CHN_CHRONOLOGY_KEY) && says (cited, field, value) && !is_plan (cited) &&
        !is_superseded (list, sources, key, field))
      g_hash_table_add (voices, dup_voice (sources, key));
  }
  return g_hash_table_size (voices);
}

gboolean
chn_attest_is_superseded (const ChnCitedList *list, const ChnUnionSources *sources, ChnField field, const char *value)
{
  gboolean found = FALSE;
  for (guint i = 0; i < list->citations->len; i++) {
    const ChnCited *cited = &g_array_index (list->citations, ChnCited, i);
    if (!says (cited, field, value))
      continue;
    if (!is_superseded (list, sources, cited->citation.source, field))
      return FALSE;
    found = TRUE;
  }
  return found;
}

static int
compare_dates (const char *a, const char *b)
{
  enum { VAGUE = CHN_DATE_APPROXIMATE | CHN_DATE_UNCERTAIN };
  g_autoptr (ChnDate) one = chn_date_parse (a, -1, NULL), other = chn_date_parse (b, -1, NULL);
  if (!one || !other)
    return (one != NULL) - (other != NULL);
  const ChnDateBounds *x = chn_date_get_bounds (one), *y = chn_date_get_bounds (other);
  if (x->precision != y->precision)
    return x->precision < y->precision ? 1 : -1;
  if (x->earliest >= y->earliest && x->latest <= y->latest && (x->earliest > y->earliest || x->latest < y->latest))
    return 1;
  if (y->earliest >= x->earliest && y->latest <= x->latest && (y->earliest > x->earliest || y->latest < x->latest))
    return -1;
  return ((y->flags & VAGUE) != 0) - ((x->flags & VAGUE) != 0);
}

static int
count_known (const char *text)
{
  ChnVote vote = CHN_VOTE_NONE;
  if (!chn_vote_parse_counts (text, -1, &vote, NULL))
    return 0;
  return (vote.yes >= 0) + (vote.no >= 0) + (vote.abstain >= 0);
}

/* A word that says nothing of an event yet. */
static int
compare_words (const char *a, const char *b, const char *vague)
{
  return (strcmp (b, vague) == 0) - (strcmp (a, vague) == 0);
}

int
chn_value_compare_precision (ChnField field, const char *a, const char *b)
{
  switch (field) {
  case CHN_FIELD_DATE:
    return compare_dates (a, b);
  case CHN_FIELD_VOTE:
    return count_known (a) - count_known (b);
  case CHN_FIELD_KIND:
    return compare_words (a, b, "other");
  case CHN_FIELD_STATUS:
    return compare_words (a, b, "planned");
  default:
    return 0;
  }
}
