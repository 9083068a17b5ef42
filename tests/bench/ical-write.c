/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Writing iCalendar: the engine against a bare writer of the same bytes and against libical, in one
 * process. usage: ical-write [EVENTS [engine [OPTION]]]; with a second argument the engine writes five times, to be
 * profiled, with a third with that option
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "synthetic.h"

/* A content line before escaping and folding. */
typedef struct {
  const char *name; /* with parameters */
  const char *value;
  gboolean is_text;
} Line;

static gboolean
collect (const char *bytes, gsize length, gpointer data, GError **error)
{
  (void) error;
  g_string_append_len (data, bytes, (gssize) length);
  return TRUE;
}

static gboolean
discard (const char *bytes, gsize length, gpointer data, GError **error)
{
  (void) bytes, (void) error;
  *(gsize *) data += length;
  return TRUE;
}

static void
write_engine (const ChnTimeline *timeline, const char *option, ChnSink sink, gpointer data)
{
  g_auto (ChnRows) rows = { 0 };
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  chn_rows_all (timeline, &rows);
  if (option)
    chn_write_options_set (options, option, NULL, NULL);
  if (!chn_format_write (chn_format_find ("ics", NULL), timeline, &rows, options, NULL, sink, data, NULL))
    g_error ("the engine fails");
}

static void
unfold (char *bytes)
{
  char *to = bytes;
  for (const char *at = bytes; *at; at++)
    if (at[0] == '\r' && at[1] == '\n' && at[2] == ' ')
      at += 2;
    else
      *to++ = *at;
  *to = '\0';
}

/* Unescapes in place; the end of the line. */
static char *
take_value (Line *line, char *at)
{
  char *to = at;
  line->value = to;
  line->is_text = strstr ("SUMMARY DESCRIPTION CATEGORIES LOCATION", line->name) != NULL;
  for (; *at != '\r'; at++) {
    gboolean escaped = line->is_text && *at == '\\';
    at += escaped;
    *to++ = escaped && *at == 'n' ? '\n' : *at;
  }
  *to = '\0';
  return at;
}

static GArray *
take_apart (char *bytes)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  unfold (bytes);
  for (char *at = bytes; *at;) {
    Line line = { .name = at };
    char *colon = strchr (at, ':');
    *colon = '\0';
    at = take_value (&line, colon + 1) + 2;
    g_array_append_val (lines, line);
  }
  return lines;
}

typedef struct {
  char buffer[65536];
  gsize used, column, total;
} Bare;

static inline void
bare_byte (Bare *bare, char byte)
{
  if (bare->used == sizeof bare->buffer) {
    bare->total += bare->used;
    bare->used = 0;
  }
  bare->buffer[bare->used++] = byte;
}

/* A plain loop over the bytes, such as anyone would write. */
static inline void
bare_fold (Bare *bare, char byte)
{
  gboolean begins = ((guchar) byte & 0xC0) != 0x80;
  gsize room = (guchar) byte < 0x80 ? 1 : (guchar) byte < 0xE0 ? 2 : (guchar) byte < 0xF0 ? 3 : 4;
  if (begins && bare->column + room > 75) {
    bare_byte (bare, '\r');
    bare_byte (bare, '\n');
    bare_byte (bare, ' ');
    bare->column = 1;
  }
  bare_byte (bare, byte);
  bare->column++;
}

static void
bare_line (Bare *bare, const Line *line)
{
  bare->column = 0;
  for (const char *at = line->name; *at; at++)
    bare_fold (bare, *at);
  bare_fold (bare, ':');
  for (const char *at = line->value; *at; at++) {
    if (line->is_text && (*at == ',' || *at == ';' || *at == '\\' || *at == '\n'))
      bare_fold (bare, '\\');
    bare_fold (bare, line->is_text && *at == '\n' ? 'n' : *at);
  }
  bare_byte (bare, '\r');
  bare_byte (bare, '\n');
}

static gsize
write_bare (const GArray *lines)
{
  static Bare bare;
  memset (&bare, 0, sizeof bare);
  for (guint i = 0; i < lines->len; i++)
    bare_line (&bare, &g_array_index (lines, Line, i));
  return bare.total + bare.used;
}

static icalproperty *
new_property (const Line *line)
{
  if (strcmp (line->name, "SUMMARY") == 0)
    return icalproperty_new_summary (line->value);
  if (strcmp (line->name, "DESCRIPTION") == 0)
    return icalproperty_new_description (line->value);
  if (strcmp (line->name, "UID") == 0)
    return icalproperty_new_uid (line->value);
  if (strcmp (line->name, "CATEGORIES") == 0)
    return icalproperty_new_categories (line->value);
  if (strcmp (line->name, "DTSTAMP") == 0)
    return icalproperty_new_dtstamp (icaltime_from_string (line->value));
  if (strncmp (line->name, "DTSTART", 7) == 0)
    return icalproperty_new_dtstart (icaltime_from_string (line->value));
  if (strncmp (line->name, "DTEND", 5) == 0)
    return icalproperty_new_dtend (icaltime_from_string (line->value));
  if (strcmp (line->name, "URL") == 0)
    return icalproperty_new_url (line->value);
  if (strcmp (line->name, "STATUS") == 0)
    return icalproperty_new_status (ICAL_STATUS_CONFIRMED);
  icalproperty *property = icalproperty_new_x (line->value);
  icalproperty_set_x_name (property, line->name);
  return property;
}

static gsize
write_libical (const GArray *lines)
{
  gsize total = 0;
  icalcomponent *event = NULL;
  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);
    if (strcmp (line->name, "BEGIN") == 0) {
      event = strcmp (line->value, "VEVENT") == 0 ? icalcomponent_new (ICAL_VEVENT_COMPONENT) : NULL;
    } else if (strcmp (line->name, "END") == 0 && event) {
      char *text = icalcomponent_as_ical_string_r (event);
      total += strlen (text);
      free (text);
      icalcomponent_free (event);
      event = NULL;
    } else if (event) {
      icalcomponent_add_property (event, new_property (line));
    }
  }
  return total;
}

/* Seconds of the processor, and by the clock. */
typedef struct {
  double processor, clock;
} Seconds;

static double
get_clock (void)
{
  return (double) g_get_monotonic_time () * 1e-6;
}

/* The fastest of several passes. */
#define TIME(result, passes, statement)                                                                              \
  do {                                                                                                               \
    (result) = (Seconds){ HUGE_VAL, HUGE_VAL };                                                                      \
    for (guint pass = 0; pass < (passes); pass++) {                                                                  \
      double start = bench_now (), clock_start = get_clock ();                                                       \
      statement;                                                                                                     \
      (result).processor = MIN ((result).processor, bench_now () - start);                                           \
      (result).clock = MIN ((result).clock, get_clock () - clock_start);                                             \
    }                                                                                                                \
  } while (0)

static void
compare (const ChnTimeline *timeline, const char *option, guint n)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  write_engine (timeline, option, collect, bytes);
  gsize length = bytes->len, total = 0;
  Seconds engine, bare, libical;
  TIME (engine, 3, (total = 0, write_engine (timeline, option, discard, &total)));
  g_autoptr (GArray) lines = take_apart (bytes->str);
  gsize bare_total = 0;
  TIME (bare, 3, bare_total = write_bare (lines));
  TIME (libical, 1, write_libical (lines));
  printf ("%s: %u events, %.0f bytes each\n", option ? option : "with payload", n, (double) length / n);
  printf ("  engine       %8.3f s of the processor, %8.3f s by the clock\n", engine.processor, engine.clock);
  printf ("  bare writer  %8.3f s  the engine takes %.2f times as long, by the clock %.2f%s\n", bare.processor,
          engine.processor / bare.processor, engine.clock / bare.clock,
          bare_total == length && total == length ? "" : " (but other bytes)");
  printf ("  libical      %8.3f s  the engine is %.1f times as fast, by the clock %.1f\n", libical.processor,
          libical.processor / engine.processor, libical.clock / engine.clock);
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  g_autoptr (ChnTimeline) timeline = bench_timeline (n);
  if (argc > 2) {
    gsize total = 0;
    for (guint pass = 0; pass < 5; pass++)
      write_engine (timeline, argv[3], discard, &total);
    return 0;
  }
  compare (timeline, NULL, n);
  compare (timeline, "no-payload", n);
  return 0;
}
