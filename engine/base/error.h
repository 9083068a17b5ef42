/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/error.h>

/*
 * Sets an error of CHN_ERROR with its place in the parsed text and, where there is one, a hint.
 * The message says what was found and what was expected; the hint what to write instead.
 */
void chn_error_set_at (GError **error, ChnError code, gsize offset, gsize length, const char *hint,
                       const char *format, ...) G_GNUC_PRINTF (6, 7);

/* The same without a place. */
void chn_error_set (GError **error, ChnError code, const char *hint, const char *format, ...) G_GNUC_PRINTF (4, 5);

/* Moves the place of an error by the bytes that stand before the text that was parsed. */
void chn_error_shift (GError *error, gsize bytes);
