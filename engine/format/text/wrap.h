/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Columns that text takes on a terminal: wide characters count two, combining marks none. */
guint chn_wrap_get_width (const char *text);

/*
 * Breaks text into lines of at most `width` columns, between words, inside one only where it is
 * wider than a line; wide (East Asian) characters may be parted anywhere.
 *
 * Returns: (transfer full): NULL-ended lines, at least one
 */
char **chn_wrap_text (const char *text, guint width);
