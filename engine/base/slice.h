/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <string.h>

/* A stretch of bytes in a text that goes on behind it. */
typedef struct {
  const char *text; /* not ended by NUL */
  gsize length;
} ChnSlice;

static inline gboolean
chn_slice_is (const ChnSlice *slice, const char *name)
{
  return strlen (name) == slice->length && memcmp (slice->text, name, slice->length) == 0;
}

static inline gboolean
chn_slice_equal (const ChnSlice *a, const ChnSlice *b)
{
  return a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
}

/* Case-insensitive, for names of components, properties and parameters. */
static inline gboolean
chn_slice_is_name (const ChnSlice *slice, const char *upper)
{
  return strlen (upper) == slice->length && (memcmp (slice->text, upper, slice->length) == 0 ||
                                             g_ascii_strncasecmp (slice->text, upper, slice->length) == 0);
}

/* Without blanks at its ends. */
static inline ChnSlice
chn_slice_trim (ChnSlice slice)
{
  while (slice.length > 0 && (slice.text[0] == ' ' || slice.text[0] == '\t')) {
    slice.text++;
    slice.length--;
  }
  while (slice.length > 0 && (slice.text[slice.length - 1] == ' ' || slice.text[slice.length - 1] == '\t'))
    slice.length--;
  return slice;
}

/* Takes what stands before the next separator off the front, and the separator with it. */
static inline ChnSlice
chn_slice_split (ChnSlice *rest, char separator)
{
  const char *stop = memchr (rest->text, separator, rest->length);
  const ChnSlice part = { rest->text, stop ? (gsize) (stop - rest->text) : rest->length };
  const gsize taken = part.length + (stop ? 1 : 0);
  *rest = (ChnSlice){ rest->text + taken, rest->length - taken };
  return part;
}
