/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Where a scalar stands, and what it is. */
typedef enum {
  CHN_SCALAR_TEXT = 0,
  CHN_SCALAR_FLOW = 1 << 0,  /* inside [] or {} */
  CHN_SCALAR_VALUE = 1 << 1, /* a date or number: plain wherever the grammar allows, whatever others take it for */
  CHN_SCALAR_QUOTED = 1 << 2, /* in double quotes, whether it needs them or not */
} ChnScalarFlags;

/*
 * Appends a scalar on one line: plain where it is safe, else in double quotes. Safe means that
 * this reader and others read the same text; what others would take for a number, a date, a truth
 * value or null is quoted, as are invisible characters.
 */
void chn_scalar_append (GString *out, const char *text, guint flags);

/*
 * Appends the value of a key of a block mapping, its ": " and newline included. Paragraphs become
 * a literal block, several sentences a folded block with one sentence a line, so that a changed
 * word changes one line. `indent` is that of the key.
 */
void chn_scalar_append_prose (GString *out, const char *text, guint indent);

/*
 * Appends the key of a block mapping with its colon; a long one in its explicit form, where the
 * colon stands on the next line at `indent`.
 */
void chn_scalar_append_key (GString *out, const char *key, guint indent);
