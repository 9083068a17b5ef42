/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Flow collections of the canonical writer: lists of texts, and pairs whose order is kept. */
#include <string.h>

#include "format/yaml/scalar.h"
#include "format/yaml/write.h"

void
chn_yaml_append_items (GString *out, const char *const *items, guint n)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++) {
    g_string_append (out, i > 0 ? ", " : "");
    chn_scalar_append (out, items[i], CHN_SCALAR_FLOW);
  }
  g_string_append_c (out, ']');
}

static gboolean
have_same_key (const ChnYamlPair *pairs, guint i, guint j)
{
  return strcmp (pairs[i].key, pairs[j].key) == 0;
}

/* Where the run of pairs with the key of the first ends. */
static guint
find_run_end (const ChnYamlPair *pairs, guint n, guint first)
{
  guint end = first + 1;
  while (end < n && have_same_key (pairs, first, end))
    end++;
  return end;
}

/* Whether some key comes back after another one. */
static gboolean
comes_back (const ChnYamlPair *pairs, guint n)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i = find_run_end (pairs, n, i))
    if (!g_hash_table_add (seen, (gpointer) pairs[i].key))
      return TRUE;
  return FALSE;
}

static void
append_run (GString *out, const ChnYamlPair *pairs, guint first, guint end)
{
  g_string_append (out, pairs[first].key);
  g_string_append (out, end - first > 1 ? ": [" : ": ");
  for (guint i = first; i < end; i++) {
    g_string_append (out, i > first ? ", " : "");
    chn_scalar_append (out, pairs[i].value, CHN_SCALAR_FLOW | pairs[i].flags);
  }
  g_string_append (out, end - first > 1 ? "]" : "");
}

void
chn_yaml_append_pairs (GString *out, const ChnYamlPair *pairs, guint n)
{
  gboolean listed = comes_back (pairs, n);
  g_string_append (out, listed ? "[{" : "{");
  for (guint first = 0, end = 0; first < n; first = end) {
    g_string_append (out, first == 0 ? "" : listed ? "}, {" : ", ");
    end = find_run_end (pairs, n, first);
    append_run (out, pairs, first, end);
  }
  g_string_append (out, listed ? "}]" : "}");
}
