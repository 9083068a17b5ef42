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

static const char *
get_hint (const char *bytes, gsize length)
{
  return chn_encoding_is_utf_16 (bytes, length) ? "it is UTF-16: save it as UTF-8" : "save it as UTF-8 text";
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
  chn_error_set (&error, CHN_ERROR_SYNTAX, get_hint (job->bytes, job->length),
                 "found %s (0x%02X), expected UTF-8 text", chn_guard_get_name (guard),
                 (guint) (guchar) bytes[offset]);
  chn_report_add_error (chn_timeline_builder_get_report (job->builder), job->name, first_line + line - 1, column,
                        NULL, error);
  return FALSE;
}

const char *
chn_encoding_skip_mark (const ChnReadJob *job)
{
  static const char mark[] = "\xEF\xBB\xBF";
  return job->length >= 3 && memcmp (job->bytes, mark, 3) == 0 ? job->bytes + 3 : job->bytes;
}

gboolean
chn_encoding_check (const ChnReadJob *job, const char **text)
{
  *text = chn_encoding_skip_mark (job);
  return check (job, 1, *text, job->length - (gsize) (*text - job->bytes));
}

gboolean
chn_encoding_check_line (const ChnReadJob *job, guint number, const char *line, gsize length)
{
  return check (job, number, line, length);
}
