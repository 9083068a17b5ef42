/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* What mutators that know a format of lines have in common: an input as its lines, which are changed as wholes. */

typedef struct {
  GPtrArray *line; /* char *, without what ends them */
  GRand *random;
} Lines;

static inline Lines
lines_new (const uint8_t *data, size_t size, unsigned int seed)
{
  Lines lines = { g_ptr_array_new_with_free_func (g_free), g_rand_new_with_seed (seed) };
  const char *at = (const char *) data, *end = at + size;
  while (at < end) {
    const char *stop = memchr (at, '\n', (size_t) (end - at));
    const char *line_end = stop ? stop : end;
    gsize length = (gsize) (line_end - at);
    g_ptr_array_add (lines.line, g_strndup (at, length > 0 && at[length - 1] == '\r' ? length - 1 : length));
    at = stop ? stop + 1 : end;
  }
  return lines;
}

/* Writes the lines into the room that there is; returns how many bytes. */
static inline size_t
lines_end (Lines *lines, uint8_t *data, size_t room, const char *line_end)
{
  size_t n = 0, end = strlen (line_end);
  for (guint i = 0; i < lines->line->len; i++) {
    const char *line = lines->line->pdata[i];
    size_t length = strlen (line);
    if (n + length + end > room)
      break;
    memcpy (data + n, line, length);
    memcpy (data + n + length, line_end, end);
    n += length + end;
  }
  g_ptr_array_unref (lines->line);
  g_rand_free (lines->random);
  return n;
}

static inline guint
pick (const Lines *lines, guint n)
{
  return n > 0 ? (guint) g_rand_int_range (lines->random, 0, (gint32) n) : 0;
}

static inline const char *
pick_text (const Lines *lines, const char *const *texts)
{
  return texts[pick (lines, g_strv_length ((char **) texts))];
}

static inline void
lines_set (Lines *lines, guint at, char *text)
{
  g_free (lines->line->pdata[at]);
  lines->line->pdata[at] = text;
}

/* Copies `n` lines from one place to another, takes them away, or gives them another place. */
static inline void
lines_copy (Lines *lines, guint from, guint n, guint to)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();
  for (guint i = from; i < MIN (from + n, lines->line->len); i++)
    g_ptr_array_add (copies, g_strdup (lines->line->pdata[i]));
  for (guint i = 0; i < copies->len; i++)
    g_ptr_array_insert (lines->line, (gint) MIN (to + i, lines->line->len), copies->pdata[i]);
}

static inline void
lines_remove (Lines *lines, guint from, guint n)
{
  if (from < lines->line->len)
    g_ptr_array_remove_range (lines->line, from, MIN (n, lines->line->len - from));
}

/* Puts another text behind the first `kept` bytes of a line. */
static inline void
lines_set_rest (Lines *lines, guint at, gsize kept, const char *rest)
{
  const char *line = lines->line->pdata[at];
  lines_set (lines, at, g_strdup_printf ("%.*s%s", (int) MIN (kept, strlen (line)), line, rest));
}

/* Puts a stretch of another input's lines somewhere between these. */
static inline void
lines_splice (Lines *lines, const Lines *other)
{
  guint from = pick (lines, other->line->len), n = 1 + pick (lines, 12), to = pick (lines, lines->line->len + 1);
  for (guint i = 0; i < n && from + i < other->line->len; i++)
    g_ptr_array_insert (lines->line, (gint) MIN (to + i, lines->line->len), g_strdup (other->line->pdata[from + i]));
}

/* Both inputs, together. */
static inline size_t
lines_cross (const uint8_t *one, size_t n_one, const uint8_t *two, size_t n_two, uint8_t *out, size_t room,
             unsigned int seed, const char *line_end)
{
  Lines lines = lines_new (one, n_one, seed), other = lines_new (two, n_two, seed);
  lines_splice (&lines, &other);
  g_ptr_array_unref (other.line);
  g_rand_free (other.random);
  return lines_end (&lines, out, room, line_end);
}
