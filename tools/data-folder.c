/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Finds the bundled timelines and registry. */
#include "data-folder.h"

#include <string.h>

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
