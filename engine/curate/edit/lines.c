/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lines of a file, and the comments in them. */
#include "curate/edit/lines.h"

#include <string.h>

static gboolean
is_break (char byte)
{
  return byte == '\n' || byte == '\r';
}

static gboolean
is_blank (char byte)
{
  return byte == ' ' || byte == '\t';
}

gsize
chn_lines_find_start (const ChnLines *lines, gsize at)
{
  while (at > 0 && !is_break (lines->bytes[at - 1]))
    at--;
  return at == 0 && lines->length >= 3 && memcmp (lines->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : at;
}

gsize
chn_lines_find_end (const ChnLines *lines, gsize at)
{
  while (at < lines->length && !is_break (lines->bytes[at]))
    at++;
  return at;
}

static gsize
skip_break (const ChnLines *lines, gsize at)
{
  if (at + 1 < lines->length && lines->bytes[at] == '\r' && lines->bytes[at + 1] == '\n')
    return at + 2;
  return at < lines->length ? at + 1 : at;
}

gsize
chn_lines_find_next (const ChnLines *lines, gsize at)
{
  return skip_break (lines, chn_lines_find_end (lines, at));
}

gboolean
chn_lines_is_first (const ChnLines *lines, gsize at)
{
  gsize start = chn_lines_find_start (lines, at);
  while (start < at && is_blank (lines->bytes[start]))
    start++;
  return start == at;
}

gsize
chn_lines_skip_gap (const ChnLines *lines, gsize at)
{
  while (at < lines->length) {
    if (lines->bytes[at] == '#')
      at = chn_lines_find_end (lines, at);
    else if (is_blank (lines->bytes[at]) || is_break (lines->bytes[at]))
      at++;
    else
      break;
  }
  return at;
}

char *
chn_lines_dup_comment (const ChnLines *lines, gsize at)
{
  gsize end = chn_lines_find_end (lines, at);
  while (at < end && is_blank (lines->bytes[at]))
    at++;
  return at < end && lines->bytes[at] == '#' ? g_strndup (lines->bytes + at, end - at) : NULL;
}

gsize
chn_lines_find_behind (const ChnLines *lines, gsize end, guint indent)
{
  gsize next = chn_lines_find_next (lines, end);
  while (next < lines->length) {
    gsize at = next;
    while (at < lines->length && is_blank (lines->bytes[at]))
      at++;
    if (at >= lines->length || lines->bytes[at] != '#' || at - next <= indent)
      break;
    next = chn_lines_find_next (lines, at);
  }
  return next;
}
