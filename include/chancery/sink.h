/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/api.h>

G_BEGIN_DECLS

/**
 * ChnSink:
 * @bytes: (array length=length): what was written, not ended by NUL
 * @length: its bytes
 * @data: the pointer that was given with the function
 * @error: return location
 *
 * Takes output.
 *
 * Returns: %FALSE to stop the writer with @error
 */
typedef gboolean (*ChnSink) (const char *bytes, gsize length, gpointer data, GError **error);

/**
 * chn_file_replace:
 * @path: file to replace, atomically and durably; a pipe or a character device is written into as it is
 * @bytes: (array length=length): its new content
 * @length: its bytes
 * @error: return location
 *
 * Errors: %CHN_ERROR_IO; the old file stands then.
 */
CHN_API gboolean chn_file_replace (const char *path, const char *bytes, gsize length, GError **error);

G_END_DECLS
