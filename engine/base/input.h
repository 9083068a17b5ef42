/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Reads a whole regular file, or standard input for "-", of at most `limit` bytes. Folders,
 * devices and other irregular files are refused. Errors are of CHN_ERROR (IO or LIMIT) and name
 * the path.
 */
GBytes *chn_input_read (const char *path, guint64 limit, GError **error);
