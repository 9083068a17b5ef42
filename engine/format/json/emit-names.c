/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The actors and forums of a timeline's own that an event names, so that its object can stand alone. */
#include "base/json-write.h"
#include "format/json/emit.h"

typedef struct {
  const ChnJsonEmit *emit;
  const ChnRegistry *base;
  GPtrArray *actors; /* ChnActor, each once */
  GPtrArray *forums; /* ChnForum, parents first */
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
  chn_writer_puts (out, "]}");
}

void
chn_json_put_names (const ChnJsonEmit *emit, const char *key)
{
  const ChnRegistry *base = chn_registry_get_base (emit->registry);
  if (!base)
    return;
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();
  g_autoptr (GPtrArray) forums = g_ptr_array_new ();
  Names names = { emit, base, actors, forums };
  collect (&names);
  if (actors->len + forums->len == 0)
    return;
  chn_json_put_key (emit, key);
  put_names (emit->out, &names);
}
