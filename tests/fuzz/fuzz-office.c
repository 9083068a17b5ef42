/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fuzzes imports of spreadsheets, text documents and web pages, by the plugin. */
#include <stddef.h>
#include <stdint.h>

#include "base/office.h"
#include "imported.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Without it there would be nothing to find. */
static gpointer
open_plugin (gpointer nothing)
{
  (void) nothing;
  g_autoptr (GError) error = NULL;
  gconstpointer plugin = chn_office_open (&error);
  g_assert_no_error (error);
  return (gpointer) plugin;
}

static gboolean
has_table (const char *bytes, gsize size)
{
  static const char tag[] = "<table";
  for (gsize at = 0; at + strlen (tag) <= size; at++)
    if (g_ascii_strncasecmp (bytes + at, tag, strlen (tag)) == 0)
      return TRUE;
  return FALSE;
}

/* Whether it is a page with tables, or begins as a document or something packed: tables as text are fuzzed by
 * themselves. */
static gboolean
is_for_plugin (const char *bytes, gsize size)
{
  static const char packed[] = { 'P', '\x1F', '\x28', '\xFD' };
  return size > 0 && (memchr (packed, bytes[0], sizeof packed) || has_table (bytes, size));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static GOnce once = G_ONCE_INIT;
  g_once (&once, open_plugin, NULL);
  if (is_for_plugin ((const char *) data, size))
    fuzz_import ((const char *) data, size);
  return 0;
}
