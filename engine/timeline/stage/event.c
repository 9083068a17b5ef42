/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Takes an event in: a head, and a record in which texts are numbers. */
#include <string.h>

#include "model/event-storage.h"
#include "model/terms.h"
#include "timeline/calendar-property.h"
#include "timeline/position.h"
#include "timeline/stage/stage.h"

/* What is kept as it stood elsewhere may be as long as a file. */
static guint64
get_bound (const ChnStage *stage, ChnField field)
{
  return stage->limits.value[field == CHN_FIELD_EXTRA ? CHN_LIMIT_FILE : CHN_LIMIT_TEXT];
}

static void
report_long (ChnStage *stage, ChnField field, guint item, gsize length)
{
  ChnPlace place = chn_stage_get_place (stage, chn_stage_get_at_hand (stage), field, item);
  chn_fault_add (stage->report, CHN_FAULT_TOO_LONG, &place, "raise the bound with --max-text=N",
                 "%s has %" G_GSIZE_FORMAT " bytes, at most %" G_GUINT64_FORMAT " are taken",
                 chn_field_get_info (field)->name, length, get_bound (stage, field));
}

/* The number of a text; 0 for none, an empty one, and one past the bound. */
static guint32
take_text (ChnStage *stage, ChnField field, guint item, const char *text)
{
  gsize length = text ? strlen (text) : 0;
  if (length == 0)
    return 0;
  if (length > get_bound (stage, field)) {
    report_long (stage, field, item, length);
    return 0;
  }
  /* Prose and long values from elsewhere seldom repeat, so that looking for their like would be wasted. */
  gboolean is_prose = field == CHN_FIELD_TITLE || field == CHN_FIELD_SUMMARY;
  if (is_prose && stage->is_compact)
    return CHN_STAGED_PROSE | chn_pool_append (stage->prose, text, (gssize) length);
  if (is_prose || (field == CHN_FIELD_EXTRA && length > 10))
    return chn_pool_append (stage->texts, text, (gssize) length);
  return chn_pool_intern (stage->texts, text, (gssize) length);
}

/* How many items of a list are taken. */
static guint
take_length (ChnStage *stage, ChnField field, guint n)
{
  guint64 most = stage->limits.value[CHN_LIMIT_ITEMS];
  if (n <= most)
    return n;
  ChnPlace place = chn_stage_get_place (stage, chn_stage_get_at_hand (stage), field, 0);
  chn_fault_add (stage->report, CHN_FAULT_TOO_MANY_ITEMS, &place, "raise the bound with --max-items=N",
                 "%s has %u items, at most %" G_GUINT64_FORMAT " are taken", chn_field_get_info (field)->name, n,
                 most);
  return (guint) most;
}

guint
chn_stage_take_word (ChnStage *stage, ChnField field, guint item, ChnVocabularyId vocabulary, const char *word)
{
  int value = chn_vocabulary_take_word (stage->words, vocabulary, word, -1);
  stage->has_words = TRUE;
  if (value >= 0)
    return (guint) value;
  ChnPlace place = chn_stage_get_place (stage, chn_stage_get_at_hand (stage), field, item);
  chn_fault_add (stage->report, CHN_FAULT_BAD_TERM, &place, "declare fewer, or use known ones",
                 "there are more than %u %s beside the known ones", chn_vocabulary_get_most_declared (vocabulary),
                 chn_vocabulary_get_plural (vocabulary));
  return 0;
}

/* A value of a vocabulary; 0 where there is no such value. */
static guint
take_term (ChnStage *stage, ChnField field, guint item, ChnVocabularyId vocabulary, guint value)
{
  guint n_terms;
  chn_vocabulary_get_terms (vocabulary, &n_terms);
  if (value < n_terms)
    return value;
  const ChnTerm *word = chn_vocabulary_get_term (stage->vocabulary, vocabulary, value);
  if (word)
    return chn_stage_take_word (stage, field, item, vocabulary, word->name);
  ChnPlace place = chn_stage_get_place (stage, chn_stage_get_at_hand (stage), field, item);
  chn_fault_add (stage->report, CHN_FAULT_BAD_TERM, &place, NULL, "there is no %s %u",
                 chn_vocabulary_get_name (vocabulary), value);
  return 0;
}

/* Has the memory of what seldom repeats, and so is seldom near, come while other things are taken. */
static void
prefetch_texts (const ChnStage *stage, const ChnEvent *event)
{
  static const ChnField seldom_repeated[] = { CHN_FIELD_ID, CHN_FIELD_DATE, CHN_FIELD_REVISED };
  guint n;
  const char *const *symbols = chn_event_get_items (event, CHN_FIELD_SYMBOLS, &n);
  for (guint i = 0; i < G_N_ELEMENTS (seldom_repeated); i++)
    if (event->text[seldom_repeated[i]])
      chn_pool_prefetch (stage->texts, event->text[seldom_repeated[i]]);
  for (guint i = 0; i < n; i++)
    chn_pool_prefetch (stage->texts, symbols[i]);
}

static void
take_positions (ChnStage *stage, const ChnEvent *event)
{
  guint n;
  const ChnPosition *positions = chn_event_get_positions (event, &n);
  chn_positions_append (stage->positions, positions, n);
}

static void
take_scalars (ChnStage *stage, const ChnEvent *event, ChnRowHead *head)
{
  const ChnDateBounds *bounds = chn_event_get_bounds (event);
  const guint *number = event->number;
  head->earliest = bounds->earliest;
  head->latest = bounds->latest;
  head->precision = (guint8) bounds->precision;
  head->date_flags = (guint16) bounds->flags;
  head->kind = (guint8) take_term (stage, CHN_FIELD_KIND, 0, CHN_VOCABULARY_KIND, number[CHN_FIELD_KIND]);
  head->status = (guint8) take_term (stage, CHN_FIELD_STATUS, 0, CHN_VOCABULARY_STATUS, number[CHN_FIELD_STATUS]);
  head->confidence =
      (guint8) take_term (stage, CHN_FIELD_CONFIDENCE, 0, CHN_VOCABULARY_CONFIDENCE, number[CHN_FIELD_CONFIDENCE]);
  head->importance = (guint8) MIN (number[CHN_FIELD_IMPORTANCE], G_MAXUINT8);
  stage->record.number[CHN_FIELD_NTH] = number[CHN_FIELD_NTH];
  stage->record.number[CHN_FIELD_VISIBILITY] =
      take_term (stage, CHN_FIELD_VISIBILITY, 0, CHN_VOCABULARY_VISIBILITY, number[CHN_FIELD_VISIBILITY]);
  stage->is_restricted |= stage->record.number[CHN_FIELD_VISIBILITY] != CHN_VISIBILITY_PUBLIC;
  for (guint i = 0; i < CHN_N_RECORD_TEXT_FIELDS; i++)
    stage->record.number[chn_record_text_fields[i]] =
        take_text (stage, chn_record_text_fields[i], 0, event->text[chn_record_text_fields[i]]);
}

/* Room for cells, all at once. */
static gpointer
add_cells (ChnStage *stage, ChnListId list, guint n)
{
  GArray *cells = stage->record.list[list];
  const guint before = cells->len;
  g_array_set_size (cells, before + n);
  return cells->data + before * g_array_get_element_size (cells);
}

static void
take_items (ChnStage *stage, const ChnEvent *event, ChnListId list)
{
  ChnField field = (ChnField) chn_record_lists[list].field;
  guint n;
  const char *const *items = chn_event_get_items (event, field, &n);
  n = take_length (stage, field, n);
  guint32 *numbers = n > 0 ? add_cells (stage, list, n) : NULL;
  for (guint i = 0; i < n; i++)
    numbers[i] = take_text (stage, field, i, items[i]);
}

static void
take_actors (ChnStage *stage, const ChnEvent *event)
{
  guint n;
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  n = take_length (stage, CHN_FIELD_ACTORS, n);
  ChnActorCell *cells = n > 0 ? add_cells (stage, CHN_LIST_ACTORS, n) : NULL;
  for (guint i = 0; i < n; i++)
    cells[i] = (ChnActorCell){ take_text (stage, CHN_FIELD_ACTORS, i, actors[i].actor),
                               take_term (stage, CHN_FIELD_ACTORS, i, CHN_VOCABULARY_ROLE, actors[i].role) };
}

static void
take_vote (ChnStage *stage, const ChnVote *vote)
{
  if (!chn_vote_is_present (vote))
    return;
  ChnVoteCell cell = { vote->yes, vote->no, vote->abstain, vote->not_voting, 0, 0, 0 };
  cell.is_summed = vote->is_summed ? 1 : 0;
  cell.method = take_term (stage, CHN_FIELD_VOTE, 0, CHN_VOCABULARY_METHOD, vote->method) & G_MAXINT16;
  cell.result = (guint16) take_term (stage, CHN_FIELD_VOTE, 0, CHN_VOCABULARY_RESULT, vote->result);
  g_array_append_val (stage->record.list[CHN_LIST_VOTE], cell);
  guint n = take_length (stage, CHN_FIELD_VOTE, vote->n_ballots);
  for (guint i = 0; i < n; i++) {
    ChnBallotCell ballot = { take_text (stage, CHN_FIELD_VOTE, 1 + i, vote->ballots[i].actor),
                             take_term (stage, CHN_FIELD_VOTE, 1 + i, CHN_VOCABULARY_BALLOT, vote->ballots[i].kind) };
    g_array_append_val (stage->record.list[CHN_LIST_BALLOTS], ballot);
  }
}

static void
take_relations (ChnStage *stage, const ChnEvent *event)
{
  guint n;
  const ChnRelation *relations = chn_event_get_relations (event, &n);
  n = take_length (stage, CHN_FIELD_RELATIONS, n);
  for (guint i = 0; i < n; i++) {
    ChnRelationCell cell = { take_text (stage, CHN_FIELD_RELATIONS, i, relations[i].target),
                             take_term (stage, CHN_FIELD_RELATIONS, i, CHN_VOCABULARY_RELATION, relations[i].type) };
    g_array_append_val (stage->record.list[CHN_LIST_RELATIONS], cell);
  }
}

static void
take_citation (ChnStage *stage, const ChnCitation *citation, guint index)
{
  ChnCitationCell cell = { take_text (stage, CHN_FIELD_SOURCES, index, citation->source),
                           take_text (stage, CHN_FIELD_SOURCES, index, citation->at),
                           take_text (stage, CHN_FIELD_SOURCES, index, citation->quote),
                           take_text (stage, CHN_FIELD_SOURCES, index, citation->note), 0 };
  guint32 quote = take_term (stage, CHN_FIELD_SOURCES, index, CHN_VOCABULARY_VISIBILITY, citation->visibility);
  guint32 note = take_term (stage, CHN_FIELD_SOURCES, index, CHN_VOCABULARY_VISIBILITY, citation->note_visibility);
  cell.visibility = quote | note << 16;
  stage->is_restricted |= cell.visibility != 0;
  g_array_append_val (stage->record.list[CHN_LIST_CITATIONS], cell);
  guint n = take_length (stage, CHN_FIELD_SOURCES, citation->n_claims);
  for (guint i = 0; i < n; i++) {
    const ChnClaim *claim = &citation->claims[i];
    ChnClaimCell stated = { index, claim->field,
                            take_text (stage, CHN_FIELD_SOURCES, CHN_POSITION_CLAIM (index, i), claim->value) };
    g_array_append_val (stage->record.list[CHN_LIST_CLAIMS], stated);
  }
}

static void
take_citations (ChnStage *stage, const ChnEvent *event)
{
  guint n;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  n = take_length (stage, CHN_FIELD_SOURCES, n);
  for (guint i = 0; i < n; i++)
    take_citation (stage, &citations[i], i);
}

static void
count_uid (ChnStage *stage, const char *key)
{
  if (key[0] != 'U' || !chn_is_calendar_property (key, "UID"))
    return;
  if (stage->uids.is_distinct)
    stage->uids.n_in_sets++;
  else
    stage->uids.n_others++;
}

static void
take_extras (ChnStage *stage, const ChnEvent *event)
{
  guint n;
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  n = take_length (stage, CHN_FIELD_EXTRA, n);
  ChnExtraCell *cells = n > 0 ? add_cells (stage, CHN_LIST_EXTRAS, n) : NULL;
  for (guint i = 0; i < n; i++) {
    cells[i] = (ChnExtraCell){ chn_pool_intern (stage->texts, extras[i].key, -1),
                               take_text (stage, CHN_FIELD_EXTRA, i, extras[i].value) };
    count_uid (stage, extras[i].key);
  }
}

/* Whether there is room for one more event; the first that there is none for is reported. */
static gboolean
has_room (ChnStage *stage, const ChnEvent *event)
{
  guint64 most = stage->limits.value[CHN_LIMIT_EVENTS];
  if (stage->heads->len < most)
    return TRUE;
  if (stage->n_refused++ > 0)
    return FALSE;
  ChnPlace place = { .file = chn_stage_get_file (stage, chn_stage_get_origin (stage)),
                     .event = chn_event_get_text (event, CHN_FIELD_ID) };
  guint n;
  const ChnPosition *positions = chn_event_get_positions (event, &n);
  for (guint i = 0; i < n && place.line == 0; i++)
    if (positions[i].field == CHN_FIELD_ID) {
      place.line = positions[i].line;
      place.column = positions[i].column;
    }
  chn_fault_add (stage->report, CHN_FAULT_TOO_MANY_EVENTS, &place, "raise the bound with --max-events=N",
                 "there are more than %" G_GUINT64_FORMAT " events", most);
  return FALSE;
}

gboolean
chn_stage_take_event (ChnStage *stage, const ChnEvent *event, ChnRowHead *head)
{
  guint32 origin = chn_stage_get_origin (stage);
  if (!has_room (stage, event))
    return FALSE;
  *head = (ChnRowHead){ 0 };
  chn_record_maker_reset (&stage->record);
  stage->record.number[CHN_RECORD_ORIGIN] = origin;
  stage->vocabulary = event->vocabulary;
  prefetch_texts (stage, event);
  take_positions (stage, event);
  take_scalars (stage, event, head);
  for (guint i = 0; i < CHN_N_RECORD_LISTS; i++)
    if (chn_record_lists[i].field >= 0)
      take_items (stage, event, (ChnListId) i);
  take_actors (stage, event);
  take_vote (stage, chn_event_get_vote (event));
  take_relations (stage, event);
  take_citations (stage, event);
  take_extras (stage, event);
  return TRUE;
}

void
chn_stage_keep_event (ChnStage *stage, const ChnRowHead *head)
{
  guint index = chn_stage_get_at_hand (stage);
  if (stage->record.list[CHN_LIST_SYMBOLS]->len > 0)
    chn_stage_set_symbol_texts (stage);
  g_array_append_vals (stage->heads, head, 1);
  g_array_append_val (stage->position_end, stage->positions->len);
  chn_stage_store_record (stage, index);
}
