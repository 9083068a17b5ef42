/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Some actors, and members of groups at the date of a vote, as a roll names them or leaves them open. */
#include "query/roll-asked.h"

#include "registry/voting-body.h"

/* What of those asked about was gone through, so that each counts once. */
typedef struct {
  const ChnAskedSet *set;
  const ChnRoll *roll;
  ChnDateBounds at;
  ChnMemberChoice choice;
  gboolean strict;
  GPtrArray *seen; /* ids; NULL where nobody can come twice */
  ChnVoices *voices;
} Hearing;

static guint32
find_code (const ChnBinder *binder, const char *id)
{
  guint32 code = CHN_NO_CODE;
  gboolean found = id && chn_columns_find_code (binder->columns, CHN_DICTIONARY_ACTORS, id, &code);
  return found ? code : CHN_NO_CODE;
}

static void
fill_asked (ChnAsked *asked, ChnBinder *binder, const ChnActor *actor)
{
  guint n_members = 0;
  const char *id = chn_actor_get_id (actor);
  chn_actor_get_members (actor, &n_members);
  asked->actor = actor;
  asked->code = find_code (binder, id);
  asked->former = find_code (binder, chn_seat_get_former (id));
  asked->group = n_members > 0 ? chn_binder_make_electorate (binder, actor) : NULL;
  g_autoptr (GPtrArray) before = chn_registry_find_predecessors (binder->registry, id);
  asked->before = chn_arena_alloc (binder->arena, MAX (before->len, 1) * sizeof (guint32));
  for (guint i = 0; i < before->len; i++)
    asked->before[asked->n_before++] = find_code (binder, chn_actor_get_id (before->pdata[i]));
}

const ChnAskedSet *
chn_asked_set_new (ChnBinder *binder, const ChnActor *const *actors, guint n)
{
  ChnAskedSet *set = chn_arena_alloc (binder->arena, sizeof *set);
  set->registry = binder->registry;
  set->asked = chn_arena_alloc (binder->arena, MAX (n, 1) * sizeof *set->asked);
  set->n = n;
  for (guint i = 0; i < n; i++) {
    fill_asked (&set->asked[i], binder, actors[i]);
    set->n_groups += set->asked[i].group ? 1 : 0;
  }
  return set;
}

static void
add_id (GPtrArray *ids, const char *id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_str_equal (ids->pdata[i], id))
      return;
  g_ptr_array_add (ids, g_strdup (id));
}

GPtrArray *
chn_asked_set_list_members (const ChnAskedSet *set)
{
  static const ChnDateBounds ever = { CHN_TIME_MIN, CHN_TIME_MAX, CHN_PRECISION_UNBOUNDED, 0 };
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < set->n; i++) {
    guint n = 0;
    const ChnMembership *members = chn_actor_get_members (set->asked[i].actor, &n);
    if (n > 0 && !chn_actor_is_covered (set->asked[i].actor, &ever))
      return NULL;
    if (n == 0)
      add_id (ids, chn_actor_get_id (set->asked[i].actor));
    for (guint member = 0; member < n; member++)
      add_id (ids, members[member].actor);
  }
  return ids->len > 1 ? g_steal_pointer (&ids) : NULL;
}

static gboolean
is_seen (Hearing *hearing, const char *id)
{
  if (!hearing->seen)
    return FALSE;
  if (g_ptr_array_find_with_equal_func (hearing->seen, id, g_str_equal, NULL))
    return TRUE;
  g_ptr_array_add (hearing->seen, (gpointer) id);
  return FALSE;
}

/* Whether somebody votes there in any case. */
static gboolean
is_sure_to_vote (const Hearing *hearing, const char *id)
{
  const ChnElectorate *electorate = hearing->roll->electorate;
  for (guint i = 0; electorate && i < electorate->n; i++) {
    const ChnMembership *term = electorate->electors[i].term;
    if (g_str_equal (term->actor, id) && !(hearing->strict && term->is_recalled) &&
        chn_term_relate (term, &hearing->at) == CHN_CERTAINTY_CERTAINLY)
      return TRUE;
  }
  return FALSE;
}

/* Somebody whom the roll does not name; FALSE where it is certain that there was no ballot. */
static gboolean
hear_silent (const Hearing *hearing, const ChnActor *actor, ChnSilent *silent)
{
  const char *id = chn_actor_find_seat (actor, hearing->set->registry, &hearing->at, hearing->strict);
  if (is_sure_to_vote (hearing, id)) {
    silent->n_sure++;
    return TRUE;
  }
  gboolean may =
      chn_roll_may_have_voted (hearing->roll, actor, hearing->set->registry, &hearing->at, hearing->strict);
  silent->n_maybe += may ? 1 : 0;
  return may;
}

/* Its own, or that of the State whose seat it has now; else, unless strict, of one whose place it took. */
static const ChnBallotCell *
find_ballot (const Hearing *hearing, const ChnAsked *asked)
{
  const ChnBallotCell *ballot = chn_roll_find_ballot (hearing->roll, asked->code);
  if (!ballot && asked->former != CHN_NO_CODE)
    ballot = chn_roll_find_ballot (hearing->roll, asked->former);
  for (guint i = 0; !ballot && !hearing->strict && i < asked->n_before; i++)
    ballot = chn_roll_find_ballot (hearing->roll, asked->before[i]);
  return ballot;
}

static void
hear_single (Hearing *hearing, const ChnAsked *asked)
{
  const ChnBallotCell *ballot = find_ballot (hearing, asked);
  ChnVoices *voices = hearing->voices;
  if (is_seen (hearing, chn_actor_get_id (asked->actor)))
    return;
  if (ballot) {
    voices->n_named[ballot->kind]++;
    voices->n_idle += ballot->kind == CHN_BALLOT_NOT_VOTING;
  } else if (!hear_silent (hearing, asked->actor, &voices->single)) {
    voices->n_idle++;
    voices->n_out++;
  }
}

/* Whether a term counts. */
static gboolean
is_member (Hearing *hearing, const ChnMembership *term)
{
  gint64 moment = hearing->choice == CHN_MEMBERS_AT_BEGIN ? hearing->at.earliest : hearing->at.latest;
  const ChnDateBounds then = { moment, moment, hearing->at.precision, 0 };
  ChnCertainty running = chn_term_relate (term, &then), throughout = chn_term_relate (term, &hearing->at);
  gboolean is_sure = running == CHN_CERTAINTY_CERTAINLY && !(hearing->strict && term->is_recalled);
  gboolean is_steady = throughout == CHN_CERTAINTY_NO || (is_sure && throughout == running);
  hearing->voices->is_open = hearing->voices->is_open || !is_steady;
  return is_sure || (running != CHN_CERTAINTY_NO && hearing->choice == CHN_MEMBERS_AT_END);
}

static void
hear_member (Hearing *hearing, const ChnElector *member)
{
  const ChnBallotCell *ballot = chn_roll_find_ballot (hearing->roll, member->code);
  if (!ballot)
    ballot = chn_roll_find_ballot (hearing->roll, member->heir);
  if (!is_member (hearing, member->term) || is_seen (hearing, member->term->actor))
    return;
  hearing->voices->n_members++;
  if (ballot)
    hearing->voices->n_named[ballot->kind]++;
  else
    hear_silent (hearing, chn_registry_get_actor (hearing->set->registry, member->term->actor),
                 &hearing->voices->member);
}

void
chn_asked_set_hear (const ChnAskedSet *set, const ChnRoll *roll, ChnMemberChoice choice, gboolean strict,
                    ChnVoices *voices)
{
  g_autoptr (GPtrArray) seen = set->n_groups > 0 || set->n > 1 ? g_ptr_array_new () : NULL;
  Hearing hearing = { set, roll, chn_columns_get_bounds (roll->columns, roll->row), choice, strict, seen, voices };
  *voices = (ChnVoices){ .is_covered = TRUE };
  for (guint i = 0; i < set->n; i++)
    if (!set->asked[i].group)
      hear_single (&hearing, &set->asked[i]);
  for (guint i = 0; i < set->n; i++) {
    const ChnElectorate *group = set->asked[i].group;
    voices->is_covered = voices->is_covered && (!group || chn_actor_is_covered (group->group, &hearing.at));
    for (guint k = 0; group && k < group->n; k++)
      hear_member (&hearing, &group->electors[k]);
  }
}
