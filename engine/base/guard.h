/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/slice.h"

/* What text is taken from outside, and how text is shown to a terminal. */

typedef enum {
  CHN_GUARD_FINE,
  CHN_GUARD_NUL,
  CHN_GUARD_UTF8,    /* not valid UTF-8 */
  CHN_GUARD_CONTROL, /* a C0 control other than TAB, LF and CR, or DEL or a C1 control */
} ChnGuard;

/* The first fault of a text and its offset in bytes. */
ChnGuard chn_guard_check (const char *bytes, gsize length, gsize *offset);

/* What the fault is called in messages. */
const char *chn_guard_get_name (ChnGuard guard);

/*
 * Whether a character could change what a terminal shows or how a line breaks: controls, bidi
 * embeddings, overrides and isolates, line and paragraph separators, invisible format characters.
 */
gboolean chn_guard_is_hazard (gunichar c);

/* A copy in which hazards stand as <U+001B>; TAB and LF too unless keep_lines. */
char *chn_guard_dup_visible (const char *text, gssize length, gboolean keep_lines);

/* Bytes of a beginning of the text: at most so many, and no character cut in two. An int, for "%.*s" in messages. */
int chn_guard_fit (const char *text, gsize length, gsize most);

/* How many bytes of a slice a message shows: not too many, and whole characters. For "%.*s". */
static inline int
chn_slice_show (const ChnSlice *slice)
{
  return chn_guard_fit (slice->text, slice->length, 80);
}

/* 1-based line and column (in characters) of an offset in bytes. LF, CR LF and CR end lines. */
void chn_guard_locate (const char *bytes, gsize length, gsize offset, guint *line, guint *column);
