/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Looks at an event as it is taken: required fields, its id, and every value that needs no registry. */
#include <string.h>

#include "base/number-map.h"
#include "model/claim.h"
#include "model/slug.h"
#include "timeline/checks/checks.h"
#include "timeline/checks/symbol.h"

/* Where a value of the event stands that is being taken. */
static ChnPlace
get_place (const ChnChecks *checks, ChnField field, guint item)
{
  return chn_stage_get_place (checks->stage, chn_stage_get_at_hand (checks->stage), field, item);
}

/* A date or title that has a place but no value is malformed, which its reader has reported. */
static void
check_required (ChnChecks *checks, ChnRowHead *head)
{
  static const struct {
    ChnField field;
    ChnFaultId fault;
    const char *hint;
  } required[] = {
    { CHN_FIELD_ID, CHN_FAULT_MISSING_ID, "give it a slug that it keeps" },
    { CHN_FIELD_DATE, CHN_FAULT_MISSING_DATE,
      "write it in EDTF, as far as it is known: 2014-11-18, 2014-09~, 2014/2015" },
    { CHN_FIELD_TITLE, CHN_FAULT_MISSING_TITLE, "write one line that stands alone" },
  };
  const ChnStage *stage = checks->stage;
  for (guint i = 0; i < G_N_ELEMENTS (required); i++) {
    ChnField field = required[i].field;
    if (stage->record.number[field] != 0)
      continue;
    head->staged |= CHN_STAGED_FAULTY;
    if (field != CHN_FIELD_ID && chn_stage_has_position (stage, chn_stage_get_at_hand (stage), field))
      continue;
    ChnPlace place = get_place (checks, field, 0);
    chn_fault_add (stage->report, required[i].fault, &place, required[i].hint, "the event has no %s",
                   chn_field_get_info (field)->name);
  }
}

static void
report_bad_id (const ChnChecks *checks, const char *id, gsize offset)
{
  ChnReport *report = checks->stage->report;
  ChnPlace place = get_place (checks, CHN_FIELD_ID, 0);
  g_autofree char *near = chn_slug_dup_near (id);
  g_autofree char *hint = near ? g_strdup_printf ("write \"%s\"", near) : NULL;
  const char *general = "write lower-case letters and digits, joined by hyphens or dots";
  if (id[offset] == '\0')
    chn_fault_add (report, CHN_FAULT_BAD_ID, &place, hint ? hint : general,
                   "the id \"%s\" ends where a letter or digit is expected", id);
  else if (offset >= CHN_SLUG_MAX)
    chn_fault_add (report, CHN_FAULT_BAD_ID, &place, "shorten it", "the id is longer than %d bytes", CHN_SLUG_MAX);
  else
    chn_fault_add (report, CHN_FAULT_BAD_ID, &place, hint ? hint : general,
                   "the id \"%s\" has a character that no slug has, at byte %" G_GSIZE_FORMAT, id, offset + 1);
}

static void
report_duplicate_id (const ChnChecks *checks, const char *id, guint earlier)
{
  ChnPlace place = get_place (checks, CHN_FIELD_ID, 0);
  ChnPlace there = chn_stage_get_place (checks->stage, earlier, CHN_FIELD_ID, 0);
  g_autofree char *where =
      there.line == 0 ? g_strdup (there.file ? there.file : "an earlier event")
                      : g_strdup_printf ("%s:%u:%u", there.file ? there.file : "(unnamed)", there.line, there.column);
  chn_fault_add (checks->stage->report, CHN_FAULT_DUPLICATE_ID, &place, "give one of the two another id",
                 "the id \"%s\" is taken: it stands at %s", id, where);
}

static void
check_id (ChnChecks *checks, ChnRowHead *head)
{
  guint32 number = checks->stage->record.number[CHN_FIELD_ID];
  const char *id = chn_pool_get (checks->stage->texts, number);
  if (!id)
    return;
  gsize offset;
  if (!chn_slug_check (id, &offset)) {
    head->staged |= CHN_STAGED_FAULTY;
    report_bad_id (checks, id, offset);
  }
  if (chn_lookup_has_event (&checks->lookup, number)) {
    head->staged |= CHN_STAGED_FAULTY;
    report_duplicate_id (checks, id, chn_lookup_find_event (&checks->lookup, number) - 1);
  } else
    chn_lookup_note_event (&checks->lookup, number);
}

/* Puts the canonical symbol in place of the one that was written; one that is unknown stays. */
static void
check_symbol (ChnChecks *checks, guint item, guint32 *cell)
{
  ChnPool *texts = checks->stage->texts;
  guint32 *canonical = chn_number_map_at (checks->canonical_symbol, *cell);
  if (*canonical != 0) {
    *cell = *canonical;
    return;
  }
  g_autoptr (GError) why = NULL;
  g_autofree char *written = g_strdup (chn_pool_get (texts, *cell)), *spelled = NULL;
  ChnSpelling spelling = chn_symbol_spell (written, -1, &spelled, &why);
  *cell = chn_pool_intern (texts, spelled, -1);
  if (spelling == CHN_SPELLING_SYMBOL) {
    *canonical = *cell;
    return;
  }
  ChnPlace place = get_place (checks, CHN_FIELD_SYMBOLS, item);
  chn_check_note_symbol (checks->stage->report, spelling, &place, NULL, written, why);
}

static void
check_items (ChnChecks *checks, ChnListId list)
{
  ChnField field = (ChnField) chn_record_lists[list].field;
  const GArray *cells = checks->stage->record.list[list];
  for (guint i = 0; i < cells->len; i++) {
    guint32 *cell = &g_array_index (cells, guint32, i);
    if (*cell != 0 && field == CHN_FIELD_SYMBOLS)
      check_symbol (checks, i, cell);
    if (*cell != 0)
      continue;
    *cell = CHN_MALFORMED;
    ChnPlace place = get_place (checks, field, i);
    chn_fault_add (checks->stage->report, CHN_FAULT_EMPTY_ITEM, &place, NULL, "an item of %s has no text",
                   chn_field_get_info (field)->name);
  }
}

/* Puts the canonical value in place of the one that was written; FALSE with an error where it is none. */
static gboolean
settle_claim (ChnStage *stage, ChnClaimCell *claim, GError **error)
{
  const char *value = chn_pool_get (stage->texts, claim->value);
  if (value && chn_claim_is_name ((ChnField) claim->field))
    return TRUE;
  if (claim->field == CHN_FIELD_KIND && value && chn_vocabulary_find (CHN_VOCABULARY_KIND, value, -1, NULL) < 0) {
    chn_stage_take_word (stage, CHN_FIELD_SOURCES, 0, CHN_VOCABULARY_KIND, value);
    return TRUE;
  }
  g_autofree char *canonical = chn_claim_dup_canonical ((ChnField) claim->field, value ? value : "", error);
  claim->value = chn_pool_intern (stage->texts, canonical, -1);
  return canonical != NULL;
}

static void
check_claim (ChnChecks *checks, guint ordinal, ChnClaimCell *claim)
{
  const ChnFieldInfo *info = claim->field < CHN_N_FIELDS ? chn_field_get_info ((ChnField) claim->field) : NULL;
  g_autoptr (GError) error = NULL;
  if (info && info->can_be_said && settle_claim (checks->stage, claim, &error))
    return;
  claim->value = CHN_MALFORMED;
  ChnPlace place = get_place (checks, CHN_FIELD_SOURCES, CHN_POSITION_CLAIM (claim->citation, ordinal));
  if (error)
    chn_fault_add_error (checks->stage->report, CHN_FAULT_BAD_CLAIM, &place, info->name, error);
  else
    chn_fault_add (checks->stage->report, CHN_FAULT_CLAIM_FIELD, &place, NULL,
                   "a source cannot say anything of \"%s\"", info ? info->name : "this");
}

static void
check_claims (ChnChecks *checks)
{
  const GArray *claims = checks->stage->record.list[CHN_LIST_CLAIMS];
  guint ordinal = 0;
  for (guint i = 0; i < claims->len; i++) {
    ChnClaimCell *claim = &g_array_index (claims, ChnClaimCell, i);
    ordinal = i > 0 && claim[-1].citation == claim->citation ? ordinal + 1 : 0;
    check_claim (checks, ordinal, claim);
  }
}

static void
check_importance (ChnChecks *checks, ChnRowHead *head)
{
  if (head->importance <= 5)
    return;
  head->importance = 0;
  ChnPlace place = get_place (checks, CHN_FIELD_IMPORTANCE, 0);
  chn_fault_add (checks->stage->report, CHN_FAULT_BAD_IMPORTANCE, &place, "write 1 (detail) to 5 (turning point)",
                 "the importance is beyond 5");
}

static void
check_event_zone (ChnChecks *checks)
{
  guint32 *zone = &checks->stage->record.number[CHN_FIELD_ZONE];
  if (*zone == 0)
    return;
  ChnPlace place = get_place (checks, CHN_FIELD_ZONE, 0);
  if (!chn_check_zone (checks, *zone, &place))
    *zone = 0;
}

void
chn_check_event (ChnChecks *checks, ChnRowHead *head)
{
  check_required (checks, head);
  check_id (checks, head);
  check_event_zone (checks);
  for (guint i = 0; i < CHN_N_RECORD_LISTS; i++)
    if (chn_record_lists[i].field >= 0)
      check_items (checks, (ChnListId) i);
  check_claims (checks);
  check_importance (checks, head);
}
