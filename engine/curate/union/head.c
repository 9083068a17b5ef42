/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The head of a file, which is read in no time however many events follow. */
#include "curate/union/head.h"

#include <string.h>

static const char events[] = "events:";

/* What begins a line outside of the events; their items may begin lines, too. */
static gboolean
begins_section (char byte)
{
  return byte != '\0' && !strchr (" \t#\n\r-", byte);
}

static const char *
find_next_line (const char *at, const char *end)
{
  const char *newline = memchr (at, '\n', (gsize) (end - at));
  return newline ? newline + 1 : end;
}

GBytes *
chn_head_cut (GBytes *file)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (file, &length), *end = bytes + length, *found = NULL;
  for (const char *line = bytes; line < end; line = find_next_line (line, end)) {
    if (!begins_section (*line))
      continue;
    if (found)
      return g_bytes_ref (file);
    if ((gsize) (end - line) > strlen (events) && memcmp (line, events, strlen (events)) == 0)
      found = line;
  }
  if (!found)
    return g_bytes_ref (file);
  GString *head = g_string_new_len (bytes, found - bytes);
  g_string_append (head, "events: []\n");
  return g_string_free_to_bytes (head);
}
