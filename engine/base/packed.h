/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/office.h"

/* Whether a file was packed by itself (gzip, zstd, xz, bzip2, or a zip that begins with a table), as its first bytes
 * say. */
gboolean chn_packed_is (const char *bytes, gsize length);

/*
 * What a packed file holds, at most so many bytes of it, however often it was packed; the file itself where it is
 * not packed. NULL with an error.
 */
GBytes *chn_packed_open (GBytes *bytes, const char *name, guint64 most, GError **error);

/* The same piece by piece, of a file that is packed, once; what is packed again comes as that. */
gboolean chn_packed_pour (GBytes *bytes, const char *name, guint64 most, ChnPieceFunc take, gpointer data,
                          GError **error);

/* The bytes of a file's name without the ending that says how it was packed: those of "votes.csv" of "votes.csv.gz".
 */
gsize chn_packed_measure_name (const char *name);
