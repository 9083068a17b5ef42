/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Finds the bundled timelines and registry. */
#include "data-folder.h"

#include <string.h>

#include <glib/gstdio.h>

static gboolean
runs_from_build_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_canonicalize_filename (BUILD_FOLDER, NULL);
  gsize length = strlen (folder);
  return program && strncmp (program, folder, length) == 0 && program[length] == G_DIR_SEPARATOR;
}

char *
data_folder_find (void)
{
  const char *told = g_getenv ("CHANCERY_DATA_DIR");
  if (told && *told)
    return g_strdup (told);
  return g_strdup (runs_from_build_folder () ? SOURCE_DATA_FOLDER : INSTALLED_DATA_FOLDER);
}

static gint64
get_change (const char *path)
{
  GStatBuf status;
  return g_stat (path, &status) == 0 ? (gint64) status.st_mtime : G_MININT64;
}

static gboolean
was_changed_since (const char *folder, gint64 time)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  gboolean changed = FALSE;
  for (const char *name; directory && !changed && (name = g_dir_read_name (directory));) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    gboolean is_source = g_str_has_suffix (name, ".yaml") || g_str_has_suffix (name, ".csv");
    changed = is_source && get_change (path) > time;
  }
  return changed;
}

char *
data_folder_find_compiled (const char *data_folder)
{
  gboolean is_source = strcmp (data_folder, SOURCE_DATA_FOLDER) == 0 && runs_from_build_folder ();
  g_autofree char *compiled =
      g_build_filename (is_source ? BUILD_DATA_FOLDER : data_folder, "registry.compiled", NULL);
  g_autofree char *source = g_build_filename (data_folder, "registry", NULL);
  gint64 time = get_change (compiled);
  if (time == G_MININT64 || was_changed_since (source, time))
    return NULL;
  return g_steal_pointer (&compiled);
}

char *
data_folder_find_compiled_names (const char *data_folder)
{
  g_autofree char *compiled = data_folder_find_compiled (data_folder);
  if (!compiled || was_changed_since (data_folder, get_change (compiled)))
    return NULL;
  return g_steal_pointer (&compiled);
}
