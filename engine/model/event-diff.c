/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fields in which two events differ: one comparison for each shape of the field table, and for each compound. */
#include "model/event-diff.h"

#include <string.h>

typedef gboolean (*DiffersFunc) (const ChnEvent *a, const ChnEvent *b, ChnField field);

static gboolean
are_other_texts (const char *a, const char *b)
{
  return strcmp (a ? a : "", b ? b : "") != 0;
}

/* Beyond the known ones, values are each event's own. */
static gboolean
are_other_terms (const ChnEvent *a, guint value_a, const ChnEvent *b, guint value_b, ChnVocabularyId vocabulary)
{
  const ChnTerm *term_a = chn_event_describe_term (a, vocabulary, value_a);
  const ChnTerm *term_b = chn_event_describe_term (b, vocabulary, value_b);
  return term_a != term_b && strcmp (term_a->name, term_b->name) != 0;
}

static gboolean
text_differs (const ChnEvent *a, const ChnEvent *b, ChnField field)
{
  return are_other_texts (chn_event_get_text (a, field), chn_event_get_text (b, field));
}

static gboolean
term_differs (const ChnEvent *a, const ChnEvent *b, ChnField field)
{
  ChnVocabularyId vocabulary = (ChnVocabularyId) chn_field_get_info (field)->vocabulary;
  return are_other_terms (a, chn_event_get_term (a, field), b, chn_event_get_term (b, field), vocabulary);
}

static gboolean
number_differs (const ChnEvent *a, const ChnEvent *b, ChnField field)
{
  return chn_event_get_number (a, field) != chn_event_get_number (b, field);
}

static gboolean
list_differs (const ChnEvent *a, const ChnEvent *b, ChnField field)
{
  guint n_a = 0, n_b = 0;
  const char *const *items_a = chn_event_get_items (a, field, &n_a), *const *items_b =
                                                                         chn_event_get_items (b, field, &n_b);
  gboolean differs = n_a != n_b;
  for (guint i = 0; i < n_a && !differs; i++)
    differs = are_other_texts (items_a[i], items_b[i]);
  return differs;
}

static gboolean
actors_differ (const ChnEvent *a, const ChnEvent *b, ChnField field)
{
  (void) field;
  guint n_a = 0, n_b = 0;
  const ChnParticipation *actors_a = chn_event_get_actors (a, &n_a), *actors_b = chn_event_get_actors (b, &n_b);
  gboolean differs = n_a != n_b;
  for (guint i = 0; i < n_a && !differs; i++)
    differs = are_other_terms (a, actors_a[i].role, b, actors_b[i].role, CHN_VOCABULARY_ROLE) ||
              are_other_texts (actors_a[i].actor, actors_b[i].actor);
  return differs;
}

/* Those of one kind, as they follow each other: which kind comes first says nothing, and formats that list a roll
 * kind by kind do not keep it. */
static gboolean
ballots_differ (const ChnVote *x, const ChnVote *y, guint kind)
{
  guint at = 0;
  for (guint i = 0; i < x->n_ballots; i++) {
    if (x->ballots[i].kind != kind)
      continue;
    while (at < y->n_ballots && y->ballots[at].kind != kind)
      at++;
    if (at == y->n_ballots || are_other_texts (x->ballots[i].actor, y->ballots[at++].actor))
      return TRUE;
  }
  return FALSE;
}

static gboolean
vote_differs (const ChnEvent *a, const ChnEvent *b, ChnField field)
{
  (void) field;
  const ChnVote *x = chn_event_get_vote (a), *y = chn_event_get_vote (b);
  gboolean differs = x->yes != y->yes || x->no != y->no || x->abstain != y->abstain ||
                     x->not_voting != y->not_voting || x->method != y->method || x->result != y->result ||
                     x->n_ballots != y->n_ballots || x->is_summed != y->is_summed;
  for (guint kind = 0; kind <= CHN_BALLOT_NOT_VOTING; kind++)
    differs = differs || ballots_differ (x, y, kind);
  return differs;
}

static gboolean
relations_differ (const ChnEvent *a, const ChnEvent *b, ChnField field)
{
  (void) field;
  guint n_a = 0, n_b = 0;
  const ChnRelation *x = chn_event_get_relations (a, &n_a), *y = chn_event_get_relations (b, &n_b);
  gboolean differs = n_a != n_b;
  for (guint i = 0; i < n_a && !differs; i++)
    differs = are_other_terms (a, x[i].type, b, y[i].type, CHN_VOCABULARY_RELATION) ||
              are_other_texts (x[i].target, y[i].target);
  return differs;
}

/* What else a source says of the field of one of its claims, further up. */
static guint
count_before (const ChnCitation *citation, guint claim)
{
  guint n = 0;
  for (guint i = 0; i < claim; i++)
    n += citation->claims[i].field == citation->claims[claim].field;
  return n;
}

static const char *
get_nth_claim (const ChnCitation *citation, ChnField field, guint nth)
{
  for (guint i = 0; i < citation->n_claims; i++)
    if (citation->claims[i].field == field && nth-- == 0)
      return citation->claims[i].value;
  return NULL;
}

/* Of which field a source speaks first says nothing, and formats that list what it says field by field do not keep
 * it. */
static gboolean
claims_differ (const ChnCitation *a, const ChnCitation *b)
{
  gboolean differs = a->n_claims != b->n_claims;
  for (guint i = 0; i < a->n_claims && !differs; i++) {
    const char *same = get_nth_claim (b, a->claims[i].field, count_before (a, i));
    differs = !same || strcmp (a->claims[i].value, same) != 0;
  }
  return differs;
}

static gboolean
citations_differ (const ChnEvent *a, const ChnEvent *b, ChnField field)
{
  (void) field;
  guint n_a = 0, n_b = 0;
  const ChnCitation *x = chn_event_get_citations (a, &n_a), *y = chn_event_get_citations (b, &n_b);
  gboolean differs = n_a != n_b;
  for (guint i = 0; i < n_a && !differs; i++)
    differs = are_other_texts (x[i].source, y[i].source) || are_other_texts (x[i].at, y[i].at) ||
              are_other_texts (x[i].quote, y[i].quote) || are_other_texts (x[i].note, y[i].note) ||
              x[i].visibility != y[i].visibility || x[i].note_visibility != y[i].note_visibility ||
              claims_differ (&x[i], &y[i]);
  return differs;
}

static gboolean
extras_differ (const ChnEvent *a, const ChnEvent *b, ChnField field)
{
  (void) field;
  guint n_a = 0, n_b = 0;
  const ChnExtra *x = chn_event_get_extras (a, &n_a), *y = chn_event_get_extras (b, &n_b);
  gboolean differs = n_a != n_b;
  for (guint i = 0; i < n_a && !differs; i++)
    differs = are_other_texts (x[i].key, y[i].key) || are_other_texts (x[i].value, y[i].value);
  return differs;
}

static const DiffersFunc by_shape[] = {
  [CHN_SHAPE_TEXT] = text_differs,     [CHN_SHAPE_DATE] = text_differs, [CHN_SHAPE_TERM] = term_differs,
  [CHN_SHAPE_NUMBER] = number_differs, [CHN_SHAPE_LIST] = list_differs,
};

static const DiffersFunc by_field[CHN_N_FIELDS] = {
  [CHN_FIELD_ACTORS] = actors_differ,     [CHN_FIELD_VOTE] = vote_differs,   [CHN_FIELD_RELATIONS] = relations_differ,
  [CHN_FIELD_SOURCES] = citations_differ, [CHN_FIELD_EXTRA] = extras_differ,
};

gboolean
chn_event_field_differs (const ChnEvent *a, const ChnEvent *b, ChnField field)
{
  ChnFieldShape shape = chn_field_get_info (field)->shape;
  return (shape == CHN_SHAPE_COMPOUND ? by_field[field] : by_shape[shape]) (a, b, field);
}

guint
chn_event_diff (const ChnEvent *a, const ChnEvent *b, ChnField fields[CHN_N_FIELDS])
{
  guint n = 0;
  for (guint field = 0; field < CHN_N_FIELDS; field++)
    if (chn_event_field_differs (a, b, (ChnField) field))
      fields[n++] = (ChnField) field;
  return n;
}
