/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The canonical writer of timeline files: reading what it wrote and writing it again gives the
 * same bytes, and a changed field changes one line.
 *
 * Written are the given rows and no others, the timeline's own actors, forums and terms, and the
 * sources: all of them with all rows, else those that the rows cite and what these correct or are withdrawn by. Rows
 * that come from several files go under the header of the first; the others' headers are named in the report. Files
 * of one timeline have one header.
 */
#include "format/yaml/write.h"

#include <chancery/judge.h>

#include "format/options.h"
#include "format/yaml/keys.h"
#include "format/yaml/read.h"
#include "format/yaml/scalar.h"
#include "format/yaml/terms.h"
#include "timeline/columns.h"
#include "timeline/successors.h"

typedef struct {
  const ChnWriteJob *job;
  const ChnRows *rows; /* those that are written */
  GString *out;
  gboolean whole;       /* all rows are written */
  guint8 *is_written;   /* by row */
  guint8 *is_used;      /* by origin */
  GHashTable *is_cited; /* keys of sources */
  guint origin;         /* whose header is written */
  guint n_outside;
} Writing;

static void
flush (Writing *writing)
{
  chn_writer_put (writing->job->out, writing->out->str, writing->out->len);
  g_string_truncate (writing->out, 0);
}

static const char *
get_header (const Writing *writing, guint origin, ChnHeaderField field)
{
  const ChnTimeline *timeline = writing->job->timeline;
  return origin < chn_timeline_get_n_origins (timeline) ? chn_timeline_get_header (timeline, origin, field) : NULL;
}

static void
note_key (const Writing *writing, GPtrArray *fresh, char *key)
{
  if (g_hash_table_contains (writing->is_cited, key)) {
    g_free (key);
    return;
  }
  g_hash_table_add (writing->is_cited, key);
  g_ptr_array_add (fresh, key);
}

/* With a source goes what withdraws it, and what it corrects or withdraws itself. */
static void
note_source (const Writing *writing, const char *cited)
{
  static const ChnSourceField links[] = { CHN_SOURCE_CORRECTS, CHN_SOURCE_WITHDRAWS };
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();
  note_key (writing, fresh, g_strdup (cited));
  for (guint i = 0; i < fresh->len; i++) {
    const ChnSource *source = chn_timeline_find_source (writing->job->timeline, fresh->pdata[i]);
    const ChnSource *by = chn_timeline_find_withdrawal (writing->job->timeline, fresh->pdata[i]);
    gsize length = 0;
    if (by)
      note_key (writing, fresh, g_strdup (by->text[CHN_SOURCE_KEY]));
    for (guint k = 0; source && k < G_N_ELEMENTS (links); k++)
      for (const char *at = chn_source_next_key (source->text[links[k]], &length); at;
           at = chn_source_next_key (at + length, &length))
        note_key (writing, fresh, g_strndup (at, length));
  }
}

static void
survey (Writing *writing, ChnEvent *event)
{
  const ChnTimeline *timeline = writing->job->timeline;
  const ChnRows *rows = writing->rows;
  writing->origin = rows->n > 0 ? G_MAXUINT : 0;
  for (guint i = 0; i < rows->n; i++) {
    guint origin = chn_timeline_get_origin (timeline, rows->row[i]);
    writing->is_written[rows->row[i]] = TRUE;
    writing->is_used[origin] = TRUE;
    writing->origin = MIN (writing->origin, origin);
    if (writing->whole)
      continue;
    guint n = 0;
    chn_timeline_load (timeline, rows->row[i], event);
    const ChnCitation *citations = chn_event_get_citations (event, &n);
    for (guint k = 0; k < n; k++)
      note_source (writing, citations[k].source);
  }
}

/* A file without a row that is written may have the header and the queries of one that has some. */
static void
survey_headers (Writing *writing)
{
  guint n = chn_timeline_get_n_origins (writing->job->timeline);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n && !writing->is_used[i]; k++)
      writing->is_used[i] = writing->is_used[k] && chn_timeline_is_same_origin (writing->job->timeline, i, k);
  for (guint i = n; i > 0; i--)
    if (writing->is_used[i - 1])
      writing->origin = i - 1;
}

/* Appends a field of the header on a line of its own. */
static void
append_field (Writing *writing, ChnHeaderField field, const char *text)
{
  g_string_append_printf (writing->out, "%s: ", chn_header_field_get_name (field));
  chn_scalar_append (writing->out, text, CHN_SCALAR_TEXT);
  g_string_append_c (writing->out, '\n');
}

static void
write_header (Writing *writing)
{
  for (ChnHeaderField field = 0; field < CHN_HEADER_FILE; field++) {
    const char *text = get_header (writing, writing->origin, field);
    if (!text && field == CHN_HEADER_TIMELINE)
      text = "chronology"; /* events of a format without headers */
    if (!text || !*text)
      continue;
    if (field != CHN_HEADER_SUMMARY) {
      append_field (writing, field, text);
      continue;
    }
    g_string_append_printf (writing->out, "%s:", chn_header_field_get_name (field));
    chn_scalar_append_prose (writing->out, text, 0);
  }
}

/* What the file that it came from said of itself beside that: properties of a calendar, its time zones. */
static void
write_header_extras (Writing *writing)
{
  const ChnTimeline *timeline = writing->job->timeline;
  guint n = 0;
  const ChnExtra *extras = writing->origin < chn_timeline_get_n_origins (timeline)
                               ? chn_timeline_get_header_extras (timeline, writing->origin, &n)
                               : NULL;
  g_string_append (writing->out, n > 0 ? "extra:\n" : "");
  for (guint i = 0; i < n; i++)
    chn_yaml_append_extra (writing->out, 2, extras[i].key, extras[i].value);
}

/* One key stands as it is, several in a list. */
static void
append_keys (GString *out, const char *keys)
{
  gsize length = 0;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  for (const char *at = chn_source_next_key (keys, &length); at; at = chn_source_next_key (at + length, &length))
    g_ptr_array_add (items, g_strndup (at, length));
  if (items->len > 1)
    chn_yaml_append_items (out, (const char *const *) items->pdata, items->len);
  else
    chn_scalar_append (out, items->len > 0 ? items->pdata[0] : keys, CHN_SCALAR_TEXT);
}

void
chn_yaml_append_source (GString *out, const ChnSource *source)
{
  g_string_append (out, "  ");
  chn_scalar_append_key (out, source->text[CHN_SOURCE_KEY], 2);
  gsize start = out->len;
  for (guint field = CHN_SOURCE_KEY + 1; field < CHN_N_SOURCE_FIELDS; field++) {
    gboolean date = field == CHN_SOURCE_DATE || field == CHN_SOURCE_ACCESSED;
    if (!source->text[field])
      continue;
    g_string_append_printf (out, "\n    %s: ", chn_source_field_get_name ((ChnSourceField) field));
    if (field == CHN_SOURCE_CORRECTS || field == CHN_SOURCE_WITHDRAWS)
      append_keys (out, source->text[field]);
    else
      chn_scalar_append (out, source->text[field], date ? CHN_SCALAR_VALUE : CHN_SCALAR_TEXT);
  }
  g_string_append (out, out->len == start ? " {}\n" : "\n");
}

static void
write_sources (Writing *writing)
{
  const ChnTimeline *timeline = writing->job->timeline;
  gboolean begun = FALSE;
  for (guint i = 0; i < chn_timeline_get_n_sources (timeline); i++) {
    const ChnSource *source = chn_timeline_get_source (timeline, i);
    if (!writing->whole && !g_hash_table_contains (writing->is_cited, source->text[CHN_SOURCE_KEY]))
      continue;
    g_string_append (writing->out, begun ? "" : "\nsources:\n");
    chn_yaml_append_source (writing->out, source);
    begun = TRUE;
    flush (writing);
  }
}

/* Saved queries of every file that is used; where two share a name, the first file's. */
static void
write_queries (Writing *writing)
{
  const ChnTimeline *timeline = writing->job->timeline;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint origin = 0; origin < chn_timeline_get_n_origins (timeline); origin++) {
    guint n = 0;
    gboolean used = writing->is_used[origin] || origin == writing->origin;
    const ChnSavedQuery *queries = chn_timeline_get_queries (timeline, origin, &n);
    for (guint i = 0; used && i < n; i++) {
      g_string_append (writing->out, g_hash_table_size (names) == 0 ? "\nqueries:\n" : "");
      if (!g_hash_table_add (names, (gpointer) queries[i].name))
        continue;
      g_string_append (writing->out, "  ");
      chn_scalar_append_key (writing->out, queries[i].name, 2);
      g_string_append_c (writing->out, ' ');
      chn_scalar_append (writing->out, queries[i].text, CHN_SCALAR_TEXT);
      g_string_append_c (writing->out, '\n');
    }
  }
}

/* Feeds likewise. */
static void
write_feeds (Writing *writing)
{
  const ChnTimeline *timeline = writing->job->timeline;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint origin = 0; origin < chn_timeline_get_n_origins (timeline); origin++) {
    guint n = 0;
    gboolean used = writing->is_used[origin] || origin == writing->origin;
    const ChnFeed *feeds = chn_timeline_get_feeds (timeline, origin, &n);
    for (guint i = 0; used && i < n; i++) {
      g_string_append (writing->out, g_hash_table_size (names) == 0 ? "\nfeeds:\n" : "");
      if (g_hash_table_add (names, (gpointer) feeds[i].text[CHN_FEED_NAME]))
        chn_yaml_append_feed (writing->out, &feeds[i]);
    }
  }
}

static gboolean
is_written (const char *id, gpointer data)
{
  const Writing *writing = data;
  guint row = 0;
  return writing->whole || (chn_timeline_find (writing->job->timeline, id, &row) && writing->is_written[row]);
}

/* The zone that an event has from its own file, where the written header says another. */
static const char *
find_zone (const Writing *writing, guint row)
{
  guint origin = chn_timeline_get_origin (writing->job->timeline, row);
  const char *zone = get_header (writing, origin, CHN_HEADER_ZONE);
  return g_strcmp0 (zone, get_header (writing, writing->origin, CHN_HEADER_ZONE)) == 0 ? NULL : zone;
}

static void
write_events (Writing *writing, ChnEvent *event)
{
  const ChnRows *rows = writing->rows;
  g_string_append (writing->out, rows->n > 0 ? "\nevents:\n" : "\nevents: []\n");
  for (guint i = 0; i < rows->n; i++) {
    chn_timeline_load (writing->job->timeline, rows->row[i], event);
    g_string_append (writing->out, i > 0 ? "\n" : "");
    writing->n_outside +=
        chn_yaml_append_event (writing->out, event, find_zone (writing, rows->row[i]), is_written, writing);
    flush (writing);
  }
}

static void
add_note (ChnReport *report, const char *code, char *message, const char *hint)
{
  chn_report_add (report,
                  &(ChnFinding){ .severity = CHN_SEVERITY_NOTE, .code = code, .message = message, .hint = hint });
  g_free (message);
}

static void
report_losses (const Writing *writing)
{
  ChnReport *report = writing->job->report;
  if (writing->n_outside > 0)
    add_note (report, "outside-relations",
              g_strdup_printf ("%u relations point at events that are not written", writing->n_outside),
              "they stand under \"extra\"");
  for (guint origin = writing->origin + 1; origin < chn_timeline_get_n_origins (writing->job->timeline); origin++)
    if (writing->is_used[origin] && chn_timeline_find_same_origin (writing->job->timeline, origin) == origin)
      add_note (report, "merged-header",
                g_strdup_printf ("the events of %s are written under the header of %s",
                                 get_header (writing, origin, CHN_HEADER_FILE),
                                 get_header (writing, writing->origin, CHN_HEADER_FILE)),
                NULL);
}

static void
write_all (Writing *writing)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  survey (writing, event);
  survey_headers (writing);
  write_header (writing);
  write_header_extras (writing);
  chn_yaml_append_names (writing->out, chn_timeline_get_registry (writing->job->timeline));
  chn_yaml_append_terms (writing->out, chn_timeline_get_registry (writing->job->timeline));
  write_sources (writing);
  write_queries (writing);
  write_feeds (writing);
  write_events (writing, event);
  flush (writing);
  report_losses (writing);
}

gboolean
chn_yaml_write (const ChnWriteJob *job, GError **error)
{
  (void) error; /* the writer's errors stick in it */
  guint n_events = chn_timeline_get_n_events (job->timeline);
  g_autoptr (GString) out = g_string_sized_new (4096);
  g_autoptr (GHashTable) is_cited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint8 *written = g_malloc0 (MAX (n_events, 1));
  g_autofree guint8 *used = g_malloc0 (MAX (chn_timeline_get_n_origins (job->timeline), 1));
  const ChnRows none = { 0 };
  Writing writing = { .job = job,
                      .rows = job->options->header ? &none : job->rows,
                      .out = out,
                      .whole = chn_timeline_is_whole (job->timeline, job->rows->n) || job->options->header,
                      .is_written = written,
                      .is_used = used,
                      .is_cited = is_cited };
  write_all (&writing);
  return TRUE;
}

/*
 * What goes along of sources that the events which are written do not bring along: of all there is, for a store, those
 * that no event cites, and those that are linked to another one, which may be read without the events that cite them.
 * Else those of which everybody may know that no event cites; of a part, of linked ones those that go with one in it.
 */
static gboolean
goes_along (const Writing *writing, guint32 code, gboolean all)
{
  guint n = 0;
  const ChnTimeline *timeline = writing->job->timeline;
  const ChnSource *source = chn_timeline_get_source (timeline, code);
  const guint32 *rows = chn_columns_get_rows (chn_timeline_get_columns (timeline), CHN_DICTIONARY_SOURCES, code, &n);
  gboolean is_linked = chn_timeline_is_source_linked (timeline, code), is_written = FALSE;
  if (all)
    return n == 0 || is_linked;
  if (source->text[CHN_SOURCE_VISIBILITY] || source->text[CHN_SOURCE_NOTE_VISIBILITY])
    return FALSE;
  if (!is_linked || writing->whole)
    return n == 0;
  for (guint i = 0; i < n && !is_written; i++)
    is_written = writing->is_written[rows[i]];
  return !is_written && g_hash_table_contains (writing->is_cited, source->text[CHN_SOURCE_KEY]);
}

static void
append_uncited (Writing *writing, gboolean all)
{
  const ChnTimeline *timeline = writing->job->timeline;
  gboolean begun = FALSE;
  chn_timeline_need_indexes (timeline);
  for (guint i = 0; i < chn_timeline_get_n_sources (timeline); i++) {
    if (!goes_along (writing, i, all))
      continue;
    g_string_append (writing->out, begun ? "" : "sources:\n");
    chn_yaml_append_source (writing->out, chn_timeline_get_source (timeline, i));
    begun = TRUE;
  }
}

static void
append_carried (Writing *writing)
{
  static const ChnHeaderField fields[] = { CHN_HEADER_ZONE, CHN_HEADER_DOMAIN, CHN_HEADER_LICENCE };
  const ChnRegistry *registry = chn_timeline_get_registry (writing->job->timeline);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    const char *text = get_header (writing, writing->origin, fields[i]);
    if (text && *text)
      append_field (writing, fields[i], text);
  }
  chn_yaml_append_names (writing->out, registry);
  chn_yaml_append_terms (writing->out, registry);
  append_uncited (writing, FALSE);
  write_queries (writing);
  write_feeds (writing);
}

static gboolean
has_linked_sources (const ChnTimeline *timeline)
{
  for (guint i = 0; i < chn_timeline_get_n_sources (timeline); i++)
    if (chn_timeline_is_source_linked (timeline, i))
      return TRUE;
  return FALSE;
}

typedef void (*AppendFunc) (Writing *writing);

/* What is said of the whole timeline, by one of the functions above. */
static void
append_by (GString *out, const ChnWriteJob *job, gboolean whole, AppendFunc append)
{
  g_autoptr (GHashTable) is_cited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint8 *written = g_malloc0 (MAX (chn_timeline_get_n_events (job->timeline), 1));
  g_autofree guint8 *used = g_malloc0 (MAX (chn_timeline_get_n_origins (job->timeline), 1));
  Writing writing = { .job = job,
                      .rows = job->rows,
                      .out = out,
                      .whole = whole || !has_linked_sources (job->timeline),
                      .is_written = written,
                      .is_used = used,
                      .is_cited = is_cited };
  g_autoptr (ChnEvent) event = chn_event_new ();
  survey (&writing, event);
  survey_headers (&writing);
  append (&writing);
  report_losses (&writing);
}

/* With the id, where anything else is said. */
static void
append_carried_and_id (Writing *writing)
{
  append_carried (writing);
  const char *id = get_header (writing, writing->origin, CHN_HEADER_TIMELINE);
  if (writing->out->len > 0 && id && *id)
    append_field (writing, CHN_HEADER_TIMELINE, id);
}

void
chn_yaml_append_carried (GString *out, const ChnWriteJob *job)
{
  guint n = job->rows->n + job->options->n_cancelled + job->options->n_not_held;
  append_by (out, job, chn_timeline_is_whole (job->timeline, n), append_carried_and_id);
}

static void
append_head (Writing *writing)
{
  const ChnRegistry *registry = chn_timeline_get_registry (writing->job->timeline);
  write_header (writing);
  write_header_extras (writing);
  chn_yaml_append_names (writing->out, registry);
  chn_yaml_append_terms (writing->out, registry);
  append_uncited (writing, TRUE);
  write_queries (writing);
  write_feeds (writing);
  g_string_append (writing->out, "\nevents: []\n");
}

void
chn_yaml_append_head (GString *out, const ChnWriteJob *job)
{
  append_by (out, job, TRUE, append_head);
}
