/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Actors as queries name them: one by one, or as a group whose members change over time. */
#include "query/actors.h"

#include "base/error.h"
#include "query/complain.h"
#include "registry/voting-body.h"

ChnActorSet *
chn_actor_set_new (ChnBinder *binder, guint n)
{
  ChnActorSet *set = chn_arena_alloc (binder->arena, sizeof *set);
  set->itself = chn_codes_new (binder->arena, binder->columns, CHN_DICTIONARY_ACTORS);
  set->members = chn_codes_new (binder->arena, binder->columns, CHN_DICTIONARY_ACTORS);
  set->actors = chn_arena_alloc (binder->arena, n * sizeof *set->actors);
  set->groups = chn_arena_alloc (binder->arena, n * sizeof *set->groups);
  set->registry = binder->registry;
  set->names = g_string_new (NULL);
  return set;
}

gboolean
chn_actor_takes (const ChnActor *group, const ChnRegistry *registry, ChnActorKind kind)
{
  guint n = 0;
  const ChnMembership *members = chn_actor_get_members (group, &n);
  for (guint i = 0; i < n; i++)
    if (chn_actor_get_kind (chn_registry_get_actor (registry, members[i].actor)) == kind)
      return TRUE;
  return FALSE;
}

/* Whether a group is recorded for as long as the timeline goes: rows are ordered by when they begin. */
static gboolean
is_always_covered (const ChnColumns *columns, const ChnActor *group)
{
  if (columns->n_rows == 0)
    return TRUE;
  const ChnDateBounds span = { chn_columns_get_earliest (columns, 0), chn_columns_find_end (columns),
                               CHN_PRECISION_UNBOUNDED, 0 };
  return chn_actor_is_covered (group, &span);
}

/* Marks those of whom nothing is recorded, and who may have been members all the same. */
static void
add_others (ChnActorSet *set, ChnBinder *binder, const ChnActor *group)
{
  if (is_always_covered (binder->columns, group))
    return;
  if (!set->others)
    set->others = chn_codes_new (binder->arena, binder->columns, CHN_DICTIONARY_ACTORS);
  for (guint32 code = 0; code < set->others->n_codes; code++) {
    const char *id = chn_columns_get_code_text (binder->columns, CHN_DICTIONARY_ACTORS, code);
    const ChnActor *actor = chn_registry_get_actor (binder->registry, id);
    if (actor && actor != group && chn_actor_takes (group, binder->registry, chn_actor_get_kind (actor)))
      set->others->wanted[code] = TRUE;
  }
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
  if (!set->is_certain)
    add_others (set, binder, group);
}

static const ChnActor *
find_actor (ChnActorSet *set, ChnBinder *binder, const ChnOperand *operand, GError **error)
{
  g_autoptr (GError) inner = NULL;
  const ChnActor *actor = chn_registry_find_typed_actor (binder->registry, operand->text, -1, NULL, &inner);
  if (!actor) {
    chn_complain_forward (error, inner, operand, "write an actor's id, code, name or alias");
    return NULL;
  }
  set->actors[set->n_actors++] = actor;
  return actor;
}

static guint
count_members (const ChnActor *actor)
{
  guint n = 0;
  chn_actor_get_members (actor, &n);
  return n;
}

/* Marks those whose place an actor took. */
static void
add_predecessors (ChnActorSet *set, ChnBinder *binder, const ChnActor *actor)
{
  g_autoptr (GPtrArray) before = chn_registry_find_predecessors (binder->registry, chn_actor_get_id (actor));
  for (guint i = 0; i < before->len; i++) {
    const char *id = chn_actor_get_id (before->pdata[i]);
    guint32 code = 0;
    g_string_append_printf (set->names, "%s%s", i == 0 ? ", with what was before it: " : ", ", id);
    if (!chn_columns_find_code (binder->columns, CHN_DICTIONARY_ACTORS, id, &code))
      continue;
    if (!set->before)
      set->before = chn_codes_new (binder->arena, binder->columns, CHN_DICTIONARY_ACTORS);
    set->before->wanted[code] = set->itself->wanted[code] = TRUE;
  }
}

gboolean
chn_actor_set_add (ChnActorSet *set, ChnBinder *binder, const ChnOperand *operand, gboolean strict, GError **error)
{
  guint32 code = 0;
  const ChnActor *actor = find_actor (set, binder, operand, error);
  if (!actor)
    return FALSE;
  g_string_append_printf (set->names, "%s%s, %s", set->names->len > 0 ? "; " : "", chn_actor_get_id (actor),
                          chn_actor_get_name (actor));
  if (chn_columns_find_code (binder->columns, CHN_DICTIONARY_ACTORS, chn_actor_get_id (actor), &code))
    set->itself->wanted[code] = TRUE;
  if (strict)
    return TRUE;
  add_predecessors (set, binder, actor);
  if (count_members (actor) == 0)
    return TRUE;
  g_string_append (set->names, ", or a member at the event's date");
  add_group (set, binder, actor);
  return TRUE;
}

gboolean
chn_actor_set_add_voters (ChnActorSet *set, ChnBinder *binder, const ChnOperand *operand, gboolean strict,
                          GError **error)
{
  if (!chn_actor_set_add (set, binder, operand, strict, error))
    return FALSE;
  const ChnActor *actor = set->actors[set->n_actors - 1];
  if (!strict || count_members (actor) == 0)
    return TRUE;
  g_string_append (set->names, ", or who certainly was a member at the event's date");
  set->is_certain = TRUE;
  add_group (set, binder, actor);
  return TRUE;
}

gboolean
chn_actor_set_add_members (ChnActorSet *set, ChnBinder *binder, const ChnOperand *operand, gboolean strict,
                           GError **error)
{
  const ChnActor *actor = find_actor (set, binder, operand, error);
  if (!actor)
    return FALSE;
  if (count_members (actor) == 0) {
    g_autofree char *hint = g_strdup_printf ("write actor:%s for what it did itself", chn_actor_get_id (actor));
    chn_error_set_at (error, CHN_ERROR_RANGE, operand->place.offset, operand->place.length, hint,
                      "\"%s\" has no members: the registry knows %s as %s", operand->text, chn_actor_get_name (actor),
                      chn_actor_kind_get_name (chn_actor_get_kind (actor)));
    return FALSE;
  }
  g_string_append_printf (set->names, "%sa member of %s, %s, at the event's date", set->names->len > 0 ? "; " : "",
                          chn_actor_get_id (actor), chn_actor_get_name (actor));
  set->is_certain = strict;
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

static gboolean
is_no_more (const ChnRegistry *registry, const char *id)
{
  const ChnActor *actor = chn_registry_get_actor (registry, id);
  return actor && *chn_actor_get_successors (actor);
}

const char *
chn_actor_find_seat (const ChnActor *actor, const ChnRegistry *registry, const ChnDateBounds *at, gboolean strict)
{
  const char *id = chn_actor_get_id (actor), *holder = chn_seat_get_holder (id, at);
  return strict && holder != id && is_no_more (registry, holder) ? id : holder;
}

gboolean
chn_actor_set_has_member (const ChnActorSet *set, const ChnActor *group, const char *id, const ChnDateBounds *at)
{
  ChnCertainty certainty = chn_actor_has_member (group, id, at);
  if (!set->is_certain)
    return certainty != CHN_CERTAINTY_NO;
  return certainty == CHN_CERTAINTY_CERTAINLY && !chn_actor_recalls_member (group, id, at);
}

/* A State that is named before it took the place of another stands for that. */
static gboolean
is_member (const ChnActorSet *set, const ChnActor *group, const char *id, const ChnDateBounds *at)
{
  if (chn_actor_set_has_member (set, group, id, at))
    return TRUE;
  const char *holder = chn_seat_get_holder (id, at);
  return holder != id && is_no_more (set->registry, holder) && chn_actor_set_has_member (set, group, holder, at);
}

/* Whether a group of the set has such a member at a date, or may have one of whom nothing is recorded. */
static ChnAnswer
ask_groups (const ChnActorSet *set, const char *id, const ChnDateBounds *at, gboolean may_be_other)
{
  ChnAnswer answer = CHN_ANSWER_NO;
  for (guint i = 0; i < set->n_groups; i++) {
    if (is_member (set, set->groups[i], id, at))
      return CHN_ANSWER_YES;
    if (may_be_other && !chn_actor_is_covered (set->groups[i], at))
      answer = CHN_ANSWER_UNKNOWN;
  }
  return answer;
}

ChnAnswer
chn_actor_set_ask (const ChnActorSet *set, const ChnColumns *columns, guint row, guint32 code)
{
  if (chn_codes_contain (set->itself, code))
    return CHN_ANSWER_YES;
  gboolean may_be_other = set->others && chn_codes_contain (set->others, code);
  if (!may_be_other && !chn_codes_contain (set->members, code))
    return CHN_ANSWER_NO;
  ChnDateBounds at = chn_columns_get_bounds (columns, row);
  return ask_groups (set, chn_columns_get_code_text (columns, CHN_DICTIONARY_ACTORS, code), &at, may_be_other);
}

const char *
chn_actor_set_name (const ChnActorSet *set, ChnArena *arena)
{
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < set->n_actors; i++)
    g_string_append_printf (out, "%s%s", i == 0 ? "" : " or ", chn_actor_get_short_name (set->actors[i]));
  return set->n_actors > 0 ? chn_arena_strndup (arena, out->str, (gssize) out->len) : NULL;
}
