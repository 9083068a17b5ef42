/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Differences as a briefing: a sentence of what changed, then events that were added, removed and changed. */
#include <chancery/diff.h>

#include "curate/diff/words.h"
#include "document/entry.h"
#include "document/facts.h"
#include "document/prose.h"
#include "format/renderers.h"

/* Clauses about single events in the sentence on top. */
enum { MOST_CLAUSES = 6 };

typedef struct {
  const ChnDiff *diff;
  ChnComposer *composer;
  ChnNoteList *notes;
  ChnProfile profile;
  ChnEvent *before, *after;
} Brief;

/* Whether anything changed that a reader is told of. */
static gboolean
is_told (const ChnEventChange *change)
{
  for (guint i = 0; i < change->n_values; i++)
    if (chn_words_tell ((ChnField) change->values[i].field))
      return TRUE;
  return change->kind != CHN_CHANGE_CHANGED;
}

static guint
count_told (const ChnDiff *diff, ChnChangeKind kind)
{
  guint n = 0, told = 0;
  const ChnEventChange *changes = chn_diff_get_events (diff, &n);
  for (guint i = 0; i < n; i++)
    told += changes[i].kind == kind && is_told (&changes[i]) ? 1 : 0;
  return told;
}

static void
load_pair (const Brief *brief, const ChnEventChange *change)
{
  if (change->kind != CHN_CHANGE_ADDED)
    chn_timeline_load (chn_diff_get_old (brief->diff), change->old_row, brief->before);
  if (change->kind != CHN_CHANGE_REMOVED)
    chn_timeline_load (chn_diff_get_new (brief->diff), change->new_row, brief->after);
}

/* "; " before any clause but the first. */
static void
begin_clause (const Brief *brief, guint *n_clauses)
{
  chn_compose (brief->composer, CHN_RUN_PLAIN, *n_clauses > 0 ? ", " : "");
  ++*n_clauses;
}

/* "two events added" */
static void
put_count (const Brief *brief, guint n, const char *what, guint *n_clauses)
{
  g_autofree char *number = chn_words_dup_number (n);
  if (n == 0)
    return;
  begin_clause (brief, n_clauses);
  chn_composef (brief->composer, CHN_RUN_PLAIN, "%s %s%s", number, n == 1 ? "event " : "events ", what);
}

/* "the vote of 18 November 2014 corrected from 111-19-55 to 112-19-54" */
static gboolean
put_vote_clause (const Brief *brief, guint *n_clauses)
{
  const ChnVote *before = chn_event_get_vote (brief->before), *after = chn_event_get_vote (brief->after);
  g_autofree char *old_counts = chn_vote_is_present (before) ? chn_vote_dup_counts (before) : NULL;
  g_autofree char *new_counts = chn_vote_is_present (after) ? chn_vote_dup_counts (after) : NULL;
  g_autofree char *day = chn_prose_date (brief->after, G_MININT64);
  if (!old_counts || !new_counts || g_strcmp0 (old_counts, new_counts) == 0)
    return FALSE;
  begin_clause (brief, n_clauses);
  chn_composef (brief->composer, CHN_RUN_PLAIN, "the vote of %s corrected from ", day);
  chn_compose (brief->composer, CHN_RUN_FIGURES, old_counts);
  chn_compose (brief->composer, CHN_RUN_PLAIN, " to ");
  chn_compose (brief->composer, CHN_RUN_FIGURES, new_counts);
  return TRUE;
}

/* "what was dated 18 November 2014 moved to 19 November 2014" */
static gboolean
put_move_clause (const Brief *brief, guint *n_clauses)
{
  g_autofree char *before = chn_prose_date (brief->before, G_MININT64);
  g_autofree char *after = chn_prose_date (brief->after, G_MININT64);
  const char *kind =
      chn_event_describe_term (brief->after, CHN_VOCABULARY_KIND, chn_event_get_term (brief->after, CHN_FIELD_KIND))
          ->label;
  g_autofree char *lower = g_utf8_strdown (kind, -1);
  gboolean is_other = chn_event_get_term (brief->after, CHN_FIELD_KIND) == 0;
  begin_clause (brief, n_clauses);
  chn_composef (brief->composer, CHN_RUN_PLAIN, "the %s of %s moved to %s", is_other ? "event" : lower, before,
                after);
  return TRUE;
}

static gboolean
put_clause (const Brief *brief, const ChnEventChange *change, guint *n_clauses)
{
  load_pair (brief, change);
  for (guint i = 0; i < change->n_values; i++)
    if (change->values[i].field == CHN_FIELD_VOTE && put_vote_clause (brief, n_clauses))
      return TRUE;
  return change->is_moved && put_move_clause (brief, n_clauses);
}

/* Those that matter to a reader most by themselves, then how many more there are. */
static void
put_clauses (const Brief *brief, guint n_changed, guint *n_clauses)
{
  guint n = 0, told = 0;
  const ChnEventChange *changes = chn_diff_get_events (brief->diff, &n);
  for (guint i = 0; i < n && told < MOST_CLAUSES; i++)
    if (changes[i].kind == CHN_CHANGE_CHANGED && put_clause (brief, &changes[i], n_clauses))
      told++;
  if (told == 0) {
    put_count (brief, n_changed, "changed", n_clauses);
  } else if (n_changed > told) {
    g_autofree char *number = chn_words_dup_number (n_changed - told);
    begin_clause (brief, n_clauses);
    chn_composef (brief->composer, CHN_RUN_PLAIN, "%s more changed", number);
  }
}

/* What was said otherwise of the chronology as a whole. */
static void
put_header (const Brief *brief)
{
  static const char *const told[] = { "title", "summary", "zone", "licence" };
  guint n = 0;
  const ChnValueChange *values = chn_diff_get_header (brief->diff, &n);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < G_N_ELEMENTS (told); k++)
      if (g_strcmp0 (values[i].name, told[k]) == 0) {
        chn_composef (brief->composer, CHN_RUN_PLAIN, "The %s of the chronology was “%s” and is “%s”.",
                      values[i].name, values[i].old_value ? values[i].old_value : "",
                      values[i].new_value ? values[i].new_value : "");
        chn_compose_paragraph (brief->composer, CHN_PARAGRAPH_SUMMARY);
      }
}

static void
put_front (const Brief *brief, const char *since)
{
  guint n_clauses = 0;
  if (since)
    chn_composef (brief->composer, CHN_RUN_PLAIN, "Since %s: ", since);
  else
    chn_compose (brief->composer, CHN_RUN_PLAIN, "Since the last version: ");
  put_count (brief, chn_diff_count (brief->diff, CHN_CHANGE_ADDED), "added", &n_clauses);
  put_count (brief, chn_diff_count (brief->diff, CHN_CHANGE_REMOVED), "taken out", &n_clauses);
  put_clauses (brief, count_told (brief->diff, CHN_CHANGE_CHANGED), &n_clauses);
  chn_compose (brief->composer, CHN_RUN_PLAIN, n_clauses > 0 ? "." : "nothing changed.");
  chn_compose_paragraph (brief->composer, CHN_PARAGRAPH_SENTENCE);
  put_header (brief);
}

/* An event that came, with its sources, or one that went, without. */
static void
put_whole (const Brief *brief, const ChnEventChange *change, const ChnRowGroup *group)
{
  gboolean is_gone = change->kind == CHN_CHANGE_REMOVED;
  ChnProfile profile = brief->profile;
  profile.notes = is_gone ? CHN_NOTES_NONE : profile.notes;
  const ChnEntryContext context = { brief->composer, brief->notes, NULL,
                                    is_gone ? chn_diff_get_old (brief->diff) : chn_diff_get_new (brief->diff),
                                    &profile };
  chn_compose_event (&context, group, is_gone ? change->old_row : change->new_row,
                     is_gone ? brief->before : brief->after);
}

static void
put_changed (const Brief *brief, const ChnEventChange *change)
{
  const ChnTimeline *timeline = chn_diff_get_new (brief->diff);
  const ChnChangeWords words = { chn_diff_get_old (brief->diff), timeline, brief->before, brief->after };
  g_autofree char *day = chn_prose_date (brief->after, G_MININT64);
  chn_compose (brief->composer, CHN_RUN_DAY, day);
  chn_compose (brief->composer, CHN_RUN_COLON, ": ");
  chn_compose (brief->composer, CHN_RUN_TITLE, chn_event_get_text (brief->after, CHN_FIELD_TITLE));
  chn_compose (brief->composer, CHN_RUN_PLAIN, ".");
  chn_compose_paragraph (brief->composer, CHN_PARAGRAPH_SENTENCE);
  for (guint i = 0; i < change->n_values; i++)
    if (chn_words_tell ((ChnField) change->values[i].field))
      chn_words_put (&words, &change->values[i], brief->composer);
  ChnStretch paragraphs = chn_compose_take_paragraphs (brief->composer);
  ChnEntry entry = chn_entry_find_facts (brief->composer, timeline, change->new_row, brief->after);
  entry.paragraphs = paragraphs;
  chn_compose_entry (brief->composer, &entry);
}

static void
put_group (const Brief *brief, ChnChangeKind kind, const char *title)
{
  guint n = 0;
  const ChnEventChange *changes = chn_diff_get_events (brief->diff, &n);
  g_autofree char *heading = g_strdup (title);
  const ChnRowGroup group = { .title = heading, .level = 1 };
  if (count_told (brief->diff, kind) == 0)
    return;
  chn_compose_group (brief->composer, title, 1);
  for (guint i = 0; i < n; i++) {
    if (changes[i].kind != kind || !is_told (&changes[i]))
      continue;
    load_pair (brief, &changes[i]);
    if (kind == CHN_CHANGE_CHANGED)
      put_changed (brief, &changes[i]);
    else
      put_whole (brief, &changes[i], &group);
  }
}

static const char *
dup_title (const Brief *brief)
{
  const ChnTimeline *timeline = chn_diff_get_new (brief->diff);
  const char *title =
      chn_timeline_get_n_origins (timeline) > 0 ? chn_timeline_get_header (timeline, 0, CHN_HEADER_TITLE) : NULL;
  g_autofree char *whole = title ? g_strdup_printf ("What changed: %s", title) : g_strdup ("What changed");
  return chn_composer_copy (brief->composer, whole);
}

/* Each entry is of an event of its own, so that it can be linked to. */
static ChnDocument *
number_entries (ChnDocument *document)
{
  ChnEntry *entries = (ChnEntry *) document->entry;
  for (guint i = 0; i < document->n_entries; i++)
    entries[i].same_as = i;
  document->n_events = document->n_entries;
  return document;
}

static ChnDocument *
make_document (const ChnDiff *diff, const char *since)
{
  g_autoptr (ChnEvent) before = chn_event_new (), after = chn_event_new ();
  Brief brief = { .diff = diff,
                  .composer = chn_composer_new (),
                  .profile = *chn_style_get_profile (CHN_STYLE_BRIEF),
                  .before = before,
                  .after = after };
  g_autoptr (ChnNoteList) notes = chn_note_list_new (chn_diff_get_new (diff), &brief.profile);
  brief.notes = notes;
  ChnDocument whole = { .language = "en",
                        .title = dup_title (&brief),
                        .layout = CHN_LAYOUT_PROSE,
                        .contents_title = "Contents",
                        .notes_title = "Notes",
                        .voices_title = "What sources say" };
  put_group (&brief, CHN_CHANGE_ADDED, "Added");
  put_group (&brief, CHN_CHANGE_REMOVED, "Taken out");
  put_group (&brief, CHN_CHANGE_CHANGED, "Changed");
  put_front (&brief, since);
  whole.front = chn_compose_take_paragraphs (brief.composer);
  chn_note_list_put_all (notes, brief.composer);
  whole.notes = chn_compose_take_paragraphs (brief.composer);
  chn_note_list_put_legend (notes, brief.composer);
  whole.legend = chn_compose_take_paragraphs (brief.composer);
  return number_entries (chn_composer_finish (brief.composer, &whole));
}

gboolean
chn_diff_write_brief (const ChnDiff *diff, const ChnFormat *format, const char *since, ChnSink sink, gpointer data,
                      GError **error)
{
  g_autoptr (ChnDocument) document = make_document (diff, since);
  return chn_format_render_document (format, document, sink, data, error);
}
