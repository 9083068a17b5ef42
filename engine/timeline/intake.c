/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Takes events into a builder: each value goes straight to the end of its column, texts as numbers. */
#include <string.h>

#include "timeline/builder.h"
#include "timeline/word-split.h"

typedef struct {
  ChnTimelineBuilder *builder;
  ChnStagedEvent *row;
  guint index;
} Intake;

static void
report_long (Intake *in, ChnField field, guint item, gsize length)
{
  ChnPlace place = chn_builder_get_place (in->builder, in->index, field, item);
  chn_fault_add (in->builder->report, CHN_FAULT_TOO_LONG, &place, "raise the bound with --max-text=N",
                 "%s has %" G_GSIZE_FORMAT " bytes, at most %" G_GUINT64_FORMAT " are taken",
                 chn_field_get_info (field)->name, length, in->builder->limits.value[CHN_LIMIT_TEXT]);
}

/* The number of a text; 0 for none, an empty one, and one past the bound. */
static guint32
take_text (Intake *in, ChnField field, guint item, const char *text)
{
  gsize length = text ? strlen (text) : 0;
  if (length > in->builder->limits.value[CHN_LIMIT_TEXT]) {
    report_long (in, field, item, length);
    return 0;
  }
  if (length == 0)
    return 0;
  /* Prose and long values from elsewhere seldom repeat, so that looking for their like would be wasted. */
  gboolean is_prose = field == CHN_FIELD_TITLE || field == CHN_FIELD_SUMMARY;
  if (is_prose && in->builder->is_compact)
    return CHN_STAGED_PROSE | chn_pool_append (in->builder->prose, text, (gssize) length);
  if (is_prose || (field == CHN_FIELD_EXTRA && length > 10))
    return chn_pool_append (in->builder->texts, text, (gssize) length);
  return chn_pool_intern (in->builder->texts, text, (gssize) length);
}

/* How many items are taken of a list. */
static guint
take_length (Intake *in, ChnField field, guint n)
{
  guint64 most = in->builder->limits.value[CHN_LIMIT_ITEMS];
  if (n <= most)
    return n;
  ChnPlace place = chn_builder_get_place (in->builder, in->index, field, 0);
  chn_fault_add (in->builder->report, CHN_FAULT_TOO_MANY_ITEMS, &place, "raise the bound with --max-items=N",
                 "%s has %u items, at most %" G_GUINT64_FORMAT " are taken", chn_field_get_info (field)->name, n,
                 most);
  return (guint) most;
}

/* A value of a vocabulary; 0 where there is no such value. */
static guint
take_term (Intake *in, ChnField field, guint item, ChnVocabularyId vocabulary, guint value)
{
  guint n_terms;
  chn_vocabulary_get_terms (vocabulary, &n_terms);
  if (value < n_terms)
    return value;
  ChnPlace place = chn_builder_get_place (in->builder, in->index, field, item);
  chn_fault_add (in->builder->report, CHN_FAULT_BAD_TERM, &place, NULL, "there is no %s %u",
                 chn_vocabulary_get_name (vocabulary), value);
  return 0;
}

static void
take_spots (Intake *in, const ChnEvent *event)
{
  guint n;
  const ChnSpot *spots = chn_event_get_spots (event, &n);
  for (guint i = 0; i < n; i++) {
    ChnSpotCell cell = { spots[i].line, spots[i].index, (guint16) MIN (spots[i].column, G_MAXUINT16),
                         (guint16) spots[i].field };
    g_array_append_val (in->builder->list[CHN_LIST_SPOTS], cell);
  }
  in->row->end[CHN_LIST_SPOTS] = in->builder->list[CHN_LIST_SPOTS]->len;
}

static void
take_scalars (Intake *in, const ChnEvent *event)
{
  ChnStagedEvent *row = in->row;
  const ChnDateBounds *bounds = chn_event_get_bounds (event);
  row->earliest = bounds->earliest;
  row->latest = bounds->latest;
  row->precision = (guint8) bounds->precision;
  row->date_flags = (guint16) bounds->flags;
  for (guint i = 0; i < CHN_N_STAGED_FIELDS; i++)
    row->text[i] = take_text (in, chn_staged_fields[i], 0, chn_event_get_text (event, chn_staged_fields[i]));
  row->kind =
      (guint8) take_term (in, CHN_FIELD_KIND, 0, CHN_VOCABULARY_KIND, chn_event_get_term (event, CHN_FIELD_KIND));
  row->status = (guint8) take_term (in, CHN_FIELD_STATUS, 0, CHN_VOCABULARY_STATUS,
                                    chn_event_get_term (event, CHN_FIELD_STATUS));
  row->confidence = (guint8) take_term (in, CHN_FIELD_CONFIDENCE, 0, CHN_VOCABULARY_CONFIDENCE,
                                        chn_event_get_term (event, CHN_FIELD_CONFIDENCE));
  row->importance = (guint8) MIN (chn_event_get_number (event, CHN_FIELD_IMPORTANCE), G_MAXUINT8);
  row->nth = chn_event_get_number (event, CHN_FIELD_NTH);
}

static void
take_items (Intake *in, const ChnEvent *event)
{
  static const struct {
    ChnField field;
    ChnListId list;
  } lists[] = {
    { CHN_FIELD_FORUMS, CHN_LIST_FORUMS },
    { CHN_FIELD_SYMBOLS, CHN_LIST_SYMBOLS },
    { CHN_FIELD_TAGS, CHN_LIST_TAGS },
  };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    guint n;
    const char *const *items = chn_event_get_items (event, lists[i].field, &n);
    n = take_length (in, lists[i].field, n);
    for (guint k = 0; k < n; k++) {
      guint32 number = take_text (in, lists[i].field, k, items[k]);
      g_array_append_val (in->builder->list[lists[i].list], number);
    }
  }
}

static void
take_actors (Intake *in, const ChnEvent *event)
{
  guint n;
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  n = take_length (in, CHN_FIELD_ACTORS, n);
  for (guint i = 0; i < n; i++) {
    ChnActorCell cell = { take_text (in, CHN_FIELD_ACTORS, i, actors[i].actor),
                          take_term (in, CHN_FIELD_ACTORS, i, CHN_VOCABULARY_ROLE, actors[i].role) };
    g_array_append_val (in->builder->list[CHN_LIST_ACTORS], cell);
  }
}

static void
take_vote (Intake *in, const ChnEvent *event)
{
  const ChnVote *vote = chn_event_get_vote (event);
  if (!chn_vote_is_present (vote))
    return;
  ChnVoteCell cell = {
    .yes = vote->yes,
    .no = vote->no,
    .abstain = vote->abstain,
    .not_voting = vote->not_voting,
    .method = (guint16) take_term (in, CHN_FIELD_VOTE, 0, CHN_VOCABULARY_METHOD, vote->method),
    .result = (guint16) take_term (in, CHN_FIELD_VOTE, 0, CHN_VOCABULARY_RESULT, vote->result),
  };
  g_array_append_val (in->builder->list[CHN_LIST_VOTE], cell);
  guint n = take_length (in, CHN_FIELD_VOTE, vote->n_ballots);
  for (guint i = 0; i < n; i++) {
    ChnBallotCell ballot = { take_text (in, CHN_FIELD_VOTE, 1 + i, vote->ballots[i].actor),
                             take_term (in, CHN_FIELD_VOTE, 1 + i, CHN_VOCABULARY_BALLOT, vote->ballots[i].kind) };
    g_array_append_val (in->builder->list[CHN_LIST_BALLOTS], ballot);
  }
}

static void
take_relations (Intake *in, const ChnEvent *event)
{
  guint n;
  const ChnRelation *relations = chn_event_get_relations (event, &n);
  n = take_length (in, CHN_FIELD_RELATIONS, n);
  for (guint i = 0; i < n; i++) {
    ChnRelationCell cell = { take_text (in, CHN_FIELD_RELATIONS, i, relations[i].target),
                             take_term (in, CHN_FIELD_RELATIONS, i, CHN_VOCABULARY_RELATION, relations[i].type) };
    g_array_append_val (in->builder->list[CHN_LIST_RELATIONS], cell);
  }
}

static void
take_claims (Intake *in, const ChnCitation *citation, guint index)
{
  guint n = take_length (in, CHN_FIELD_SOURCES, citation->n_claims);
  for (guint i = 0; i < n; i++) {
    ChnClaimCell cell = { index, citation->claims[i].field,
                          take_text (in, CHN_FIELD_SOURCES, CHN_SPOT_CLAIM (index, i), citation->claims[i].value) };
    g_array_append_val (in->builder->list[CHN_LIST_CLAIMS], cell);
  }
}

static void
take_citations (Intake *in, const ChnEvent *event)
{
  guint n;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  n = take_length (in, CHN_FIELD_SOURCES, n);
  for (guint i = 0; i < n; i++) {
    ChnCitationCell cell = {
      .source = take_text (in, CHN_FIELD_SOURCES, i, citations[i].source),
      .at = take_text (in, CHN_FIELD_SOURCES, i, citations[i].at),
      .quote = take_text (in, CHN_FIELD_SOURCES, i, citations[i].quote),
      .note = take_text (in, CHN_FIELD_SOURCES, i, citations[i].note),
    };
    g_array_append_val (in->builder->list[CHN_LIST_CITATIONS], cell);
    take_claims (in, &citations[i], i);
  }
}

static void
take_extras (Intake *in, const ChnEvent *event)
{
  guint n;
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  n = take_length (in, CHN_FIELD_EXTRA, n);
  for (guint i = 0; i < n; i++) {
    ChnExtraCell cell = { chn_pool_intern (in->builder->texts, extras[i].key, -1),
                          take_text (in, CHN_FIELD_EXTRA, i, extras[i].value) };
    g_array_append_val (in->builder->list[CHN_LIST_EXTRAS], cell);
  }
}

/* Whether there is room for one more event; the first that there is none for is reported. */
static gboolean
has_room (ChnTimelineBuilder *builder, const ChnEvent *event)
{
  guint64 most = builder->limits.value[CHN_LIMIT_EVENTS];
  if (builder->events->len < most)
    return TRUE;
  if (builder->n_refused++ > 0)
    return FALSE;
  guint n;
  const ChnSpot *spots = chn_event_get_spots (event, &n);
  ChnPlace place = { .file = chn_builder_get_file (builder, chn_builder_get_origin (builder)),
                     .event = chn_event_get_text (event, CHN_FIELD_ID) };
  for (guint i = 0; i < n && place.line == 0; i++)
    if (spots[i].field == CHN_FIELD_ID) {
      place.line = spots[i].line;
      place.column = spots[i].column;
    }
  chn_fault_add (builder->report, CHN_FAULT_TOO_MANY_EVENTS, &place, "raise the bound with --max-events=N",
                 "there are more than %" G_GUINT64_FORMAT " events", most);
  return FALSE;
}

void
chn_builder_split_words (ChnTimelineBuilder *builder, guint index)
{
  static const ChnField fields[] = { CHN_FIELD_TITLE, CHN_FIELD_SUMMARY, CHN_FIELD_PLACE };
  guint first, end;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    chn_word_split_add (builder->split, chn_builder_get_text (builder, index, fields[i]), FALSE);
  chn_builder_get_range (builder, index, CHN_LIST_SYMBOLS, &first, &end);
  for (guint i = first; i < end; i++)
    chn_word_split_add (builder->split,
                        chn_pool_get (builder->texts, g_array_index (builder->list[CHN_LIST_SYMBOLS], guint32, i)),
                        TRUE);
  chn_builder_get_range (builder, index, CHN_LIST_CITATIONS, &first, &end);
  for (guint i = first; i < end; i++) {
    const ChnCitationCell *citation = &g_array_index (builder->list[CHN_LIST_CITATIONS], ChnCitationCell, i);
    chn_word_split_add (builder->split, chn_pool_get (builder->texts, citation->quote), FALSE);
    chn_word_split_add (builder->split, chn_pool_get (builder->texts, citation->note), FALSE);
  }
  chn_word_split_end_event (builder->split);
}

void
chn_timeline_builder_add_event (ChnTimelineBuilder *builder, const ChnEvent *event)
{
  guint32 origin = chn_builder_get_origin (builder);
  if (!has_room (builder, event))
    return;
  guint index = builder->events->len;
  g_array_set_size (builder->events, index + 1);
  Intake in = { builder, chn_builder_get_event (builder, index), index };
  memset (in.row, 0, sizeof *in.row);
  in.row->origin = origin;
  in.row->is_excerpt = builder->excerpts ? 1 : 0;
  take_spots (&in, event);
  take_scalars (&in, event);
  take_items (&in, event);
  take_actors (&in, event);
  take_vote (&in, event);
  take_relations (&in, event);
  take_citations (&in, event);
  take_extras (&in, event);
  for (guint i = 0; i < CHN_N_LISTS; i++)
    in.row->end[i] = builder->list[i]->len;
  chn_builder_examine_event (builder, index);
  if (builder->split)
    chn_builder_split_words (builder, index);
}
