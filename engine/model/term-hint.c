/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How to declare a word that no term has, said when somebody reads the error. */
#include "model/term-hint.h"

#include "base/error.h"
#include "model/slug.h"
#include "model/terms.h"

typedef struct {
  ChnHint *nearest; /* what the word may have been meant for, or NULL */
  ChnVocabularyId vocabulary;
} Declaration;

static void
free_declaration (gpointer data)
{
  Declaration *declaration = data;
  chn_hint_unref (declaration->nearest);
  g_free (declaration);
}

static char *
describe (gconstpointer data, const char *word)
{
  static const char *const rest[CHN_N_VOCABULARIES] = {
    [CHN_VOCABULARY_KIND] = "nearest: other",
    [CHN_VOCABULARY_ROLE] = "nearest: participant",
    [CHN_VOCABULARY_RELATION] = "nearest: related-to, inverse: INVERSE, direction: earlier",
  };
  const Declaration *declaration = data;
  const char *nearest = chn_hint_get_text (declaration->nearest);
  g_autofree char *slug = chn_slug_dup_near (word);
  g_autofree char *name = g_strdelimit (g_strdup (slug ? slug : "a-name"), ".", '-');
  g_autofree char *label = g_strdelimit (g_strdup (name), "-", ' ');
  label[0] = g_ascii_toupper (label[0]);
  const char *between = !nearest ? "" : g_str_has_suffix (nearest, "?") ? " or, " : "; or, ";
  return g_strdup_printf ("%s%sto declare it, here or in registry.yaml: %s: {%s: {label: %s, %s}}",
                          nearest ? nearest : "", between, chn_vocabulary_get_plural (declaration->vocabulary), name,
                          label, rest[declaration->vocabulary]);
}

void
chn_vocabulary_add_declaration_hint (GError *error, ChnVocabularyId id, const char *word)
{
  Declaration *declaration = g_new (Declaration, 1);
  *declaration = (Declaration){ chn_hint_ref (chn_error_peek_hint (error)), id };
  chn_error_take_hint (error, chn_hint_new_deferred (describe, declaration, free_declaration, word, -1));
}
