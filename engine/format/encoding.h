/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/format.h"

/* Whether the input begins with the byte order mark of UTF-16, or of UTF-32 that begins so. */
gboolean chn_encoding_is_utf_16 (const char *bytes, gsize length);

/*
 * Whether the input is UTF-8 without NUL and control characters; else a fault at its place. `text` is set to where it
 * begins, behind a byte order mark.
 */
gboolean chn_encoding_check (const ChnReadJob *job, const char **text);

/* The same of the lines of one event, where each is read by itself; the number of the first counts from 1. */
gboolean chn_encoding_check_lines (const ChnReadJob *job, guint first, const char *lines, gsize length);

/* Where the input begins, behind a byte order mark. */
const char *chn_encoding_skip_mark (const ChnReadJob *job);
