/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One event in a chronology: what is said of it, and in which order. */
#include "document/entry.h"

#include <chancery/judge.h>
#include <chancery/symbol.h>
#include <string.h>

#include "document/dispute.h"
#include "document/facts.h"
#include "document/prose.h"
#include "document/voices.h"

typedef struct {
  ChnComposer *composer;
  ChnNoteList *notes;
  const ChnTimeline *timeline;
  const ChnProfile *profile;
  const ChnRowGroup *group;
  guint row;
  const ChnEvent *event;
  guint note; /* 0: none */
} Entry;

static void
put_day (const Entry *entry)
{
  g_autofree char *day = entry->group->has_year
                             ? chn_prose_date (entry->event, entry->group->year)
                             : chn_date_dup_humanized (chn_event_get_date (entry->event, CHN_FIELD_DATE));
  chn_compose (entry->composer, CHN_RUN_DAY, day);
}

static void
put_symbol (const Entry *entry, const char *text)
{
  g_autoptr (ChnSymbol) symbol = chn_symbol_parse (text, -1, NULL);
  g_autofree char *link = symbol ? chn_symbol_dup_link (symbol) : NULL;
  chn_compose_link (entry->composer, CHN_RUN_SYMBOL, text, link);
}

/* " (A/RES/69/188, S/PV.7353)", with what stands around them; without any, nothing. */
static void
put_symbols (const Entry *entry, const char *before, const char *after)
{
  guint n = 0;
  const char *const *symbols = chn_event_get_items (entry->event, CHN_FIELD_SYMBOLS, &n);
  for (guint i = 0; i < n; i++) {
    chn_compose (entry->composer, CHN_RUN_PLAIN, i == 0 ? before : ", ");
    put_symbol (entry, symbols[i]);
  }
  chn_compose (entry->composer, CHN_RUN_PLAIN, n > 0 ? after : "");
}

/* The title without a full stop of its own. */
static char *
dup_sentence (const ChnEvent *event)
{
  const char *title = chn_event_get_text (event, CHN_FIELD_TITLE);
  gsize length = strlen (title);
  gboolean stopped = length > 0 && title[length - 1] == '.';
  return g_strndup (title, stopped ? length - 1 : length);
}

static void
put_sentence (const Entry *entry)
{
  const char *status = chn_prose_status (entry->event);
  g_autofree char *sentence = dup_sentence (entry->event);
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
  put_symbols (entry, " (", ")");
  chn_compose (entry->composer, CHN_RUN_PLAIN, ".");
}

static void
put_summary (const Entry *entry)
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
put_beside_headline (const Entry *entry)
{
  const char *status = chn_prose_status (entry->event), *between = "";
  g_autofree char *sentence = dup_sentence (entry->event);
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
  put_symbols (entry, between, "");
  guint n = 0;
  chn_event_get_items (entry->event, CHN_FIELD_SYMBOLS, &n);
  chn_compose (entry->composer, CHN_RUN_PLAIN, *between || n > 0 ? "." : "");
}

/* What a reader of a briefing must know of; the rest stands with the event itself. */
static gboolean
is_main_field (ChnField field)
{
  return field == CHN_FIELD_DATE || field == CHN_FIELD_VOTE || field == CHN_FIELD_FORUMS ||
         field == CHN_FIELD_ACTORS || field == CHN_FIELD_STATUS;
}

/* What was said and has been corrected or withdrawn since. */
static void
put_superseded (const Entry *entry)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (entry->event, &n);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < citations[i].n_claims; k++) {
      g_autofree char *said = chn_prose_superseded (entry->timeline, entry->row, entry->event, i, k);
      if (said)
        chn_composef (entry->composer, CHN_RUN_PLAIN, "Superseded: %s.", said);
      chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_DISPUTE);
    }
}

/* A field whose dispute this briefing tells of. */
static gboolean
is_told_field (const Entry *entry, ChnField field)
{
  return (entry->profile->disputes == CHN_DISPUTES_ALL || is_main_field (field)) &&
         chn_timeline_judge_field (entry->timeline, entry->row, field) == CHN_AGREEMENT_DISPUTED;
}

/* " Date and vote disputed." */
static void
put_short_disputes (const Entry *entry)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint field = 0; field < CHN_N_FIELDS; field++)
    if (is_told_field (entry, (ChnField) field))
      g_ptr_array_add (names, (gpointer) chn_prose_field ((ChnField) field));
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (out, "%s%s", chn_prose_get_joint (i, names->len), (const char *) names->pdata[i]);
  if (out->len == 0)
    return;
  out->str[0] = g_ascii_toupper (out->str[0]);
  chn_composef (entry->composer, CHN_RUN_PLAIN, " %s disputed.", out->str);
}

static void
put_whole_disputes (const Entry *entry)
{
  for (guint i = 0; i < CHN_N_FIELDS; i++) {
    ChnField field = (ChnField) i;
    g_autofree char *sentence = is_told_field (entry, field)
                                    ? chn_prose_dispute_sentence (entry->timeline, entry->row, entry->event, field)
                                    : NULL;
    chn_compose (entry->composer, CHN_RUN_PLAIN, sentence ? sentence : "");
    chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_DISPUTE);
  }
}

/* Whether disputes are told: in a short briefing by a word behind the sentence, else in sentences below. */
static gboolean
has_disputes (const Entry *entry, gboolean is_short)
{
  return (entry->profile->length == CHN_LENGTH_SHORT) == is_short && entry->profile->disputes != CHN_DISPUTES_NONE &&
         chn_timeline_is_disputed (entry->timeline, entry->row);
}

static void
put_disputes (const Entry *entry)
{
  if (entry->profile->disputes == CHN_DISPUTES_ALL && chn_timeline_has_superseded (entry->timeline, entry->row))
    put_superseded (entry);
  if (has_disputes (entry, FALSE))
    put_whole_disputes (entry);
}

/* The reference behind the sentence; where notes do not stand at the end, a paragraph of sources instead. */
static void
put_reference (const Entry *entry)
{
  gboolean has_marks = entry->profile->notes != CHN_NOTES_NONE && !entry->profile->marks_in_words;
  if (has_marks && chn_note_list_marks (entry->notes, entry->event))
    chn_compose (entry->composer, CHN_RUN_MARK, "†");
  if (entry->note > 0)
    chn_composef (entry->composer, CHN_RUN_REFERENCE, "%u", entry->note);
}

static void
put_sources (const Entry *entry)
{
  if (entry->profile->notes != CHN_NOTES_INLINE && entry->profile->notes != CHN_NOTES_SHORT)
    return;
  chn_note_list_put_sources (entry->notes, entry->composer, entry->event, 0);
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_SOURCES);
}

/* A column of a table; in prose in parentheses behind the day. */
static void
put_since (const Entry *entry)
{
  const ChnSince *since = entry->profile->since;
  gboolean in_table = entry->profile->layout == CHN_LAYOUT_TABLE;
  g_autofree char *days = since ? chn_since_dup_days (since, entry->event) : NULL;
  if (days)
    chn_composef (entry->composer, CHN_RUN_PLAIN, in_table ? "%s" : " (%s)", days);
  if (in_table)
    chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_SINCE);
}

static void
put_day_and_sentence (const Entry *entry)
{
  put_day (entry);
  put_since (entry);
  chn_compose (entry->composer, CHN_RUN_COLON, ": ");
  put_sentence (entry);
}

static void
put_prose (const Entry *entry)
{
  if (entry->profile->layout == CHN_LAYOUT_SLIDES)
    put_beside_headline (entry);
  else
    put_day_and_sentence (entry);
  if (has_disputes (entry, TRUE))
    put_short_disputes (entry);
  put_reference (entry);
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_SENTENCE);
  put_summary (entry);
  put_disputes (entry);
  put_sources (entry);
}

static void
put_forum (const Entry *entry)
{
  const char *forum = chn_prose_forum (entry->timeline, entry->event);
  chn_compose (entry->composer, CHN_RUN_PLAIN, forum ? forum : "");
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_FORUM);
}

/* "[Planned] " */
static void
put_status (const Entry *entry)
{
  const char *status = chn_prose_status (entry->event);
  if (status)
    chn_composef (entry->composer, CHN_RUN_STATUS, "[%s]", status);
  chn_compose (entry->composer, CHN_RUN_PLAIN, status ? " " : "");
}

/* "[Planned] The Council meets (S/PV.7353) 11-2-2" */
static void
put_cell (const Entry *entry)
{
  g_autofree char *counts = chn_vote_dup_counts (chn_event_get_vote (entry->event));
  put_status (entry);
  chn_compose (entry->composer, CHN_RUN_TITLE, chn_event_get_text (entry->event, CHN_FIELD_TITLE));
  put_symbols (entry, " (", ")");
  chn_compose (entry->composer, CHN_RUN_PLAIN, counts ? " " : "");
  chn_compose (entry->composer, CHN_RUN_FIGURES, counts ? counts : "");
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_SENTENCE);
}

static void
put_disputed_fields (const Entry *entry)
{
  for (guint field = 0; entry->profile->disputes != CHN_DISPUTES_NONE && field < CHN_N_FIELDS; field++) {
    g_autofree char *disputed =
        chn_prose_disputed_field (entry->timeline, entry->row, entry->event, (ChnField) field);
    if (disputed)
      chn_composef (entry->composer, CHN_RUN_PLAIN, "Disputed %s", disputed);
    chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_DISPUTE);
  }
}

static void
put_title_cell (const Entry *entry)
{
  g_autofree char *sentence = dup_sentence (entry->event);
  put_status (entry);
  chn_compose (entry->composer, CHN_RUN_TITLE, sentence);
  chn_compose (entry->composer, CHN_RUN_PLAIN, ".");
  if (has_disputes (entry, TRUE) || has_disputes (entry, FALSE))
    put_short_disputes (entry);
  if (entry->profile->notes != CHN_NOTES_NONE && chn_note_list_marks (entry->notes, entry->event))
    chn_compose (entry->composer, CHN_RUN_MARK, "†");
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_SENTENCE);
}

static void
put_symbol_cell (const Entry *entry)
{
  guint n = 0;
  const char *const *symbols = chn_event_get_items (entry->event, CHN_FIELD_SYMBOLS, &n);
  for (guint i = 0; i < n; i++) {
    put_symbol (entry, symbols[i]);
    chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_SYMBOLS);
  }
}

/* A cell for each of the document's columns that has something to say. */
static void
put_columns (const Entry *entry)
{
  g_autofree char *counts = chn_vote_dup_counts (chn_event_get_vote (entry->event));
  put_day (entry);
  put_since (entry);
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_DAY);
  put_forum (entry);
  put_title_cell (entry);
  put_symbol_cell (entry);
  chn_compose (entry->composer, CHN_RUN_FIGURES, counts ? counts : "");
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_VOTE);
  if (entry->profile->notes != CHN_NOTES_NONE)
    chn_note_list_put_sources (entry->notes, entry->composer, entry->event, 0);
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_SOURCES);
}

static void
put_table_row (const Entry *entry)
{
  put_day (entry);
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_DAY);
  put_since (entry);
  put_forum (entry);
  chn_compose (entry->composer, CHN_RUN_PLAIN,
               entry->profile->ids ? chn_event_get_text (entry->event, CHN_FIELD_ID) : "");
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_ID);
  put_cell (entry);
  put_disputed_fields (entry);
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
put_voices (const Entry *entry, const ChnFacetList *facets)
{
  if (facets && entry->profile->notes != CHN_NOTES_NONE)
    chn_compose_voices (entry->composer, entry->timeline, entry->profile, entry->row, entry->event);
  return chn_compose_take_paragraphs (entry->composer);
}

gint64
chn_compose_event (const ChnEntryContext *context, const ChnRowGroup *group, guint row, const ChnEvent *event)
{
  ChnComposer *composer = context->composer;
  const Entry entry = { composer,
                        context->notes,
                        context->timeline,
                        context->profile,
                        group,
                        row,
                        event,
                        find_note (context->notes, context->profile, row, event) };
  if (context->profile->layout == CHN_LAYOUT_TABLE)
    put_table_row (&entry);
  else if (context->profile->layout == CHN_LAYOUT_COLUMNS)
    put_columns (&entry);
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
