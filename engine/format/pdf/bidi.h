/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Text of both directions. */

/* Whether a text has letters that run from right to left. */
gboolean chn_bidi_has_right_to_left (const char *text);

/* The bytes before the first figures or symbol, such as "111-19-55", "A/RES/69/188" and "18", and how long that is;
 * the whole length and 0 where there is none. */
gsize chn_bidi_find_figures (const char *text, gsize *n);
