/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reading: finds the format of a file or folder and hands its bytes to the reader. */
#include <string.h>

#include "base/error.h"
#include "base/input.h"
#include "format/format.h"

gboolean
chn_format_read (const ChnFormat *format, const char *bytes, gsize length, const char *name,
                 ChnTimelineBuilder *builder, GError **error)
{
  if (!format->read) {
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, NULL, "%s cannot be read, only written", format->name);
    return FALSE;
  }
  ChnReadJob job = { .bytes = bytes, .length = length, .name = name, .builder = builder };
  return format->read (&job, error);
}

/* Standard input and unknown extensions are told by how they begin. */
static const ChnFormat *
sniff (const char *bytes, gsize length, GError **error)
{
  static const struct {
    const char *beginning;
    const char *format;
  } signs[] = { { "BEGIN:VCALENDAR", "ics" }, { "{", "json" }, { "id,", "csv" }, { "\"id\",", "csv" } };
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
  gboolean from_stdin = strcmp (path, "-") == 0;
  return chn_format_read (format, data ? data : "", length, from_stdin ? "(standard input)" : path, builder, error);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
chn_list_yaml_files (const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &cause);
  if (!folder) {
    chn_error_set (error, CHN_ERROR_IO, NULL, "%s", cause->message);
    return NULL;
  }
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  for (const char *name = g_dir_read_name (folder); name; name = g_dir_read_name (folder))
    if (name[0] != '.' && (g_str_has_suffix (name, ".yaml") || g_str_has_suffix (name, ".yml")))
      g_ptr_array_add (files, g_build_filename (path, name, NULL));
  g_ptr_array_sort (files, compare_paths);
  if (files->len == 0) {
    chn_error_set (error, CHN_ERROR_IO, NULL, "the folder %s holds no *.yaml file", path);
    return NULL;
  }
  return g_steal_pointer (&files);
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
