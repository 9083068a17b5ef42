/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Replays a folder of inputs through a fuzz target, as an ordinary test: one TAP line an input. */
#include <glib.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_inputs (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  if (!dir)
    return NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  for (const char *name = g_dir_read_name (dir); name; name = g_dir_read_name (dir))
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  return names;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) inputs = argc == 2 ? list_inputs (argv[1], &error) : NULL;
  if (!inputs || inputs->len == 0) {
    printf ("1..1\nnot ok 1 corpus: %s\n", error ? error->message : "empty, or no folder given");
    return 1;
  }
  printf ("1..%u\n", inputs->len);
  for (guint i = 0; i < inputs->len; i++) {
    g_autofree char *bytes = NULL;
    gsize length = 0;
    gboolean read = g_file_get_contents (inputs->pdata[i], &bytes, &length, &error);
    if (read)
      LLVMFuzzerTestOneInput ((const uint8_t *) bytes, length);
    g_autofree char *base = g_path_get_basename (inputs->pdata[i]);
    printf ("%s %u %s\n", read ? "ok" : "not ok", i + 1, base);
    fflush (stdout);
  }
  return error ? 1 : 0;
}
