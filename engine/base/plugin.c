/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Finds and loads plugins. */
#include "base/plugin.h"

#include <gmodule.h>
#include <string.h>

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

gconstpointer
chn_plugin_open (const char *name, guint version, const char *needs, GError **error)
{
  g_autofree char *path = dup_path (name);
  g_autofree char *hint =
      g_strdup_printf ("install %s and chancery's plugin \"%s\" (built with -D%s=enabled)", needs, name, name);
  GModule *module = g_module_open (path, G_MODULE_BIND_LOCAL);
  if (!module) {
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, hint, "%s needs %s: %s", name, needs, g_module_error ());
    return NULL;
  }
  gconstpointer table = find_table (module, name, version);
  if (table) {
    g_module_make_resident (module);
    return table;
  }
  chn_error_set (error, CHN_ERROR_UNSUPPORTED, hint, "the plugin %s belongs to another version of chancery", path);
  g_module_close (module);
  return NULL;
}
