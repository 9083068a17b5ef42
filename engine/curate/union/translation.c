/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* An event of one timeline in the words of another: its own ids, keys of sources and names. */
#include "curate/union/translation.h"

#include "model/claim.h"

void
chn_translation_init (ChnTranslation *translation)
{
  translation->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  translation->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  translation->queries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
chn_translation_clear (ChnTranslation *translation)
{
  chn_other_names_clear (&translation->names);
  g_clear_pointer (&translation->ids, g_hash_table_unref);
  g_clear_pointer (&translation->sources, g_hash_table_unref);
  g_clear_pointer (&translation->queries, g_hash_table_unref);
}

const char *
chn_translate_id (const ChnTranslation *translation, const char *id)
{
  const char *found = g_hash_table_lookup (translation->ids, id);
  return found ? found : id;
}

const char *
chn_translate_source (const ChnTranslation *translation, const char *key)
{
  const char *found = g_hash_table_lookup (translation->sources, key);
  return found ? found : key;
}

/* Values beyond the known ones are each event's own. */
static guint
copy_term (const ChnEvent *from, ChnEvent *to, ChnVocabularyId vocabulary, guint value)
{
  int found = chn_event_find_term (to, vocabulary, chn_event_describe_term (from, vocabulary, value)->name, -1, NULL);
  return found < 0 ? 0 : (guint) found;
}

static void
copy_plain (const ChnTranslation *translation, const ChnEvent *from, ChnEvent *to, ChnField field)
{
  const ChnFieldInfo *info = chn_field_get_info (field);
  guint n = 0;
  switch (info->shape) {
  case CHN_SHAPE_TEXT:
    chn_event_set_text (to, field, chn_event_get_text (from, field), -1);
    break;
  case CHN_SHAPE_DATE:
    if (chn_event_get_date (from, field))
      chn_event_set_date (to, field, chn_event_get_date (from, field));
    break;
  case CHN_SHAPE_TERM:
    chn_event_set_term (to, field,
                        copy_term (from, to, (ChnVocabularyId) info->vocabulary, chn_event_get_term (from, field)));
    break;
  case CHN_SHAPE_NUMBER:
    chn_event_set_number (to, field, chn_event_get_number (from, field));
    break;
  case CHN_SHAPE_LIST: {
    const char *const *items = chn_event_get_items (from, field, &n);
    for (guint i = 0; i < n; i++)
      chn_event_add_item (
          to, field, field == CHN_FIELD_FORUMS ? chn_other_names_get_forum (&translation->names, items[i]) : items[i],
          -1);
    break;
  }
  case CHN_SHAPE_COMPOUND:
    break;
  }
}

static void
copy_actors (const ChnTranslation *translation, const ChnEvent *from, ChnEvent *to)
{
  guint n = 0;
  const ChnParticipation *actors = chn_event_get_actors (from, &n);
  for (guint i = 0; i < n; i++)
    chn_event_add_actor (to, chn_other_names_get_actor (&translation->names, actors[i].actor), -1,
                         copy_term (from, to, CHN_VOCABULARY_ROLE, actors[i].role));
}

static void
copy_vote (const ChnTranslation *translation, const ChnEvent *from, ChnEvent *to)
{
  ChnVote vote = *chn_event_get_vote (from);
  g_autofree ChnBallot *ballots = g_new (ChnBallot, MAX (vote.n_ballots, 1));
  for (guint i = 0; i < vote.n_ballots; i++)
    ballots[i] =
        (ChnBallot){ chn_other_names_get_actor (&translation->names, vote.ballots[i].actor), vote.ballots[i].kind };
  vote.ballots = ballots;
  chn_event_set_vote (to, &vote);
}

static void
copy_relations (const ChnTranslation *translation, const ChnEvent *from, ChnEvent *to)
{
  guint n = 0;
  const ChnRelation *relations = chn_event_get_relations (from, &n);
  const char *own = chn_event_get_text (to, CHN_FIELD_ID);
  for (guint i = 0; i < n; i++) {
    const char *target = chn_translate_id (translation, relations[i].target);
    if (g_strcmp0 (own, target) != 0)
      chn_event_add_relation (to, copy_term (from, to, CHN_VOCABULARY_RELATION, relations[i].type), target, -1);
  }
}

static const char *
translate_claim (const ChnTranslation *translation, const ChnClaim *claim)
{
  if (!chn_claim_is_name (claim->field))
    return claim->value;
  return claim->field == CHN_FIELD_FORUMS ? chn_other_names_get_forum (&translation->names, claim->value)
                                          : chn_other_names_get_actor (&translation->names, claim->value);
}

static void
copy_citations (const ChnTranslation *translation, const ChnEvent *from, ChnEvent *to)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (from, &n);
  for (guint i = 0; i < n; i++) {
    ChnCitation citation = citations[i];
    g_autofree ChnClaim *claims = g_new (ChnClaim, MAX (citation.n_claims, 1));
    for (guint k = 0; k < citation.n_claims; k++)
      claims[k] = (ChnClaim){ citation.claims[k].field, translate_claim (translation, &citation.claims[k]) };
    citation.claims = claims;
    citation.source = chn_translate_source (translation, citation.source);
    chn_event_add_citation (to, &citation);
  }
}

void
chn_translate_event (const ChnTranslation *translation, const ChnEvent *from, ChnEvent *to)
{
  guint n = 0;
  chn_event_clear (to);
  for (guint field = 0; field < CHN_N_FIELDS; field++)
    copy_plain (translation, from, to, (ChnField) field);
  chn_event_set_text (to, CHN_FIELD_ID, chn_translate_id (translation, chn_event_get_text (from, CHN_FIELD_ID)), -1);
  copy_actors (translation, from, to);
  copy_vote (translation, from, to);
  copy_relations (translation, from, to);
  copy_citations (translation, from, to);
  const ChnExtra *extras = chn_event_get_extras (from, &n);
  for (guint i = 0; i < n; i++)
    chn_event_add_extra (to, extras[i].key, extras[i].value);
}
