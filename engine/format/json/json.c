/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * JSON Lines: one event an object, one object a line.
 *
 *   file = [ %xEF.BB.BF ] *( [ object ] ( LF / CRLF ) ) [ object ]
 *
 * A line that cannot be read is a fault of its own; the next one is read all the same.
 */
#include <string.h>

#include "format/encoding.h"
#include "format/json/event.h"
#include "format/parts.h"

static void
write_rows (const ChnWriteJob *job)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  for (guint i = 0; i < job->rows->n; i++) {
    chn_timeline_load (job->timeline, job->rows->row[i], event);
    chn_json_put_event (job->out, job->timeline, job->rows->row[i], event, CHN_JSON_LINE, NULL);
    chn_writer_putc (job->out, '\n');
  }
}

static gboolean
write_events (const ChnWriteJob *job, GError **error)
{
  (void) error;
  chn_write_in_parts (job, write_rows);
  return TRUE;
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

/* A file that is not in lines, or of two bytes a character, would have a fault in each of them: the first is enough.
 */
static gboolean
is_hopeless (const ChnReadJob *job, const char *text, gsize length)
{
  if (job->is_utf_16)
    return TRUE;
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  return length == 1 && (*text == '{' || *text == '[');
}

/* Where the line ends that begins here, of which all is loaded. */
static const char *
find_line_end (ChnWindow *window, const char *at)
{
  const char *newline;
  while (!(newline = memchr (at, '\n', (gsize) (window->loaded - at)))) {
    at = window->loaded;
    if (!chn_window_load (window, at + 1))
      return window->end;
  }
  return newline;
}

static void
read_lines (const ChnReadJob *job, ChnJsonReader *reader, ChnEvent *event)
{
  ChnWindow *window = job->window;
  const char *at = chn_encoding_skip_mark (job), *end = at;
  for (ChnJsonPlace place = { 1, 1, FALSE, FALSE }; at < window->end; place.line++, at = end + 1) {
    end = find_line_end (window, at);
    const gsize length = (gsize) (end - at);
    if (is_blank (at, length))
      continue;
    if (chn_encoding_check_lines (job, place.line, at, length) &&
        chn_json_reader_read (reader, at, length, &place, CHN_JSON_WHOLE, event))
      chn_json_reader_add (reader, event);
    else if (is_hopeless (job, at, length))
      return;
    chn_window_leave (window, at);
  }
}

static gboolean
read_events (const ChnReadJob *job, GError **error)
{
  (void) error;
  g_autoptr (ChnJsonReader) reader = chn_json_reader_new (job->builder, job->name);
  g_autoptr (ChnEvent) event = chn_event_new ();
  read_lines (job, reader, event);
  return TRUE;
}

/* YAML has braces, too, but seldom quotes its keys; an array of objects is for the reader to refuse. */
static gboolean
begins (const char *text, gsize length)
{
  static const char *const second = "\"{}";
  gsize at = 1;
  while (at < length && g_ascii_isspace (text[at]))
    at++;
  return length > 0 && (*text == '{' || *text == '[') && at < length && strchr (second, text[at]) != NULL;
}

static const char *const extensions[] = { ".jsonl", ".ndjson", ".json", NULL };

const ChnFormat chn_format_json = {
  .name = "json",
  .carries_all = TRUE,
  .note = "JSON Lines, an event a line, for scripts; read back whole",
  .extensions = extensions,
  .read = read_events,
  .reads_in_windows = TRUE,
  .begins = begins,
  .is_flat = TRUE,
  .kept_header = 1 << CHN_HEADER_TIMELINE,
  .write = write_events,
};
