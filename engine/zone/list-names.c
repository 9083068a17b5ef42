/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The names of the zones that the system's database has. */
#include "zone/list-names.h"

#include <stdlib.h>
#include <string.h>

#include "zone/name.h"

enum { MOST_FOLDERS_DEEP = 3 };

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/*
 * Zones and their folders begin in upper case. All else in the folder does not, or has a dot. Names with numbers
 * lead to other offsets where one character is wrong, and Etc/GMT+5 lies west of Greenwich.
 */
static gboolean
may_be_meant (const char *name)
{
  return g_ascii_isupper (name[0]) && !strchr (name, '.') && !has_digit (name);
}

static void
list_folder (const char *folder, const char *prefix, guint depth, GPtrArray *names)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry;
  while (dir && (entry = g_dir_read_name (dir))) {
    if (!may_be_meant (entry))
      continue;
    g_autofree char *path = g_build_filename (folder, entry, NULL);
    g_autofree char *name = g_strconcat (prefix, entry, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
      g_ptr_array_add (names, g_steal_pointer (&name));
    } else if (depth < MOST_FOLDERS_DEEP) {
      g_autofree char *below = g_strconcat (name, "/", NULL);
      list_folder (path, below, depth + 1, names);
    }
  }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A folder has no order of its own, and the first of two names that are as near wins. */
GPtrArray *
chn_zone_list_names (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  list_folder (chn_zone_get_folder (), "", 0, names);
  g_ptr_array_sort (names, compare_names);
  return names;
}

const char *
chn_zone_get_last_part (const char *name)
{
  const char *slash = strrchr (name, '/');
  return slash ? slash + 1 : name;
}
