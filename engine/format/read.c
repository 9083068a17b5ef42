/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reading: hands bytes to the reader of a format, and lists the files of a folder. */
#include <string.h>

#include "base/error.h"
#include "format/encoding.h"

static gboolean
read_job (const ChnFormat *format, ChnReadJob *job, GError **error)
{
  if (!format->read) {
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, NULL, "%s cannot be read, only written", format->name);
    return FALSE;
  }
  job->is_utf_16 = chn_encoding_is_utf_16 (job->window->start, (gsize) (job->window->loaded - job->window->start));
  chn_timeline_builder_set_excerpts (job->builder, format->is_flat);
  gboolean read = format->read (job, error);
  chn_timeline_builder_set_excerpts (job->builder, FALSE);
  return read;
}

gboolean
chn_format_read (const ChnFormat *format, const char *bytes, gsize length, const char *name,
                 ChnTimelineBuilder *builder, GError **error)
{
  ChnWindow window;
  chn_window_init (&window, bytes ? bytes : "", length);
  ChnReadJob job = { .bytes = bytes, .length = length, .window = &window, .name = name, .builder = builder };
  return read_job (format, &job, error);
}

gboolean
chn_format_read_window (const ChnFormat *format, ChnWindow *window, const char *name, ChnTimelineBuilder *builder,
                        GError **error)
{
  ChnReadJob job = { .window = window, .name = name, .builder = builder };
  return read_job (format, &job, error);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
has_ending (const char *name, const char *const *endings)
{
  for (; *endings; endings++)
    if (g_str_has_suffix (name, *endings))
      return TRUE;
  return FALSE;
}

GPtrArray *
chn_list_files (const char *path, const char *const *endings, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &cause);
  if (!folder) {
    chn_error_set (error, CHN_ERROR_IO, NULL, "%s", cause->message);
    return NULL;
  }
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  for (const char *name = g_dir_read_name (folder); name; name = g_dir_read_name (folder))
    if (name[0] != '.' && has_ending (name, endings))
      g_ptr_array_add (files, g_build_filename (path, name, NULL));
  g_ptr_array_sort (files, compare_paths);
  return files;
}

GPtrArray *
chn_list_yaml_files (const char *path, GError **error)
{
  static const char *const endings[] = { ".yaml", ".yml", NULL };
  g_autoptr (GPtrArray) files = chn_list_files (path, endings, error);
  if (files && files->len == 0) {
    chn_error_set (error, CHN_ERROR_IO, NULL, "the folder %s holds no *.yaml file", path);
    return NULL;
  }
  return g_steal_pointer (&files);
}

GPtrArray *
chn_list_tables (const char *path, GError **error)
{
  static const char *const endings[] = { ".csv", NULL };
  return chn_list_files (path, endings, error);
}
