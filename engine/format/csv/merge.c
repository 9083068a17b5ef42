/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Joins the cells of a row with its payload. The payload is trusted for what it alone knows: roll call, descriptions
 * of sources, pinpoints, claims, zone. What a column shows is as the column shows it, since a person may have edited
 * it: a source that was taken out of the list is gone with what the payload says of it.
 */
#include "format/csv/take.h"

/* Whether the file has a column that shows part of a vote. */
static gboolean
shows_vote (const ChnCsvRow *row)
{
  for (guint i = CHN_COLUMN_YES; i <= CHN_COLUMN_RESULT; i++)
    if (row->cell_of[i] >= 0)
      return TRUE;
  return FALSE;
}

/* Counts beside an empty method are those of a recorded vote. Without anything in its columns there is no vote. */
static void
merge_vote (ChnCsvRow *row)
{
  const ChnVote *known = chn_event_get_vote (row->payload);
  const ChnCsvCell *method = chn_csv_row_get_cell (row, CHN_COLUMN_METHOD);
  gboolean method_stated = method && method->length > 0;
  if (!shows_vote (row)) {
    chn_event_set_vote (row->event, known);
    return;
  }
  if (!chn_vote_is_present (&row->vote) && !method_stated)
    return;
  if (!method_stated && (row->vote.yes >= 0 || row->vote.no >= 0 || row->vote.abstain >= 0))
    row->vote.method = CHN_METHOD_RECORDED;
  row->vote.not_voting = known->not_voting;
  row->vote.is_summed = known->is_summed;
  row->vote.n_ballots = known->n_ballots;
  row->vote.ballots = known->ballots;
  chn_event_set_vote (row->event, &row->vote);
}

/* Where the vote stands: at its first cell that says something. */
static void
position_vote (const ChnCsvRow *row)
{
  for (guint i = CHN_COLUMN_YES; i <= CHN_COLUMN_RESULT; i++) {
    const ChnCsvCell *cell = chn_csv_row_get_cell (row, (ChnCsvColumn) i);
    if (cell && cell->length > 0) {
      chn_csv_row_position (row, cell, cell->text, CHN_FIELD_VOTE, 0);
      return;
    }
  }
}

/* The payload's citations by source: the number, from 1, of the first that is not used yet. */
typedef struct {
  const ChnCitation *citations;
  GHashTable *first;
  guint *next; /* the number of the next citation of the same source, or 0 */
} Known;

static void
known_init (Known *known, const ChnCitation *citations, guint n)
{
  known->citations = citations;
  known->first = g_hash_table_new (g_str_hash, g_str_equal);
  known->next = g_new0 (guint, n + 1);
  for (guint i = n; i > 0; i--) {
    gpointer source = (gpointer) citations[i - 1].source;
    known->next[i] = GPOINTER_TO_UINT (g_hash_table_lookup (known->first, source));
    g_hash_table_insert (known->first, source, GUINT_TO_POINTER (i));
  }
}

static void
known_clear (Known *known)
{
  g_hash_table_unref (known->first);
  g_free (known->next);
}

static const ChnCitation *
known_take (Known *known, const char *source)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (known->first, source));
  if (number == 0)
    return NULL;
  gpointer key = (gpointer) known->citations[number - 1].source;
  g_hash_table_insert (known->first, key, GUINT_TO_POINTER (known->next[number]));
  return &known->citations[number - 1];
}

static void
merge_sources (ChnCsvRow *row)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (row->payload, &n);
  const ChnCsvCell *cell = chn_csv_row_get_cell (row, CHN_COLUMN_SOURCES);
  if (!cell) {
    for (guint i = 0; i < n; i++)
      chn_event_add_citation (row->event, &citations[i]);
    return;
  }
  if (cell->length == 0)
    return;
  Known known;
  known_init (&known, citations, n);
  const char *at = cell->text, *begin = NULL;
  for (guint i = 0; chn_csv_row_next_item (row, cell, &at, &begin, i); i++) {
    const ChnCitation *citation = known_take (&known, row->item->str);
    ChnCitation bare = { .source = row->item->str };
    chn_csv_row_position (row, cell, begin, CHN_FIELD_SOURCES, i);
    chn_event_add_citation (row->event, citation ? citation : &bare);
  }
  known_clear (&known);
}

static void
merge_rest (ChnCsvRow *row)
{
  static const ChnField texts[] = { CHN_FIELD_ZONE, CHN_FIELD_REPEAT, CHN_FIELD_IGNORE };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!chn_event_get_text (row->event, texts[i]))
      chn_event_set_text (row->event, texts[i], chn_event_get_text (row->payload, texts[i]), -1);
  if (chn_event_get_number (row->event, CHN_FIELD_NTH) == 0)
    chn_event_set_number (row->event, CHN_FIELD_NTH, chn_event_get_number (row->payload, CHN_FIELD_NTH));
  if (chn_event_get_term (row->event, CHN_FIELD_VISIBILITY) == CHN_VISIBILITY_PUBLIC)
    chn_event_set_term (row->event, CHN_FIELD_VISIBILITY, chn_event_get_term (row->payload, CHN_FIELD_VISIBILITY));
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (row->payload, &n);
  for (guint i = 0; i < n; i++)
    chn_event_add_extra (row->event, extras[i].key, extras[i].value);
}

void
chn_csv_merge (ChnCsvRow *row)
{
  merge_vote (row);
  position_vote (row);
  merge_sources (row);
  merge_rest (row);
}
