/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fields agree and split: whether several voted alike. */
#include <string.h>

#include "base/error.h"
#include "query/actors.h"
#include "query/complain.h"
#include "query/match/match.h"
#include "query/roll-agree.h"

typedef struct {
  const ChnElectorates *electorates;
  const ChnAskedSet *set;
} Several;

/* One State by itself agrees with nobody. */
static gboolean
check_several (const ChnNode *term, const ChnAskedSet *set, GError **error)
{
  if (set->n > 1 || set->n_groups > 0)
    return TRUE;
  const char *name = term->rule->field->name;
  g_autofree char *hint = g_strdup_printf ("write %s:(%s,OTHER), or a group as in %s:P5", name,
                                           chn_actor_get_id (set->asked[0].actor), name);
  chn_error_set_at (error, CHN_ERROR_RANGE, term->values[0].place.offset, term->values[0].place.length, hint,
                    "\"%s\" takes two or more actors, or a group", name);
  return FALSE;
}

/* Counts join actors by "+"; here they are a list. */
static gboolean
complain_of_plus (const ChnNode *term, const ChnValue *value, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (value->low.text ? value->low.text : "", "+", -1);
  if (g_strv_length (parts) < 2)
    return FALSE;
  g_autofree char *list = g_strjoinv (",", parts);
  g_autofree char *hint = g_strdup_printf ("write %s:(%s)", term->rule->field->name, list);
  chn_error_set_at (error, CHN_ERROR_SYNTAX, value->place.offset, value->place.length, hint,
                    "actors are listed in parentheses, with commas between them");
  return TRUE;
}

/* "how China and members of P5 voted" */
static const char *
describe_unknown (const ChnAskedSet *set, ChnArena *arena)
{
  g_autoptr (GString) out = g_string_new ("how ");
  for (guint i = 0; i < set->n; i++)
    g_string_append_printf (out, "%s%s%s",
                            i == 0           ? ""
                            : i + 1 < set->n ? ", "
                                             : " and ",
                            set->asked[i].group ? "members of " : "", chn_actor_get_short_name (set->asked[i].actor));
  g_string_append (out, " voted");
  return chn_arena_strndup (arena, out->str, (gssize) out->len);
}

gboolean
chn_bind_agree (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  const ChnNode *term = condition->term;
  gboolean bound = TRUE;
  chn_timeline_need_indexes (binder->timeline); /* groups are asked how far the dates reach */
  Several *several = chn_arena_alloc (binder->arena, sizeof *several);
  ChnActorSet *actors = chn_actor_set_new (binder, term->n_values);
  for (guint i = 0; bound && i < term->n_values; i++)
    bound = chn_complain_unless_plain (error, term, &term->values[i]) &&
            !complain_of_plus (term, &term->values[i], error) &&
            chn_actor_set_add (actors, binder, &term->values[i].low, condition->strict, error);
  condition->names = chn_actor_set_finish (actors, binder);
  if (!bound)
    return FALSE;
  several->set = chn_asked_set_new (binder, actors->actors, actors->n_actors);
  several->electorates = chn_binder_get_electorates (binder);
  condition->data = several;
  condition->actors = actors;
  condition->unknown = describe_unknown (several->set, binder->arena);
  return check_several (term, several->set, error);
}

ChnAnswer
chn_match_agree (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const Several *several = condition->data;
  g_auto (ChnRoll) roll = { .columns = NULL };
  if (!chn_roll_init (&roll, several->electorates, columns, row))
    return CHN_ANSWER_NO;
  return chn_roll_ask_agreement (&roll, several->set, condition->term->rule->argument, condition->strict);
}

/* Where all are named under one answer they voted alike: of groups all who ever were members. */
void
chn_describe_agree (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description)
{
  static const guint cast = 1U << CHN_BALLOT_YES | 1U << CHN_BALLOT_NO | 1U << CHN_BALLOT_ABSTAIN;
  const Several *several = condition->data;
  chn_describe_voted (condition, columns, description);
  if (condition->term->rule->argument != CHN_ROLL_AGREE)
    return;
  GPtrArray *ids = chn_asked_set_list_members (several->set);
  if (!ids)
    return;
  chn_description_add_roll (chn_description_need_sure (description), cast, TRUE, ids);
  chn_description_add_doubt (description->sure, "vote", "consensus");
}
