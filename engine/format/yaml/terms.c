/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Kinds, roles and types of relations of one's own, in a timeline file or a registry file:
 *
 *   kinds := { name: term }, roles := { name: term }, relations := { name: term }
 *   term  := {label: text, nearest: name, inverse: text, direction: none | earlier | later | around, note: text}
 *
 * Only relations have an inverse and a direction. Two files may declare the same alike.
 */
#include "format/yaml/terms.h"

#include "base/error.h"
#include "format/yaml/scalar.h"
#include "model/declared-terms.h"
#include "registry/dangling.h"
#include "registry/declared.h"

static const char **
find_part (ChnTermDeclaration *term, int key)
{
  const char **parts[] = {
    [CHN_TERM_LABEL] = &term->label,         [CHN_TERM_NEAREST] = &term->nearest, [CHN_TERM_INVERSE] = &term->inverse,
    [CHN_TERM_DIRECTION] = &term->direction, [CHN_TERM_NOTE] = &term->note,
  };
  return parts[key];
}

static void
visit (const ChnYamlKey *key, const ChnYamlNode *value, gpointer data)
{
  *find_part (data, key->id) = value->text;
}

/* As what it is remembered where the term stands: an id of an actor may be the same word. */
static char *
dup_owner (ChnVocabularyId id, const char *name)
{
  return g_strdup_printf ("%s\n%s", chn_vocabulary_get_plural (id), name);
}

static gboolean
is_declared (const ChnRegistryBuilder *builder, const ChnTermDeclaration *term)
{
  const ChnVocabulary *vocabulary = chn_registry_get_vocabulary (chn_registry_builder_get_declared (builder));
  int value = chn_vocabulary_find_term (vocabulary, term->vocabulary, term->name, -1, NULL);
  return value >= (int) chn_vocabulary_count (NULL, term->vocabulary);
}

/* The error of a term that is declared already, and otherwise, says where. */
static void
report (const ChnRegistryBuilder *builder, const ChnTermDeclaration *term, const ChnYamlFaults *faults,
        const ChnYamlNode *key, const GError *error)
{
  g_autofree char *owner = dup_owner (term->vocabulary, term->name);
  const ChnNamePlace *place = chn_registry_builder_get_place (builder, owner, NULL);
  gboolean differs = g_error_matches (error, CHN_ERROR, CHN_ERROR_CONFLICT) && is_declared (builder, term);
  if (!differs) {
    chn_yaml_fault_error (faults, key, error);
    return;
  }
  g_autoptr (GError) both = NULL;
  if (place)
    chn_error_reword (&both, error, "%s \"%s\" is declared otherwise at %s:%u:%u: %s",
                      chn_vocabulary_get_name (term->vocabulary), term->name, place->file, place->line, place->column,
                      error->message);
  else
    chn_error_reword (&both, error, "%s \"%s\" is declared otherwise: %s", chn_vocabulary_get_name (term->vocabulary),
                      term->name, error->message);
  chn_yaml_fault_error (faults, key, both);
}

static void
declare (ChnRegistryBuilder *builder, const ChnTermDeclaration *term, const ChnYamlFaults *faults,
         const ChnYamlNode *key)
{
  g_autoptr (GError) error = NULL;
  gboolean is_new = !is_declared (builder, term);
  if (chn_vocabulary_declare (chn_registry_builder_get_vocabulary (builder), term, &error) < 0) {
    report (builder, term, faults, key, error);
    return;
  }
  g_autofree char *owner = dup_owner (term->vocabulary, term->name);
  if (is_new)
    chn_registry_builder_set_place (builder, owner, NULL, faults->file, key->line, key->column);
}

void
chn_yaml_terms_read (ChnRegistryBuilder *builder, ChnYaml *yaml, const ChnYamlKey *section,
                     const ChnYamlFaults *faults)
{
  gboolean entered = FALSE;
  const ChnYamlNode *other = chn_yaml_enter (yaml, CHN_YAML_MAPPING, &entered);
  if (other)
    chn_yaml_key_check (section, faults, other);
  for (const ChnYamlNode *key = entered ? chn_yaml_next_key (yaml) : NULL; key; key = chn_yaml_next_key (yaml)) {
    const ChnYamlNode *value = chn_yaml_read_value (yaml);
    const ChnYamlKey named = { key->text, 0, CHN_YAML_MAPPING, FALSE };
    ChnTermDeclaration term = { .vocabulary = (ChnVocabularyId) chn_vocabulary_find_plural (section->name),
                                .name = key->text };
    if (!value || !chn_yaml_key_check (&named, faults, value))
      continue;
    chn_yaml_keys_walk (&chn_yaml_term_keys, faults, value, visit, &term);
    declare (builder, &term, faults, key);
  }
}

/* One line, in flow. */
static void
append_term (GString *out, ChnTermDeclaration *term)
{
  gboolean begun = FALSE;
  g_string_append (out, "  ");
  chn_scalar_append_key (out, term->name, 2);
  g_string_append (out, " {");
  for (guint i = 0; i < chn_yaml_term_keys.n_keys; i++) {
    const ChnYamlKey *key = &chn_yaml_term_keys.keys[i];
    const char *text = *find_part (term, key->id);
    if (!text)
      continue;
    g_string_append_printf (out, "%s%s: ", begun ? ", " : "", key->name);
    chn_scalar_append (out, text, CHN_SCALAR_FLOW);
    begun = TRUE;
  }
  g_string_append (out, "}\n");
}

void
chn_yaml_append_terms (GString *out, const ChnRegistry *registry)
{
  const ChnRegistry *base = chn_registry_get_base (registry);
  const ChnVocabulary *below = base ? chn_registry_get_vocabulary (base) : NULL;
  const ChnVocabulary *vocabulary = chn_registry_get_vocabulary (registry);
  for (guint id = 0; id < CHN_N_VOCABULARIES; id++) {
    guint first = chn_vocabulary_count (below, (ChnVocabularyId) id);
    for (guint i = first; i < chn_vocabulary_count (vocabulary, (ChnVocabularyId) id); i++) {
      ChnTermDeclaration term;
      if (i == first)
        g_string_append_printf (out, "\n%s:\n", chn_vocabulary_get_plural ((ChnVocabularyId) id));
      if (chn_vocabulary_get_declaration (vocabulary, (ChnVocabularyId) id, i, &term))
        append_term (out, &term);
    }
  }
}
