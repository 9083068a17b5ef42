/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The Markdown briefing: title, scope, chronology in one of three styles, numbered source notes. */
#include <string.h>

#include "base/civil.h"
#include "date/english.h"
#include "format/dispute.h"
#include "format/format.h"
#include "format/markdown/escape.h"
#include "format/options.h"
#include "format/prose.h"
#include "format/sections.h"

typedef struct {
  char *text;
  const char *url; /* or NULL */
} Note;

typedef struct {
  const ChnWriteJob *job;
  guint row;
  ChnEvent *event;    /* of that row */
  GPtrArray *notes;   /* Note; note n is at n - 1 */
  GHashTable *number; /* Note -> its number */
  char *heading;      /* the last one */
  const char *heading_mark;
} Briefing;

/* A style is how headings, lines and order look; one row each. */
typedef struct {
  void (*put_event) (Briefing *briefing);
  gboolean monthly; /* month headings instead of years */
  gboolean headings;
  gboolean newest_first;
} StyleRow;

static char *
note_text (const ChnTimeline *timeline, const ChnCitation *citation)
{
  const ChnSource *source = chn_timeline_find_source (timeline, citation->source);
  GString *out = g_string_new (NULL);
  g_autofree char *name = source ? chn_prose_source (source) : g_strdup (citation->source);
  g_string_append (out, name);
  if (citation->at)
    g_string_append_printf (out, ", %s", citation->at);
  if (citation->quote)
    g_string_append_printf (out, ": “%s”", citation->quote);
  return g_string_free (out, FALSE);
}

static void
free_note (gpointer note)
{
  g_free (((Note *) note)->text);
  g_free (note);
}

static guint
hash_note (gconstpointer note)
{
  return g_str_hash (((const Note *) note)->text);
}

static gboolean
equal_notes (gconstpointer a, gconstpointer b)
{
  const Note *one = a, *other = b;
  return strcmp (one->text, other->text) == 0 && g_strcmp0 (one->url, other->url) == 0;
}

/* The number of a citation's note; the same source at the same place has one number. */
static guint
find_note (Briefing *briefing, const ChnCitation *citation)
{
  g_autofree char *text = note_text (briefing->job->timeline, citation);
  const ChnSource *source = chn_timeline_find_source (briefing->job->timeline, citation->source);
  Note wanted = { text, source ? source->text[CHN_SOURCE_URL] : NULL };
  gpointer known = g_hash_table_lookup (briefing->number, &wanted);
  if (known)
    return GPOINTER_TO_UINT (known);
  Note *note = g_new (Note, 1);
  *note = (Note){ g_steal_pointer (&text), wanted.url };
  g_ptr_array_add (briefing->notes, note);
  g_hash_table_insert (briefing->number, note, GUINT_TO_POINTER (briefing->notes->len));
  return briefing->notes->len;
}

static void
put_note_marks (Briefing *briefing)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (briefing->event, &n);
  for (guint i = 0; i < n; i++)
    chn_writer_printf (briefing->job->out, "%s\\[%u\\]", i == 0 ? " " : "", find_note (briefing, &citations[i]));
}

/* The sentence with its symbols in parentheses, its status before and its vote behind. */
static void
put_sentence (Briefing *briefing)
{
  ChnWriter *out = briefing->job->out;
  const char *title = chn_event_get_text (briefing->event, CHN_FIELD_TITLE);
  const char *status = chn_prose_status (briefing->event);
  g_autofree char *symbols = chn_prose_symbols (briefing->event);
  g_autofree char *vote = chn_prose_vote (chn_event_get_vote (briefing->event));
  g_autofree char *outcome = chn_prose_outcome (chn_timeline_get_registry (briefing->job->timeline), briefing->event);
  gsize length = strlen (title);
  gboolean stopped = length > 0 && title[length - 1] == '.';
  g_autofree char *plain = g_strndup (title, stopped ? length - 1 : length);
  if (status)
    chn_writer_printf (out, "*%s:* ", status);
  chn_markdown_put (out, plain);
  if (symbols) {
    chn_writer_puts (out, " (");
    chn_markdown_put (out, symbols);
    chn_writer_putc (out, ')');
  }
  if (vote)
    chn_writer_printf (out, ", %s", vote);
  if (outcome) {
    chn_writer_puts (out, vote ? "; " : ", ");
    chn_markdown_put (out, outcome);
  }
  chn_writer_putc (out, '.');
}

static void
put_remark (Briefing *briefing, const char *label, const char *remark, const ChnCitation *citation)
{
  if (!remark)
    return;
  chn_writer_printf (briefing->job->out, " *%s:* ", label);
  chn_markdown_put (briefing->job->out, remark);
  chn_writer_printf (briefing->job->out, " \\[%u\\].", find_note (briefing, citation));
}

static void
put_disputes (Briefing *briefing)
{
  guint n = 0;
  const ChnTimeline *timeline = briefing->job->timeline;
  const ChnCitation *citations = chn_event_get_citations (briefing->event, &n);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < citations[i].n_claims; j++) {
      g_autofree char *dispute = chn_prose_dispute (timeline, briefing->row, briefing->event, i, j);
      g_autofree char *superseded = chn_prose_superseded (timeline, briefing->row, briefing->event, i, j);
      put_remark (briefing, "Sources differ", dispute, &citations[i]);
      put_remark (briefing, "Superseded", superseded, &citations[i]);
    }
}

static void
put_summary (Briefing *briefing)
{
  const char *summary = chn_event_get_text (briefing->event, CHN_FIELD_SUMMARY);
  if (!summary)
    return;
  g_auto (GStrv) paragraphs = g_strsplit (summary, "\n\n", -1);
  for (guint i = 0; paragraphs[i]; i++) {
    chn_writer_puts (briefing->job->out, i == 0 ? " " : "\n\n");
    chn_markdown_put (briefing->job->out, g_strstrip (paragraphs[i]));
  }
}

static void
put_brief (Briefing *briefing)
{
  gint64 year = G_MININT64;
  chn_prose_year (briefing->event, &year);
  g_autofree char *date = chn_prose_date (briefing->event, year);
  chn_writer_puts (briefing->job->out, "**");
  chn_markdown_put (briefing->job->out, date);
  chn_writer_puts (briefing->job->out, "** — ");
  put_sentence (briefing);
  put_summary (briefing);
  put_disputes (briefing);
  put_note_marks (briefing);
  chn_writer_puts (briefing->job->out, "\n\n");
}

static void
put_press (Briefing *briefing)
{
  g_autofree char *date = chn_date_dup_humanized (chn_event_get_date (briefing->event, CHN_FIELD_DATE));
  chn_writer_puts (briefing->job->out, "- ");
  chn_markdown_put (briefing->job->out, date);
  chn_writer_puts (briefing->job->out, ": ");
  put_sentence (briefing);
  put_note_marks (briefing);
  chn_writer_putc (briefing->job->out, '\n');
}

static void
put_scr (Briefing *briefing)
{
  g_autofree char *date = chn_date_dup_humanized (chn_event_get_date (briefing->event, CHN_FIELD_DATE));
  chn_writer_puts (briefing->job->out, "**");
  chn_markdown_put (briefing->job->out, date);
  chn_writer_puts (briefing->job->out, "**: ");
  put_sentence (briefing);
  put_disputes (briefing);
  put_note_marks (briefing);
  chn_writer_puts (briefing->job->out, "\n\n");
}

static const StyleRow styles[] = {
  [CHN_STYLE_BRIEF] = { put_brief, FALSE, TRUE, FALSE },
  [CHN_STYLE_PRESS] = { put_press, FALSE, FALSE, FALSE },
  [CHN_STYLE_SCR] = { put_scr, TRUE, TRUE, TRUE },
};

static char *
dup_heading (const ChnEvent *event, gboolean monthly)
{
  const ChnDateBounds *bounds = chn_event_get_bounds (event);
  if (bounds->earliest == CHN_TIME_MIN)
    return g_strdup ("Without a start");
  ChnCivil start = chn_civil_from_seconds (bounds->earliest);
  g_autofree char *year = chn_prose_year_name (start.year);
  if (monthly && bounds->precision <= CHN_PRECISION_MONTH)
    return g_strdup_printf ("%s %s", chn_english_get_month (start.month), year);
  return g_steal_pointer (&year);
}

static void
put_heading (Briefing *briefing, const StyleRow *style)
{
  g_autofree char *heading = dup_heading (briefing->event, style->monthly);
  if (!style->headings || g_strcmp0 (heading, briefing->heading) == 0)
    return;
  chn_writer_printf (briefing->job->out, "%s %s\n\n", briefing->heading_mark, heading);
  g_free (briefing->heading);
  briefing->heading = g_steal_pointer (&heading);
}

static void
put_front (const ChnWriteJob *job)
{
  const ChnWriteOptions *options = job->options;
  const char *title = options->title;
  if (!title && chn_timeline_get_n_origins (job->timeline) > 0)
    title = chn_timeline_get_header (job->timeline, 0, CHN_HEADER_TITLE);
  chn_writer_puts (job->out, "# ");
  chn_markdown_put (job->out, title ? title : "Chronology");
  chn_writer_printf (job->out, "\n\n*%u event%s", job->rows->n, job->rows->n == 1 ? "" : "s");
  if (options->query && options->query[0]) {
    chn_writer_puts (job->out, "; query: ");
    chn_markdown_put (job->out, options->query);
  }
  if (options->as_of) {
    chn_writer_puts (job->out, "; as known on ");
    chn_markdown_put (job->out, options->as_of);
  }
  chn_writer_puts (job->out, "*\n\n");
}

static void
put_notes (const Briefing *briefing)
{
  ChnWriter *out = briefing->job->out;
  if (briefing->notes->len == 0)
    return;
  chn_writer_puts (out, "\n## Sources\n\n");
  for (guint i = 0; i < briefing->notes->len; i++) {
    const Note *note = briefing->notes->pdata[i];
    chn_writer_printf (out, "%u. ", i + 1);
    chn_markdown_put (out, note->text);
    if (note->url && note->url[0]) {
      chn_writer_puts (out, ", ");
      chn_markdown_put_link (out, note->url);
    }
    chn_writer_puts (out, "\n");
  }
}

/* A section has a heading, and those within it are one level lower. */
static void
put_section (Briefing *briefing, const StyleRow *style, guint start, guint end)
{
  const ChnRows *rows = briefing->job->rows;
  const char *title = chn_sections_get_title (rows, start);
  g_clear_pointer (&briefing->heading, g_free);
  briefing->heading_mark = title ? "###" : "##";
  if (title)
    chn_writer_printf (briefing->job->out, "%s## %s\n\n", start > 0 && !style->headings ? "\n" : "", title);
  for (guint i = start; i < end; i++) {
    briefing->row = rows->row[style->newest_first ? start + end - 1 - i : i];
    chn_timeline_load (briefing->job->timeline, briefing->row, briefing->event);
    put_heading (briefing, style);
    style->put_event (briefing);
  }
}

static gboolean
write_markdown (const ChnWriteJob *job, GError **error)
{
  (void) error;
  const StyleRow *style = &styles[job->options->style];
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (free_note);
  g_autoptr (GHashTable) number = g_hash_table_new (hash_note, equal_notes);
  Briefing briefing = { .job = job, .event = event, .notes = notes, .number = number };
  put_front (job);
  for (guint start = 0; start < job->rows->n; start = chn_sections_find_end (job->rows, start))
    put_section (&briefing, style, start, chn_sections_find_end (job->rows, start));
  put_notes (&briefing);
  g_free (briefing.heading);
  return TRUE;
}

static const char *const extensions[] = { ".md", ".markdown", NULL };

const ChnFormat chn_format_markdown = {
  .name = "md",
  .note = "Markdown briefing: scope, chronology, numbered source notes, disputed points",
  .extensions = extensions,
  .write = write_markdown,
  .has_sections = TRUE,
};
