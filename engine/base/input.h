/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Reads at most `limit` bytes: a whole regular file as it stood at one moment, a pipe or character device to its end,
 * or standard input for "-". Folders and other irregular files are refused. Errors are of CHN_ERROR (IO or LIMIT) and
 * name the path.
 */
GBytes *chn_input_read (const char *path, guint64 limit, GError **error);
