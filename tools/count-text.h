/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

/*
 * Counts for a terminal of so many columns, or plain text where they are 0: two keys as a cross table where `cross`,
 * else a line a bucket, with bars. A cross table that does not fit is a list, which standard error says.
 */
char *count_text_dup (const ChnCount *count, guint columns, gboolean cross);

/* Counts for screen readers, a line a bucket. */
char *count_plain_dup (const ChnCount *count);

/* Counts as a table of Markdown. */
char *count_markdown_dup (const ChnCount *count, gboolean cross);
