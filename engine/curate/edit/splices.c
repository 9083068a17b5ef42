/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Pieces of a text that others take the place of, all at once, so that each is found by where it stood. */
#include "curate/edit/splices.h"

#include <string.h>

typedef struct {
  gsize start, end;
  guint number; /* in the order of adding */
  char *text;
} Splice;

struct _ChnSplices {
  GArray *splices; /* Splice */
};

static void
splice_clear (gpointer splice)
{
  g_free (((Splice *) splice)->text);
}

ChnSplices *
chn_splices_new (void)
{
  ChnSplices *splices = g_new (ChnSplices, 1);
  splices->splices = g_array_new (FALSE, FALSE, sizeof (Splice));
  g_array_set_clear_func (splices->splices, splice_clear);
  return splices;
}

void
chn_splices_free (ChnSplices *splices)
{
  if (!splices)
    return;
  g_array_unref (splices->splices);
  g_free (splices);
}

void
chn_splices_add (ChnSplices *splices, gsize start, gsize end, const char *text)
{
  Splice splice = { start, end, splices->splices->len, g_strdup (text) };
  g_array_append_val (splices->splices, splice);
}

/* By their place; what is put in at a place comes before what begins to be replaced there. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const Splice *x = a, *y = b;
  gboolean x_inserts = x->start == x->end, y_inserts = y->start == y->end;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x_inserts != y_inserts)
    return x_inserts ? -1 : 1;
  return x->number < y->number ? -1 : x->number > y->number;
}

/* How the lines of a text end: as its first one does. */
static const char *
find_newline (const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    if (bytes[i] == '\n')
      return "\n";
    if (bytes[i] == '\r')
      return i + 1 < length && bytes[i + 1] == '\n' ? "\r\n" : "\r";
  }
  return "\n";
}

static void
append (GString *out, const char *text, const char *newline)
{
  for (const char *at = text; *at; at++) {
    gboolean ends = *at == '\n' && (at == text || at[-1] != '\r');
    if (ends)
      g_string_append (out, newline);
    else
      g_string_append_c (out, *at);
  }
}

static const Splice *
get (const ChnSplices *splices, guint index)
{
  return &g_array_index (splices->splices, Splice, index);
}

/* The bytes from start to end with the splices from the first on that lie there. */
static void
append_range (const ChnSplices *splices, guint first, const char *bytes, gsize start, gsize end, const char *newline,
              GString *out)
{
  gsize at = start;
  for (guint i = first; i < splices->splices->len; i++) {
    const Splice *splice = get (splices, i);
    if (splice->start > end || (splice->start == end && splice->end > end))
      break;
    if (splice->start > at)
      g_string_append_len (out, bytes + at, (gssize) (splice->start - at));
    append (out, splice->text, newline);
    at = MAX (at, splice->end);
  }
  if (at < end)
    g_string_append_len (out, bytes + at, (gssize) (end - at));
}

/* The first splice that begins no earlier and is not put in there. */
static guint
find_first (const ChnSplices *splices, gsize at)
{
  guint low = 0, high = splices->splices->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (get (splices, middle)->start < at)
      low = middle + 1;
    else
      high = middle;
  }
  while (low < splices->splices->len && get (splices, low)->start == at && get (splices, low)->end == at)
    low++;
  return low;
}

void
chn_splices_sort (ChnSplices *splices)
{
  g_array_sort (splices->splices, compare);
}

void
chn_splices_append_part (const ChnSplices *splices, const char *bytes, gsize length, gsize start, gsize end,
                         GString *out)
{
  append_range (splices, find_first (splices, start), bytes, start, end, find_newline (bytes, length), out);
}

GBytes *
chn_splices_run (ChnSplices *splices, const char *bytes, gsize length)
{
  GString *out = g_string_sized_new (length + 4096);
  chn_splices_sort (splices);
  append_range (splices, 0, bytes, 0, length, find_newline (bytes, length), out);
  return g_string_free_to_bytes (out);
}
