/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Declared terms as text, for files that keep them beside rows:
 *
 *   text = *( plural TAB name TAB label TAB note TAB nearest TAB inverse TAB direction LF )
 *
 * What is not said is empty. No part has a tab or a line break in it.
 */
#include "model/terms-text.h"

#include <string.h>

#include "model/declared-terms.h"

enum { N_PARTS = 7 };

char *
chn_vocabulary_dup_text (const ChnVocabulary *vocabulary)
{
  GString *out = g_string_new (NULL);
  for (guint id = 0; id < CHN_N_VOCABULARIES; id++)
    for (guint i = 0; i < chn_vocabulary_count (vocabulary, (ChnVocabularyId) id); i++) {
      ChnTermDeclaration term;
      if (!chn_vocabulary_get_declaration (vocabulary, (ChnVocabularyId) id, i, &term))
        continue;
      g_string_append_printf (out, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", chn_vocabulary_get_plural (term.vocabulary),
                              term.name, term.label, term.note ? term.note : "", term.nearest,
                              term.inverse ? term.inverse : "", term.direction ? term.direction : "");
    }
  return g_string_free (out, FALSE);
}

static const char *
unless_empty (const char *text)
{
  return *text ? text : NULL;
}

static gboolean
read_line (ChnVocabulary *vocabulary, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", -1);
  int id = g_strv_length (parts) == N_PARTS ? chn_vocabulary_find_plural (parts[0]) : -1;
  if (id < 0)
    return FALSE;
  const ChnTermDeclaration term = { .vocabulary = (ChnVocabularyId) id,
                                    .name = parts[1],
                                    .label = unless_empty (parts[2]),
                                    .note = unless_empty (parts[3]),
                                    .nearest = unless_empty (parts[4]),
                                    .inverse = unless_empty (parts[5]),
                                    .direction = unless_empty (parts[6]) };
  return chn_vocabulary_declare (vocabulary, &term, NULL) >= 0;
}

ChnVocabulary *
chn_vocabulary_new_from_text (const char *text, gsize length)
{
  if (!g_utf8_validate (text, (gssize) length, NULL))
    return NULL;
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv) lines = g_strsplit (copy, "\n", -1);
  g_autoptr (ChnVocabulary) vocabulary = chn_vocabulary_new ();
  for (guint i = 0; lines[i]; i++)
    if (*lines[i] && !read_line (vocabulary, lines[i]))
      return NULL;
  return g_steal_pointer (&vocabulary);
}
