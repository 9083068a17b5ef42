/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Looks at an event as it is taken: required fields, its id, and every value that needs no registry. */
#include <chancery/symbol.h>

#include <string.h>

#include "timeline/builder.h"
#include "timeline/claim.h"
#include "timeline/slug.h"

static void
examine_required (ChnTimelineBuilder *builder)
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
  for (guint i = 0; i < G_N_ELEMENTS (required); i++) {
    ChnField field = required[i].field;
    if (chn_builder_get_text (builder, chn_builder_get_at_hand (builder), field) ||
        (field != CHN_FIELD_ID && chn_builder_has_spot (builder, chn_builder_get_at_hand (builder), field)))
      continue;
    ChnPlace place = chn_builder_get_place (builder, chn_builder_get_at_hand (builder), field, 0);
    chn_fault_add (builder->report, required[i].fault, &place, required[i].hint, "the event has no %s",
                   chn_field_get_info (field)->name);
  }
}

static void
report_bad_id (ChnTimelineBuilder *builder, const char *id, gsize offset)
{
  ChnPlace place = chn_builder_get_place (builder, chn_builder_get_at_hand (builder), CHN_FIELD_ID, 0);
  g_autofree char *near = chn_slug_dup_near (id);
  g_autofree char *hint = near ? g_strdup_printf ("write \"%s\"", near) : NULL;
  const char *general = "write lower-case letters and digits, joined by hyphens or dots";
  if (id[offset] == '\0')
    chn_fault_add (builder->report, CHN_FAULT_BAD_ID, &place, hint ? hint : general,
                   "the id \"%s\" ends where a letter or digit is expected", id);
  else if (offset >= CHN_SLUG_MAX)
    chn_fault_add (builder->report, CHN_FAULT_BAD_ID, &place, "shorten it", "the id is longer than %d bytes",
                   CHN_SLUG_MAX);
  else
    chn_fault_add (builder->report, CHN_FAULT_BAD_ID, &place, hint ? hint : general,
                   "the id \"%s\" has a character that no slug has, at byte %" G_GSIZE_FORMAT, id, offset + 1);
}

static void
report_duplicate_id (ChnTimelineBuilder *builder, const char *id, guint earlier)
{
  ChnPlace place = chn_builder_get_place (builder, chn_builder_get_at_hand (builder), CHN_FIELD_ID, 0);
  ChnPlace there = chn_builder_get_place (builder, earlier, CHN_FIELD_ID, 0);
  g_autofree char *where =
      there.line == 0 ? g_strdup (there.file ? there.file : "an earlier event")
                      : g_strdup_printf ("%s:%u:%u", there.file ? there.file : "(unnamed)", there.line, there.column);
  chn_fault_add (builder->report, CHN_FAULT_DUPLICATE_ID, &place, "give one of the two another id",
                 "the id \"%s\" is taken: it stands at %s", id, where);
}

static void
examine_id (ChnTimelineBuilder *builder)
{
  guint32 number = builder->draft.number[CHN_FIELD_ID];
  const char *id = chn_pool_get (builder->texts, number);
  if (!id)
    return;
  gsize offset;
  if (!chn_slug_check (id, &offset))
    report_bad_id (builder, id, offset);
  if (chn_builder_has_event (builder, number))
    report_duplicate_id (builder, id, chn_builder_find_event (builder, number) - 1);
  else
    chn_builder_note_event (builder, number);
}

/* Puts the canonical symbol in place of the one that was written. */
static void
settle_symbol (ChnTimelineBuilder *builder, guint item, guint32 *cell)
{
  guint32 *canonical = chn_number_map_at (builder->symbol_of, *cell);
  if (*canonical != 0 && *canonical != CHN_MALFORMED) {
    *cell = *canonical;
    return;
  }
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnSymbol) symbol = chn_symbol_parse (chn_pool_get (builder->texts, *cell), -1, &error);
  if (symbol) {
    *canonical = chn_pool_intern (builder->texts, chn_symbol_get_text (symbol), -1);
    *cell = *canonical;
    return;
  }
  *canonical = CHN_MALFORMED;
  ChnPlace place = chn_builder_get_place (builder, chn_builder_get_at_hand (builder), CHN_FIELD_SYMBOLS, item);
  chn_fault_add_error (builder->report, CHN_FAULT_BAD_SYMBOL, &place, NULL, error);
}

static void
examine_items (ChnTimelineBuilder *builder, ChnField field, ChnListId list)
{
  const GArray *cells = builder->draft.list[list];
  for (guint i = 0; i < cells->len; i++) {
    guint32 *cell = &g_array_index (cells, guint32, i);
    if (*cell != 0 && field == CHN_FIELD_SYMBOLS)
      settle_symbol (builder, i, cell);
    if (*cell != 0)
      continue;
    ChnPlace place = chn_builder_get_place (builder, chn_builder_get_at_hand (builder), field, i);
    chn_fault_add (builder->report, CHN_FAULT_EMPTY_ITEM, &place, NULL, "an item of %s has no text",
                   chn_field_get_info (field)->name);
  }
}

/* Puts the canonical value in place of the one that was written; FALSE with an error where it is none. */
static gboolean
settle_claim (ChnTimelineBuilder *builder, ChnClaimCell *claim, GError **error)
{
  const char *value = chn_pool_get (builder->texts, claim->value);
  if (value && chn_claim_is_name ((ChnField) claim->field))
    return TRUE;
  g_autofree char *canonical = chn_claim_dup_canonical ((ChnField) claim->field, value ? value : "", error);
  claim->value = chn_pool_intern (builder->texts, canonical, -1);
  return canonical != NULL;
}

static void
examine_claim (ChnTimelineBuilder *builder, guint ordinal, ChnClaimCell *claim)
{
  const ChnFieldInfo *info = claim->field < CHN_N_FIELDS ? chn_field_get_info ((ChnField) claim->field) : NULL;
  g_autoptr (GError) error = NULL;
  if (info && info->can_be_said && settle_claim (builder, claim, &error))
    return;
  ChnPlace place = chn_builder_get_place (builder, chn_builder_get_at_hand (builder), CHN_FIELD_SOURCES,
                                          CHN_SPOT_CLAIM (claim->citation, ordinal));
  if (error)
    chn_fault_add_error (builder->report, CHN_FAULT_BAD_CLAIM, &place, info->name, error);
  else
    chn_fault_add (builder->report, CHN_FAULT_CLAIM_FIELD, &place, NULL, "a source cannot say anything of \"%s\"",
                   info ? info->name : "this");
}

static void
examine_claims (ChnTimelineBuilder *builder)
{
  const GArray *claims = builder->draft.list[CHN_LIST_CLAIMS];
  guint ordinal = 0;
  for (guint i = 0; i < claims->len; i++) {
    ChnClaimCell *claim = &g_array_index (claims, ChnClaimCell, i);
    ordinal = i > 0 && claim[-1].citation == claim->citation ? ordinal + 1 : 0;
    examine_claim (builder, ordinal, claim);
  }
}

static void
examine_importance (ChnTimelineBuilder *builder, const ChnRowHead *head)
{
  if (head->importance <= 5)
    return;
  ChnPlace place = chn_builder_get_place (builder, chn_builder_get_at_hand (builder), CHN_FIELD_IMPORTANCE, 0);
  chn_fault_add (builder->report, CHN_FAULT_BAD_IMPORTANCE, &place, "write 1 (detail) to 5 (turning point)",
                 "the importance is beyond 5");
}

static void
examine_event_zone (ChnTimelineBuilder *builder)
{
  guint32 zone = builder->draft.number[CHN_FIELD_ZONE];
  if (zone == 0)
    return;
  ChnPlace place = chn_builder_get_place (builder, chn_builder_get_at_hand (builder), CHN_FIELD_ZONE, 0);
  chn_builder_examine_zone (builder, zone, &place);
}

void
chn_builder_examine_event (ChnTimelineBuilder *builder, const ChnRowHead *head)
{
  examine_required (builder);
  examine_id (builder);
  examine_event_zone (builder);
  examine_items (builder, CHN_FIELD_FORUMS, CHN_LIST_FORUMS);
  examine_items (builder, CHN_FIELD_SYMBOLS, CHN_LIST_SYMBOLS);
  examine_items (builder, CHN_FIELD_TAGS, CHN_LIST_TAGS);
  examine_claims (builder);
  examine_importance (builder, head);
}
