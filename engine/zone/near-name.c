/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The nearest names of the database to one that it does not have. */
#include "zone/near-name.h"

#include <stdlib.h>
#include <string.h>

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

/* The folder where GLib looks. A folder has no order of its own, and the first of two names that are as near wins. */
static GPtrArray *
list_names (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *folder = g_getenv ("TZDIR");
  list_folder (folder ? folder : "/usr/share/zoneinfo", "", 0, names);
  g_ptr_array_sort (names, compare_names);
  return names;
}

static const char *
get_last_part (const char *name)
{
  const char *slash = strrchr (name, '/');
  return slash ? slash + 1 : name;
}

char *
chn_zone_dup_near_name (const char *wanted)
{
  g_auto (ChnSuggestion) whole = { 0 }, last = { 0 };
  if (has_digit (wanted))
    return NULL;
  g_autoptr (GPtrArray) names = list_names ();
  chn_suggestion_init (&whole, wanted, -1);
  chn_suggestion_init (&last, get_last_part (wanted), -1);
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    chn_suggestion_offer (&whole, name);
    chn_suggestion_offer_for (&last, get_last_part (name), name);
  }
  return g_strdup (last.distance <= whole.distance ? chn_suggestion_get (&last) : chn_suggestion_get (&whole));
}

static char *
make_hint (gconstpointer among, const char *wanted)
{
  (void) among;
  g_autofree char *near = chn_zone_dup_near_name (wanted);
  return near ? g_strdup_printf ("did you mean \"%s\"?", near)
              : g_strdup ("write a name of the IANA database, such as America/New_York");
}

ChnHint *
chn_zone_hint_new (const char *wanted)
{
  return chn_hint_new_deferred (make_hint, NULL, NULL, wanted, -1);
}
