/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/error.h>

#include "base/hint.h"

/*
 * Sets an error of CHN_ERROR with its place in the parsed text and, where there is one, a hint.
 * The message says what was found and what was expected; the hint what to write instead.
 */
void chn_error_set_at (GError **error, ChnError code, gsize offset, gsize length, const char *hint,
                       const char *format, ...) G_GNUC_PRINTF (6, 7);

/* The same without a place. */
void chn_error_set (GError **error, ChnError code, const char *hint, const char *format, ...) G_GNUC_PRINTF (4, 5);

/* Says the same as an error of CHN_ERROR in other words: its code and hint, without a place. */
void chn_error_reword (GError **error, const GError *inner, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Gives an error its hint, which is taken; where nobody takes the error (NULL), the hint goes too. */
void chn_error_take_hint (GError *error, ChnHint *hint);

/* Gives an error, where somebody takes it, the nearest of the candidates as its hint once it is read. */
void chn_error_suggest (GError **error, const ChnNameTable *candidates, const char *wanted, gssize length);

/* The hint of an error, read or not; NULL where it has none. Borrowed. */
ChnHint *chn_error_peek_hint (const GError *error);

/* Moves the place of an error by the bytes that stand before the text that was parsed. */
void chn_error_shift (GError *error, gsize bytes);
