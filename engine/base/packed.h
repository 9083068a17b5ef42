/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Whether a file was packed by itself (gzip, zstd, xz, bzip2, or a zip that begins with a table), as its first bytes
 * say. */
gboolean chn_packed_is (const char *bytes, gsize length);

/*
 * What a packed file holds, at most so many bytes of it, however often it was packed; the file itself where it is
 * not packed. NULL with an error.
 */
GBytes *chn_packed_open (GBytes *bytes, const char *name, guint64 most, GError **error);

/* The bytes of a file's name without the ending that says how it was packed: those of "votes.csv" of "votes.csv.gz".
 */
gsize chn_packed_measure_name (const char *name);
