/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/format.h>

/* Calendars cut into files of at most so many events, since hosted apps refuse big ones. */

/* How many files there will be. */
guint chn_shards_count (const ChnWriteOptions *options, const ChnFormat *format, const ChnRows *rows);

/* "out.ics", "out-2.ics", "out-3.ics" */
char *chn_shard_dup_path (const char *path, guint index);

/* Borrows its rows. */
ChnRows chn_shard_get_rows (const ChnRows *rows, guint split, guint index);
