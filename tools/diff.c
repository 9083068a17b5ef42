/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What changes in a file, line by line, as "diff -u" shows it. Edits leave most lines as they are, so what two texts
 * have in common is looked for near where they part.
 */
#include "diff.h"

#include <string.h>

#include <chancery/text.h>

enum { CONTEXT = 3, FARTHEST = 2000 };

typedef struct {
  const char *text;
  gsize length;
} Span;

typedef struct {
  GArray *old, *new; /* Span */
} Sides;

/* Lines that go, and lines that come in their place. */
typedef struct {
  guint old, n_old, new, n_new;
} Change;

static GArray *
split (GBytes *bytes)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Span));
  for (gsize at = 0; at < length;) {
    const char *newline = memchr (text + at, '\n', length - at);
    Span span = { text + at, newline ? (gsize) (newline - text) - at : length - at };
    g_array_append_val (lines, span);
    at += span.length + 1;
  }
  return lines;
}

static gboolean
are_same (const Sides *sides, guint i, guint j)
{
  const Span *a = &g_array_index (sides->old, Span, i), *b = &g_array_index (sides->new, Span, j);
  return a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
}

/* Whether both go on alike from there: with two lines, or to an end. */
static gboolean
meet (const Sides *sides, guint i, guint j)
{
  gboolean ends = i >= sides->old->len || j >= sides->new->len;
  if (ends)
    return i >= sides->old->len && j >= sides->new->len;
  gboolean last = i + 1 >= sides->old->len || j + 1 >= sides->new->len;
  return are_same (sides, i, j) && (last || are_same (sides, i + 1, j + 1));
}

/* Whether both are alike from there on; where as many lines came as went, one line is enough. */
static gboolean
go_on_alike (const Sides *sides, const Change *change)
{
  guint i = change->old + change->n_old, j = change->new + change->n_new;
  if (i > sides->old->len || j > sides->new->len)
    return FALSE;
  gboolean both = i < sides->old->len && j < sides->new->len && change->n_old == change->n_new;
  return (both && g_array_index (sides->old, Span, i).length > 0 && are_same (sides, i, j)) || meet (sides, i, j);
}

/* What is alike at the end of both is no part of a change. */
static void
shorten (const Sides *sides, Change *change)
{
  while (change->n_old > 0 && change->n_new > 0 &&
         are_same (sides, change->old + change->n_old - 1, change->new + change->n_new - 1)) {
    change->n_old--;
    change->n_new--;
  }
}

/* The nearest lines where both meet again, by the fewest lines in between. */
static void
find_meeting (const Sides *sides, Change *change)
{
  guint most = (sides->old->len - change->old) + (sides->new->len - change->new);
  for (guint n = 1; n <= MIN (most, FARTHEST); n++)
    for (guint k = 0; k <= n; k++) {
      change->n_old = k;
      change->n_new = n - k;
      if (go_on_alike (sides, change)) {
        shorten (sides, change);
        return;
      }
    }
  change->n_old = sides->old->len - change->old;
  change->n_new = sides->new->len - change->new;
}

static GArray *
find_changes (const Sides *sides)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));
  guint i = 0, j = 0;
  while (i < sides->old->len || j < sides->new->len) {
    if (i < sides->old->len && j < sides->new->len &&are_same (sides, i, j)) {
      i++;
      j++;
      continue;
    }
    Change change = { i, 0, j, 0 };
    find_meeting (sides, &change);
    g_array_append_val (changes, change);
    i += change.n_old;
    j += change.n_new;
  }
  return changes;
}

static void
put_line (GString *out, char sign, const Span *span, gboolean colour)
{
  g_autofree char *line = g_strndup (span->text, span->length);
  g_autofree char *visible = chn_text_dup_visible (g_strchomp (line), FALSE);
  const char *begin = !colour || sign == ' ' ? "" : sign == '+' ? "\033[32m" : "\033[31m";
  g_string_append_printf (out, "%s%c%s%s\n", begin, sign, visible, *begin ? "\033[0m" : "");
}

static void
put_lines (GString *out, char sign, const GArray *lines, guint from, guint n, gboolean colour)
{
  for (guint i = from; i < from + n; i++)
    put_line (out, sign, &g_array_index (lines, Span, i), colour);
}

/* How many of the changes from `first` on lie so near each other that they are shown together. */
static guint
count_near (const GArray *changes, guint first)
{
  guint n = 1;
  while (first + n < changes->len) {
    const Change *last = &g_array_index (changes, Change, first + n - 1),
                 *next = &g_array_index (changes, Change, first + n);
    if (next->old - (last->old + last->n_old) > 2 * CONTEXT)
      break;
    n++;
  }
  return n;
}

static void
put_hunk (GString *out, const Sides *sides, const GArray *changes, guint first, guint n, gboolean colour)
{
  const Change *begin = &g_array_index (changes, Change, first),
               *end = &g_array_index (changes, Change, first + n - 1);
  guint before = MIN (CONTEXT, begin->old), behind = MIN (CONTEXT, sides->old->len - (end->old + end->n_old));
  guint n_old = end->old + end->n_old + behind - (begin->old - before);
  guint n_new = end->new + end->n_new + behind - (begin->new - before);
  g_string_append_printf (out, "%s@@ -%u,%u +%u,%u @@%s\n", colour ? "\033[36m" : "",
                          begin->old - before + (n_old > 0 ? 1 : 0), n_old, begin->new - before + (n_new > 0 ? 1 : 0),
                          n_new, colour ? "\033[0m" : "");
  guint at = begin->old - before;
  for (guint i = first; i < first + n; i++) {
    const Change *change = &g_array_index (changes, Change, i);
    put_lines (out, ' ', sides->old, at, change->old - at, colour);
    put_lines (out, '-', sides->old, change->old, change->n_old, colour);
    put_lines (out, '+', sides->new, change->new, change->n_new, colour);
    at = change->old + change->n_old;
  }
  put_lines (out, ' ', sides->old, at, behind, colour);
}

char *
diff_dup_text (const char *path, GBytes *old, GBytes *new, gboolean colour)
{
  g_autoptr (GArray) a = split (old);
  g_autoptr (GArray) b = split (new);
  const Sides sides = { a, b };
  g_autoptr (GArray) changes = find_changes (&sides);
  GString *out = g_string_new (NULL);
  if (changes->len > 0)
    g_string_append_printf (out, "--- %s\n+++ %s\n", path, path);
  for (guint i = 0, n = 0; i < changes->len; i += n) {
    n = count_near (changes, i);
    put_hunk (out, &sides, changes, i, n, colour);
  }
  return g_string_free (out, FALSE);
}
