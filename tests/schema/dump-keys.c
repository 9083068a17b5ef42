/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Prints the tables that the YAML reader goes by, as JSON, for the test of the JSON Schema. */
#include <chancery/field.h>
#include <chancery/registry.h>
#include <chancery/vocabulary.h>
#include <stdio.h>

#include "format/yaml/keys.h"

static void
print_key (const ChnYamlKey *key)
{
  static const struct {
    ChnYamlKind kind;
    const char *name;
  } shapes[] = { { CHN_YAML_TEXT, "text" }, { CHN_YAML_LIST, "list" }, { CHN_YAML_MAPPING, "mapping" } };
  const char *separator = "";
  printf ("\"%s\": {\"required\": %s, \"shapes\": [", key->name, key->required ? "true" : "false");
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (key->shapes & shapes[i].kind) {
      printf ("%s\"%s\"", separator, shapes[i].name);
      separator = ", ";
    }
  printf ("]}");
}

static void
print_tables (void)
{
  guint n = 0;
  const ChnYamlKeys *const *tables = chn_yaml_keys_get_all (&n);
  printf ("{\"tables\": {");
  for (guint i = 0; i < n; i++) {
    printf ("%s\"%s\": {", i > 0 ? ",\n" : "\n", tables[i]->name);
    for (guint k = 0; k < tables[i]->n_keys; k++) {
      printf ("%s", k > 0 ? ",\n  " : "\n  ");
      print_key (&tables[i]->keys[k]);
    }
    printf ("}");
  }
  printf ("},\n");
}

static void
print_vocabularies (void)
{
  printf ("\"vocabularies\": {");
  for (ChnVocabularyId id = 0; id < CHN_N_VOCABULARIES; id++) {
    guint n = 0;
    const ChnTerm *terms = chn_vocabulary_get_terms (id, &n);
    printf ("%s\"%s\": [", id > 0 ? ",\n" : "\n", chn_vocabulary_get_name (id));
    for (guint i = 0; i < n; i++)
      printf ("%s\"%s\"", i > 0 ? ", " : "", terms[i].name);
    printf ("]");
  }
  printf ("},\n");
}

static void
print_fields (void)
{
  printf ("\"fields\": {");
  for (ChnField field = 0; field < CHN_N_FIELDS; field++) {
    const ChnFieldInfo *info = chn_field_get_info (field);
    printf ("%s\"%s\": {\"said\": %s, \"note\": \"%s\"}", field > 0 ? ",\n" : "\n", info->name,
            info->can_be_said ? "true" : "false", info->note);
  }
  printf ("}}\n");
}

int
main (void)
{
  print_tables ();
  print_vocabularies ();
  print_fields ();
  return 0;
}
