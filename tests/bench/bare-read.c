/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The least that reading a file takes: libyaml's own events, each deleted, the cells of a table, each passed over, or
 * the lines of a calendar, each unfolded, proved and split into its parts by the engine's own scanner.
 * usage: bare-read yaml|csv|ics FILE; prints how many there are
 */
#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "format/ical/scan.h"

static gsize
count_yaml (const char *bytes, gsize length)
{
  yaml_parser_t parser;
  yaml_event_t event;
  gsize n = 0;
  if (!yaml_parser_initialize (&parser))
    return 0;
  yaml_parser_set_input_string (&parser, (const unsigned char *) bytes, length);
  for (gboolean last = FALSE; !last && yaml_parser_parse (&parser, &event); n++) {
    last = event.type == YAML_STREAM_END_EVENT; /* behind it libyaml goes on with no events for ever */
    yaml_event_delete (&event);
  }
  yaml_parser_delete (&parser);
  return n;
}

/* Behind the closing quote. */
static const char *
skip_quoted (const char *at, const char *end)
{
  for (at++; at < end; at++)
    if (*at == '"' && (++at == end || *at != '"'))
      return at;
  return end;
}

static gsize
count_csv (const char *bytes, gsize length)
{
  gsize n = 0;
  for (const char *at = bytes, *end = bytes + length; at < end; at++, n++) {
    if (*at == '"')
      at = skip_quoted (at, end);
    while (at < end && *at != ',' && *at != '\n')
      at++;
  }
  return n;
}

static gsize
count_ics (const char *bytes, gsize length)
{
  g_autoptr (ChnScanner) scanner = chn_scanner_new (bytes, length, chn_limits_get_default ());
  ChnScanLine line;
  gsize n = 0;
  while (chn_scanner_next (scanner, &line, NULL) != CHN_SCAN_END)
    n++;
  return n;
}

typedef gsize (*CountFunc) (const char *bytes, gsize length);

static CountFunc
find_count (const char *format)
{
  if (strcmp (format, "yaml") == 0)
    return count_yaml;
  return strcmp (format, "csv") == 0 ? count_csv : count_ics;
}

int
main (int argc, char **argv)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  if (argc != 3)
    return 2;
  if (!g_file_get_contents (argv[2], &bytes, &length, &error))
    g_error ("%s", error->message);
  gsize n = find_count (argv[1]) (bytes, length);
  printf ("%" G_GSIZE_FORMAT "\n", n);
  return n > 0 ? 0 : 1;
}
