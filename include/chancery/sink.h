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
 * @path: file to replace, atomically and durably; a pipe or a character device is written into as it is, and a link
 *   followed, also where nothing is behind it yet
 * @bytes: (array length=length): its new content
 * @length: its bytes
 * @error: return location
 *
 * Keeps the owner, the group, the mode and the access control list of the file that is replaced; a new one has what
 * the umask leaves. What is neither of these is refused.
 *
 * Errors: %CHN_ERROR_IO; the old file stands then.
 */
CHN_API gboolean chn_file_replace (const char *path, const char *bytes, gsize length, GError **error);

/**
 * chn_file_change:
 * @path: file to replace, as by chn_file_replace()
 * @was: what was read of it
 * @bytes: (array length=length): its new content
 * @length: its bytes
 * @error: return location
 *
 * Replaces a file that still holds what was read of it, which is looked at when the new content is on disk already:
 * programs that take no lock, such as editors, may have saved it meanwhile.
 *
 * Errors: %CHN_ERROR_CONFLICT where it holds something else, %CHN_ERROR_IO; the old file stands then.
 */
CHN_API gboolean chn_file_change (const char *path, GBytes *was, const char *bytes, gsize length, GError **error);

/**
 * chn_file_read:
 * @path: file to read whole; a pipe is read as far as somebody has it open and writes, and never waited for
 * @limit: bytes that it may have
 * @error: return location
 *
 * Reads a file into memory, as it stood at one moment: one that others write to meanwhile is read again.
 *
 * Errors: %CHN_ERROR_IO, %CHN_ERROR_LIMIT.
 *
 * Returns: (transfer full): its bytes; %NULL with @error
 */
CHN_API GBytes *chn_file_read (const char *path, guint64 limit, GError **error);

G_END_DECLS
