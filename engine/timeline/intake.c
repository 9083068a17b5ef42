/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Takes an event out of its parcel: a head, and a record in which texts are numbers. */
#include <string.h>

#include "timeline/builder.h"
#include "timeline/spot.h"
#include "timeline/word-split.h"

typedef struct {
  ChnTimelineBuilder *builder;
  ChnParcel *parcel;
  ChnDraft *draft; /* the builder's */
  ChnRowHead head;
} Intake;

static void
report_long (Intake *in, ChnField field, guint item, gsize length)
{
  ChnPlace place = chn_builder_get_place (in->builder, chn_builder_get_at_hand (in->builder), field, item);
  chn_fault_add (in->builder->report, CHN_FAULT_TOO_LONG, &place, "raise the bound with --max-text=N",
                 "%s has %" G_GSIZE_FORMAT " bytes, at most %" G_GUINT64_FORMAT " are taken",
                 chn_field_get_info (field)->name, length, in->builder->limits.value[CHN_LIMIT_TEXT]);
}

/* The number of the next text; 0 for none, an empty one, and one past the bound. */
static guint32
take_text (Intake *in, ChnField field, guint item)
{
  gsize length;
  const char *text = chn_parcel_next_text (in->parcel, &length);
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

static void
pass_text (Intake *in)
{
  gsize length;
  chn_parcel_next_text (in->parcel, &length);
}

/* How many items there are of a list, and how many of them are taken. */
static guint
take_length (Intake *in, ChnField field, guint *taken)
{
  guint n = chn_parcel_next (in->parcel);
  guint64 most = in->builder->limits.value[CHN_LIMIT_ITEMS];
  *taken = (guint) MIN (n, most);
  if (n <= most)
    return n;
  ChnPlace place = chn_builder_get_place (in->builder, chn_builder_get_at_hand (in->builder), field, 0);
  chn_fault_add (in->builder->report, CHN_FAULT_TOO_MANY_ITEMS, &place, "raise the bound with --max-items=N",
                 "%s has %u items, at most %" G_GUINT64_FORMAT " are taken", chn_field_get_info (field)->name, n,
                 most);
  return n;
}

/* A value of a vocabulary; 0 where there is no such value. */
static guint
judge_term (Intake *in, ChnField field, guint item, ChnVocabularyId vocabulary, guint value)
{
  guint n_terms;
  chn_vocabulary_get_terms (vocabulary, &n_terms);
  if (value < n_terms)
    return value;
  ChnPlace place = chn_builder_get_place (in->builder, chn_builder_get_at_hand (in->builder), field, item);
  chn_fault_add (in->builder->report, CHN_FAULT_BAD_TERM, &place, NULL, "there is no %s %u",
                 chn_vocabulary_get_name (vocabulary), value);
  return 0;
}

static guint
take_term (Intake *in, ChnField field, guint item, ChnVocabularyId vocabulary)
{
  return judge_term (in, field, item, vocabulary, chn_parcel_next (in->parcel));
}

static void
take_spots (Intake *in)
{
  gsize length;
  const char *spots = chn_parcel_next_text (in->parcel, &length);
  g_array_append_vals (in->builder->spots, spots, (guint) length);
}

static void
take_scalars (Intake *in)
{
  ChnRowHead *head = &in->head;
  ChnDateBounds bounds;
  memcpy (&bounds, chn_parcel_next_bytes (in->parcel, sizeof bounds), sizeof bounds);
  head->earliest = bounds.earliest;
  head->latest = bounds.latest;
  head->precision = (guint8) bounds.precision;
  head->date_flags = (guint16) bounds.flags;
  head->kind = (guint8) take_term (in, CHN_FIELD_KIND, 0, CHN_VOCABULARY_KIND);
  head->status = (guint8) take_term (in, CHN_FIELD_STATUS, 0, CHN_VOCABULARY_STATUS);
  head->confidence = (guint8) take_term (in, CHN_FIELD_CONFIDENCE, 0, CHN_VOCABULARY_CONFIDENCE);
  guint32 importance = chn_parcel_next (in->parcel);
  head->importance = (guint8) MIN (importance, G_MAXUINT8);
  in->draft->number[CHN_FIELD_NTH] = chn_parcel_next (in->parcel);
  for (guint i = 0; i < CHN_N_STAGED_FIELDS; i++)
    in->draft->number[chn_staged_fields[i]] = take_text (in, chn_staged_fields[i], 0);
}

static void
take_items (Intake *in, ChnField field, ChnListId list)
{
  guint taken, n = take_length (in, field, &taken);
  for (guint i = 0; i < taken; i++) {
    guint32 number = take_text (in, field, i);
    g_array_append_val (in->draft->list[list], number);
  }
  for (guint i = taken; i < n; i++)
    pass_text (in);
}

/* Of participants, ballots and relations: a term and whom it is of, which make a cell the other way round. */
static void
take_pairs (Intake *in, ChnField field, guint first_item, ChnVocabularyId vocabulary, ChnListId list)
{
  guint taken, n = take_length (in, field, &taken);
  for (guint i = 0; i < n; i++) {
    guint32 term = chn_parcel_next (in->parcel);
    if (i >= taken) {
      pass_text (in);
      continue;
    }
    guint32 name = take_text (in, field, first_item + i);
    guint32 cell[] = { name, judge_term (in, field, first_item + i, vocabulary, term) };
    g_array_append_vals (in->draft->list[list], cell, 1);
  }
}

static void
take_vote (Intake *in)
{
  ChnVoteCell cell;
  if (chn_parcel_next (in->parcel) == 0)
    return;
  cell.yes = (gint32) chn_parcel_next (in->parcel);
  cell.no = (gint32) chn_parcel_next (in->parcel);
  cell.abstain = (gint32) chn_parcel_next (in->parcel);
  cell.not_voting = (gint32) chn_parcel_next (in->parcel);
  cell.method = (guint16) take_term (in, CHN_FIELD_VOTE, 0, CHN_VOCABULARY_METHOD);
  cell.result = (guint16) take_term (in, CHN_FIELD_VOTE, 0, CHN_VOCABULARY_RESULT);
  g_array_append_val (in->draft->list[CHN_LIST_VOTE], cell);
  take_pairs (in, CHN_FIELD_VOTE, 1, CHN_VOCABULARY_BALLOT, CHN_LIST_BALLOTS);
}

static void
take_claims (Intake *in, guint citation)
{
  guint taken, n = take_length (in, CHN_FIELD_SOURCES, &taken);
  for (guint i = 0; i < n; i++) {
    ChnClaimCell cell = { citation, chn_parcel_next (in->parcel), 0 };
    if (i >= taken) {
      pass_text (in);
      continue;
    }
    cell.value = take_text (in, CHN_FIELD_SOURCES, CHN_SPOT_CLAIM (citation, i));
    g_array_append_val (in->draft->list[CHN_LIST_CLAIMS], cell);
  }
}

static void
take_citation (Intake *in, guint index)
{
  ChnCitationCell cell;
  cell.source = take_text (in, CHN_FIELD_SOURCES, index);
  cell.at = take_text (in, CHN_FIELD_SOURCES, index);
  cell.quote = take_text (in, CHN_FIELD_SOURCES, index);
  cell.note = take_text (in, CHN_FIELD_SOURCES, index);
  g_array_append_val (in->draft->list[CHN_LIST_CITATIONS], cell);
  take_claims (in, index);
}

static void
pass_citation (Intake *in)
{
  for (guint i = 0; i < 4; i++)
    pass_text (in);
  for (guint n = chn_parcel_next (in->parcel); n > 0; n--) {
    chn_parcel_next (in->parcel);
    pass_text (in);
  }
}

static void
take_citations (Intake *in)
{
  guint taken, n = take_length (in, CHN_FIELD_SOURCES, &taken);
  for (guint i = 0; i < taken; i++)
    take_citation (in, i);
  for (guint i = taken; i < n; i++)
    pass_citation (in);
}

static void
take_extras (Intake *in)
{
  guint taken, n = take_length (in, CHN_FIELD_EXTRA, &taken);
  for (guint i = 0; i < n; i++) {
    gsize length;
    const char *key = chn_parcel_next_text (in->parcel, &length);
    if (i >= taken) {
      pass_text (in);
      continue;
    }
    ChnExtraCell cell = { chn_pool_intern (in->builder->texts, key, (gssize) length),
                          take_text (in, CHN_FIELD_EXTRA, i) };
    g_array_append_val (in->draft->list[CHN_LIST_EXTRAS], cell);
  }
}

static void
take_lists (Intake *in)
{
  take_items (in, CHN_FIELD_FORUMS, CHN_LIST_FORUMS);
  take_items (in, CHN_FIELD_SYMBOLS, CHN_LIST_SYMBOLS);
  take_items (in, CHN_FIELD_TAGS, CHN_LIST_TAGS);
  take_pairs (in, CHN_FIELD_ACTORS, 0, CHN_VOCABULARY_ROLE, CHN_LIST_ACTORS);
  take_vote (in);
  take_pairs (in, CHN_FIELD_RELATIONS, 0, CHN_VOCABULARY_RELATION, CHN_LIST_RELATIONS);
  take_citations (in);
  take_extras (in);
}

/* Whether there is room for one more event; the first that there is none for is reported. */
static gboolean
has_room (ChnTimelineBuilder *builder, ChnParcel parcel)
{
  guint64 most = builder->limits.value[CHN_LIMIT_EVENTS];
  gsize length;
  if (builder->heads->len < most)
    return TRUE;
  if (builder->n_refused++ > 0)
    return FALSE;
  ChnPlace place = { .file = chn_builder_get_file (builder, chn_builder_get_origin (builder)) };
  const char *spots = chn_parcel_next_text (&parcel, &length);
  ChnSpot spot = { 0 };
  for (const char *at = spots; at < spots + length && place.line == 0;) {
    at = chn_spot_next (at, &spot);
    if (spot.field == CHN_FIELD_ID) {
      place.line = spot.line;
      place.column = spot.column;
    }
  }
  chn_parcel_next_bytes (&parcel, CHN_PARCEL_BEFORE_ID);
  const char *id = chn_parcel_next_text (&parcel, &length);
  place.event = length > 0 ? id : NULL;
  chn_fault_add (builder->report, CHN_FAULT_TOO_MANY_EVENTS, &place, "raise the bound with --max-events=N",
                 "there are more than %" G_GUINT64_FORMAT " events", most);
  return FALSE;
}

void
chn_builder_split_words (ChnTimelineBuilder *builder, guint index)
{
  static const ChnField fields[] = { CHN_FIELD_TITLE, CHN_FIELD_SUMMARY, CHN_FIELD_PLACE };
  guint n;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    chn_word_split_add (builder->split, chn_builder_get_text (builder, index, fields[i]), FALSE);
  const guint32 *symbols = chn_builder_get_cells (builder, index, CHN_LIST_SYMBOLS, &n);
  for (guint i = 0; i < n; i++)
    chn_word_split_add (builder->split, chn_pool_get (builder->texts, symbols[i]), TRUE);
  const ChnCitationCell *citations = chn_builder_get_cells (builder, index, CHN_LIST_CITATIONS, &n);
  for (guint i = 0; i < n; i++) {
    chn_word_split_add (builder->split, chn_pool_get (builder->texts, citations[i].quote), FALSE);
    chn_word_split_add (builder->split, chn_pool_get (builder->texts, citations[i].note), FALSE);
  }
  chn_word_split_end_event (builder->split);
}

void
chn_builder_take_event (ChnTimelineBuilder *builder, ChnParcel *parcel)
{
  guint32 origin = chn_builder_get_origin (builder);
  if (!has_room (builder, *parcel))
    return;
  guint index = chn_builder_get_at_hand (builder);
  Intake in = { .builder = builder, .parcel = parcel, .draft = &builder->draft };
  chn_draft_reset (in.draft);
  in.draft->number[CHN_RECORD_ORIGIN] = origin;
  in.head.zero = builder->excerpts ? 1 : 0;
  take_spots (&in);
  take_scalars (&in);
  take_lists (&in);
  chn_builder_examine_event (builder, &in.head);
  if (in.draft->list[CHN_LIST_SYMBOLS]->len > 0)
    chn_builder_set_symbol_texts (builder);
  g_array_append_val (builder->heads, in.head);
  g_array_append_val (builder->spot_end, builder->spots->len);
  chn_builder_store_draft (builder, index);
  if (builder->split)
    chn_builder_split_words (builder, index);
}
