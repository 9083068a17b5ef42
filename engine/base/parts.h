/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * The one way in which several processors are used: work is cut into parts at places where nothing goes across,
 * each part is done by itself, and whoever cut them joins them. What comes out must not tell how many there were.
 */

/* How many parts are worth it for so much work, of which `least` is worth a thread; at least 1. */
guint chn_parts_count (guint64 amount, guint64 least);

typedef void (*ChnPartFunc) (gpointer part);

/* Does all parts, an array of n items of so many bytes, and returns when they are done. */
void chn_parts_run (gpointer parts, guint n, gsize size, ChnPartFunc work);
