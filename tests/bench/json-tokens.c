/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Reading JSON Lines against the floor: splitting the same file into tokens, with strings, escapes and UTF-8 checked,
 * and nothing kept. Prints processor time and the ratio.
 *
 *   json-tokens [FILE]    without a file, 100000 events are made
 *
 * Names are those of the bundled registry, as they are for the program.
 */
#include <chancery/chancery.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

typedef struct {
  const unsigned char *at, *end;
  guint64 n_tokens;
} Floor;

static guint
measure_character (const unsigned char *at, const unsigned char *end)
{
  guint n = at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;
  if (at[0] < 0xC2 || at[0] > 0xF4 || end - at < n)
    return 0;
  for (guint i = 1; i < n; i++)
    if ((at[i] & 0xC0) != 0x80)
      return 0;
  return (at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xED && at[1] > 0x9F) || (at[0] == 0xF0 && at[1] < 0x90) ||
                 (at[0] == 0xF4 && at[1] > 0x8F)
             ? 0
             : n;
}

static guint
measure_escape (const unsigned char *at, const unsigned char *end)
{
  static const char letters[] = "\"\\/bfnrt";
  if (end - at < 2)
    return 0;
  if (at[1] != 'u')
    return strchr (letters, at[1]) ? 2 : 0;
  for (guint i = 2; i < 6; i++)
    if (end - at <= i || !g_ascii_isxdigit (at[i]))
      return 0;
  return 6;
}

static gboolean
pass_string (Floor *floor)
{
  const unsigned char *at = floor->at + 1;
  while (at < floor->end && *at != '"') {
    guint n = *at == '\\'   ? measure_escape (at, floor->end)
              : *at >= 0x80 ? measure_character (at, floor->end)
                            : *at >= 0x20;
    if (n == 0)
      return FALSE;
    at += n;
  }
  floor->at = at + 1;
  return at < floor->end;
}

static gboolean
pass_token (Floor *floor)
{
  unsigned char c = *floor->at;
  floor->n_tokens++;
  if (c == '"')
    return pass_string (floor);
  if (c == '{' || c == '}' || c == '[' || c == ']' || c == ',' || c == ':')
    floor->at++;
  else if (g_ascii_isalnum (c) || c == '-')
    while (floor->at < floor->end && (g_ascii_isalnum (*floor->at) || strchr ("+-.", *floor->at)))
      floor->at++;
  else
    return FALSE;
  return TRUE;
}

static guint64
pass_all (const char *bytes, gsize length)
{
  Floor floor = { (const unsigned char *) bytes, (const unsigned char *) bytes + length, 0 };
  while (floor.at < floor.end) {
    if (g_ascii_isspace (*floor.at))
      floor.at++;
    else if (!pass_token (&floor))
      g_error ("no JSON at byte %td", floor.at - (const unsigned char *) bytes);
  }
  return floor.n_tokens;
}

static double
get_seconds (void)
{
  struct timespec time;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static guint
read_all (ChnRegistry *registry, const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnReport) report = chn_report_new ();
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  if (!chn_format_read (chn_format_find ("json", NULL), bytes, length, "bench.json", builder, &error))
    g_error ("%s", error->message);
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (builder, &error);
  if (!timeline)
    g_error ("%s", error->message);
  return chn_timeline_get_n_events (timeline);
}

/* Names that the bundled registry lacks come with the events, as they do from a calendar. */
static GString *
generate (guint n)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < n; i++) {
    guint day = 1 + i % 28, month = 1 + i / 28 % 12, year = 1950 + i / 336 % 70, person = i % 97;
    g_string_append_printf (
        text,
        "{\"id\":\"e%u\",\"title\":\"Meeting %u of the committee\",\"summary\":\"R\u00E9union\\nof %u "
        "\\\"delegates\\\" "
        "in the great hall, on what had been left "
        "open\",\"date\":\"%u-%02u-%02u\",\"kind\":\"meeting\",\"forums\":[],"
        "\"actors\":[{\"id\":\"p%u\",\"name\":\"Person %u\",\"role\":\"host\"}],\"place\":null,\"tags\":[\"tag %u\"],"
        "\"names\":{\"actors\":[{\"id\":\"p%u\",\"kind\":\"person\",\"name\":\"Person %u\"}],\"forums\":[]},"
        "\"extra\":[{\"key\":\"UID\",\"value\":\"%u@example.org\"}]}\n",
        i, i, i % 200, year, month, day, person, person, i % 13, person, person, i);
  }
  return text;
}

int
main (int argc, char **argv)
{
  enum { TIMES = 5, EVENTS = 100000 };
  double least_floor = G_MAXDOUBLE, least_read = G_MAXDOUBLE;
  guint64 n_tokens = 0;
  guint n_events = 0;
  g_autofree char *bytes = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnRegistry) registry = chn_registry_load (REGISTRY_FOLDER, report, NULL, &error);
  if (!registry || (argc > 1 && !g_file_get_contents (argv[1], &bytes, &length, &error)))
    g_error ("%s", error->message);
  if (!bytes) {
    GString *text = generate (EVENTS);
    length = text->len;
    bytes = g_string_free (text, FALSE);
  }
  for (guint i = 0; i < TIMES; i++) {
    double begin = get_seconds ();
    n_tokens = pass_all (bytes, length);
    double between = get_seconds ();
    n_events = read_all (registry, bytes, length);
    least_floor = MIN (least_floor, between - begin);
    least_read = MIN (least_read, get_seconds () - between);
  }
  printf ("%.1f MB, %" G_GUINT64_FORMAT " tokens, %u events: split %.3f s, read and sealed %.3f s, %.1f times that\n",
          (double) length / 1e6, n_tokens, n_events, least_floor, least_read, least_read / least_floor);
  return 0;
}
