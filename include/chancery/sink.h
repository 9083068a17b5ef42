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

G_END_DECLS
