/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The actors, forums and terms of a timeline's own that an event names, so that its object can stand alone. */
#include "base/json-write.h"
#include "format/json/emit.h"
#include "model/declared-terms.h"

typedef struct {
  const ChnJsonEmit *emit;
  const ChnRegistry *base;
  GPtrArray *actors; /* ChnActor, each once */
  GPtrArray *forums; /* ChnForum, parents first */
  GArray *terms;     /* ChnTermDeclaration, by vocabulary */
} Names;

static void
add_actor (Names *names, const char *id)
{
  if (chn_registry_get_actor (names->base, id))
    return;
  const ChnActor *actor = chn_registry_get_actor (names->emit->registry, id);
  if (actor && !g_ptr_array_find (names->actors, actor, NULL))
    g_ptr_array_add (names->actors, (gpointer) actor);
}

static void
add_forum (Names *names, const char *id)
{
  guint first = names->forums->len;
  for (const ChnForum *forum = chn_registry_get_forum (names->emit->registry, id);
       forum && !chn_registry_get_forum (names->base, chn_forum_get_id (forum)) &&
       !g_ptr_array_find (names->forums, forum, NULL);
       forum = chn_forum_get_parent (forum))
    g_ptr_array_insert (names->forums, (gint) first, (gpointer) forum);
}

/* What sources say may name them too. */
static void
collect_from_claims (Names *names, const ChnCitation *citation)
{
  for (guint i = 0; i < citation->n_claims; i++) {
    if (citation->claims[i].field == CHN_FIELD_ACTORS)
      add_actor (names, citation->claims[i].value);
    else if (citation->claims[i].field == CHN_FIELD_FORUMS)
      add_forum (names, citation->claims[i].value);
  }
}

static void
add_term (Names *names, ChnVocabularyId id, guint value)
{
  ChnTermDeclaration term;
  if (!chn_vocabulary_get_declaration (chn_registry_get_vocabulary (names->emit->registry), id, value, &term))
    return;
  for (guint i = 0; i < names->terms->len; i++)
    if (g_array_index (names->terms, ChnTermDeclaration, i).name == term.name)
      return;
  g_array_append_val (names->terms, term);
}

/* A source may say that it was of another kind. */
static void
add_claimed_kinds (Names *names, const ChnCitation *citation)
{
  const ChnVocabulary *vocabulary = chn_registry_get_vocabulary (names->emit->registry);
  for (guint i = 0; i < citation->n_claims; i++) {
    int kind = citation->claims[i].field == CHN_FIELD_KIND
                   ? chn_vocabulary_find_term (vocabulary, CHN_VOCABULARY_KIND, citation->claims[i].value, -1, NULL)
                   : -1;
    if (kind >= 0)
      add_term (names, CHN_VOCABULARY_KIND, (guint) kind);
  }
}

static void
collect_terms (Names *names)
{
  const ChnEvent *event = names->emit->event;
  guint n = 0;
  add_term (names, CHN_VOCABULARY_KIND, chn_event_get_term (event, CHN_FIELD_KIND));
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n; i++)
    add_claimed_kinds (names, &citations[i]);
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  for (guint i = 0; i < n; i++)
    add_term (names, CHN_VOCABULARY_ROLE, actors[i].role);
  const ChnRelation *relations = chn_event_get_relations (event, &n);
  for (guint i = 0; i < n; i++)
    add_term (names, CHN_VOCABULARY_RELATION, relations[i].type);
}

static void
collect (Names *names)
{
  const ChnEvent *event = names->emit->event;
  guint n = 0;
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  for (guint i = 0; i < n; i++)
    add_actor (names, actors[i].actor);
  const ChnVote *vote = chn_event_get_vote (event);
  for (guint i = 0; i < vote->n_ballots; i++)
    add_actor (names, vote->ballots[i].actor);
  const char *const *forums = chn_event_get_items (event, CHN_FIELD_FORUMS, &n);
  for (guint i = 0; i < n; i++)
    add_forum (names, forums[i]);
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n; i++)
    collect_from_claims (names, &citations[i]);
}

static void
put_name (ChnWriter *out, const char *id, const char *kind, const char *name, const char *short_name)
{
  chn_writer_puts (out, "{\"id\":");
  chn_json_put_text (out, id);
  if (kind) {
    chn_writer_puts (out, ",\"kind\":");
    chn_json_put_text (out, kind);
  }
  chn_writer_puts (out, ",\"name\":");
  chn_json_put_text (out, name);
  if (g_strcmp0 (short_name, name) != 0) {
    chn_writer_puts (out, ",\"short\":");
    chn_json_put_text (out, short_name);
  }
  chn_writer_putc (out, '}');
}

static void
put_part (ChnWriter *out, const char *key, const char *text)
{
  if (!text)
    return;
  chn_writer_puts (out, key);
  chn_json_put_text (out, text);
}

/* ,"kinds":[{…}],"roles":[{…}]: those of one vocabulary stand together */
static void
put_terms (ChnWriter *out, const GArray *terms)
{
  for (guint i = 0; i < terms->len; i++) {
    const ChnTermDeclaration *term = &g_array_index (terms, ChnTermDeclaration, i);
    if (i > 0 && term[-1].vocabulary == term->vocabulary)
      chn_writer_putc (out, ',');
    else
      chn_writer_printf (out, "%s,\"%s\":[", i > 0 ? "]" : "", chn_vocabulary_get_plural (term->vocabulary));
    put_part (out, "{\"name\":", term->name);
    put_part (out, ",\"label\":", term->label);
    put_part (out, ",\"note\":", term->note);
    put_part (out, ",\"nearest\":", term->nearest);
    put_part (out, ",\"inverse\":", term->inverse);
    put_part (out, ",\"direction\":", term->direction);
    chn_writer_putc (out, '}');
  }
  chn_writer_puts (out, terms->len > 0 ? "]" : "");
}

static void
put_names (ChnWriter *out, const Names *names)
{
  chn_writer_puts (out, "{\"actors\":[");
  for (guint i = 0; i < names->actors->len; i++) {
    const ChnActor *actor = names->actors->pdata[i];
    if (i > 0)
      chn_writer_putc (out, ',');
    put_name (out, chn_actor_get_id (actor), chn_actor_kind_get_name (chn_actor_get_kind (actor)),
              chn_actor_get_name (actor), chn_actor_get_short_name (actor));
  }
  chn_writer_puts (out, "],\"forums\":[");
  for (guint i = 0; i < names->forums->len; i++) {
    const ChnForum *forum = names->forums->pdata[i];
    if (i > 0)
      chn_writer_putc (out, ',');
    put_name (out, chn_forum_get_id (forum), NULL, chn_forum_get_name (forum), chn_forum_get_short_name (forum));
  }
  chn_writer_putc (out, ']');
  put_terms (out, names->terms);
  chn_writer_putc (out, '}');
}

void
chn_json_put_names (const ChnJsonEmit *emit, const char *key)
{
  const ChnRegistry *base = chn_registry_get_base (emit->registry);
  if (!base)
    return;
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();
  g_autoptr (GPtrArray) forums = g_ptr_array_new ();
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (ChnTermDeclaration));
  Names names = { emit, base, actors, forums, terms };
  collect (&names);
  if (chn_registry_get_vocabulary (emit->registry))
    collect_terms (&names);
  if (actors->len + forums->len + terms->len == 0)
    return;
  chn_json_put_key (emit, key);
  put_names (emit->out, &names);
}
