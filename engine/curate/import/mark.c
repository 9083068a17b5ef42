/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Marks events with a digest of what an import made of them. */
#include "curate/import/mark.h"

#include <string.h>

#include "base/hash.h"

/* A text with its end, so that "a", "b" and "ab" differ; nothing is as an empty text. */
static void
add (guint64 *hash, const char *text)
{
  *hash = chn_hash_fnv (*hash, text ? text : "", text ? strlen (text) + 1 : 1);
}

static void
add_number (guint64 *hash, gint64 number)
{
  number = GINT64_TO_LE (number);
  *hash = chn_hash_fnv (*hash, (const char *) &number, sizeof number);
}

static void
add_vote (guint64 *hash, const ChnVote *vote)
{
  const gint64 numbers[] = { vote->yes, vote->no, vote->abstain, vote->not_voting, vote->method, vote->result };
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    add_number (hash, numbers[i]);
  if (vote->is_summed) /* marks of files made before stay as they were */
    add (hash, "summed");
  for (guint i = 0; i < vote->n_ballots; i++) {
    add (hash, vote->ballots[i].actor);
    add_number (hash, vote->ballots[i].kind);
  }
}

static void
add_citations (guint64 *hash, const ChnEvent *event)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n; i++) {
    add (hash, citations[i].source);
    add (hash, citations[i].at);
    add (hash, citations[i].quote);
    add (hash, citations[i].note);
    for (guint k = 0; k < citations[i].n_claims; k++) {
      add_number (hash, citations[i].claims[k].field);
      add (hash, citations[i].claims[k].value);
    }
  }
}

static void
add_lists (guint64 *hash, const ChnEvent *event)
{
  guint n = 0;
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  for (guint i = 0; i < n; i++) {
    add (hash, actors[i].actor);
    add (hash, chn_event_describe_term (event, CHN_VOCABULARY_ROLE, actors[i].role)->name);
  }
  const ChnRelation *relations = chn_event_get_relations (event, &n);
  for (guint i = 0; i < n; i++) {
    add (hash, chn_event_describe_term (event, CHN_VOCABULARY_RELATION, relations[i].type)->name);
    add (hash, relations[i].target);
  }
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (extras[i].key, CHN_IMPORT_MARK) != 0) {
      add (hash, extras[i].key);
      add (hash, extras[i].value);
    }
}

/* A field that has one value, or a list of texts. */
static void
add_field (guint64 *hash, const ChnEvent *event, ChnField field)
{
  const ChnFieldInfo *info = chn_field_get_info (field);
  guint n = 0;
  const char *const *items = info->shape == CHN_SHAPE_LIST ? chn_event_get_items (event, field, &n) : NULL;
  for (guint i = 0; i < n; i++)
    add (hash, items[i]);
  if (info->shape == CHN_SHAPE_TEXT || info->shape == CHN_SHAPE_DATE)
    add (hash, chn_event_get_text (event, field));
  else if (info->shape == CHN_SHAPE_NUMBER)
    add_number (hash, chn_event_get_number (event, field));
  else if (info->shape == CHN_SHAPE_TERM)
    add (
        hash,
        chn_event_describe_term (event, (ChnVocabularyId) info->vocabulary, chn_event_get_term (event, field))->name);
}

void
chn_mark_make (const ChnEvent *event, char mark[CHN_MARK_SIZE])
{
  guint64 hash = CHN_FNV_START;
  gint64 number = CHN_FIELD_ID + 1;
  for (guint field = CHN_FIELD_ID + 1; field < CHN_N_FIELDS; field++) {
    if (field == CHN_FIELD_IGNORE) /* which no row has, and marks that were made before it stand */
      continue;
    add_number (&hash, number++);
    add_field (&hash, event, (ChnField) field);
  }
  add_vote (&hash, chn_event_get_vote (event));
  add_lists (&hash, event);
  add_citations (&hash, event);
  g_snprintf (mark, CHN_MARK_SIZE, "x%016" G_GINT64_MODIFIER "x", hash);
}

const char *
chn_mark_get (const ChnEvent *event)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (extras[i].key, CHN_IMPORT_MARK) == 0)
      return extras[i].value;
  return NULL;
}
