/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One event in a chronology: what is said of it, and in which order. */
#include "document/entry.h"

#include "document/entry-cells.h"
#include "document/entry-disputes.h"
#include "document/facts.h"
#include "document/prose.h"
#include "document/voices.h"

static void
put_sentence (const ChnEntryWriting *entry)
{
  const char *status = chn_prose_status (entry->event);
  g_autofree char *sentence = chn_entry_dup_sentence (entry->event);
  g_autofree char *decision =
      chn_prose_decision (chn_event_get_vote (entry->event), sentence, entry->profile->length == CHN_LENGTH_SHORT);
  g_autofree char *outcome = chn_prose_outcome (chn_timeline_get_registry (entry->timeline), entry->event);
  if (status)
    chn_composef (entry->composer, CHN_RUN_STATUS, "%s:", status);
  chn_compose (entry->composer, CHN_RUN_PLAIN, status ? " " : "");
  chn_compose (entry->composer, CHN_RUN_TITLE, sentence);
  if (decision)
    chn_composef (entry->composer, CHN_RUN_PLAIN, ", %s", decision);
  if (outcome)
    chn_composef (entry->composer, CHN_RUN_PLAIN, "; %s", outcome);
  chn_entry_put_symbols (entry, " (", ")");
  chn_compose (entry->composer, CHN_RUN_PLAIN, ".");
}

static void
put_summary (const ChnEntryWriting *entry)
{
  const char *summary = chn_event_get_text (entry->event, CHN_FIELD_SUMMARY);
  if (!summary || entry->profile->length == CHN_LENGTH_SHORT)
    return;
  g_auto (GStrv) paragraphs = g_strsplit (summary, "\n\n", -1);
  for (guint i = 0; paragraphs[i]; i++) {
    chn_compose (entry->composer, CHN_RUN_PLAIN, g_strstrip (paragraphs[i]));
    chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_SUMMARY);
  }
}

/* "By a recorded vote of 111 in favour to 19 against; A/RES/69/188." */
static void
put_beside_headline (const ChnEntryWriting *entry)
{
  const char *status = chn_prose_status (entry->event), *between = "";
  g_autofree char *sentence = chn_entry_dup_sentence (entry->event);
  g_autofree char *decision = chn_prose_decision (chn_event_get_vote (entry->event), sentence, FALSE);
  g_autofree char *outcome = chn_prose_outcome (chn_timeline_get_registry (entry->timeline), entry->event);
  const char *said[] = { status, decision, outcome };
  for (guint i = 0; i < G_N_ELEMENTS (said); i++) {
    if (!said[i])
      continue;
    gboolean begins = !*between;
    chn_composef (entry->composer, i == 0 ? CHN_RUN_STATUS : CHN_RUN_PLAIN, "%s%c%s", between,
                  begins ? g_ascii_toupper (said[i][0]) : said[i][0], said[i] + 1);
    between = "; ";
  }
  chn_entry_put_symbols (entry, between, "");
  guint n = 0;
  chn_event_get_items (entry->event, CHN_FIELD_SYMBOLS, &n);
  chn_compose (entry->composer, CHN_RUN_PLAIN, *between || n > 0 ? "." : "");
}

/* The reference behind the sentence; where notes do not stand at the end, a paragraph of sources instead. */
static void
put_reference (const ChnEntryWriting *entry)
{
  gboolean has_marks = entry->profile->notes != CHN_NOTES_NONE && !entry->profile->marks_in_words;
  if (has_marks && chn_note_list_marks (entry->notes, entry->event))
    chn_compose (entry->composer, CHN_RUN_MARK, "†");
  if (entry->note > 0)
    chn_composef (entry->composer, CHN_RUN_REFERENCE, "%u", entry->note);
}

static void
put_sources (const ChnEntryWriting *entry)
{
  if (entry->profile->notes != CHN_NOTES_INLINE && entry->profile->notes != CHN_NOTES_SHORT)
    return;
  chn_note_list_put_sources (entry->notes, entry->composer, entry->event, 0);
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_SOURCES);
}

static void
put_day_and_sentence (const ChnEntryWriting *entry)
{
  chn_entry_put_day (entry);
  chn_entry_put_since (entry);
  chn_compose (entry->composer, CHN_RUN_COLON, ": ");
  put_sentence (entry);
}

static void
put_prose (const ChnEntryWriting *entry)
{
  if (entry->profile->layout == CHN_LAYOUT_SLIDES)
    put_beside_headline (entry);
  else
    put_day_and_sentence (entry);
  if (chn_entry_has_disputes (entry, TRUE))
    chn_entry_put_short_disputes (entry);
  put_reference (entry);
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_SENTENCE);
  put_summary (entry);
  chn_entry_put_disputes (entry);
  put_sources (entry);
}

/* The number of the note; a table refers to none. */
static guint
find_note (ChnNoteList *notes, const ChnProfile *profile, guint row, const ChnEvent *event)
{
  gboolean has_notes = (profile->notes == CHN_NOTES_END || profile->notes == CHN_NOTES_FOOT) &&
                       (profile->layout != CHN_LAYOUT_TABLE && profile->layout != CHN_LAYOUT_COLUMNS);
  return has_notes ? chn_note_list_number (notes, row, event) : 0;
}

/* What each source says, for those who unfold it. */
static ChnStretch
put_voices (const ChnEntryWriting *entry, const ChnFacetList *facets)
{
  if (facets && entry->profile->notes != CHN_NOTES_NONE)
    chn_compose_voices (entry->composer, entry->timeline, entry->profile, entry->row, entry->event);
  return chn_compose_take_paragraphs (entry->composer);
}

gint64
chn_compose_event (const ChnEntryContext *context, const ChnRowGroup *group, guint row, const ChnEvent *event)
{
  ChnComposer *composer = context->composer;
  const ChnEntryWriting entry = { composer,
                                  context->notes,
                                  context->timeline,
                                  context->profile,
                                  group,
                                  row,
                                  event,
                                  find_note (context->notes, context->profile, row, event) };
  if (context->profile->layout == CHN_LAYOUT_TABLE)
    chn_entry_put_table_row (&entry);
  else if (context->profile->layout == CHN_LAYOUT_COLUMNS)
    chn_entry_put_columns (&entry);
  else
    put_prose (&entry);
  ChnStretch paragraphs = chn_compose_take_paragraphs (composer);
  ChnEntry whole = chn_entry_find_facts (composer, context->timeline, row, event);
  whole.paragraphs = paragraphs;
  whole.note = entry.note;
  whole.voices = put_voices (&entry, context->facets);
  if (context->facets)
    chn_facet_list_add (context->facets, row, event, &whole);
  chn_compose_entry (composer, &whole);
  return whole.revised;
}
