/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The mappings that come along: files of the folder "maps" beside the bundled timelines. */
#include "import-maps.h"

#include <string.h>

#include "console.h"
#include "data-folder.h"

/* What several of them use. */
#define SHARED "codes"

char *
import_maps_find (const char *name)
{
  g_autofree char *data = data_folder_find (), *file = g_strconcat (name, ".yaml", NULL);
  g_autofree char *path = strchr (name, '/') ? NULL : g_build_filename (data, "maps", file, NULL);
  return path && strcmp (name, SHARED) != 0 && g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path)
                                                                                          : NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_names (const char *folder)
{
  g_autoptr (GDir) maps = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  for (const char *name; maps && (name = g_dir_read_name (maps));)
    if (g_str_has_suffix (name, ".yaml") && strcmp (name, SHARED ".yaml") != 0)
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (".yaml")));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* "# GDELT 1.0 events": what the first line says. */
static char *
dup_note (const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".yaml", NULL), *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, NULL) || text[0] != '#')
    return g_strdup ("");
  text[strcspn (text, "\n")] = '\0';
  return g_strdup (text + 1 + strspn (text + 1, " "));
}

gboolean
import_maps_list (GError **error)
{
  g_autofree char *data = data_folder_find (), *folder = g_build_filename (data, "maps", NULL);
  g_autoptr (GPtrArray) names = list_names (folder);
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *note = dup_note (folder, names->pdata[i]);
    g_string_append_printf (out, "%-17s %s\n", (const char *) names->pdata[i], note);
  }
  return console_print (out->str, error);
}
