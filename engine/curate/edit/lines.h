/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* A text by its lines. Places are bytes; LF, CR LF and CR end a line. */
typedef struct {
  const char *bytes;
  gsize length;
} ChnLines;

/* Where the line of a place begins, and where it ends: before the line break, or behind it. */
gsize chn_lines_find_start (const ChnLines *lines, gsize at);
gsize chn_lines_find_end (const ChnLines *lines, gsize at);
gsize chn_lines_find_next (const ChnLines *lines, gsize at);

/* Whether only blanks stand between the beginning of its line and a place. */
gboolean chn_lines_is_first (const ChnLines *lines, gsize at);

/* From a place on, over blanks, line breaks and comments. */
gsize chn_lines_skip_gap (const ChnLines *lines, gsize at);

/* The comment of the line behind a place, with its #; NULL where there is none. */
char *chn_lines_dup_comment (const ChnLines *lines, gsize at);

/*
 * Where what stands behind a value begins that ends at a place: behind its line and the comments directly below that
 * are indented more than `indent`.
 */
gsize chn_lines_find_behind (const ChnLines *lines, gsize end, guint indent);
