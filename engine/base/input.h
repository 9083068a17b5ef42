/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/window.h"

/*
 * Reads at most `limit` bytes: a whole regular file as it stood at one moment, a pipe or character device to its end,
 * or standard input for "-". Folders and other irregular files are refused. Errors are of CHN_ERROR (IO or LIMIT) and
 * name the path.
 */
GBytes *chn_input_read (const char *path, guint64 limit, GError **error);

/*
 * As chn_input_read() for whoever may go through bytes once, from the first to the last: `in_window` says that of a
 * very large file a window will do. Whether such a file stayed as it was is known at the end only, and told by
 * chn_input_check().
 */
typedef struct _ChnInput ChnInput;

ChnInput *chn_input_open (const char *path, gboolean in_window, guint64 limit, GError **error);
void chn_input_close (ChnInput *input);

/* Over all of it; how it begins is loaded. */
ChnWindow *chn_input_get_window (ChnInput *input);
gboolean chn_input_check (ChnInput *input, GError **error);

/* All of it, before its window has left anything, and no longer than the input is open; NULL with an error. */
GBytes *chn_input_get_bytes (ChnInput *input, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnInput, chn_input_close)
