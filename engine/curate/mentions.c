/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which of a timeline's own names may be known where a part of it is shown. */
#include "curate/mentions.h"

#include <string.h>

#include "model/declared-terms.h"

enum { KINDS = CHN_OWN_KIND + CHN_N_VOCABULARIES };

struct _ChnMentions {
  ChnRegistry *registry;
  GHashTable *names[KINDS]; /* id -> bits of ChnMention */
};

static void
add_terms (ChnMentions *mentions, const ChnVocabulary *vocabulary, ChnVocabularyId id)
{
  for (guint i = 0; i < chn_vocabulary_count (vocabulary, id); i++) {
    ChnTermDeclaration term;
    if (chn_vocabulary_get_declaration (vocabulary, id, i, &term))
      g_hash_table_insert (mentions->names[CHN_OWN_KIND + id], g_strdup (term.name), NULL);
  }
}

static guint
add_names (ChnMentions *mentions)
{
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (mentions->registry, TRUE);
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (mentions->registry, TRUE);
  guint n = 0;
  for (guint i = 0; i < actors->len; i++)
    g_hash_table_insert (mentions->names[CHN_OWN_ACTOR], g_strdup (chn_actor_get_id (actors->pdata[i])), NULL);
  for (guint i = 0; i < forums->len; i++)
    g_hash_table_insert (mentions->names[CHN_OWN_FORUM], g_strdup (chn_forum_get_id (forums->pdata[i])), NULL);
  for (guint id = 0; id < CHN_N_VOCABULARIES; id++)
    add_terms (mentions, chn_registry_get_vocabulary (mentions->registry), (ChnVocabularyId) id);
  for (guint i = 0; i < KINDS; i++)
    n += g_hash_table_size (mentions->names[i]);
  return n;
}

ChnMentions *
chn_mentions_new (const ChnTimeline *timeline)
{
  ChnRegistry *registry = chn_timeline_get_registry (timeline);
  if (!chn_registry_get_base (registry))
    return NULL;
  g_autoptr (ChnMentions) mentions = g_new0 (ChnMentions, 1);
  mentions->registry = chn_registry_ref (registry);
  for (guint i = 0; i < KINDS; i++)
    mentions->names[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return add_names (mentions) > 0 ? g_steal_pointer (&mentions) : NULL;
}

void
chn_mentions_free (ChnMentions *mentions)
{
  if (!mentions)
    return;
  for (guint i = 0; i < KINDS; i++)
    g_hash_table_unref (mentions->names[i]);
  chn_registry_unref (mentions->registry);
  g_free (mentions);
}

/* Gives a name one more bit; FALSE where it has it, or is none of the timeline's own. */
static gboolean
note (ChnMentions *mentions, guint kind, const char *id, guint mention)
{
  gpointer key = NULL, bits = NULL;
  if (!id || !g_hash_table_lookup_extended (mentions->names[kind], id, &key, &bits) ||
      (GPOINTER_TO_UINT (bits) & mention))
    return FALSE;
  g_hash_table_insert (mentions->names[kind], g_strdup (id), GUINT_TO_POINTER (GPOINTER_TO_UINT (bits) | mention));
  return TRUE;
}

static void
note_term (ChnMentions *mentions, const ChnEvent *event, ChnVocabularyId id, guint value, ChnMention mention)
{
  note (mentions, CHN_OWN_KIND + id, chn_event_describe_term (event, id, value)->name, mention);
}

/* Names that stand anywhere in what a source says. */
static void
note_claim (ChnMentions *mentions, const ChnClaim *claim, ChnMention mention)
{
  for (guint kind = 0; kind < KINDS; kind++) {
    guint n = 0;
    g_autofree gpointer *names = g_hash_table_get_keys_as_array (mentions->names[kind], &n);
    for (guint i = 0; i < n; i++)
      if (strstr (claim->value, names[i]))
        note (mentions, kind, names[i], mention);
  }
}

static void
note_citations (ChnMentions *mentions, const ChnEvent *event, ChnMention mention)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < citations[i].n_claims; k++)
      note_claim (mentions, &citations[i].claims[k], mention);
}

static void
note_actors (ChnMentions *mentions, const ChnEvent *event, ChnMention mention)
{
  guint n = 0;
  const ChnVote *vote = chn_event_get_vote (event);
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  for (guint i = 0; i < n; i++) {
    note (mentions, CHN_OWN_ACTOR, actors[i].actor, mention);
    note_term (mentions, event, CHN_VOCABULARY_ROLE, actors[i].role, mention);
  }
  for (guint i = 0; i < vote->n_ballots; i++)
    note (mentions, CHN_OWN_ACTOR, vote->ballots[i].actor, mention);
}

void
chn_mentions_note (ChnMentions *mentions, const ChnEvent *event, ChnMention mention)
{
  guint n = 0;
  const char *const *forums = chn_event_get_items (event, CHN_FIELD_FORUMS, &n);
  for (guint i = 0; i < n; i++)
    note (mentions, CHN_OWN_FORUM, forums[i], mention);
  const ChnRelation *relations = chn_event_get_relations (event, &n);
  for (guint i = 0; i < n; i++)
    note_term (mentions, event, CHN_VOCABULARY_RELATION, relations[i].type, mention);
  note_term (mentions, event, CHN_VOCABULARY_KIND, chn_event_get_term (event, CHN_FIELD_KIND), mention);
  note_actors (mentions, event, mention);
  note_citations (mentions, event, mention);
}

/* Whether one of them that may be NULL has a name. */
static gboolean
has_name (const ChnMentions *mentions, guint kind, const char *id)
{
  return mentions && g_hash_table_contains (mentions->names[kind], id);
}

void
chn_mentions_note_known (ChnMentions *mentions, const ChnTimeline *before, const ChnTimeline *outside)
{
  g_autoptr (ChnMentions) known = chn_mentions_new (before), shown = chn_mentions_new (outside);
  for (guint kind = 0; known && kind < KINDS; kind++) {
    guint n = 0;
    g_autofree gpointer *names = g_hash_table_get_keys_as_array (known->names[kind], &n);
    for (guint i = 0; i < n; i++)
      note (mentions, kind, names[i], has_name (shown, kind, names[i]) ? CHN_MENTIONED_SHOWN : CHN_MENTIONED_HIDDEN);
  }
}

gboolean
chn_mentions_exceed (ChnMentions *mentions, const ChnTimeline *other)
{
  g_autoptr (ChnMentions) known = chn_mentions_new (other);
  gboolean any = FALSE;
  for (guint kind = 0; kind < KINDS; kind++) {
    guint n = 0;
    g_autofree gpointer *names = g_hash_table_get_keys_as_array (mentions->names[kind], &n);
    for (guint i = 0; i < n; i++)
      any |= chn_mentions_want ((ChnOwnName) kind, names[i], mentions) && !has_name (known, kind, names[i]);
  }
  return any;
}

static guint
get_bits (const ChnMentions *mentions, guint kind, const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (mentions->names[kind], id));
}

/* Hands on, from an actor to its members and successors, that it is shown; and back that one of them is hidden. */
static gboolean
settle_actor (ChnMentions *mentions, const ChnActor *actor)
{
  guint n = 0;
  gboolean changed = FALSE;
  const char *id = chn_actor_get_id (actor);
  guint bits = get_bits (mentions, CHN_OWN_ACTOR, id);
  const ChnMembership *members = chn_actor_get_members (actor, &n);
  for (guint i = 0; i < n; i++)
    if (bits & CHN_MENTIONED_SHOWN)
      changed |= note (mentions, CHN_OWN_ACTOR, members[i].actor, CHN_MENTIONED_SHOWN);
    else if (get_bits (mentions, CHN_OWN_ACTOR, members[i].actor) == CHN_MENTIONED_HIDDEN)
      changed |= note (mentions, CHN_OWN_ACTOR, id, CHN_MENTIONED_HIDDEN);
  for (const char *const *next = chn_actor_get_successors (actor); *next; next++)
    if (bits & CHN_MENTIONED_SHOWN)
      changed |= note (mentions, CHN_OWN_ACTOR, *next, CHN_MENTIONED_SHOWN);
    else if (get_bits (mentions, CHN_OWN_ACTOR, *next) == CHN_MENTIONED_HIDDEN)
      changed |= note (mentions, CHN_OWN_ACTOR, id, CHN_MENTIONED_HIDDEN);
  return changed;
}

static gboolean
settle_forum (ChnMentions *mentions, const ChnForum *forum)
{
  const ChnForum *parent = chn_forum_get_parent (forum);
  const char *id = chn_forum_get_id (forum);
  if (!parent)
    return FALSE;
  if (get_bits (mentions, CHN_OWN_FORUM, id) & CHN_MENTIONED_SHOWN)
    return note (mentions, CHN_OWN_FORUM, chn_forum_get_id (parent), CHN_MENTIONED_SHOWN);
  return get_bits (mentions, CHN_OWN_FORUM, chn_forum_get_id (parent)) == CHN_MENTIONED_HIDDEN &&
         note (mentions, CHN_OWN_FORUM, id, CHN_MENTIONED_HIDDEN);
}

void
chn_mentions_settle (ChnMentions *mentions)
{
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (mentions->registry, TRUE);
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (mentions->registry, TRUE);
  for (gboolean changed = TRUE; changed;) {
    changed = FALSE;
    for (guint i = 0; i < actors->len; i++)
      changed |= settle_actor (mentions, actors->pdata[i]);
    for (guint i = 0; i < forums->len; i++)
      changed |= settle_forum (mentions, forums->pdata[i]);
  }
}

gboolean
chn_mentions_want (ChnOwnName kind, const char *id, gpointer data)
{
  return get_bits (data, (guint) kind, id) != CHN_MENTIONED_HIDDEN;
}

gboolean
chn_mentions_is_shown (const ChnMentions *mentions, ChnOwnName kind, const char *id)
{
  return get_bits (mentions, (guint) kind, id) & CHN_MENTIONED_SHOWN;
}
