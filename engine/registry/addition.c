/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Additions to actors and forums that another file declares: kept until all is read, then made. */
#include "registry/addition.h"

#include "registry/alike.h"
#include "registry/lookup.h"

typedef struct {
  const char *id;
  gboolean is_forum;
  ChnRegistryBuilder *from;
  ChnNamePlace place;
} Addition;

static void
clear_addition (gpointer addition)
{
  chn_registry_builder_free (((Addition *) addition)->from);
}

void
chn_registry_builder_add_to (ChnRegistryBuilder *builder, const char *id, gboolean is_forum,
                             ChnRegistryBuilder *addition, const ChnNamePlace *place)
{
  if (!builder->additions) {
    builder->additions = g_array_new (FALSE, FALSE, sizeof (Addition));
    g_array_set_clear_func (builder->additions, clear_addition);
  }
  ChnArena *arena = builder->registry->arena;
  Addition kept = { chn_arena_strndup (arena, id, -1), is_forum, addition, *place };
  kept.place.file = place->file ? chn_arena_strndup (arena, place->file, -1) : NULL;
  g_array_append_val (builder->additions, kept);
}

static const char *
keep (ChnRegistryBuilder *builder, const char *text)
{
  return text ? chn_arena_strndup (builder->registry->arena, text, -1) : NULL;
}

static void
append_alias (ChnRegistryBuilder *builder, GArray *aliases, const ChnAlias *alias)
{
  ChnAlias kept = *alias;
  kept.name = keep (builder, alias->name);
  kept.note = keep (builder, alias->note);
  kept.language = keep (builder, alias->language);
  kept.during = alias->during ? chn_date_ref (alias->during) : NULL;
  g_array_append_val (aliases, kept);
}

void
chn_aliases_add (ChnRegistryBuilder *builder, GArray *aliases, const ChnAlias *alias)
{
  for (guint i = 0; i < aliases->len; i++)
    if (chn_alias_is_same (&g_array_index (aliases, ChnAlias, i), alias))
      return;
  append_alias (builder, aliases, alias);
}

/* All, in their order: the index of names tells by their number what was added behind them. */
static void
copy_aliases (ChnRegistryBuilder *builder, GArray *aliases, const GArray *below)
{
  for (guint i = 0; i < below->len; i++)
    append_alias (builder, aliases, &g_array_index (below, ChnAlias, i));
}

static void
add_aliases (ChnRegistryBuilder *builder, GArray *aliases, const GArray *further)
{
  for (guint i = 0; i < further->len; i++)
    chn_aliases_add (builder, aliases, &g_array_index (further, ChnAlias, i));
}

static void
add_member (ChnRegistryBuilder *builder, GArray *members, const ChnMembership *member)
{
  for (guint i = 0; i < members->len; i++)
    if (chn_membership_is_same (&g_array_index (members, ChnMembership, i), member))
      return;
  ChnMembership kept = { keep (builder, member->actor), member->during ? chn_date_ref (member->during) : NULL,
                         keep (builder, member->note), member->is_recalled };
  g_array_append_val (members, kept);
}

static void
add_members (ChnRegistryBuilder *builder, GArray *members, const GArray *further)
{
  for (guint i = 0; i < further->len; i++)
    add_member (builder, members, &g_array_index (further, ChnMembership, i));
}

/* Texts of the registry below live as long as this one. */
ChnActor *
chn_registry_builder_own_actor (ChnRegistryBuilder *builder, const char *id)
{
  ChnActor *own = g_hash_table_lookup (builder->registry->actors, id);
  const ChnActor *below = own ? NULL : chn_registry_get_actor_below (builder->registry, id);
  if (!below)
    return own;
  own = chn_arena_alloc (builder->registry->arena, sizeof (ChnActor));
  *own = *below;
  own->named.aliases = chn_aliases_new ();
  own->members = chn_members_new ();
  own->by_member = NULL;
  own->named.is_shared = TRUE;
  own->covers = below->covers ? chn_date_ref (below->covers) : NULL;
  copy_aliases (builder, own->named.aliases, below->named.aliases);
  add_members (builder, own->members, below->members);
  g_hash_table_insert (builder->registry->actors, (gpointer) own->named.id, own);
  return own;
}

ChnForum *
chn_registry_builder_own_forum (ChnRegistryBuilder *builder, const char *id)
{
  ChnForum *own = g_hash_table_lookup (builder->registry->forums, id);
  const ChnForum *below = own ? NULL : chn_registry_get_forum_below (builder->registry, id);
  if (!below)
    return own;
  own = chn_arena_alloc (builder->registry->arena, sizeof (ChnForum));
  *own = *below;
  own->named.is_shared = TRUE;
  own->named.aliases = chn_aliases_new ();
  copy_aliases (builder, own->named.aliases, below->named.aliases);
  g_hash_table_insert (builder->registry->forums, (gpointer) own->named.id, own);
  return own;
}

static const char *
get_covers (const Addition *addition)
{
  const ChnActor *part = addition->is_forum ? NULL : chn_registry_get_actor (addition->from->registry, addition->id);
  return part && part->covers ? chn_date_get_text (part->covers) : NULL;
}

/* Two files may not say otherwise for when the members of one group are recorded. */
static gboolean
contradicts (const ChnRegistryBuilder *builder, guint index, ChnBadAdditionFunc bad, gpointer data)
{
  const Addition *here = &g_array_index (builder->additions, Addition, index);
  const char *covers = get_covers (here);
  for (guint i = 0; covers && i < index; i++) {
    const Addition *there = &g_array_index (builder->additions, Addition, i);
    const char *before = g_str_equal (there->id, here->id) ? get_covers (there) : NULL;
    if (!before || g_str_equal (before, covers))
      continue;
    g_autofree char *message =
        g_strdup_printf ("members of \"%s\" are said to be recorded for \"%s\" in %s:%u:%u, and for \"%s\" here",
                         here->id, before, there->place.file, there->place.line, there->place.column, covers);
    bad (message, "give both the same covers", &here->place, data);
    return TRUE;
  }
  return FALSE;
}

static gboolean
add_to_actor (ChnRegistryBuilder *builder, const Addition *addition)
{
  ChnActor *own = chn_registry_builder_own_actor (builder, addition->id);
  const ChnActor *part = chn_registry_get_actor (addition->from->registry, addition->id);
  if (!own || !part)
    return FALSE;
  add_aliases (builder, own->named.aliases, part->named.aliases);
  add_members (builder, own->members, part->members);
  if (part->covers) {
    g_clear_pointer (&own->covers, chn_date_unref);
    own->covers = chn_date_ref (part->covers);
  }
  return TRUE;
}

static gboolean
add_to_forum (ChnRegistryBuilder *builder, const Addition *addition)
{
  ChnForum *own = chn_registry_builder_own_forum (builder, addition->id);
  const ChnForum *part = chn_registry_get_forum (addition->from->registry, addition->id);
  if (own && part)
    add_aliases (builder, own->named.aliases, part->named.aliases);
  return own && part;
}

static void
report_nobody (const Addition *addition, ChnBadAdditionFunc bad, gpointer data)
{
  const char *sort = addition->is_forum ? "forum" : "actor";
  g_autofree char *message = g_strdup_printf ("no %s has the id \"%s\", to which this adds", sort, addition->id);
  g_autofree char *hint = addition->is_forum
                              ? g_strdup_printf ("to declare it: %s: {name: ...}", addition->id)
                              : g_strdup_printf ("to declare it: %s: {kind: person, name: ...}", addition->id);
  bad (message, hint, &addition->place, data);
}

void
chn_registry_builder_make_additions (ChnRegistryBuilder *builder, ChnBadAdditionFunc bad, gpointer data)
{
  for (guint i = 0; builder->additions && i < builder->additions->len; i++) {
    const Addition *addition = &g_array_index (builder->additions, Addition, i);
    if (contradicts (builder, i, bad, data))
      continue;
    if (!(addition->is_forum ? add_to_forum : add_to_actor) (builder, addition))
      report_nobody (addition, bad, data);
  }
  g_clear_pointer (&builder->additions, g_array_unref);
}
