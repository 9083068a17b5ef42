/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fields yes, no, abstain and absent: how many voted so, or who did where a roll call is known.
 *
 *   value = count / actor / "all(" actor ")"
 */
#include <string.h>

#include "base/error.h"
#include "query/actors.h"
#include "query/complain.h"
#include "query/counts.h"
#include "query/match/match.h"
#include "query/roll-agree.h"
#include "query/roll-ask.h"
#include "registry/voting-body.h"

typedef struct {
  const ChnRegistry *registry;
  const ChnElectorates *electorates; /* NULL where counts are asked for and all are known */
  ChnActorSet *set;
  ChnActorSet *named; /* the same, with those of whom all are asked for */
  guint n_whole;
  const ChnAskedSet **whole; /* those, one by one */
  guint n_counts;
  ChnCounts *counts;
  gboolean only_counts; /* no names: the index of counts knows all rows */
} Ballots;

static const char whole[] = "all(";

static gboolean
is_count (const ChnNode *term, const ChnValue *value)
{
  return value->is_range || term->op > CHN_OP_STRICT || (value->low.text && g_ascii_isdigit (*value->low.text));
}

/* "all(EU)" names its members, all of them. */
static gboolean
is_whole (const ChnOperand *operand)
{
  return operand->text && g_ascii_strncasecmp (operand->text, whole, strlen (whole)) == 0 &&
         operand->text[strlen (operand->text) - 1] == ')';
}

/* What stands in the parentheses, at its place. */
static ChnOperand
get_inner (const ChnOperand *operand, ChnArena *arena)
{
  ChnOperand inner = *operand;
  gsize length = strlen (operand->text) - strlen (whole) - 1;
  inner.text = chn_arena_strndup (arena, operand->text + strlen (whole), (gssize) length);
  if (operand->kind == CHN_OPERAND_WORD)
    inner.place = (ChnPlace){ operand->place.offset + strlen (whole), length };
  return inner;
}

static gboolean
bind_actor (ChnBinder *binder, const ChnCondition *condition, const ChnOperand *operand, Ballots *ballots,
            GError **error)
{
  gboolean is_all = is_whole (operand);
  ChnOperand asked = is_all ? get_inner (operand, binder->arena) : *operand;
  gsize n_said = ballots->named->names->len;
  if (!chn_actor_set_add_voters (ballots->named, binder, &asked, condition->strict, error))
    return FALSE;
  const ChnActor *const *last = &ballots->named->actors[ballots->named->n_actors - 1];
  if (!is_all)
    return chn_actor_set_add_voters (ballots->set, binder, &asked, condition->strict, error);
  const ChnAskedSet *set = chn_asked_set_new (binder, last, 1);
  ballots->whole[ballots->n_whole++] = set;
  g_string_truncate (ballots->named->names, n_said);
  g_string_append_printf (ballots->named->names, "%s%s, %s%s", n_said > 0 ? "; " : "", chn_actor_get_id (*last),
                          chn_actor_get_name (*last), set->n_groups > 0 ? ", each member at the event's date" : "");
  return TRUE;
}

static gboolean
bind_value (ChnBinder *binder, const ChnCondition *condition, const ChnValue *value, Ballots *ballots, GError **error)
{
  if (is_count (condition->term, value))
    return chn_counts_bind (condition->term, value, chn_counts_parse_number, &ballots->counts[ballots->n_counts++],
                            error);
  return chn_complain_unless_plain (error, condition->term, value) &&
         bind_actor (binder, condition, &value->low, ballots, error);
}

/* What a term leaves open where it is unknown, as it follows "it is not known". */
static const char *
describe_unknown (const Ballots *ballots, const ChnCondition *condition, ChnArena *arena)
{
  static const char *const counted[CHN_N_BALLOT_KINDS] = { "how many were in favour", "how many were against",
                                                           "how many abstained", "how many did not vote" };
  const char *who = chn_actor_set_name (ballots->named, arena);
  if (!who)
    return counted[condition->term->rule->argument];
  gboolean only_groups = ballots->named->n_groups == ballots->named->n_actors;
  g_autofree char *text = g_strdup_printf (only_groups ? "how members of %s voted" : "how %s voted", who);
  return chn_arena_strndup (arena, text, -1);
}

/* Whether all votes of the timeline have a count of a kind. */
static gboolean
are_counted (const ChnColumns *columns, ChnBallotKind kind)
{
  guint n;
  chn_columns_find_counts (columns, kind, -1, -1, &n);
  return n == 0;
}

/* From the counts alone. */
static ChnAnswer
match_counts (const Ballots *wanted, ChnBallotKind kind, const ChnColumns *columns, guint row)
{
  guint n = 0;
  const ChnVoteCell *vote = chn_columns_get_vote (columns, row, &n);
  gint64 count = n > 0 ? chn_vote_cell_get_count (vote, kind) : -1;
  return chn_answer_of (chn_counts_contain (wanted->counts, wanted->n_counts, count));
}

gboolean
chn_bind_ballot (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  const ChnNode *term = condition->term;
  gboolean bound = TRUE;
  Ballots *ballots = chn_arena_alloc (binder->arena, sizeof *ballots);
  ballots->registry = binder->registry;
  ballots->counts = chn_arena_alloc (binder->arena, term->n_values * sizeof (ChnCounts));
  ballots->set = chn_actor_set_new (binder, term->n_values);
  ballots->named = chn_actor_set_new (binder, term->n_values);
  ballots->whole = chn_arena_alloc (binder->arena, term->n_values * sizeof *ballots->whole);
  for (guint i = 0; bound && i < term->n_values; i++)
    bound = bind_value (binder, condition, &term->values[i], ballots, error);
  chn_actor_set_finish (ballots->set, binder);
  condition->names = chn_actor_set_finish (ballots->named, binder);
  ballots->only_counts = bound && ballots->n_counts == term->n_values;
  condition->data = ballots;
  condition->actors = ballots->named;
  if (!bound || (ballots->only_counts && are_counted (binder->columns, term->rule->argument)))
    return bound;
  ballots->electorates = chn_binder_get_electorates (binder);
  condition->unknown = describe_unknown (ballots, condition, binder->arena);
  return bound;
}

ChnAnswer
chn_match_ballot (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const Ballots *wanted = condition->data;
  ChnBallotKind kind = condition->term->rule->argument;
  if (!wanted->electorates)
    return match_counts (wanted, kind, columns, row);
  g_auto (ChnRoll) roll = { .columns = NULL };
  if (!chn_roll_init (&roll, wanted->electorates, columns, row))
    return CHN_ANSWER_NO;
  ChnAnswer answer = chn_roll_ask_count (&roll, kind, wanted->counts, wanted->n_counts, condition->strict);
  for (guint i = 0; i < wanted->n_whole && answer != CHN_ANSWER_YES; i++)
    answer = chn_answer_or (answer, chn_roll_ask_all (&roll, wanted->whole[i], kind, condition->strict));
  if (answer == CHN_ANSWER_YES || wanted->set->n_actors == 0)
    return answer;
  return chn_answer_or (answer, chn_roll_ask (&roll, kind, wanted->set, wanted->registry, condition->strict));
}

static guint
add_counts (const ChnColumns *columns, ChnBallotKind kind, gint64 low, gint64 high, ChnCandidates *candidates)
{
  guint n;
  const guint32 *rows = chn_columns_find_counts (columns, kind, low, high, &n);
  chn_candidates_add (candidates, (ChnPosting){ rows, n, columns, TRUE });
  return n;
}

/* Votes of which the count is not known are asked, and all others that are listed match. */
void
chn_narrow_ballot (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates)
{
  const Ballots *wanted = condition->data;
  ChnBallotKind kind = condition->term->rule->argument;
  if (!wanted->only_counts)
    return;
  chn_candidates_add (candidates, (ChnPosting){ 0 });
  for (guint i = 0; i < wanted->n_counts; i++)
    add_counts (columns, kind, wanted->counts[i].low, wanted->counts[i].high, candidates);
  candidates->is_exact = !wanted->electorates || add_counts (columns, kind, -1, -1, candidates) == 0;
}

/* States that are asked about by themselves are known by the names under which they voted. */
static gboolean
are_states (const ChnActorSet *set)
{
  for (guint i = 0; i < set->n_actors; i++)
    if (chn_actor_get_kind (set->actors[i]) != CHN_ACTOR_STATE)
      return FALSE;
  return set->n_actors > 0 && set->n_groups == 0;
}

static void
add_voter (ChnDescription *description, const char *field, const char *id)
{
  const char *former = chn_seat_get_former (id);
  chn_description_add_key (description, field, id);
  if (former)
    chn_description_add_key (description, field, former);
}

/* Those who voted so, and rows in which somebody did of whom the name is not known. */
static void
describe_states (const ChnActorSet *set, const char *field, ChnDescription *description)
{
  for (guint i = 0; i < set->n_actors; i++) {
    const char *id = chn_actor_get_id (set->actors[i]);
    g_autoptr (GPtrArray) before = chn_registry_find_predecessors (set->registry, id);
    add_voter (description, field, id);
    for (guint other = 0; other < before->len; other++)
      add_voter (description, field, chn_actor_get_id (before->pdata[other]));
  }
  chn_description_add_doubt (description, field, CHN_KEY_OTHERS);
}

static void
add_count (ChnDescription *description, ChnBallotKind kind, gint64 low, gint64 high)
{
  const ChnCountStretch stretch = { kind, low, high };
  g_array_append_val (description->counts, stretch);
}

/* Rows in which anybody voted so, or may have: a sum of a roll's own names proves nothing of others, even where it is
 * none. That somebody may have been in favour is no key, and votes that nobody was in favour of are few. */
static void
describe_others (ChnBallotKind kind, const char *field, ChnDescription *description)
{
  add_count (description, kind, kind == CHN_BALLOT_YES ? 0 : 1, G_MAXINT64);
  if (kind != CHN_BALLOT_YES)
    chn_description_add_doubt (description, field, CHN_KEY_OTHERS);
}

/* Who is named so voted so; of a group all that ever were members are. */
static void
describe_named (const Ballots *wanted, ChnBallotKind kind, ChnDescription *description)
{
  ChnDescription *sure = chn_description_need_sure (description);
  for (guint i = 0; i < wanted->n_counts && kind != CHN_BALLOT_NOT_VOTING; i++)
    add_count (sure, kind, wanted->counts[i].low, wanted->counts[i].high);
  for (guint i = 0; i < wanted->set->n_actors; i++) {
    GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (ids, g_strdup (chn_actor_get_id (wanted->set->actors[i])));
    chn_description_add_roll (sure, 1U << kind, FALSE, ids);
  }
  for (guint i = 0; i < wanted->n_whole; i++) {
    GPtrArray *ids = chn_asked_set_list_members (wanted->whole[i]);
    if (ids)
      chn_description_add_roll (sure, 1U << kind, TRUE, ids);
  }
  chn_description_add_doubt (sure, "vote", "consensus");
}

/* How many voted so is a column; whoever did is asked of each row in which anybody may have. */
void
chn_describe_ballot (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description)
{
  const Ballots *wanted = condition->data;
  const char *field = condition->term->rule->field->name;
  ChnBallotKind kind = condition->term->rule->argument;
  if (kind == CHN_BALLOT_NOT_VOTING) {
    chn_describe_voted (condition, columns, description);
    describe_named (wanted, kind, description);
    return;
  }
  for (guint i = 0; i < wanted->n_counts; i++)
    add_count (description, kind, wanted->counts[i].low, wanted->counts[i].high);
  if (kind != CHN_BALLOT_YES && are_states (wanted->named))
    describe_states (wanted->named, field, description);
  else if (wanted->named->n_actors > 0)
    describe_others (kind, field, description);
  description->is_exact = wanted->named->n_actors == 0;
  if (!wanted->electorates) /* the counts alone tell */
    return;
  chn_description_add_doubt (description, field, CHN_KEY_UNCOUNTED);
  chn_description_add_doubt (description, field, CHN_KEY_UNRECORDED);
  chn_description_add_doubt (description, "vote", "consensus");
  g_ptr_array_add (description->never, g_strdup (CHN_KEY_UNCAST));
  if (!description->is_exact)
    describe_named (wanted, kind, description);
}
