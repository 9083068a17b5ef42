/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The terms that a timeline may use: the known ones by their numbers, and those of its own behind them. */
#include <string.h>

#include "base/error.h"
#include "base/suggest.h"
#include "model/own-term.h"
#include "model/terms.h"

ChnVocabulary *
chn_vocabulary_new (void)
{
  ChnVocabulary *vocabulary = g_new0 (ChnVocabulary, 1);
  g_atomic_ref_count_init (&vocabulary->references);
  vocabulary->arena = chn_arena_new ();
  return vocabulary;
}

ChnVocabulary *
chn_vocabulary_ref (const ChnVocabulary *vocabulary)
{
  ChnVocabulary *shared = (ChnVocabulary *) (guintptr) vocabulary;
  g_atomic_ref_count_inc (&shared->references);
  return shared;
}

void
chn_vocabulary_unref (ChnVocabulary *vocabulary)
{
  if (!vocabulary || !g_atomic_ref_count_dec (&vocabulary->references))
    return;
  for (guint i = 0; i < CHN_N_VOCABULARIES; i++)
    g_clear_pointer (&vocabulary->own[i], g_ptr_array_unref);
  chn_arena_free (vocabulary->arena);
  g_free (vocabulary);
}

static guint
count_known (ChnVocabularyId id)
{
  guint n = 0;
  chn_vocabulary_get_terms (id, &n);
  return n;
}

guint
chn_vocabulary_count (const ChnVocabulary *vocabulary, ChnVocabularyId id)
{
  g_return_val_if_fail (id < CHN_N_VOCABULARIES, 0);
  return count_known (id) + (vocabulary && vocabulary->own[id] ? vocabulary->own[id]->len : 0);
}

const ChnOwnTerm *
chn_vocabulary_get_own (const ChnVocabulary *vocabulary, ChnVocabularyId id, guint value)
{
  guint n_known = count_known (id);
  gboolean is_own = value >= n_known && value < chn_vocabulary_count (vocabulary, id);
  return is_own ? vocabulary->own[id]->pdata[value - n_known] : NULL;
}

const ChnTerm *
chn_vocabulary_get_term (const ChnVocabulary *vocabulary, ChnVocabularyId id, guint value)
{
  g_return_val_if_fail (id < CHN_N_VOCABULARIES, NULL);
  guint n_known = 0;
  const ChnTerm *known = chn_vocabulary_get_terms (id, &n_known);
  if (value < n_known)
    return &known[value];
  const ChnOwnTerm *own = chn_vocabulary_get_own (vocabulary, id, value);
  return own ? &own->term : NULL;
}

guint
chn_vocabulary_get_nearest (const ChnVocabulary *vocabulary, ChnVocabularyId id, guint value)
{
  const ChnOwnTerm *own = chn_vocabulary_get_own (vocabulary, id, value);
  return own ? own->nearest : value;
}

/* Whether the text is a term's name, which is in lower case, in any case. Most names differ in the first letter. */
static inline gboolean
is_name (const char *name, const char *text, gsize length)
{
  return length > 0 && *name == (*text | 0x20) && strlen (name) == length &&
         (memcmp (name, text, length) == 0 || g_ascii_strncasecmp (name, text, length) == 0);
}

static int
find (const ChnVocabulary *vocabulary, ChnVocabularyId id, const char *name, gsize length)
{
  guint n_known = 0;
  const ChnTerm *known = chn_vocabulary_get_terms (id, &n_known);
  for (guint i = 0; i < n_known; i++)
    if (is_name (known[i].name, name, length))
      return (int) i;
  const GPtrArray *own = vocabulary ? vocabulary->own[id] : NULL;
  for (guint i = 0; own && i < own->len; i++)
    if (is_name (((const ChnOwnTerm *) own->pdata[i])->term.name, name, length))
      return (int) (n_known + i);
  return -1;
}

/* The names of one vocabulary, as candidates for what was meant. */
typedef struct {
  ChnVocabulary *vocabulary; /* or NULL */
  ChnVocabularyId id;
} Names;

static const char *
get_name (gconstpointer table, guint index)
{
  const Names *names = table;
  const ChnTerm *term = chn_vocabulary_get_term (names->vocabulary, names->id, index);
  return term ? term->name : NULL;
}

static char *
describe_nearest (gconstpointer data, const char *wanted)
{
  return chn_name_table_dup_hint (&(ChnNameTable){ get_name, data, NULL }, wanted, -1);
}

static void
free_names (gpointer data)
{
  Names *names = data;
  chn_vocabulary_unref (names->vocabulary);
  g_free (names);
}

static void
set_unknown (GError **error, const ChnVocabulary *vocabulary, ChnVocabularyId id, const char *name, gsize length)
{
  chn_error_set_at (error, CHN_ERROR_UNKNOWN, 0, length, NULL, "unknown %s \"%.*s\"", chn_vocabulary_get_name (id),
                    (int) length, name);
  if (!error)
    return;
  Names *names = g_new (Names, 1);
  *names = (Names){ vocabulary ? chn_vocabulary_ref (vocabulary) : NULL, id };
  chn_error_take_hint (*error, chn_hint_new_deferred (describe_nearest, names, free_names, name, (gssize) length));
}

int
chn_vocabulary_find_term (const ChnVocabulary *vocabulary, ChnVocabularyId id, const char *name, gssize length,
                          GError **error)
{
  g_return_val_if_fail (id < CHN_N_VOCABULARIES, -1);
  gsize bytes = length < 0 ? strlen (name) : (gsize) length;
  int value = find (vocabulary, id, name, bytes);
  if (value < 0)
    set_unknown (error, vocabulary, id, name, bytes);
  return value;
}

int
chn_vocabulary_find (ChnVocabularyId id, const char *name, gssize length, GError **error)
{
  return chn_vocabulary_find_term (NULL, id, name, length, error);
}

/* Of those that may be declared; the row of a vocabulary that takes no further terms is empty. */
typedef struct {
  const char *plural;
  guint most; /* kinds are kept in a byte, types of relations are bits of a number of 64 */
} OpenVocabulary;

static const OpenVocabulary open_vocabularies[CHN_N_VOCABULARIES] = {
  [CHN_VOCABULARY_KIND] = { "kinds", 200 },
  [CHN_VOCABULARY_ROLE] = { "roles", 200 },
  [CHN_VOCABULARY_RELATION] = { "relations", 48 },
};

gboolean
chn_vocabulary_is_open (ChnVocabularyId id)
{
  return open_vocabularies[id].plural != NULL;
}

guint
chn_vocabulary_get_most_declared (ChnVocabularyId id)
{
  return open_vocabularies[id].most;
}

const char *
chn_vocabulary_get_plural (ChnVocabularyId id)
{
  return open_vocabularies[id].plural;
}

int
chn_vocabulary_find_plural (const char *plural)
{
  for (guint i = 0; i < CHN_N_VOCABULARIES; i++)
    if (open_vocabularies[i].plural && strcmp (open_vocabularies[i].plural, plural) == 0)
      return (int) i;
  return -1;
}

static const char *
keep (ChnVocabulary *vocabulary, const char *text)
{
  return text ? chn_arena_strndup (vocabulary->arena, text, -1) : NULL;
}

int
chn_vocabulary_add_own (ChnVocabulary *vocabulary, ChnVocabularyId id, const ChnOwnTerm *term)
{
  if (!vocabulary->own[id])
    vocabulary->own[id] = g_ptr_array_new ();
  if (vocabulary->own[id]->len >= open_vocabularies[id].most)
    return -1;
  ChnOwnTerm *own = chn_arena_memdup (vocabulary->arena, term, sizeof *term);
  own->term.name = keep (vocabulary, term->term.name);
  own->term.label = keep (vocabulary, term->term.label);
  own->term.note = keep (vocabulary, term->term.note);
  own->term.inverse = keep (vocabulary, term->term.inverse);
  g_ptr_array_add (vocabulary->own[id], own);
  return (int) chn_vocabulary_count (vocabulary, id) - 1;
}

int
chn_vocabulary_take_word (ChnVocabulary *vocabulary, ChnVocabularyId id, const char *word, gssize length)
{
  gsize bytes = length < 0 ? strlen (word) : (gsize) length;
  int value = find (vocabulary, id, word, bytes);
  if (value >= 0)
    return value;
  g_autofree char *name = g_ascii_strdown (word, (gssize) bytes);
  const ChnOwnTerm own = { .term = { name, name, "", name, CHN_ORDER_NONE } };
  return chn_vocabulary_add_own (vocabulary, id, &own);
}

ChnVocabulary *
chn_vocabulary_copy (const ChnVocabulary *vocabulary)
{
  ChnVocabulary *copy = chn_vocabulary_new ();
  for (guint id = 0; vocabulary && id < CHN_N_VOCABULARIES; id++)
    for (guint i = 0; vocabulary->own[id] && i < vocabulary->own[id]->len; i++)
      chn_vocabulary_add_own (copy, (ChnVocabularyId) id, vocabulary->own[id]->pdata[i]);
  return copy;
}
