/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The iCalendar reader (RFC 5545, 3.4 and 3.6): one pass over the lines of a file.
 *
 *   file      = *( "BEGIN:VCALENDAR" *( property / component ) "END:VCALENDAR" )
 *   component = "BEGIN:" name *( property / component ) "END:" name
 *
 * Of the components, VEVENT becomes an event; every other is kept as it stands. A fault costs what is faulty: a line
 * of which nothing can be made is left out, a component that does not end ends where it must have, and both are said.
 */
#include "format/ical/read.h"

#include <string.h>

#include "base/report.h"
#include "base/utf8.h"
#include "format/encoding.h"
#include "format/ical/charset.h"
#include "format/ical/nesting.h"
#include "format/ical/read-event.h"
#include "format/ical/read-header.h"
#include "format/ical/read-payload.h"
#include "timeline/builder.h"

enum { USUAL_EVENT = 512 }; /* bytes of a file for each of its events, about */

/* What calendars hold beside events (RFC 5545, 3.6), and other programs show. */
static const struct {
  const char *name;
  const char *one, *several;
} shown_elsewhere[] = {
  { "VTODO", "to-do", "to-dos" },
  { "VJOURNAL", "journal entry", "journal entries" },
  { "VFREEBUSY", "list of free and busy times", "lists of free and busy times" },
};

typedef struct {
  ChnIcalReader *reader;
  ChnIcalPayloads *payloads;
  ChnIcalNesting nesting;
  guint event;      /* depth of the VEVENT, or 0 */
  guint part;       /* depth of the component that is kept as it stands, or 0 */
  GString *content; /* of that component */
  guint n_lines;    /* of it */
  gboolean cut;     /* it was too large */
  gboolean any;     /* some calendar was found */
  guint n_events;
  guint n_kept[G_N_ELEMENTS (shown_elsewhere)]; /* components of the calendar that are kept, and not shown */
} Walk;

static void
fault (Walk *walk, const ChnScanLine *line, ChnError code, const char *hint, const char *message)
{
  g_autoptr (GError) error = NULL;
  chn_error_set (&error, code, hint, "%s", message);
  chn_ical_fault_at (walk->reader, line->line, 1, error);
}

/* What is wrong with the file and spoils nothing. */
static void
warn (Walk *walk, guint line, const char *message)
{
  chn_ical_remark (walk->reader, CHN_SEVERITY_WARNING, "structure", line, NULL, "%s", message);
}

static void
add_line (Walk *walk, const ChnScanLine *line, ChnIcalName name)
{
  ChnIcalReader *reader = walk->reader;
  if (name == CHN_ICAL_UID)
    chn_ical_uids_prefetch (reader->uids, &line->value);
  if (reader->n_properties++ < CHN_ICAL_MOST_PROPERTIES)
    chn_ical_lines_add (&reader->lines, name, line, chn_scanner_keeps (reader->scanner, line));
  else if (reader->n_properties == CHN_ICAL_MOST_PROPERTIES + 1)
    fault (walk, line, CHN_ERROR_LIMIT, NULL, "more than 10000 properties in one component");
}

/* A line of a component that is kept as it stands. */
static void
add_content (Walk *walk, const ChnScanLine *line, const char *text, gsize length)
{
  guint64 most = walk->reader->limits->value[CHN_LIMIT_FILE];
  if (walk->cut)
    return;
  if (walk->content->len + length + 1 > most || ++walk->n_lines > CHN_ICAL_MOST_PROPERTIES) {
    walk->cut = TRUE;
    fault (walk, line, CHN_ERROR_LIMIT, NULL, "a component with more than can be kept");
    return;
  }
  if (walk->content->len > 0)
    g_string_append_c (walk->content, '\n');
  g_string_append_len (walk->content, text, (gssize) length);
}

/* What begins or ends within it, by the name of its level. */
static void
add_mark (Walk *walk, const ChnScanLine *line, const char *mark)
{
  char text[CHN_ICAL_LONGEST_NAME + 8];
  g_snprintf (text, sizeof text, "%s:%s", mark, walk->nesting.level[walk->nesting.depth - 1].name);
  add_content (walk, line, text, strlen (text));
}

static void
begin_event (Walk *walk, guint line)
{
  ChnIcalReader *reader = walk->reader;
  walk->event = walk->nesting.depth;
  chn_ical_lines_reset (&reader->lines);
  g_ptr_array_set_size (reader->parts, 0);
  g_array_set_size (reader->pending, 0);
  chn_event_clear (reader->event);
  reader->n_properties = 0;
  reader->line = line;
}

/* What has left a calendar of ours, and stays so that other programs learn of it, is no event, nor an edit of one. */
static gboolean
is_tombstone (const ChnIcalReader *reader)
{
  const ChnIcalLine *status = chn_ical_lines_first (&reader->lines, CHN_ICAL_STATUS);
  if (!chn_ical_lines_first (&reader->lines, CHN_ICAL_GONE) || !status)
    return FALSE;
  const ChnSlice value = chn_slice_trim (status->value);
  return chn_slice_is_name (&value, "CANCELLED");
}

static void
end_event (Walk *walk)
{
  ChnIcalReader *reader = walk->reader;
  const ChnIcalLine *uid = chn_ical_lines_first (&reader->lines, CHN_ICAL_UID);
  reader->uid = uid ? chn_slice_trim (uid->value) : (ChnSlice){ NULL, 0 };
  reader->dropped = CHN_ICAL_BIT (CHN_ICAL_GONE);
  for (guint i = 0; i < reader->pending->len; i++)
    chn_ical_report_pending (reader, &g_array_index (reader->pending, ChnIcalPending, i));
  if (!is_tombstone (reader) && !chn_ical_payloads_take (walk->payloads, reader))
    chn_ical_read_event (reader);
  reader->uid.length = 0;
  walk->event = 0;
  walk->n_events++;
}

/* Those of the calendar itself are counted. */
static void
count_part (Walk *walk)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown_elsewhere) && walk->event == 0; i++)
    walk->n_kept[i] += strcmp (walk->nesting.level[walk->part - 1].name, shown_elsewhere[i].name) == 0;
}

static void
end_part (Walk *walk)
{
  ChnIcalReader *reader = walk->reader;
  char *key = g_strconcat ("BEGIN:", walk->nesting.level[walk->part - 1].name, NULL);
  count_part (walk);
  walk->part = 0;
  if (walk->event > 0 && !walk->cut) {
    g_ptr_array_add (reader->parts, key);
    g_ptr_array_add (reader->parts, g_strdup (walk->content->str));
    return;
  }
  if (!walk->cut)
    chn_timeline_builder_add_header_extra (reader->builder, key, walk->content->str);
  g_free (key);
}

static void
open_level (Walk *walk, const ChnIcalLevel *level)
{
  if (walk->part > 0)
    return;
  gboolean is_event = walk->event == 0 && strcmp (level->name, "VEVENT") == 0;
  gboolean is_calendar = walk->event == 0 && strcmp (level->name, "VCALENDAR") == 0;
  walk->any = walk->any || is_event || is_calendar;
  if (walk->event == 0)
    chn_scanner_leave (walk->reader->scanner);
  if (is_event)
    begin_event (walk, level->line);
  if (is_event || is_calendar)
    return;
  walk->part = walk->nesting.depth;
  walk->n_lines = 0;
  walk->cut = FALSE;
  g_string_truncate (walk->content, 0);
}

static void
close_level (Walk *walk, const ChnScanLine *line)
{
  if (walk->nesting.depth == walk->part)
    end_part (walk);
  else if (walk->part > 0)
    add_mark (walk, line, "END");
  else if (walk->nesting.depth == walk->event)
    end_event (walk);
  walk->nesting.depth--;
}

static void
close_levels (Walk *walk, guint level, const ChnScanLine *line)
{
  while (level > 0 && walk->nesting.depth >= level)
    close_level (walk, line);
}

/* Where the beginning of one is missing the end of another, that other ends. */
static void
close_unended (Walk *walk, const ChnIcalLevel *next, const ChnScanLine *line)
{
  const guint level = chn_ical_nesting_find_unended (&walk->nesting, next->name);
  if (level == 0)
    return;
  const ChnIcalLevel *open = &walk->nesting.level[level - 1];
  g_autofree char *message = g_strdup_printf ("BEGIN:%s, expected END:%s for the BEGIN of line %u; it ends here",
                                              next->name, open->name, open->line);
  warn (walk, line->line, message);
  close_levels (walk, level, line);
}

static void
begin (Walk *walk, const ChnScanLine *line)
{
  ChnIcalLevel level;
  chn_ical_level_init (&level, line);
  if (walk->nesting.depth < CHN_ICAL_MOST_DEPTH)
    close_unended (walk, &level, line);
  if (walk->nesting.depth++ >= CHN_ICAL_MOST_DEPTH) {
    if (walk->nesting.depth == CHN_ICAL_MOST_DEPTH + 1)
      fault (walk, line, CHN_ERROR_LIMIT, NULL, "components lie more than 16 deep in each other");
    return;
  }
  walk->nesting.level[walk->nesting.depth - 1] = level;
  if (walk->part > 0)
    add_mark (walk, line, "BEGIN");
  open_level (walk, &walk->nesting.level[walk->nesting.depth - 1]);
}

static void
end (Walk *walk, const ChnScanLine *line)
{
  ChnSlice name = chn_slice_trim (line->value);
  if (walk->nesting.depth > CHN_ICAL_MOST_DEPTH) {
    walk->nesting.depth--;
    return;
  }
  guint level = chn_ical_nesting_find_closed (&walk->nesting, &name);
  if (level == 0 || level != walk->nesting.depth || chn_ical_nesting_find (&walk->nesting, &name) == 0) {
    g_autofree char *message =
        walk->nesting.depth == 0
            ? g_strdup_printf ("END:%.*s closes nothing", chn_slice_show (&name), name.text)
            : g_strdup_printf ("END:%.*s, expected END:%s for the BEGIN of line %u", chn_slice_show (&name),
                               name.text, walk->nesting.level[walk->nesting.depth - 1].name,
                               walk->nesting.level[walk->nesting.depth - 1].line);
    warn (walk, line->line, message);
  }
  close_levels (walk, level, line);
}

static void
take_property (Walk *walk, const ChnScanLine *line, ChnIcalName name)
{
  if (walk->nesting.depth > CHN_ICAL_MOST_DEPTH)
    return;
  if (walk->part > 0)
    add_content (walk, line, line->content.text, line->content.length);
  else if (walk->event > 0)
    add_line (walk, line, name);
  else if (walk->nesting.depth > 0)
    chn_ical_read_header (walk->reader, line, name);
  else
    warn (walk, line->line, "a line outside of every calendar is left out");
}

/* What was mended or left out is said with the UID of its event, which may come later. */
static void
say (Walk *walk, const ChnScanLine *line, gsize offset, const char *code, char *message)
{
  ChnIcalReader *reader = walk->reader;
  guint column = 1 + (guint) chn_utf8_count (line->content.text, MIN (offset, line->content.length));
  ChnIcalPending pending = { line->line, column, code, message };
  if (walk->event > 0 && reader->pending->len < CHN_ICAL_MOST_PROPERTIES) {
    g_array_append_val (reader->pending, pending);
    return;
  }
  chn_ical_report_pending (reader, &pending);
  g_free (message);
}

static void
say_mended (Walk *walk, const ChnScanLine *line)
{
  say (
      walk, line, line->mended_at, "mended",
      g_strdup_printf ("%s; it is taken as %.*s", line->mended, chn_slice_show (&line->content), line->content.text));
}

static void
take_line (Walk *walk, const ChnScanLine *line)
{
  ChnIcalName name = chn_ical_name_find (line->name.text, line->name.length);
  if (G_UNLIKELY (line->mended))
    say_mended (walk, line);
  if (name == CHN_ICAL_BEGIN)
    begin (walk, line);
  else if (name == CHN_ICAL_END)
    end (walk, line);
  else
    take_property (walk, line, name);
}

/* A line of which nothing can be made. */
static void
take_fault (Walk *walk, const ChnScanLine *line, const GError *error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize offset = 0;
  chn_error_get_place (error, &offset, NULL);
  chn_charset_append_line (text, &line->content);
  const ChnSlice shown = { text->str, text->len };
  say (walk, line, offset, "left-out",
       g_strdup_printf ("%s; \"%.*s\" is left out", error->message, chn_slice_show (&shown), shown.text));
}

static void
say_number (GString *text, guint n, const char *one, const char *several)
{
  if (n > 0)
    g_string_append_printf (text, "%s%u %s", text->len > 0 ? ", " : "", n, n == 1 ? one : several);
}

/* Whoever looks for what the file holds and finds nothing is told where it is. */
static void
say_kept (Walk *walk)
{
  g_autoptr (GString) kept = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shown_elsewhere); i++)
    say_number (kept, walk->n_kept[i], shown_elsewhere[i].one, shown_elsewhere[i].several);
  if (kept->len == 0)
    return;
  if (walk->n_events == 0)
    chn_ical_remark (walk->reader, CHN_SEVERITY_WARNING, "kept", 1, NULL, "0 events; %s kept, not shown", kept->str);
  else
    chn_ical_remark (walk->reader, CHN_SEVERITY_NOTE, "kept", 1, NULL, "%s kept, not shown", kept->str);
}

/* What a file that breaks off leaves open is closed; where that is more than the calendar, something is missing. */
static void
finish (Walk *walk, guint last_line)
{
  ChnScanLine line = { .line = last_line };
  if (!walk->any) {
    fault (walk, &line, CHN_ERROR_SYNTAX, "a calendar begins with BEGIN:VCALENDAR", "the file holds no calendar");
    return;
  }
  if (walk->nesting.depth > 0) {
    const ChnIcalLevel *open = &walk->nesting.level[MIN (walk->nesting.depth, CHN_ICAL_MOST_DEPTH) - 1];
    g_autofree char *message =
        g_strdup_printf ("the file ends where END:%s is expected for the BEGIN of line %u", open->name, open->line);
    if (walk->nesting.depth == 1 && walk->event == 0 && walk->part == 0)
      warn (walk, last_line, message);
    else
      fault (walk, &line, CHN_ERROR_SYNTAX, "the file may have been cut off", message);
    walk->nesting.depth = MIN (walk->nesting.depth, CHN_ICAL_MOST_DEPTH);
    close_levels (walk, 1, &line);
  }
  say_kept (walk);
}

static void
walk_lines (Walk *walk)
{
  ChnIcalReader *reader = walk->reader;
  ChnScanLine line = { .line = 1 };
  for (;;) {
    g_autoptr (GError) error = NULL;
    ChnScanResult result = chn_scanner_next (reader->scanner, &line, &error);
    if (result == CHN_SCAN_END)
      break;
    if (result == CHN_SCAN_LINE)
      take_line (walk, &line);
    else
      take_fault (walk, &line, error);
  }
  finish (walk, line.line);
}

static void
walk_file (ChnIcalReader *reader, ChnIcalPayloads *payloads)
{
  Walk walk = { .reader = reader, .payloads = payloads, .content = g_string_new (NULL) };
  ChnScanLine start = { .line = 1 };
  /* Some programs of Windows save text so; a fault for each of its lines would tell nobody. */
  if (reader->job->is_utf_16)
    fault (&walk, &start, CHN_ERROR_SYNTAX, "save it as UTF-8 text", "the file is UTF-16 text");
  else
    walk_lines (&walk);
  g_string_free (walk.content, TRUE);
}

static void
report_zone_fault (guint line, const GError *error, gpointer data)
{
  chn_ical_remark (data, CHN_SEVERITY_WARNING, "unknown-zone", line, chn_error_get_hint (error), "%s",
                   error->message);
}

static void
clear_pending (gpointer data)
{
  g_free (((ChnIcalPending *) data)->message);
}

static void
open_reader (ChnIcalReader *reader, const ChnWriteOptions *options)
{
  const ChnReadJob *job = reader->job;
  reader->builder = job->builder;
  reader->report = chn_timeline_builder_get_report (job->builder);
  reader->limits = chn_timeline_builder_get_limits (job->builder);
  reader->event = chn_event_new ();
  reader->text = g_string_new (NULL);
  reader->key = g_string_new (NULL);
  reader->parts = g_ptr_array_new_with_free_func (g_free);
  reader->pending = g_array_new (FALSE, FALSE, sizeof (ChnIcalPending));
  g_array_set_clear_func (reader->pending, clear_pending);
  reader->warned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  chn_ical_lines_init (&reader->lines);
  reader->scanner = chn_scanner_new_on (job->window, reader->limits);
  reader->writer = chn_ical_writer_new (options, chn_timeline_builder_get_registry (job->builder));
  chn_line_init_func (&reader->writer->line, NULL, NULL);
  reader->zones = chn_file_zones_new (job->window, reader->writer->zones, reader->limits, report_zone_fault, reader);
  reader->uids = chn_ical_uids_new ((gsize) (job->window->end - job->window->start) / USUAL_EVENT);
  reader->other_ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  reader->categories = chn_categories_new (chn_timeline_builder_get_registry (job->builder), job->builder);
  reader->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reader->sources = g_array_new (FALSE, FALSE, sizeof (ChnSource));
}

static void
close_reader (ChnIcalReader *reader)
{
  chn_ical_writer_free (reader->writer);
  g_array_unref (reader->sources);
  g_hash_table_unref (reader->people);
  chn_categories_free (reader->categories);
  chn_ical_uids_free (reader->uids);
  g_hash_table_unref (reader->other_ids);
  chn_ical_copies_free (reader->copies);
  chn_file_zones_free (reader->zones);
  chn_scanner_free (reader->scanner);
  chn_ical_lines_clear (&reader->lines);
  g_hash_table_unref (reader->warned);
  g_array_unref (reader->pending);
  g_ptr_array_unref (reader->parts);
  g_string_free (reader->key, TRUE);
  g_string_free (reader->text, TRUE);
  chn_event_free (reader->event);
  g_free (reader->title);
  g_free (reader->timeline);
}

gboolean
chn_ical_read (const ChnReadJob *job, GError **error)
{
  (void) error; /* every fault has a place, and is in the report */
  ChnIcalReader reader = { .job = job };
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  options->no_payload = TRUE;
  open_reader (&reader, options);
  ChnIcalPayloads *payloads = chn_ical_payloads_new (&reader);
  chn_timeline_builder_set_distinct_uids (job->builder, TRUE);
  walk_file (&reader, payloads);
  chn_timeline_builder_set_distinct_uids (job->builder, FALSE);
  chn_ical_payloads_free (payloads);
  close_reader (&reader);
  return TRUE;
}
