/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Takes away what the checks have marked, where reading is to go on: events that cannot stand, names of nothing. */
#include <string.h>

#include "timeline/checks/checks.h"

typedef struct {
  ChnStage *stage;
  guint32 *new_index; /* of each event; CHN_MALFORMED for one that is left out */
} LeavingOut;

static void
report_left_out (const ChnStage *stage, guint index)
{
  const char *id = chn_stage_get_text (stage, index, CHN_FIELD_ID);
  ChnPlace place = chn_stage_get_place (stage, index, CHN_FIELD_ID, 0);
  if (id)
    chn_fault_add (stage->report, CHN_FAULT_DROPPED, &place, NULL, "the event \"%s\" is left out", id);
  else
    chn_fault_add (stage->report, CHN_FAULT_DROPPED, &place, NULL, "an event without id is left out");
}

/* Numbers the events that remain. */
static void
number_events (const LeavingOut *leaving)
{
  guint n = 0;
  for (guint i = 0; i < leaving->stage->heads->len; i++) {
    gboolean is_faulty = chn_stage_get_head (leaving->stage, i)->staged & CHN_STAGED_FAULTY;
    leaving->new_index[i] = is_faulty ? CHN_MALFORMED : n++;
    if (is_faulty)
      report_left_out (leaving->stage, i);
  }
}

/* Relations to events that are left out are marked now, and the others follow their events. */
static void
renumber_targets (const LeavingOut *leaving, guint index)
{
  guint n;
  ChnRelationCell *relations = chn_stage_get_cells (leaving->stage, index, CHN_LIST_RELATIONS, &n);
  for (guint i = 0; i < n; i++)
    if (relations[i].target != CHN_MALFORMED)
      relations[i].target = leaving->new_index[relations[i].target];
}

/* Claims go with the citation that makes them, and count those that stay. */
static void
renumber_claims (const LeavingOut *leaving, guint index)
{
  guint n, n_citations, left_out = 0, citation = 0;
  ChnClaimCell *claims = chn_stage_get_cells (leaving->stage, index, CHN_LIST_CLAIMS, &n);
  const ChnCitationCell *citations = chn_stage_get_cells (leaving->stage, index, CHN_LIST_CITATIONS, &n_citations);
  for (guint i = 0; i < n; i++) {
    for (; citation < claims[i].citation; citation++)
      left_out += citations[citation].source == CHN_MALFORMED;
    if (citations[citation].source == CHN_MALFORMED)
      claims[i].value = CHN_MALFORMED;
    claims[i].citation -= left_out;
  }
}

static gboolean
has_marks (const ChnStage *stage, guint index)
{
  for (guint i = 0; i < CHN_N_RECORD_LISTS; i++) {
    const ChnRecordList *list = &chn_record_lists[i];
    if (list->checked < 0)
      continue;
    guint n, width = list->units, unit = (guint) list->checked;
    const guint32 *cells = chn_stage_get_cells (stage, index, (ChnListId) i, &n);
    for (guint k = 0; k < n; k++)
      if (cells[k * width + unit] == CHN_MALFORMED)
        return TRUE;
  }
  return FALSE;
}

static void
close_up_event (const LeavingOut *leaving, guint index)
{
  ChnStage *stage = leaving->stage;
  renumber_targets (leaving, index);
  if (!has_marks (stage, index))
    return;
  renumber_claims (leaving, index);
  chn_stage_load_record (stage, index);
  for (guint i = 0; i < CHN_N_RECORD_LISTS; i++)
    if (chn_record_lists[i].checked >= 0)
      chn_record_maker_close_up (&stage->record, (ChnListId) i, CHN_MALFORMED);
  chn_stage_set_symbol_texts (stage);
  chn_stage_store_record (stage, index);
}

/* Closes up what there is of events, but for their records. */
static void
close_up_events (const LeavingOut *leaving)
{
  ChnStage *stage = leaving->stage;
  guint n = 0, n_positions = 0, first, end;
  for (guint i = 0; i < stage->heads->len; i++) {
    chn_stage_get_position_range (stage, i, &first, &end);
    if (leaving->new_index[i] == CHN_MALFORMED)
      continue;
    if (first < end)
      memmove (stage->positions->data + n_positions, stage->positions->data + first, end - first);
    n_positions += end - first;
    *chn_stage_get_head (stage, n) = *chn_stage_get_head (stage, i);
    g_array_index (stage->position_end, guint32, n++) = n_positions;
  }
  g_array_set_size (stage->heads, n);
  g_array_set_size (stage->position_end, n);
  g_array_set_size (stage->positions, n_positions);
}

static void
clear_sources (ChnStage *stage)
{
  for (guint at = 0, next; at < stage->sources->len; at = next) {
    ChnStagedSource source;
    next = chn_stage_load_source (stage, at, &source);
    if (source.malformed != 0)
      chn_stage_clear_malformed_texts (stage, at);
  }
}

void
chn_checks_take_back (ChnChecks *checks)
{
  ChnStage *stage = checks->stage;
  g_autofree guint32 *new_index = g_new (guint32, MAX (stage->heads->len, 1));
  LeavingOut leaving = { stage, new_index };
  guint n = 0;
  for (guint i = 0; i < stage->heads->len; i++)
    new_index[i] = chn_stage_get_head (stage, i)->staged & CHN_STAGED_TAKEN_BACK ? CHN_MALFORMED : n++;
  close_up_events (&leaving);
  chn_lookup_renumber (&checks->lookup);
}

void
chn_checks_leave_out (ChnChecks *checks)
{
  ChnStage *stage = checks->stage;
  g_autofree guint32 *new_index = g_new (guint32, MAX (stage->heads->len, 1));
  LeavingOut leaving = { stage, new_index };
  number_events (&leaving);
  for (guint i = 0; i < stage->heads->len; i++)
    if (new_index[i] != CHN_MALFORMED)
      close_up_event (&leaving, i);
  close_up_events (&leaving);
  clear_sources (stage);
}
