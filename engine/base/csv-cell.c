/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The text of a cell: quotes, apostrophes against formulas, and lists in one cell. */
#include "base/csv-cell.h"

#include <string.h>

#include "base/append.h"

static gboolean
begins_formula (const char *text, gsize length)
{
  static const char *const beginnings[] = { "=",  "+",      "-",      "@",      "\t",    "\r",
                                            "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20" };
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (length >= strlen (beginnings[i]) && memcmp (text, beginnings[i], strlen (beginnings[i])) == 0)
      return TRUE;
  return FALSE;
}

static gsize
count_apostrophes (const char *text, gsize length)
{
  gsize n = 0;
  while (n < length && text[n] == '\'')
    n++;
  return n;
}

static gboolean
needs_apostrophe (const char *text, gsize length)
{
  gsize n = count_apostrophes (text, length);
  return begins_formula (text + n, length - n);
}

void
chn_csv_strip (const char **text, gsize *length)
{
  gsize n = count_apostrophes (*text, *length);
  if (n == 0 || !begins_formula (*text + n, *length - n))
    return;
  ++*text;
  --*length;
}

/* Bytes of the control character at hand that text must not have, 0 for others. */
static gsize
control_length (const char *at, const char *end)
{
  guchar byte = (guchar) *at;
  if (byte == 0x7F || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r'))
    return 1;
  return byte == 0xC2 && at + 1 < end && (guchar) at[1] < 0xA0 ? 2 : 0;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* What bytes ask of the cell that they stand in. */
enum { QUOTES = 1, DOUBLING = 2, CONTROL = 4, HIDING = 8 };

enum { CHUNK = 16 };

static inline guint8
look_at (guint8 c)
{
  return (guint8) ((c == '"') * (QUOTES | DOUBLING) | ((c == ',') | (c == ';')) * QUOTES | (c < 0x20) * CONTROL |
                   ((c == 0x7F) | (c == 0xC2)) * HIDING); /* 0xC2 may begin a C1 control */
}

/* Comparisons without a branch, so that compilers look at all bytes of a chunk at a time. */
static inline void
look_at_chunk (const char *text, guint8 *all)
{
  for (guint i = 0; i < CHUNK; i++)
    all[i] |= look_at ((guint8) text[i]);
}

/* The last chunk overlaps the one before. */
static guint8
find_bytes (const char *text, gsize length)
{
  guint8 all[CHUNK] = { 0 }, any = 0;
  if (length < CHUNK) {
    for (gsize i = 0; i < length; i++)
      any |= look_at ((guint8) text[i]);
    return any;
  }
  for (gsize at = 0; at + CHUNK <= length; at += CHUNK)
    look_at_chunk (text + at, all);
  look_at_chunk (text + length - CHUNK, all);
  for (guint i = 0; i < CHUNK; i++)
    any |= all[i];
  return any;
}

static guint
find_demands (const char *text, gsize length)
{
  guint all = find_bytes (text, length);
  if (all & CONTROL)
    for (gsize i = 0; i < length; i++)
      if ((guchar) text[i] < 0x20)
        all |= text[i] == '\t' || text[i] == '\n' || text[i] == '\r' ? QUOTES : HIDING;
  if (is_blank (text[0]) || is_blank (text[length - 1]))
    all |= QUOTES;
  return all;
}

/* Writes a piece with its quotes doubled, and control characters as <U+001B>. */
static gboolean
put_inner (ChnWriter *out, const char *text, gsize length)
{
  gboolean exact = TRUE;
  const char *run = text, *end = text + length;
  for (const char *at = text; at < end;) {
    gsize control = control_length (at, end);
    if (control > 0) {
      chn_writer_put (out, run, (gsize) (at - run));
      chn_writer_printf (out, "<U+%04X>", control == 1 ? (guint) (guchar) *at : (guint) (guchar) at[1]);
      exact = FALSE;
      at = run = at + control;
      continue;
    }
    if (*at == '"') {
      chn_writer_put (out, run, (gsize) (at + 1 - run));
      run = at;
    }
    at++;
  }
  chn_writer_put (out, run, (gsize) (end - run));
  return exact;
}

gboolean
chn_csv_put_cell (ChnWriter *out, const char *text, gsize length, gboolean neutralise)
{
  if (length == 0)
    return TRUE;
  guint all = find_demands (text, length);
  gboolean quoted = all & QUOTES, exact = TRUE;
  if (quoted)
    chn_writer_putc (out, '"');
  if (neutralise && needs_apostrophe (text, length))
    chn_writer_putc (out, '\'');
  if (all & (DOUBLING | HIDING))
    exact = put_inner (out, text, length);
  else
    chn_writer_put (out, text, length);
  if (quoted)
    chn_writer_putc (out, '"');
  return exact;
}

void
chn_csv_append_item (GString *list, const char *item)
{
  gsize length = 0, first = 0;
  gboolean is_plain = TRUE;
  for (; item[length]; length++)
    is_plain &= (item[length] != ';') & (item[length] != '\\');
  gsize last = length;
  while (first < length && is_blank (item[first]))
    first++;
  while (last > first && is_blank (item[last - 1]))
    last--;
  if (list->len > 0)
    g_string_append (list, "; ");
  if (first == 0 && last == length && is_plain) {
    g_string_append_len (list, item, (gssize) length);
    return;
  }
  for (gsize i = 0; i < length; i++) {
    if (item[i] == ';' || item[i] == '\\' || i < first || i >= last)
      g_string_append_c (list, '\\');
    g_string_append_c (list, item[i]);
  }
}

/* Takes the item that begins at *at and has no backslash; FALSE where it has one. */
static gboolean
take_plain_item (const char **at, const char *end, const char **begin, GString *item)
{
  const char *first = *at, *last = first;
  while (last < end && *last != ';' && *last != '\\')
    last++;
  if (last < end && *last == '\\')
    return FALSE;
  *at = last;
  while (first < last && is_blank (*first))
    first++;
  while (last > first && is_blank (last[-1]))
    last--;
  *begin = first;
  chn_assign_bytes (item, first, (gsize) (last - first));
  return TRUE;
}

static void
take_escaped_item (const char **at, const char *end, const char **begin, GString *item)
{
  gsize kept = 0; /* blanks behind this are not the item's */
  g_string_truncate (item, 0);
  for (; *at < end && **at != ';'; ++*at) {
    gboolean escaped = **at == '\\' && *at + 1 < end;
    if (!escaped && item->len == 0 && is_blank (**at))
      continue;
    if (item->len == 0)
      *begin = *at;
    *at += escaped;
    g_string_append_c (item, **at);
    if (escaped || !is_blank (**at))
      kept = item->len;
  }
  g_string_truncate (item, kept);
}

gboolean
chn_csv_next_item (const char **at, const char *end, const char **begin, GString *item)
{
  while (*at < end) {
    if (!take_plain_item (at, end, begin, item))
      take_escaped_item (at, end, begin, item);
    *at += *at < end;
    if (item->len > 0)
      return TRUE;
  }
  return FALSE;
}
