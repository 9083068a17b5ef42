/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fields title, text and place: words in what an event says. */
#include "query/complain.h"
#include "query/match/match.h"
#include "query/words.h"

typedef struct {
  guint n_words;
  ChnWords *words;
  ChnPosting *rows;  /* that may have each of the words; NULL where no index can tell */
  gboolean is_exact; /* all of the rows match */
} Search;

typedef struct {
  guint n_fields;
  ChnField fields[4];
  gboolean citations; /* quotations and notes too */
} ScopeRow;

static const ScopeRow scopes[] = {
  [CHN_TEXT_PLACE] = { 1, { CHN_FIELD_PLACE }, FALSE },
  [CHN_TEXT_TITLE] = { 1, { CHN_FIELD_TITLE }, FALSE },
  [CHN_TEXT_ALL] = { 4, { CHN_FIELD_TITLE, CHN_FIELD_LABEL, CHN_FIELD_SUMMARY, CHN_FIELD_PLACE }, TRUE },
};

static void
find_rows (const ChnBinder *binder, const ChnCondition *condition, Search *search)
{
  ChnPosting *rows = chn_arena_alloc (binder->arena, MAX (search->n_words, 1) * sizeof *rows);
  gboolean all_exact = condition->term->rule->argument == CHN_TEXT_ALL && !condition->strict;
  for (guint i = 0; i < search->n_words; i++) {
    gboolean is_exact;
    if (!chn_words_find_rows (&search->words[i], FALSE, binder->columns, binder->arena, &rows[i], &is_exact))
      return;
    all_exact = all_exact && is_exact;
  }
  search->rows = rows;
  search->is_exact = all_exact;
}

gboolean
chn_bind_text (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  const ChnNode *term = condition->term;
  Search *search = chn_arena_alloc (binder->arena, sizeof *search);
  search->n_words = term->n_values;
  search->words = chn_arena_alloc (binder->arena, term->n_values * sizeof (ChnWords));
  for (guint i = 0; i < term->n_values; i++)
    if (!chn_complain_unless_plain (error, term, &term->values[i]) ||
        !chn_words_init (&search->words[i], &term->values[i].low, binder->arena, error))
      return FALSE;
  find_rows (binder, condition, search);
  condition->data = search;
  return TRUE;
}

void
chn_narrow_text (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates)
{
  const Search *search = condition->data;
  (void) columns;
  for (guint i = 0; search->rows && i < search->n_words; i++)
    chn_candidates_add (candidates, search->rows[i]);
  candidates->is_exact = search->is_exact;
}

/* Each text is folded once, however many values there are. */
static gboolean
test_text (const Search *search, gboolean strict, const char *text)
{
  if (search->n_words == 1 && !strict)
    return chn_words_occur_in (&search->words[0], text);
  g_autofree char *folded = text ? chn_words_fold (text) : NULL;
  for (guint i = 0; folded && i < search->n_words; i++)
    if (strict ? chn_words_are_folded (&search->words[i], folded)
               : chn_words_occur_in_folded (&search->words[i], folded))
      return TRUE;
  return FALSE;
}

static gboolean
test_citations (const Search *search, gboolean strict, const ChnColumns *columns, guint row)
{
  guint n = 0;
  const ChnCitationCell *citations = chn_columns_get_citations (columns, row, &n);
  for (guint i = 0; i < n; i++)
    if (test_text (search, strict, chn_pool_get (columns->texts, citations[i].quote)) ||
        test_text (search, strict, chn_pool_get (columns->texts, citations[i].note)))
      return TRUE;
  return FALSE;
}

ChnAnswer
chn_match_text (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const Search *search = condition->data;
  const ScopeRow *scope = &scopes[condition->term->rule->argument];
  for (guint i = 0; i < scope->n_fields; i++)
    if (test_text (search, condition->strict, chn_columns_get_text (columns, scope->fields[i], row)))
      return CHN_ANSWER_YES;
  return chn_answer_of (scope->citations && test_citations (search, condition->strict, columns, row));
}

/* A word that can stand in no other field stands in the title. */
static void
describe_sure (const ChnWords *words, ChnTextScope scope, ChnDescription *description)
{
  const ChnAloneWords alone = { words, 3, { CHN_FIELD_LABEL, CHN_FIELD_SUMMARY, CHN_FIELD_PLACE } };
  if (scope == CHN_TEXT_TITLE && chn_words_are_single (words))
    g_array_append_val (chn_description_need_sure (description)->alone, alone);
}

/* Of plain words in any text the index tells all, but what may be hidden. */
void
chn_describe_text (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description)
{
  const Search *search = condition->data;
  ChnTextScope scope = (ChnTextScope) condition->term->rule->argument;
  gboolean are_told = TRUE;
  (void) columns;
  for (guint i = 0; i < search->n_words; i++) {
    chn_description_add_words (description, CHN_WORDS_IN_TEXT, &search->words[i]);
    are_told = are_told && (chn_words_are_single (&search->words[i]) || chn_words_are_phrase (&search->words[i]));
    if (!condition->strict)
      describe_sure (&search->words[i], scope, description);
  }
  description->asks_parts = TRUE;
  description->is_exact = are_told && scope == CHN_TEXT_ALL && !condition->strict;
}
