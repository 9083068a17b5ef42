/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The encoding of an input as a whole, which is looked at once before it is parsed. */
#include "format/encoding.h"

#include <string.h>

#include "base/error.h"
#include "base/guard.h"
#include "base/report.h"

gboolean
chn_encoding_is_utf_16 (const char *bytes, gsize length)
{
  return length >= 2 && (memcmp (bytes, "\xFF\xFE", 2) == 0 || memcmp (bytes, "\xFE\xFF", 2) == 0);
}

/* Whether bytes that begin in a line are as they should be. */
static gboolean
check (const ChnReadJob *job, guint first_line, const char *bytes, gsize length)
{
  gsize offset = 0;
  ChnGuard guard = chn_guard_check (bytes, length, &offset);
  if (guard == CHN_GUARD_FINE)
    return TRUE;
  guint line, column;
  g_autoptr (GError) error = NULL;
  chn_guard_locate (bytes, length, offset, &line, &column);
  chn_error_set (
      &error, CHN_ERROR_SYNTAX, job->is_utf_16 ? "it is UTF-16: save it as UTF-8" : "save it as UTF-8 text",
      "found %s (0x%02X), expected UTF-8 text", chn_guard_get_name (guard), (guint) (guchar) bytes[offset]);
  chn_report_add_error (chn_timeline_builder_get_report (job->builder), job->name, first_line + line - 1, column,
                        NULL, error);
  return FALSE;
}

const char *
chn_encoding_skip_mark (const ChnReadJob *job)
{
  static const char mark[] = "\xEF\xBB\xBF";
  const ChnWindow *window = job->window;
  gboolean has_mark = window->loaded - window->start >= 3 && memcmp (window->start, mark, 3) == 0;
  return has_mark ? window->start + 3 : window->start;
}

gboolean
chn_encoding_check (const ChnReadJob *job, const char **text)
{
  *text = chn_encoding_skip_mark (job);
  return check (job, 1, *text, job->length - (gsize) (*text - job->bytes));
}

gboolean
chn_encoding_check_lines (const ChnReadJob *job, guint first, const char *lines, gsize length)
{
  return check (job, first, lines, length);
}
