/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Shards: how a long calendar is cut into files, and what they are called. */
#include "format/shards.h"

#include <string.h>

#include "format/format.h"
#include "format/options.h"

guint
chn_shards_count (const ChnWriteOptions *options, const ChnFormat *format, const ChnRows *rows)
{
  if (format != &chn_format_ics || options->split == 0 || rows->n <= options->split)
    return 1;
  return (rows->n - 1) / options->split + 1;
}

char *
chn_shard_dup_path (const char *path, guint index)
{
  const char *slash = strrchr (path, G_DIR_SEPARATOR), *name = slash ? slash + 1 : path;
  const char *dot = strrchr (name, '.');
  const char *end = dot && dot > name ? dot : name + strlen (name);
  if (index == 0)
    return g_strdup (path);
  return g_strdup_printf ("%.*s-%u%s", (int) (end - path), path, index + 1, end);
}

ChnRows
chn_shard_get_rows (const ChnRows *rows, guint split, guint index)
{
  guint start = split * index;
  return (ChnRows){ MIN (split, rows->n - start), rows->row + start, NULL };
}
