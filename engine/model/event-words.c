/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Words of an event that are no known terms: whoever reads it cannot know yet what they are declared to be. */
#include "model/event-words.h"

#include <string.h>

#include "model/event-storage.h"
#include "model/terms.h"

/* Few events of a file have words that others have not. */
enum { MOST_KEPT = 16 };

void
chn_event_forget_words (ChnEvent *event)
{
  guint n = 0;
  event->vocabulary = NULL;
  for (guint id = 0; event->words && id < CHN_N_VOCABULARIES; id++)
    n +=
        chn_vocabulary_count (event->words, (ChnVocabularyId) id) - chn_vocabulary_count (NULL, (ChnVocabularyId) id);
  if (n > MOST_KEPT)
    g_clear_pointer (&event->words, chn_vocabulary_unref);
}

/* The event's own, in which its terms have the values that they had. */
static ChnVocabulary *
need_words (ChnEvent *event)
{
  if (event->words && event->vocabulary == event->words)
    return event->words;
  if (!event->words || event->vocabulary) {
    chn_vocabulary_unref (event->words);
    event->words = chn_vocabulary_copy (event->vocabulary);
  }
  event->vocabulary = event->words;
  return event->words;
}

int
chn_event_find_term (ChnEvent *event, ChnVocabularyId id, const char *name, gssize length, GError **error)
{
  gsize bytes = length < 0 ? strlen (name) : (gsize) length;
  int value = chn_vocabulary_find_term (event->vocabulary, id, name, (gssize) bytes, NULL);
  if (value < 0 && bytes > 0 && chn_vocabulary_is_open (id))
    value = chn_vocabulary_take_word (need_words (event), id, name, (gssize) bytes);
  if (value < 0)
    chn_vocabulary_find (id, name, (gssize) bytes, error);
  return value;
}

const ChnTerm *
chn_event_describe_term (const ChnEvent *event, ChnVocabularyId id, guint value)
{
  const ChnTerm *term = chn_vocabulary_get_term (event->vocabulary, id, value);
  return term ? term : chn_vocabulary_get_term (NULL, id, 0);
}

/* Sets a value to that of the same name; FALSE where there is none. */
static gboolean
adopt (const ChnEvent *event, const ChnVocabulary *vocabulary, ChnVocabularyId id, guint *value)
{
  int found = chn_vocabulary_find_term (vocabulary, id, chn_event_describe_term (event, id, *value)->name, -1, NULL);
  if (found >= 0)
    *value = (guint) found;
  return found >= 0;
}

void
chn_event_adopt_terms (ChnEvent *event, const ChnVocabulary *vocabulary)
{
  guint kind = event->number[CHN_FIELD_KIND];
  if (!event->vocabulary || !vocabulary)
    return;
  g_autoptr (GArray) actors = g_array_copy (event->actors), relations = g_array_copy (event->relations);
  gboolean known = adopt (event, vocabulary, CHN_VOCABULARY_KIND, &kind);
  for (guint i = 0; i < actors->len && known; i++)
    known = adopt (event, vocabulary, CHN_VOCABULARY_ROLE, &g_array_index (actors, ChnParticipation, i).role);
  for (guint i = 0; i < relations->len && known; i++)
    known = adopt (event, vocabulary, CHN_VOCABULARY_RELATION, &g_array_index (relations, ChnRelation, i).type);
  if (!known)
    return;
  for (guint i = 0; i < actors->len; i++)
    g_array_index (event->actors, ChnParticipation, i).role = g_array_index (actors, ChnParticipation, i).role;
  for (guint i = 0; i < relations->len; i++)
    g_array_index (event->relations, ChnRelation, i).type = g_array_index (relations, ChnRelation, i).type;
  event->number[CHN_FIELD_KIND] = kind;
  event->vocabulary = vocabulary;
}
