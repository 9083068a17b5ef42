/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The field veto: who, a permanent member of the Security Council, defeated a proposal by voting against it. */
#include "query/actors.h"
#include "query/complain.h"
#include "query/electors.h"
#include "query/match/match.h"
#include "query/poll.h"

typedef struct {
  const ChnRegistry *registry;
  ChnActorSet *set;
  guint kind_vote;
  const ChnActor *permanent; /* NULL where the registry has no such group */
} Veto;

gboolean
chn_bind_veto (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  const ChnNode *term = condition->term;
  gboolean bound = TRUE;
  Veto *veto = chn_arena_alloc (binder->arena, sizeof *veto);
  chn_timeline_need_indexes (binder->timeline); /* groups are asked how far the dates reach */
  veto->registry = binder->registry;
  veto->kind_vote = (guint) chn_vocabulary_find (CHN_VOCABULARY_KIND, "vote", -1, NULL);
  veto->permanent = chn_registry_get_actor (binder->registry, "p5");
  veto->set = chn_actor_set_new (binder, term->n_values);
  for (guint i = 0; bound && i < term->n_values; i++)
    bound = chn_complain_unless_plain (error, term, &term->values[i]) &&
            chn_actor_set_add (veto->set, binder, &term->values[i].low, condition->strict, error);
  condition->names = chn_actor_set_finish (veto->set, binder);
  condition->data = veto;
  condition->actors = veto->set;
  const char *who = bound ? chn_actor_set_name (veto->set, binder->arena) : NULL;
  g_autofree char *unknown = who ? g_strdup_printf ("whether %s cast a veto", who) : NULL;
  condition->unknown = unknown ? chn_arena_strndup (binder->arena, unknown, -1) : NULL;
  return bound;
}

/* Whether the term names a member: itself, the State whose seat it held, or a group that it belonged to. */
static gboolean
is_wanted (const ChnActorSet *set, const char *member, const ChnDateBounds *at, gboolean strict)
{
  for (guint i = 0; i < set->n_actors; i++)
    if (g_str_equal (chn_actor_find_seat (set->actors[i], set->registry, at, strict), member))
      return TRUE;
  for (guint i = 0; i < set->n_groups; i++)
    if (chn_actor_has_member (set->groups[i], member, at) != CHN_CERTAINTY_NO)
      return TRUE;
  return FALSE;
}

/* The permanent members that the term names; they are few. */
static guint
find_wanted (const Veto *veto, const ChnDateBounds *at, gboolean strict, const char **wanted, guint most)
{
  guint n = 0, n_members = 0;
  const ChnMembership *members = chn_actor_get_members (veto->permanent, &n_members);
  for (guint i = 0; i < n_members && n < most; i++)
    if (is_wanted (veto->set, members[i].actor, at, strict))
      wanted[n++] = members[i].actor;
  return n;
}

ChnAnswer
chn_match_veto (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const Veto *veto = condition->data;
  const char *wanted[16];
  ChnCertainty found = CHN_CERTAINTY_POSSIBLY;
  ChnDateBounds at = chn_columns_get_bounds (columns, row);
  guint n = veto->permanent ? find_wanted (veto, &at, condition->strict, wanted, G_N_ELEMENTS (wanted)) : 0;
  if (n == 0 && veto->permanent)
    return CHN_ANSWER_NO;
  if (chn_poll_find_veto (columns, row, veto->registry, wanted, n, &found))
    return veto->permanent ? (ChnAnswer) found : CHN_ANSWER_UNKNOWN;
  return chn_row_expects_vote (columns, row, veto->kind_vote) ? CHN_ANSWER_UNKNOWN : CHN_ANSWER_NO;
}
