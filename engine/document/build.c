/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes a document of rows: its front, its groups of entries, its notes. */
#include "document/build.h"

#include "base/civil.h"
#include "document/entry.h"

static const char *
find_title (const ChnTimeline *timeline, const ChnDocumentFront *front)
{
  const char *title = front->title;
  if (!title && chn_timeline_get_n_origins (timeline) > 0)
    title = chn_timeline_get_header (timeline, 0, CHN_HEADER_TITLE);
  return title ? title : "Chronology";
}

/* "13 of 154 events: 2014; importance 4 or more." */
static void
put_count (ChnComposer *composer, const ChnDocumentFront *front, guint n, guint n_all)
{
  if (n < n_all)
    chn_composef (composer, CHN_RUN_PLAIN, "%u of %u events", n, n_all);
  else
    chn_composef (composer, CHN_RUN_PLAIN, "%u event%s", n, n == 1 ? "" : "s");
  if (front->scope && front->scope[0])
    chn_composef (composer, CHN_RUN_PLAIN, ": %s", front->scope);
  chn_compose (composer, CHN_RUN_PLAIN, ".");
}

/* " Left out: 1 that was cancelled and 6 that were not held." */
static void
put_left_out (ChnComposer *composer, const ChnDocumentFront *front)
{
  const struct {
    guint n;
    const char *what;
  } kinds[] = { { front->n_cancelled, "cancelled" }, { front->n_not_held, "not held" } };
  const char *joint = " Left out: ";
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (kinds[i].n == 0)
      continue;
    chn_composef (composer, CHN_RUN_PLAIN, "%s%u that %s %s", joint, kinds[i].n, kinds[i].n == 1 ? "was" : "were",
                  kinds[i].what);
    joint = " and ";
  }
  chn_compose (composer, CHN_RUN_PLAIN, front->n_cancelled + front->n_not_held > 0 ? "." : "");
}

static void
put_front (ChnComposer *composer, const ChnDocumentFront *front, const ChnTimeline *timeline, guint n_rows,
           gint64 revised)
{
  put_count (composer, front, n_rows, chn_timeline_count_whole (timeline));
  put_left_out (composer, front);
  if (front->as_of)
    chn_composef (composer, CHN_RUN_PLAIN, " As known on %s.", front->as_of);
  if (revised > 0) {
    ChnCivil day = chn_civil_from_seconds (revised);
    g_autoptr (ChnDate) date = chn_date_new_from_day (day.year, day.month, day.day);
    g_autofree char *text = chn_date_dup_humanized (date);
    chn_composef (composer, CHN_RUN_PLAIN, " Last revised: %s.", text);
  }
  chn_compose_paragraph (composer, CHN_PARAGRAPH_SENTENCE);
}

/* Several files may be one timeline: a header, and the events of another format. */
static gboolean
is_one_timeline (const ChnTimeline *timeline)
{
  guint n = chn_timeline_get_n_origins (timeline);
  for (guint i = 1; i < n; i++)
    if (!chn_timeline_is_same_origin (timeline, 0, i))
      return FALSE;
  return n > 0;
}

/* What the timeline says of itself, where the document is all of it and has room. */
static void
put_abstract (ChnComposer *composer, const ChnDocumentFront *front, const ChnTimeline *timeline,
              const ChnProfile *profile, guint n_rows)
{
  gboolean is_whole = chn_timeline_is_whole (timeline, n_rows + front->n_cancelled + front->n_not_held);
  gboolean is_alone = is_one_timeline (timeline) && !front->as_of;
  if (!is_whole || !is_alone || profile->length == CHN_LENGTH_SHORT)
    return;
  const char *summary = chn_timeline_get_header (timeline, 0, CHN_HEADER_SUMMARY);
  g_auto (GStrv) paragraphs = g_strsplit (summary ? summary : "", "\n\n", -1);
  for (guint i = 0; paragraphs[i]; i++) {
    chn_compose (composer, CHN_RUN_PLAIN, g_strstrip (paragraphs[i]));
    chn_compose_paragraph (composer, CHN_PARAGRAPH_SUMMARY);
  }
}

/* Rows between two looks at the clock. */
enum { ROWS_A_LOOK = 64 };

static gboolean
is_cut (const ChnDocumentFront *front, guint n)
{
  return n % ROWS_A_LOOK == 0 && chn_deadline_has_passed (front->deadline);
}

/* The entries of all groups; gives when the last of them was revised. */
static gint64
put_groups (const ChnEntryContext *context, const ChnRows *rows, const ChnDocumentFront *front)
{
  const ChnTimeline *timeline = context->timeline;
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (GPtrArray) groups = chn_rows_group (timeline, rows, context->profile);
  gint64 revised = 0;
  for (guint i = 0; i < groups->len; i++) {
    const ChnRowGroup *group = groups->pdata[i];
    chn_compose_group (context->composer, group->title, group->level);
    for (guint k = 0; k < group->rows->len && !is_cut (front, k); k++) {
      guint row = g_array_index (group->rows, guint, k);
      chn_timeline_load (timeline, row, event);
      gint64 last = chn_compose_event (context, group, row, event);
      revised = MAX (revised, last);
    }
  }
  return revised;
}

/* The form in which desks pass chronologies round. */
static const ChnColumn columns[] = {
  { CHN_PARAGRAPH_DAY, "Date" },         { CHN_PARAGRAPH_SENTENCE, "Event" }, { CHN_PARAGRAPH_FORUM, "Body" },
  { CHN_PARAGRAPH_SYMBOLS, "Document" }, { CHN_PARAGRAPH_VOTE, "Vote" },      { CHN_PARAGRAPH_SOURCES, "Source" },
};

ChnDocument *
chn_document_new (const ChnTimeline *timeline, const ChnRows *rows, const ChnProfile *profile,
                  const ChnDocumentFront *front)
{
  ChnComposer *composer = chn_composer_new ();
  g_autoptr (ChnNoteList) notes = chn_note_list_new (timeline, profile);
  g_autoptr (ChnFacetList) facets = profile->interactive ? chn_facet_list_new (timeline) : NULL;
  const ChnEntryContext context = { composer, notes, facets, timeline, profile };
  const char *title = chn_composer_copy (composer, find_title (timeline, front));
  gboolean is_known = chn_timeline_get_n_origins (timeline) > 0;
  const char *id = is_known ? chn_timeline_get_header (timeline, 0, CHN_HEADER_TIMELINE) : NULL;
  ChnDocument whole = { .language = "en",
                        .id = chn_composer_copy (composer, id),
                        .title = title,
                        .layout = profile->layout,
                        .column = columns,
                        .n_columns = G_N_ELEMENTS (columns),
                        .contents_title = "Contents",
                        .notes_title = "Notes",
                        .notes_at_foot = profile->notes == CHN_NOTES_FOOT,
                        .voices_title = "What sources say" };
  whole.revised = put_groups (&context, rows, front);
  if (facets)
    chn_facet_list_finish (facets, composer, &whole);
  put_front (composer, front, timeline, rows->n, whole.revised);
  put_abstract (composer, front, timeline, profile, rows->n);
  whole.front = chn_compose_take_paragraphs (composer);
  chn_note_list_put_all (notes, composer);
  whole.notes = chn_compose_take_paragraphs (composer);
  chn_note_list_put_legend (notes, composer);
  whole.legend = chn_compose_take_paragraphs (composer);
  return chn_composer_finish (composer, &whole);
}
