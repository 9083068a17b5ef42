/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The field actor, the fields of its roles, and members of groups. */
#include <string.h>

#include "base/error.h"
#include "query/actors.h"
#include "query/complain.h"
#include "query/match/match.h"

typedef struct {
  ChnActorSet *set;
  int role;                        /* -1 for any */
  const ChnVocabulary *vocabulary; /* of the roles that stand for it, too; NULL where it alone is asked for */
} Participants;

typedef gboolean (*AddFunc) (ChnActorSet *set, ChnBinder *binder, const ChnOperand *operand, gboolean strict,
                             GError **error);

/* Mail has subjects, and libraries have authors, that are no actors: of these fields, the other that takes words. */
static const char *
find_other_field (const char *name)
{
  return strcmp (name, "subject") == 0 ? "text" : strcmp (name, "author") == 0 ? "source" : NULL;
}

static gboolean
complain (const ChnCondition *condition, const ChnOperand *operand, GError *inner, GError **error)
{
  const char *other = find_other_field (condition->term->rule->field->name);
  const char *hint = chn_error_get_hint (inner), *quote = strchr (operand->text, ' ') ? "\"" : "";
  if (!other || (hint && g_str_has_prefix (hint, "did you mean"))) {
    g_propagate_error (error, inner);
    return FALSE;
  }
  g_autoptr (GError) taken = inner;
  g_autofree char *both =
      g_strdup_printf ("%s; words are searched for by %s:%s%s%s", hint, other, quote, operand->text, quote);
  chn_error_set_at (error, (ChnError) taken->code, operand->place.offset, operand->place.length, both, "%s",
                    taken->message);
  return FALSE;
}

static gboolean
bind_values (ChnBinder *binder, ChnCondition *condition, ChnActorSet *set, AddFunc add, GError **error)
{
  const ChnNode *term = condition->term;
  for (guint i = 0; i < term->n_values; i++) {
    GError *inner = NULL;
    if (!chn_complain_unless_plain (error, term, &term->values[i]))
      return FALSE;
    if (!add (set, binder, &term->values[i].low, condition->strict, &inner))
      return complain (condition, &term->values[i].low, inner, error);
  }
  return TRUE;
}

static const char *
describe_unknown (const ChnActorSet *set, ChnArena *arena)
{
  static const char members_of[] = "Members of ";
  const char *name = chn_actor_set_name (set, arena);
  gboolean is_office = set->n_actors == 1 && chn_actor_get_kind (set->actors[0]) == CHN_ACTOR_OFFICE;
  if (g_str_has_prefix (name, members_of))
    name += strlen (members_of);
  g_autofree char *text = g_strdup_printf (is_office ? "who was %s" : "who belonged to %s", name);
  return chn_arena_strndup (arena, text, -1);
}

static gboolean
bind (ChnBinder *binder, ChnCondition *condition, int role, AddFunc add, GError **error)
{
  Participants *wanted = chn_arena_alloc (binder->arena, sizeof *wanted);
  wanted->role = role;
  wanted->vocabulary = condition->strict ? NULL : binder->columns->vocabulary;
  wanted->set = chn_actor_set_new (binder, condition->term->n_values);
  gboolean bound = bind_values (binder, condition, wanted->set, add, error);
  condition->names = chn_actor_set_finish (wanted->set, binder);
  condition->data = wanted;
  condition->actors = wanted->set;
  condition->unknown = bound && wanted->set->others ? describe_unknown (wanted->set, binder->arena) : NULL;
  return bound;
}

gboolean
chn_bind_actor (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  return bind (binder, condition, (int) condition->term->rule->argument - 1, chn_actor_set_add, error);
}

gboolean
chn_bind_member (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  return bind (binder, condition, -1, chn_actor_set_add_members, error);
}

/* A declared role stands for the known one that it is nearest to. */
static gboolean
has_role (const Participants *wanted, guint32 role)
{
  return wanted->role < 0 || role == (guint32) wanted->role ||
         (wanted->vocabulary &&
          chn_vocabulary_get_nearest (wanted->vocabulary, CHN_VOCABULARY_ROLE, role) == (guint) wanted->role);
}

ChnAnswer
chn_match_actor (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const Participants *wanted = condition->data;
  guint n = 0;
  const ChnActorCell *actors = chn_columns_get_actors (columns, row, &n);
  ChnAnswer answer = CHN_ANSWER_NO;
  for (guint i = 0; i < n && answer != CHN_ANSWER_YES; i++)
    if (has_role (wanted, actors[i].role))
      answer = chn_answer_or (answer, chn_actor_set_ask (wanted->set, columns, row, actors[i].actor));
  return answer;
}

void
chn_narrow_actor (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates)
{
  const Participants *wanted = condition->data;
  chn_codes_narrow (wanted->set->itself, columns, candidates);
  chn_codes_narrow (wanted->set->members, columns, candidates);
  if (wanted->set->others)
    chn_codes_narrow (wanted->set->others, columns, candidates);
}

/* Who belonged to a group at a date is asked of each row. */
static void
describe_set (const ChnActorSet *set, const char *word, const ChnColumns *columns, ChnDescription *description)
{
  chn_description_add_codes (description, word, set->itself, columns);
  chn_description_add_codes (description, word, set->members, columns);
  if (set->others)
    chn_description_add_codes (description, word, set->others, columns);
}

/* Whether a term leaves nothing open within its dates. */
static gboolean
is_certain (const ChnMembership *member)
{
  static const guint vague = CHN_DATE_UNKNOWN_START | CHN_DATE_UNKNOWN_END | CHN_DATE_GAPS | CHN_DATE_ONE_OF |
                             CHN_DATE_UNCERTAIN | CHN_DATE_APPROXIMATE;
  return !member->is_recalled && (!member->during || !(chn_date_get_bounds (member->during)->flags & vague));
}

/* Those who were members all the time that something may have taken. */
static void
describe_members (const ChnActor *group, const char *word, ChnDescription *description)
{
  guint n = 0;
  const ChnMembership *members = chn_actor_get_members (group, &n);
  for (guint i = 0; i < n; i++) {
    const ChnDateBounds *during = members[i].during ? chn_date_get_bounds (members[i].during) : NULL;
    g_autofree char *key = g_strconcat (word, " ", members[i].actor, NULL);
    if (is_certain (&members[i]))
      chn_description_add_inside (description, key, during ? during->earliest : CHN_TIME_MIN,
                                  during ? during->latest : CHN_TIME_MAX);
  }
}

/* Of a role, its own name alone: that others stand for it is asked of each row. */
static void
describe_sure (const Participants *wanted, const char *word, const ChnColumns *columns, ChnDescription *description)
{
  ChnDescription *sure = chn_description_need_sure (description);
  chn_description_add_codes (sure, word, wanted->set->itself, columns);
  for (guint i = 0; i < wanted->set->n_groups; i++)
    describe_members (wanted->set->groups[i], word, sure);
}

/* Whoever is named without a role has the first of all, and no key for that. Members are asked of each row. */
void
chn_describe_actor (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description)
{
  const Participants *wanted = condition->data;
  guint n = chn_vocabulary_count (columns->vocabulary, CHN_VOCABULARY_ROLE);
  gboolean is_any = wanted->role < 0, has_first = has_role (wanted, 0);
  if (has_first)
    describe_set (wanted->set, "actor", columns, description);
  for (guint32 role = 1; !has_first && role < n; role++)
    if (has_role (wanted, role))
      describe_set (wanted->set, chn_columns_get_term (columns, CHN_VOCABULARY_ROLE, role)->name, columns,
                    description);
  description->is_exact = wanted->set->n_groups == 0 && (is_any || !has_first);
  if (is_any || wanted->role > 0)
    describe_sure (wanted,
                   is_any ? "actor" : chn_columns_get_term (columns, CHN_VOCABULARY_ROLE, (guint) wanted->role)->name,
                   columns, description);
}
