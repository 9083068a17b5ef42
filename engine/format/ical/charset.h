/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/slice.h"

/* Lines that are not plain UTF-8. */

/*
 * Appends the line as UTF-8 without controls: what CHARSET says of it is believed, and a byte that is not UTF-8 is
 * one of Windows-1252. The character of replacement stands for what neither has, and for controls.
 */
void chn_charset_append_line (GString *out, const ChnSlice *content);

/* Whether a parameter is ENCODING=QUOTED-PRINTABLE, or CHARSET. */
gboolean chn_charset_is_parameter (const ChnSlice *name, const ChnSlice *value);

/* Decodes the value of a line by these two parameters, which then go; breaks of lines in it are escaped. */
void chn_charset_decode_value (GString *line);

/* Whether the end of a physical line is no end of its text: a soft break of quoted-printable (RFC 2045, 6.7). */
gboolean chn_charset_is_soft_break (const ChnSlice *line);
