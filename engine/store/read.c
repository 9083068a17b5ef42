/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reading files and folders: finds the format, by the extension or by how the content begins. */
#include <string.h>

#include "base/error.h"
#include "base/input.h"
#include "store/snapshot.h"

/* Standard input and unknown extensions are told by how they begin. */
static const ChnFormat *
sniff (const char *bytes, gsize length, GError **error)
{
  static const struct {
    const char *beginning;
    const char *format;
  } signs[] = { { CHN_SNAPSHOT_MAGIC, "chn" },
                { "BEGIN:VCALENDAR", "ics" },
                { "{", "json" },
                { "id,", "csv" },
                { "\"id\",", "csv" } };
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (length >= strlen (signs[i].beginning) && memcmp (bytes, signs[i].beginning, strlen (signs[i].beginning)) == 0)
      return chn_format_find (signs[i].format, error);
  return chn_format_find ("yaml", error);
}

static gboolean
read_one (const char *path, const ChnFormat *format, ChnTimelineBuilder *builder, GError **error)
{
  const ChnLimits *limits = chn_timeline_builder_get_limits (builder);
  g_autoptr (GBytes) bytes = chn_input_read (path, limits->value[CHN_LIMIT_FILE], error);
  if (!bytes)
    return FALSE;
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  if (!format)
    format = chn_format_find_for_file (path, NULL);
  if (!format)
    format = sniff (data, length, error);
  if (!format)
    return FALSE;
  if (strcmp (path, "-") == 0)
    return chn_format_read (format, data ? data : "", length, "(standard input)", builder, error);
  return chn_format_read_mapped (format, data ? data : "", length, path, builder, error);
}

gboolean
chn_read_file (const char *path, const ChnFormat *format, ChnTimelineBuilder *builder, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    return read_one (path, format, builder, error);
  g_autoptr (GPtrArray) files = chn_list_yaml_files (path, error);
  for (guint i = 0; files && i < files->len; i++)
    if (!read_one (files->pdata[i], format, builder, error))
      return FALSE;
  return files != NULL;
}
