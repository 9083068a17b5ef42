/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Finds and loads plugins. */
#include "base/plugin.h"

#include <gmodule.h>
#include <string.h>
#include <sys/mman.h>

#include "base/error.h"

static gboolean
runs_from_build_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_canonicalize_filename (CHN_BUILD_FOLDER, NULL);
  gsize length = strlen (folder);
  return program && strncmp (program, folder, length) == 0 && program[length] == G_DIR_SEPARATOR;
}

static char *
dup_path (const char *name)
{
  g_autofree char *file = g_strconcat (name, "." G_MODULE_SUFFIX, NULL);
  return runs_from_build_folder () ? g_build_filename (CHN_BUILD_FOLDER, "engine", "plugin", file, NULL)
                                   : g_build_filename (CHN_PLUGIN_FOLDER, file, NULL);
}

static gconstpointer
find_table (GModule *module, const char *name, guint version)
{
  g_autofree char *symbol = g_strdelimit (g_strconcat ("chn_plugin_", name, NULL), "-", '_');
  gpointer table = NULL;
  return g_module_symbol (module, symbol, &table) && table && *(const guint *) table == version ? table : NULL;
}

/* What is installed and finds no room, no descriptor or no place in memory needs no installing. */
static void
set_error (GError **error, const char *path, const char *name, const char *needs)
{
  const char *why = g_module_error ();
  gboolean is_there = strstr (why, "failed to map") || strstr (why, "annot allocate") ||
                      strstr (why, "annot create") || strstr (why, "cannot map") ||
                      strstr (why, "Too many open files");
  g_autofree char *hint =
      g_strdup_printf ("install %s and chancery's plugin \"%s\" (built with -D%s=enabled)", needs, name, name);
  if (is_there && g_file_test (path, G_FILE_TEST_EXISTS))
    chn_error_set (error, CHN_ERROR_IO, "free some memory", "%s cannot be loaded: %s", name, why);
  else
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, hint, "%s needs %s: %s", name, needs, why);
}

gboolean
chn_plugin_has_room (const char *name, GError **error)
{
  enum { ROOM = 256 << 20 };
  gpointer room = mmap (NULL, ROOM, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (room != MAP_FAILED)
    return munmap (room, ROOM) == 0;
  chn_error_set (error, CHN_ERROR_IO, "free some memory", "not enough memory for %s: its libraries need %d MiB", name,
                 ROOM >> 20);
  return FALSE;
}

gconstpointer
chn_plugin_open (const char *name, guint version, const char *needs, GError **error)
{
  g_autofree char *path = dup_path (name);
  GModule *module = g_module_open (path, G_MODULE_BIND_LOCAL);
  if (!module) {
    set_error (error, path, name, needs);
    return NULL;
  }
  gconstpointer table = find_table (module, name, version);
  if (table) {
    g_module_make_resident (module);
    return table;
  }
  chn_error_set (error, CHN_ERROR_UNSUPPORTED, "install chancery and its plugins of one version",
                 "the plugin %s belongs to another version of chancery", path);
  g_module_close (module);
  return NULL;
}
