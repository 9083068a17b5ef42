/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What may stand in a URI, and which lead to the web. */
#include "base/uri.h"

#include <string.h>

#include "base/append.h"

/* Printable ASCII but " < > \\ ^ ` { | }, a bit for each byte. */
static const guint32 held[8] = { 0, 0xAFFFFFFA, 0xAFFFFFFF, 0x47FFFFFE };

static gboolean
is_held (guchar byte)
{
  return held[byte >> 5] >> (byte & 31) & 1;
}

void
chn_uri_append (GString *out, const char *text)
{
  static const char digits[] = "0123456789ABCDEF";
  while (*text) {
    const char *run = text;
    while (is_held ((guchar) *text))
      text++;
    chn_append_bytes (out, run, (gsize) (text - run));
    if (!*text)
      return;
    const guchar byte = (guchar) *text++;
    const char encoded[] = { '%', digits[byte >> 4], digits[byte & 15] };
    chn_append_bytes (out, encoded, sizeof encoded);
  }
}

/* In any case, which is nearly always the lower one. */
static gboolean
begins_with (const char *text, const char *lower)
{
  gsize length = strlen (lower);
  return strncmp (text, lower, length) == 0 || g_ascii_strncasecmp (text, lower, length) == 0;
}

gboolean
chn_uri_is_web (const char *text)
{
  return begins_with (text, "https://") || begins_with (text, "http://");
}
