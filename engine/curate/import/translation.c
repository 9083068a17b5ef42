/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Translates cells: by the table of a mapping, the longest beginning first, or by codes that the registry knows. */
#include "curate/import/translation.h"

#include <string.h>

#include "registry/codes.h"

ChnTranslation *
chn_translation_new (const char *name)
{
  ChnTranslation *translation = g_new0 (ChnTranslation, 1);
  translation->name = g_strdup (name);
  translation->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  translation->prefixes = g_ptr_array_new ();
  translation->code = -1;
  return translation;
}

void
chn_translation_free (ChnTranslation *translation)
{
  if (!translation)
    return;
  g_free (translation->name);
  g_ptr_array_unref (translation->prefixes);
  g_hash_table_unref (translation->words);
  g_free (translation);
}

ChnTranslation *
chn_translation_new_known (const char *name)
{
  static const struct {
    const char *name;
    int code;
    gboolean is_markup;
  } known[] = { { "cow", CHN_CODE_COW, FALSE }, { "iso-numeric", CHN_CODE_NUMERIC, FALSE }, { "markup", -1, TRUE } };
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].name, name) == 0) {
      ChnTranslation *translation = chn_translation_new (name);
      translation->code = known[i].code;
      translation->is_markup = known[i].is_markup;
      translation->rest = known[i].code >= 0 ? "-" : NULL;
      return translation;
    }
  return NULL;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  gsize left = strlen (*(const char *const *) a), right = strlen (*(const char *const *) b);
  return left < right ? 1 : left > right ? -1 : 0;
}

void
chn_translation_add (ChnTranslation *translation, const char *text, const char *meaning)
{
  char *key = g_strdup (text), *value = g_strdup (meaning);
  g_hash_table_replace (translation->words, key, value);
  gsize length = strlen (key);
  if (strcmp (key, "*") == 0)
    translation->rest = value;
  else if (length > 0 && key[length - 1] == '*') {
    g_ptr_array_add (translation->prefixes, key);
    g_ptr_array_sort (translation->prefixes, compare_lengths);
  }
}

/* Made when it is first needed: the registry is known then. */
static void
take_codes (ChnTranslation *translation, const ChnRegistry *registry)
{
  g_autoptr (GHashTable) index = chn_registry_index_codes (registry, (ChnCode) translation->code);
  GHashTableIter iter;
  gpointer code, id;
  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, &code, &id))
    g_hash_table_replace (translation->words, g_strdup (code), g_strdup (id));
}

static const char *
find (const ChnTranslation *translation, const char *text)
{
  const char *found = g_hash_table_lookup (translation->words, text);
  for (guint i = 0; !found && i < translation->prefixes->len; i++) {
    const char *prefix = translation->prefixes->pdata[i];
    if (strncmp (text, prefix, strlen (prefix) - 1) == 0)
      found = g_hash_table_lookup (translation->words, prefix);
  }
  found = found ? found : translation->rest;
  return found ? found : text;
}

static const struct {
  const char *entity, *text;
} entities[] = { { "&amp;", "&" }, { "&lt;", "<" },   { "&gt;", ">" },       { "&quot;", "\"" },
                 { "&#39;", "'" }, { "&apos;", "'" }, { "&nbsp;", "\u00A0" } };

static gsize
take_entity (const char *at, GString *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (at, entities[i].entity)) {
      g_string_append (out, entities[i].text);
      return strlen (entities[i].entity);
    }
  g_string_append_c (out, *at);
  return 1;
}

/* A tag begins with a letter or a slash: 3 < 5 is none. */
static gsize
measure_tag (const char *at)
{
  const char *end = *at == '<' && (g_ascii_isalpha (at[1]) || at[1] == '/' || at[1] == '!') ? strchr (at, '>') : NULL;
  return end ? (gsize) (end - at) + 1 : 0;
}

static void
append_without_tags (const char *cell, GString *out)
{
  for (const char *at = cell; *at;) {
    gsize tag = measure_tag (at);
    if (g_ascii_strncasecmp (at, "<br", 3) == 0 || g_ascii_strncasecmp (at, "</p", 3) == 0)
      g_string_append_c (out, '\n');
    at += tag > 0 ? tag : take_entity (at, out);
  }
}

gboolean
chn_translation_append (ChnTranslation *translation, const ChnRegistry *registry, const char *cell, GString *out)
{
  gboolean is_whole = TRUE;
  if (translation->is_markup) {
    append_without_tags (cell, out);
    return TRUE;
  }
  if (translation->code >= 0 && g_hash_table_size (translation->words) == 0)
    take_codes (translation, registry);
  g_auto (GStrv) parts = g_strsplit (cell, ";", -1);
  for (char **part = parts; *part; part++) {
    const char *meaning = *g_strstrip (*part) ? find (translation, *part) : "";
    gboolean is_nothing = strcmp (meaning, "-") == 0;
    is_whole = is_whole && !is_nothing;
    if (*meaning && !is_nothing)
      g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "", meaning);
  }
  return is_whole;
}
