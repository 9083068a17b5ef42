/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tells which queries would tell of events that may not be seen. */
#include "curate/outward-words.h"

#include <string.h>

#include "base/segment.h"
#include "format/yaml/write.h"

void
chn_outward_words_init (ChnOutwardWords *words)
{
  words->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  words->folded = g_string_new (NULL);
  words->text = g_string_new (NULL);
}

void
chn_outward_words_clear (ChnOutwardWords *words)
{
  g_hash_table_unref (words->words);
  g_string_free (words->folded, TRUE);
  g_string_free (words->text, TRUE);
}

/* The next word of a folded query that is neither the name of a field nor a keyword; NULL behind the last. */
static char *
dup_next (const char **at)
{
  static const char *const keywords[] = { "and", "or", "not", NULL };
  const char *word = NULL;
  gsize length = 0;
  while (chn_segment_next (at, &word, &length)) {
    g_autofree char *copy = g_strndup (word, length);
    if (!(**at && strchr (":=<>", **at)) && !g_strv_contains (keywords, copy))
      return g_steal_pointer (&copy);
  }
  return NULL;
}

void
chn_outward_words_ask (ChnOutwardWords *words, const char *text)
{
  chn_segment_fold (text ? text : "", words->folded);
  const char *at = words->folded->str;
  for (char *word = dup_next (&at); word; word = dup_next (&at))
    g_hash_table_insert (words->words, word, NULL);
}

void
chn_outward_words_note_text (ChnOutwardWords *words, const char *text, ChnSaid said)
{
  const char *word = NULL;
  gsize length = 0;
  chn_segment_fold (text ? text : "", words->folded);
  for (const char *at = words->folded->str; chn_segment_next (&at, &word, &length);) {
    gpointer key = NULL, bits = NULL;
    g_autofree char *copy = g_strndup (word, length);
    if (g_hash_table_lookup_extended (words->words, copy, &key, &bits))
      g_hash_table_insert (words->words, g_steal_pointer (&copy),
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (bits) | (guint) said));
  }
}

static gboolean
takes_all (const char *id, gpointer data)
{
  (void) id, (void) data;
  return TRUE;
}

void
chn_outward_words_note (ChnOutwardWords *words, const ChnEvent *event, ChnSaid said)
{
  g_string_truncate (words->text, 0);
  chn_yaml_append_event (words->text, event, NULL, takes_all, NULL);
  chn_outward_words_note_text (words, words->text->str, said);
}

gboolean
chn_outward_words_may_be_known (ChnOutwardWords *words, const char *text)
{
  gboolean may_be = TRUE;
  chn_segment_fold (text ? text : "", words->folded);
  const char *at = words->folded->str;
  for (char *word = dup_next (&at); word; word = dup_next (&at)) {
    g_autofree char *owned = word;
    may_be &= GPOINTER_TO_UINT (g_hash_table_lookup (words->words, owned)) != CHN_SAID_HIDDEN;
  }
  return may_be;
}
