/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fills an event from a row: text is borrowed from the timeline, only lists of structures are made. */
#include <string.h>

#include "model/event-storage.h"
#include "timeline/ballots.h"
#include "timeline/position.h"
#include "timeline/sealed.h"

/* What every event has; in a damaged snapshot it may be missing. */
static void
complete (ChnEvent *event)
{
  static const struct {
    ChnField field;
    const char *text;
  } required[] = { { CHN_FIELD_ID, "" }, { CHN_FIELD_DATE, "XXXX" }, { CHN_FIELD_TITLE, "" } };
  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    if (!event->text[required[i].field])
      chn_event_borrow_text (event, required[i].field, required[i].text);
}

static void
load_scalars (const ChnColumns *columns, guint row, ChnEvent *event)
{
  const guint32 *record = chn_columns_get_record (columns, row), *number = record + CHN_RECORD_FIXED;
  for (guint32 bits = record[CHN_RECORD_NUMBERS]; bits != 0; bits &= bits - 1, number++) {
    guint bit = (guint) __builtin_ctz (bits);
    if (!(CHN_RECORD_PLAIN >> bit & 1))
      chn_event_borrow_text (event, (ChnField) bit, chn_columns_read_text (columns, record, *number));
  }
  event->bounds = chn_columns_get_bounds (columns, row);
  event->number[CHN_FIELD_KIND] = chn_columns_get_kind (columns, row);
  event->number[CHN_FIELD_STATUS] = chn_columns_get_status (columns, row);
  event->number[CHN_FIELD_CONFIDENCE] = chn_columns_get_confidence (columns, row);
  event->number[CHN_FIELD_IMPORTANCE] = chn_columns_get_importance (columns, row);
  event->number[CHN_FIELD_NTH] = chn_columns_get_nth (columns, row);
  event->number[CHN_FIELD_VISIBILITY] = chn_columns_get_visibility (columns, row);
}

static void
load_list (const ChnColumns *columns, guint row, ChnListId list, ChnEvent *event)
{
  guint n;
  const guint32 *codes = chn_columns_get_list (columns, list, row, &n);
  GArray *items = chn_event_get_list (event, (ChnField) chn_record_lists[list].field);
  for (guint i = 0; i < n; i++) {
    const char *text =
        chn_columns_get_code_text (columns, (ChnDictionaryId) chn_record_lists[list].dictionary, codes[i]);
    g_array_append_val (items, text);
  }
}

/* The texts of symbols are the record's own. */
static void
load_items (const ChnColumns *columns, guint row, ChnEvent *event)
{
  for (guint i = 0; i < CHN_N_RECORD_LISTS; i++)
    if (chn_record_lists[i].field >= 0 && i != CHN_LIST_SYMBOLS)
      load_list (columns, row, (ChnListId) i, event);
}

static void
load_symbols (const ChnColumns *columns, guint row, ChnEvent *event)
{
  guint n;
  const char *text = chn_columns_get_symbol_texts (columns, row, &n);
  GArray *items = chn_event_get_list (event, CHN_FIELD_SYMBOLS);
  for (guint i = 0; i < n; i++, text += strlen (text) + 1)
    g_array_append_val (items, text);
}

static void
load_actors (const ChnColumns *columns, guint row, ChnEvent *event)
{
  guint n;
  const ChnActorCell *cells = chn_columns_get_actors (columns, row, &n);
  for (guint i = 0; i < n; i++) {
    const char *id = chn_columns_get_code_text (columns, CHN_DICTIONARY_ACTORS, cells[i].actor);
    ChnParticipation participation = { id, cells[i].role };
    g_array_append_val (event->actors, participation);
  }
}

static void
load_vote (const ChnColumns *columns, guint row, ChnEvent *event)
{
  guint n;
  const ChnVoteCell *cell = chn_columns_get_vote (columns, row, &n);
  if (n == 0)
    return;
  g_auto (ChnBallots) roll;
  chn_ballots_read (&roll, columns, row);
  ChnBallot *ballots = roll.n > 0 ? chn_arena_alloc (event->arena, roll.n * sizeof (ChnBallot)) : NULL;
  for (guint i = 0; i < roll.n; i++) {
    ballots[i].actor = chn_columns_get_code_text (columns, CHN_DICTIONARY_ACTORS, roll.cell[i].actor);
    ballots[i].kind = (ChnBallotKind) roll.cell[i].kind;
  }
  event->vote = (ChnVote){ cell->yes,
                           cell->no,
                           cell->abstain,
                           cell->not_voting,
                           (ChnVoteMethod) cell->method,
                           (ChnVoteResult) cell->result,
                           roll.n,
                           ballots,
                           cell->is_summed != 0 };
}

static void
load_relations (const ChnColumns *columns, guint row, ChnEvent *event)
{
  guint n;
  const ChnRelationCell *cells = chn_columns_get_relations (columns, row, &n);
  for (guint i = 0; i < n; i++) {
    const char *target = chn_columns_get_text (columns, CHN_FIELD_ID, cells[i].target);
    ChnRelation relation = { cells[i].type, target ? target : "" };
    g_array_append_val (event->relations, relation);
  }
}

/* The claims of one citation, which stand together in those of the row. */
static guint
load_claims (const ChnColumns *columns, const ChnClaimCell *cells, guint n, guint index, ChnEvent *event,
             ChnCitation *citation)
{
  guint n_own = 0;
  while (n_own < n && cells[n_own].citation == index)
    n_own++;
  if (n_own == 0)
    return 0;
  ChnClaim *claims = chn_arena_alloc (event->arena, n_own * sizeof (ChnClaim));
  for (guint i = 0; i < n_own; i++) {
    const char *value = chn_pool_get (columns->texts, cells[i].value);
    claims[i] = (ChnClaim){ (ChnField) cells[i].field, value ? value : "" };
  }
  citation->n_claims = n_own;
  citation->claims = claims;
  return n_own;
}

static void
load_citations (const ChnColumns *columns, guint row, ChnEvent *event)
{
  guint n, n_claims;
  const ChnCitationCell *cells = chn_columns_get_citations (columns, row, &n);
  const ChnClaimCell *claims = chn_columns_get_claims (columns, row, &n_claims);
  for (guint i = 0, done = 0; i < n; i++) {
    ChnCitation citation = {
      .source = chn_columns_get_code_text (columns, CHN_DICTIONARY_SOURCES, cells[i].source),
      .at = chn_pool_get (columns->texts, cells[i].at),
      .quote = chn_pool_get (columns->texts, cells[i].quote),
      .note = chn_pool_get (columns->texts, cells[i].note),
      .visibility = cells[i].visibility & 0xffff,
      .note_visibility = cells[i].visibility >> 16,
    };
    if (done < n_claims)
      done += load_claims (columns, claims + done, n_claims - done, i, event, &citation);
    g_array_append_val (event->citations, citation);
  }
}

static void
load_extras (const ChnColumns *columns, guint row, ChnEvent *event)
{
  guint n;
  const ChnExtraCell *cells = chn_columns_get_extras (columns, row, &n);
  for (guint i = 0; i < n; i++) {
    const char *value = chn_pool_get (columns->texts, cells[i].value);
    ChnExtra extra = { chn_pool_get (columns->texts, cells[i].key), value ? value : "" };
    g_array_append_val (event->extras, extra);
  }
}

static void
load_positions (const ChnColumns *columns, guint row, ChnEvent *event)
{
  guint n;
  const char *positions = chn_columns_get_positions (columns, row, &n);
  ChnPosition position = { 0 };
  for (const char *at = positions; n > 0 && at < positions + n;) {
    at = chn_position_next (at, &position);
    chn_event_append_position (event, &position);
  }
}

void
chn_timeline_load (const ChnTimeline *timeline, guint row, ChnEvent *event)
{
  const ChnColumns *columns = &timeline->columns;
  g_return_if_fail (row < columns->n_rows);
  chn_event_clear (event);
  chn_event_borrow_vocabulary (event, columns->vocabulary);
  load_scalars (columns, row, event);
  complete (event);
  load_items (columns, row, event);
  load_symbols (columns, row, event);
  load_actors (columns, row, event);
  load_vote (columns, row, event);
  load_relations (columns, row, event);
  load_citations (columns, row, event);
  load_extras (columns, row, event);
  load_positions (columns, row, event);
}
