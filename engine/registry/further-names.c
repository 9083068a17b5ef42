/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Names that wait until those who bear them are declared. */
#include "registry/further-names.h"

#include "registry/addition.h"
#include "registry/registry-private.h"

typedef struct {
  const char *id;
  ChnAlias name;
  ChnNamePlace place;
} Waiting;

static void
clear_waiting (gpointer data)
{
  g_clear_pointer (&((Waiting *) data)->name.during, chn_date_unref);
}

static const char *
keep (ChnRegistryBuilder *builder, const char *text)
{
  return text ? chn_arena_strndup (builder->registry->arena, text, -1) : NULL;
}

void
chn_registry_builder_add_later (ChnRegistryBuilder *builder, const char *id, const ChnAlias *name,
                                const ChnNamePlace *place)
{
  if (!builder->waiting) {
    builder->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
    g_array_set_clear_func (builder->waiting, clear_waiting);
  }
  Waiting waiting = { keep (builder, id), *name, *place };
  waiting.name.name = keep (builder, name->name);
  waiting.name.note = keep (builder, name->note);
  waiting.name.language = keep (builder, name->language);
  waiting.name.during = name->during ? chn_date_ref (name->during) : NULL;
  waiting.place.file = keep (builder, place->file);
  g_array_append_val (builder->waiting, waiting);
}

void
chn_registry_builder_give_names (ChnRegistryBuilder *builder, ChnNamelessFunc nobody, gpointer data)
{
  for (guint i = 0; builder->waiting && i < builder->waiting->len; i++) {
    const Waiting *waiting = &g_array_index (builder->waiting, Waiting, i);
    ChnActor *actor = chn_registry_builder_own_actor (builder, waiting->id);
    ChnForum *forum = chn_registry_builder_own_forum (builder, waiting->id);
    if (actor)
      chn_aliases_add (builder, actor->named.aliases, &waiting->name);
    if (forum)
      chn_aliases_add (builder, forum->named.aliases, &waiting->name);
    if (!actor && !forum)
      nobody (waiting->id, &waiting->place, data);
  }
  g_clear_pointer (&builder->waiting, g_array_unref);
}
