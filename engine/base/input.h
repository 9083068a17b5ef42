/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Reads at most `limit` bytes: a whole regular file, a pipe or character device to its end, or standard input for
 * "-". Folders and other irregular files are refused. `is_mapped` tells whether chn_input_leave() may be told of the
 * bytes. Errors are of CHN_ERROR (IO or LIMIT) and name the path.
 */
GBytes *chn_input_read (const char *path, guint64 limit, gboolean *is_mapped, GError **error);

/*
 * Gives back the memory of a regular file that chn_input_read() has read, as far as nothing beside it brings it back:
 * whoever touches it again finds the same bytes, for the file is mapped. Returns from where on it is still there.
 */
const char *chn_input_leave (const char *from, const char *to);
