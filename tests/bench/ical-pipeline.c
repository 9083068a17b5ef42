/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The work of a calendar tool: read a file, keep one category and a range of dates, sort, write.
 *
 *   ical-pipeline generate N FILE    a seeded foreign calendar
 *   ical-pipeline libical FILE OUT   that work by libical
 *   ical-pipeline engine FILE OUT    that work by the engine
 *   ical-pipeline scan FILE          the floor: unfold and split lines, nothing else
 *   ical-pipeline read FILE          the engine reads only
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "synthetic.h"

static const char *const categories[] = { "Resolution", "Meeting", "Report", "Statement" };

static int
generate (guint n, const char *path)
{
  guint32 state = 20140217;
  g_autoptr (GString) text = g_string_new (NULL);
  FILE *out = fopen (path, "w");
  fputs ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\nX-WR-CALNAME:Synthetic\r\n", out);
  for (guint i = 0; i < n; i++) {
    guint year = 1990 + bench_next (&state, 36), month = 1 + bench_next (&state, 12),
          day = 1 + bench_next (&state, 27);
    fprintf (out, "BEGIN:VEVENT\r\nUID:event-%u@bench.example\r\nDTSTAMP:20200101T000000Z\r\n", i);
    fprintf (out, "DTSTART;VALUE=DATE:%04u%02u%02u\r\nDTEND;VALUE=DATE:%04u%02u%02u\r\n", year, month, day, year,
             month, day + 1);
    bench_sentence (text, &state, 6);
    g_string_replace (text, ",", "\\,", 0);
    fprintf (out, "SUMMARY:%s\r\nDESCRIPTION:", text->str);
    for (guint k = 0; k < 6; k++) {
      bench_sentence (text, &state, 5);
      g_string_replace (text, ",", "\\,", 0);
      fprintf (out, "%s%s", k > 0 ? "\r\n  " : "", text->str);
    }
    fprintf (
        out,
        "\r\nCATEGORIES:%s\r\nLOCATION:New York\r\nSTATUS:CONFIRMED\r\nURL:https://example.org/%u\r\nEND:VEVENT\r\n",
        categories[bench_next (&state, 4)], i);
  }
  fputs ("END:VCALENDAR\r\n", out);
  return fclose (out);
}

static int
compare_starts (const void *a, const void *b)
{
  return icaltime_compare (icalcomponent_get_dtstart (*(icalcomponent *const *) a),
                           icalcomponent_get_dtstart (*(icalcomponent *const *) b));
}

static gboolean
is_wanted (icalcomponent *event)
{
  int year = icalcomponent_get_dtstart (event).year;
  for (icalproperty *found = icalcomponent_get_first_property (event, ICAL_CATEGORIES_PROPERTY); found;
       found = icalcomponent_get_next_property (event, ICAL_CATEGORIES_PROPERTY))
    if (strcmp (icalproperty_get_categories (found), "Meeting") == 0)
      return year >= 2000 && year <= 2015;
  return FALSE;
}

static char *
next_line (char *buffer, size_t size, void *file)
{
  return fgets (buffer, (int) size, file);
}

static int
run_libical (const char *path, const char *out_path)
{
  FILE *in = fopen (path, "r"), *out = fopen (out_path, "w");
  icalparser *parser = icalparser_new ();
  icalparser_set_gen_data (parser, in);
  icalcomponent *calendar = icalparser_parse (parser, next_line);
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    if (is_wanted (event))
      g_ptr_array_add (events, event);
  qsort (events->pdata, events->len, sizeof (gpointer), compare_starts);
  fputs ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", out);
  for (guint i = 0; i < events->len; i++) {
    char *text = icalcomponent_as_ical_string_r (events->pdata[i]);
    fputs (text, out);
    free (text);
  }
  fputs ("END:VCALENDAR\r\n", out);
  fclose (in);
  icalcomponent_free (calendar);
  icalparser_free (parser);
  return fclose (out);
}

static ChnTimeline *
read_timeline (const char *path)
{
  g_autoptr (ChnRegistry) registry = bench_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GError) error = NULL;
  ChnLimits limits = *chn_limits_get_default ();
  limits.value[CHN_LIMIT_EVENTS] = G_MAXUINT32;
  limits.value[CHN_LIMIT_FILE] = G_MAXUINT32;
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, &limits);
  if (!chn_read_file (path, NULL, builder, &error))
    g_error ("%s", error->message);
  ChnTimeline *timeline = chn_timeline_builder_seal (builder, &error);
  if (!timeline)
    g_error ("%s", error->message);
  return timeline;
}

/* Rows come sorted from the timeline. */
static int
run_engine (const char *path, const char *out_path)
{
  g_autoptr (ChnTimeline) timeline = read_timeline (path);
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnQuery) query = chn_query_parse ("kind:meeting date:2000..2015", NULL, &error);
  g_autoptr (ChnBoundQuery) bound = query ? chn_query_bind (query, timeline, NULL, &error) : NULL;
  g_auto (ChnRows) rows = { 0 };
  if (!bound)
    g_error ("%s", error->message);
  chn_bound_query_run (bound, TRUE, &rows);
  chn_write_options_set (options, "no-payload", NULL, NULL);
  if (!chn_write_file (out_path, chn_format_find ("ics", NULL), timeline, &rows, options, NULL, &error))
    g_error ("%s", error->message);
  return 0;
}

static int
run_scan (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length = 0, n = 0, total = 0;
  g_file_get_contents (path, &bytes, &length, NULL);
  char *line = g_malloc (65536);
  for (const char *at = bytes, *end = bytes + length; at < end; n++) {
    gsize used = 0;
    do {
      const char *stop = memchr (at, '\n', (gsize) (end - at));
      stop = stop ? stop : end;
      const char *from = used > 0 ? at + 1 : at;
      gsize piece = (gsize) (stop - from) - (stop > from && stop[-1] == '\r');
      memcpy (line + used, from, MIN (piece, 65535 - used));
      used += MIN (piece, 65535 - used);
      at = stop + 1;
    } while (at < end && *at == ' ');
    const char *colon = memchr (line, ':', used);
    total += colon ? (gsize) (colon - line) : 0;
  }
  g_free (line);
  return n > 0 && total > 0 ? 0 : 1;
}

int
main (int argc, char **argv)
{
  const char *mode = argc > 2 ? argv[1] : "";
  if (argc == 4 && strcmp (mode, "generate") == 0)
    return generate ((guint) atoi (argv[2]), argv[3]);
  if (argc == 4 && strcmp (mode, "libical") == 0)
    return run_libical (argv[2], argv[3]);
  if (argc == 4 && strcmp (mode, "engine") == 0)
    return run_engine (argv[2], argv[3]);
  if (argc == 3 && strcmp (mode, "scan") == 0)
    return run_scan (argv[2]);
  if (argc != 3 || strcmp (mode, "read") != 0)
    return 2;
  g_autoptr (ChnTimeline) timeline = read_timeline (argv[2]);
  return timeline ? 0 : 1;
}
