/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Actors as queries name them: one by one, or as a group whose members change over time. */
#include "query/actors.h"

#include "query/complain.h"

ChnActorSet *
chn_actor_set_new (ChnBinder *binder, guint n)
{
  ChnActorSet *set = chn_arena_alloc (binder->arena, sizeof *set);
  set->itself = chn_codes_new (binder->arena, binder->columns, CHN_DICTIONARY_ACTORS);
  set->members = chn_codes_new (binder->arena, binder->columns, CHN_DICTIONARY_ACTORS);
  set->groups = chn_arena_alloc (binder->arena, n * sizeof *set->groups);
  set->names = g_string_new (NULL);
  return set;
}

/* Marks the timeline's actors that were ever members. */
static void
add_group (ChnActorSet *set, ChnBinder *binder, const ChnActor *group)
{
  static const ChnDateBounds ever = { CHN_TIME_MIN, CHN_TIME_MAX, CHN_PRECISION_UNBOUNDED, 0 };
  set->groups[set->n_groups++] = group;
  for (guint32 code = 0; code < set->members->n_codes; code++) {
    const char *id = chn_columns_get_code_text (binder->columns, CHN_DICTIONARY_ACTORS, code);
    if (chn_actor_has_member (group, id, &ever) != CHN_CERTAINTY_NO)
      set->members->wanted[code] = TRUE;
  }
}

gboolean
chn_actor_set_add (ChnActorSet *set, ChnBinder *binder, const ChnOperand *operand, gboolean strict, GError **error)
{
  g_autoptr (GError) inner = NULL;
  guint32 code = 0;
  const ChnActor *actor = chn_registry_find_actor (binder->registry, operand->text, -1, NULL, &inner);
  if (!actor) {
    chn_complain_forward (error, inner, operand, "write an actor's id, code, name or alias");
    return FALSE;
  }
  g_string_append_printf (set->names, "%s%s, %s", set->names->len > 0 ? "; " : "", chn_actor_get_id (actor),
                          chn_actor_get_name (actor));
  if (chn_columns_find_code (binder->columns, CHN_DICTIONARY_ACTORS, chn_actor_get_id (actor), &code))
    set->itself->wanted[code] = TRUE;
  guint n_members = 0;
  chn_actor_get_members (actor, &n_members);
  if (strict || n_members == 0)
    return TRUE;
  g_string_append (set->names, ", or a member at the event's date");
  add_group (set, binder, actor);
  return TRUE;
}

const char *
chn_actor_set_finish (ChnActorSet *set, ChnBinder *binder)
{
  const char *names = chn_arena_strndup (binder->arena, set->names->str, (gssize) set->names->len);
  g_string_free (g_steal_pointer (&set->names), TRUE);
  return names;
}

gboolean
chn_actor_set_contains (const ChnActorSet *set, const ChnColumns *columns, guint row, guint32 code)
{
  if (chn_codes_contain (set->itself, code))
    return TRUE;
  if (!chn_codes_contain (set->members, code))
    return FALSE;
  const char *id = chn_columns_get_code_text (columns, CHN_DICTIONARY_ACTORS, code);
  ChnDateBounds at = chn_columns_get_bounds (columns, row);
  for (guint i = 0; i < set->n_groups; i++)
    if (chn_actor_has_member (set->groups[i], id, &at) != CHN_CERTAINTY_NO)
      return TRUE;
  return FALSE;
}
