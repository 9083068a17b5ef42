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

gboolean
chn_encoding_check (const ChnReadJob *job, const char **text)
{
  static const char mark[] = "\xEF\xBB\xBF";
  gsize skipped = job->length >= 3 && memcmp (job->bytes, mark, 3) == 0 ? 3 : 0, offset = 0;
  const char *begin = job->bytes + skipped;
  ChnGuard guard = chn_guard_check (begin, job->length - skipped, &offset);
  *text = begin;
  if (guard == CHN_GUARD_FINE)
    return TRUE;
  guint line, column;
  g_autoptr (GError) error = NULL;
  chn_guard_locate (begin, job->length - skipped, offset, &line, &column);
  chn_error_set (&error, CHN_ERROR_SYNTAX, get_hint (job->bytes, job->length),
                 "found %s (0x%02X), expected UTF-8 text", chn_guard_get_name (guard),
                 (guint) (guchar) begin[offset]);
  chn_report_add_error (chn_timeline_builder_get_report (job->builder), job->name, line, column, NULL, error);
  return FALSE;
}
