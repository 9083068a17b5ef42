/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <string.h>

/* g_string_append_len() without its call where there is room. */
static inline void
chn_append_bytes (GString *out, const char *bytes, gsize length)
{
  if (out->allocated_len - out->len <= length) {
    g_string_append_len (out, bytes, (gssize) length);
    return;
  }
  memcpy (out->str + out->len, bytes, length);
  out->len += length;
  out->str[out->len] = '\0';
}

/* g_string_append(), likewise. */
static inline void
chn_append (GString *out, const char *text)
{
  chn_append_bytes (out, text, strlen (text));
}

/* Makes bytes all that there is. */
static inline void
chn_assign_bytes (GString *out, const char *bytes, gsize length)
{
  out->len = 0;
  chn_append_bytes (out, bytes, length);
}
