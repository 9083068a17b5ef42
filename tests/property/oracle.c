/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The oracle: every way in which the holes of a row can be filled, and what a question says in it.
 *
 * It goes through the ballots of the five States one by one, then through the numbers of other
 * voters, who voted where not all who did are recorded, then through memberships, results and ways of
 * voting. What contradicts the record is no way of filling the holes.
 */
#include "oracle.h"

/* How many numbers of others are tried: of one kind, of two whose sums are asked about, of all. */
enum { N_TRIED = 5, N_TRIED_OF_SUMS = 9, N_TRIED_OF_ALL = 3 };

/* One way of filling the holes. */
typedef struct {
  int vote[N_STATES]; /* kind of ballot, or ABSENT */
  int total[N_KINDS]; /* UNKNOWN where nobody voted, as in a consensus */
  gboolean is_open_member[N_STATES];
  gboolean others_are_members; /* those who voted beside the five, of the group that is open */
  ChnVoteMethod method;
  ChnVoteResult result;
} Filling;

typedef struct {
  const World *world;
  const Row *row;
  const Question *question;
  gboolean is_strict; /* members that are only recalled may be none */
  gboolean was_vote;
  gboolean asks_total[N_KINDS], asks_members; /* what the question does not ask about is filled in one way */
  int n_tried;
  Filling filling;
  Verdict verdict;
} Search;

/* Whether only members of a group vote there. */
static gboolean
votes_there (const Search *search, GroupId group)
{
  return world_find_electorate (search->row->body) == (int) group;
}

/* Who votes where members do is one, recorded or not. */
static gboolean
is_member (const Search *search, GroupId group, int state)
{
  if (votes_there (search, group) && search->filling.vote[state] != ABSENT)
    return TRUE;
  return group == GROUP_OPEN ? search->filling.is_open_member[state]
                             : world_is_member (search->world, group, state, search->row->year);
}

static int
count_ballots (const Search *search, int kind)
{
  int n = 0;
  for (int state = 0; state < N_STATES; state++)
    n += search->filling.vote[state] == kind;
  return n;
}

/* Ballots of a kind that others cast than the five, members of a group as they are. */
static int
count_others (const Search *search, const Term *term, int kind)
{
  gboolean are_members =
      votes_there (search, term->group) || (term->group == GROUP_OPEN && search->filling.others_are_members);
  return are_members ? search->filling.total[kind] - count_ballots (search, kind) : 0;
}

/* Each member that had a vote there cast such a ballot, and one did. */
static gboolean
holds_of_all (const Search *search, const Term *term)
{
  int n = 0;
  for (int kind = 0; kind < N_KINDS; kind++) {
    int of_kind = MAX (count_others (search, term, kind), 0);
    for (int state = 0; state < N_STATES; state++)
      of_kind += search->filling.vote[state] == kind && is_member (search, term->group, state);
    if (kind != term->ballot && of_kind > 0)
      return FALSE;
    n += of_kind;
  }
  return n > 0;
}

/* Two or more cast ballots of one kind, or of several; each State that is named cast one. */
static gboolean
holds_of_several (const Search *search, const Term *term)
{
  int n = 0, n_kinds = 0;
  for (int state = 0; state < N_STATES; state++)
    if (term->state[state] && search->filling.vote[state] > CHN_BALLOT_ABSTAIN)
      return FALSE;
  for (int kind = CHN_BALLOT_YES; kind <= CHN_BALLOT_ABSTAIN; kind++) {
    int of_kind = term->has_group ? MAX (count_others (search, term, kind), 0) : 0;
    for (int state = 0; state < N_STATES; state++)
      of_kind += search->filling.vote[state] == kind &&
                 (term->state[state] || (term->has_group && is_member (search, term->group, state)));
    n += of_kind;
    n_kinds += of_kind > 0;
  }
  return n > 1 && (term->asked == ASK_AGREE ? n_kinds == 1 : n_kinds > 1);
}

static gboolean
holds_of_sums (const Search *search, const Term *term)
{
  int yes = search->filling.total[CHN_BALLOT_YES], no = search->filling.total[CHN_BALLOT_NO], margin = ABS (yes - no);
  if (!search->row->has_vote || yes == UNKNOWN || no == UNKNOWN)
    return FALSE;
  return term->asked == ASK_SHARE ? question_has_share (term, yes, no) : margin >= term->low && margin <= term->high;
}

static gboolean
holds_term (const Search *search, const Term *term)
{
  const Filling *filling = &search->filling;
  gboolean any = FALSE;
  switch (term->asked) {
  case ASK_BALLOT:
    for (int state = 0; state < N_STATES; state++)
      any = any || (term->state[state] && filling->vote[state] == term->ballot);
    return any;
  case ASK_GROUP:
    for (int state = 0; state < N_STATES; state++)
      any = any || (filling->vote[state] == term->ballot && is_member (search, term->group, state));
    return any ||
           ((votes_there (search, term->group) || (term->group == GROUP_OPEN && filling->others_are_members)) &&
            filling->total[term->ballot] > count_ballots (search, term->ballot));
  case ASK_ACTOR:
    for (int state = 0; state < N_STATES; state++)
      any = any || (search->row->acts[state] && is_member (search, term->group, state));
    return any;
  case ASK_COUNT:
    return search->row->has_vote && filling->total[term->ballot] >= term->low &&
           filling->total[term->ballot] <= term->high;
  case ASK_ALL:
    return holds_of_all (search, term);
  case ASK_AGREE:
  case ASK_SPLIT:
    return holds_of_several (search, term);
  case ASK_MARGIN:
  case ASK_SHARE:
    return holds_of_sums (search, term);
  case ASK_RESULT:
    return search->was_vote && filling->result == term->result;
  default:
    return search->was_vote && filling->method == term->method;
  }
}

static gboolean
holds (const Search *search, const Question *question)
{
  switch (question->kind) {
  case QUESTION_TERM:
    return question->term.is_strict && !search->is_strict ? question->certain : holds_term (search, &question->term);
  case QUESTION_NOT:
    return !holds (search, question->left);
  case QUESTION_AND:
    return holds (search, question->left) && holds (search, question->right);
  default:
    return holds (search, question->left) || holds (search, question->right);
  }
}

static gboolean
is_settled (const Search *search)
{
  return search->verdict.holds_somewhere && search->verdict.fails_somewhere;
}

/* What is stated stands; a body that decides by a majority of those who vote leaves no choice. */
static gboolean
may_be_result (const Search *search, int result)
{
  const Row *row = search->row;
  const int *total = search->filling.total;
  if (row->has_vote && row->result != CHN_RESULT_NONE)
    return (int) row->result == result;
  gboolean is_consensus = search->filling.method == CHN_METHOD_CONSENSUS;
  gboolean is_adopted = is_consensus || total[CHN_BALLOT_YES] > total[CHN_BALLOT_NO];
  return row->body != BODY_OTHER || !search->was_vote ||
         result == (is_adopted ? CHN_RESULT_ADOPTED : CHN_RESULT_REJECTED);
}

static void
fill_result (Search *search)
{
  for (int result = CHN_RESULT_NONE + 1; result <= CHN_RESULT_REJECTED; result++) {
    if (!may_be_result (search, result))
      continue;
    search->filling.result = (ChnVoteResult) result;
    if (holds (search, search->question))
      search->verdict.holds_somewhere = TRUE;
    else
      search->verdict.fails_somewhere = TRUE;
  }
}

static void
fill_membership (Search *search, int state)
{
  const Row *row = search->row;
  gboolean may_be_none = FALSE;
  if (state == N_STATES) {
    gboolean may_be = search->asks_members && !world_is_covered (search->world, GROUP_OPEN, row->year);
    for (int others = 0; others <= (may_be ? 1 : 0); others++) {
      search->filling.others_are_members = others;
      fill_result (search);
    }
    return;
  }
  gboolean recorded = world_is_member (search->world, GROUP_OPEN, state, row->year);
  if (recorded && search->is_strict && search->asks_members && search->world->group[GROUP_OPEN].recalled[state])
    may_be_none = TRUE;
  for (int member = 0; member < 2 && !is_settled (search); member++) {
    if (!recorded && member && !search->asks_members)
      continue;
    if (recorded ? !member && !may_be_none : member && world_is_covered (search->world, GROUP_OPEN, row->year))
      continue;
    search->filling.is_open_member[state] = member;
    fill_membership (search, state + 1);
  }
}

/* Whether others than the five may have voted. */
static gboolean
has_others (const Search *search)
{
  int electorate = world_find_electorate (search->row->body);
  if (electorate == UNKNOWN || !world_is_covered (search->world, (GroupId) electorate, search->row->year))
    return TRUE;
  for (int state = 0; search->is_strict && state < N_STATES; state++)
    if (world_is_member (search->world, (GroupId) electorate, state, search->row->year) &&
        search->world->group[electorate].recalled[state])
      return TRUE;
  return FALSE;
}

/* As many as were counted; where nobody counted, any number of others, of which a few stand for all. */
static void
fill_totals (Search *search, int kind)
{
  static const int tried[N_TRIED_OF_SUMS] = { 0, 1, 2, 3, 7, 4, 5, 6, 12 };
  if (kind == N_KINDS) {
    fill_membership (search, 0);
    return;
  }
  int named = count_ballots (search, kind), counted = search->row->has_vote ? search->row->count[kind] : UNKNOWN;
  gboolean others = has_others (search);
  gboolean is_open = counted == UNKNOWN && others && search->asks_total[kind];
  for (int i = 0; i < (is_open ? search->n_tried : 1) && !is_settled (search); i++) {
    search->filling.total[kind] = counted != UNKNOWN ? counted : named + (others ? tried[i] : 0);
    if (others ? search->filling.total[kind] >= named : search->filling.total[kind] == named)
      fill_totals (search, kind + 1);
  }
}

/* Whether a State may have cast such a ballot, or none, as far as names and members tell. */
static gboolean
may_cast (const Search *search, int state, int kind)
{
  const Row *row = search->row;
  int electorate = world_find_electorate (row->body);
  if (row->named[state] != UNKNOWN && row->has_vote)
    return row->named[state] == kind;
  if (electorate == UNKNOWN)
    return TRUE;
  const Group *group = &search->world->group[electorate];
  gboolean recorded = world_is_member (search->world, (GroupId) electorate, state, row->year);
  if (recorded && search->is_strict && group->recalled[state])
    return TRUE;
  if (recorded)
    return kind != ABSENT;
  return kind == ABSENT || !world_is_covered (search->world, (GroupId) electorate, row->year);
}

static void
fill_ballots (Search *search, int state)
{
  if (state == N_STATES) {
    fill_totals (search, 0);
    return;
  }
  for (int kind = 0; kind <= ABSENT && !is_settled (search); kind++)
    if (may_cast (search, state, kind)) {
      search->filling.vote[state] = kind;
      fill_ballots (search, state + 1);
    }
}

/* Nobody voted. */
static void
fill_nothing (Search *search)
{
  for (int state = 0; state < N_STATES; state++)
    search->filling.vote[state] = ABSENT;
  for (int kind = 0; kind < N_KINDS; kind++)
    search->filling.total[kind] = UNKNOWN;
  fill_membership (search, 0);
}

/* Whether the record shows that ballots were cast. */
static gboolean
shows_ballots (const Row *row)
{
  gboolean any = FALSE;
  for (int state = 0; state < N_STATES; state++)
    any = any || row->named[state] != UNKNOWN;
  for (int kind = 0; kind < N_KINDS; kind++)
    any = any || row->count[kind] != UNKNOWN;
  return row->has_vote && any;
}

static void
find_asked (Search *search, const Question *question)
{
  if (!question)
    return;
  find_asked (search, question->left);
  find_asked (search, question->right);
  if (question->kind != QUESTION_TERM)
    return;
  const Term *term = &question->term;
  if (term->asked == ASK_COUNT)
    search->asks_total[term->ballot] = TRUE;
  if (term->asked == ASK_GROUP && term->group != GROUP_CLOSED)
    search->asks_total[term->ballot] = TRUE;
  if (term->asked == ASK_RESULT || term->asked == ASK_MARGIN || term->asked == ASK_SHARE)
    search->asks_total[CHN_BALLOT_YES] = search->asks_total[CHN_BALLOT_NO] = TRUE;
  if ((term->asked == ASK_MARGIN || term->asked == ASK_SHARE) && search->n_tried != N_TRIED_OF_ALL)
    search->n_tried = N_TRIED_OF_SUMS;
  gboolean asks_whole =
      term->asked == ASK_ALL || ((term->asked == ASK_AGREE || term->asked == ASK_SPLIT) && term->has_group);
  for (int kind = 0; asks_whole && term->group != GROUP_CLOSED && kind < N_KINDS; kind++)
    search->asks_total[kind] = TRUE;
  if (asks_whole && term->group != GROUP_CLOSED)
    search->n_tried = N_TRIED_OF_ALL;
  if ((term->asked == ASK_GROUP || term->asked == ASK_ACTOR || asks_whole) && term->group == GROUP_OPEN)
    search->asks_members = TRUE;
}

static Verdict
search_all (const World *world, const Row *row, const Question *question, gboolean is_strict)
{
  static const ChnVoteMethod methods[] = { CHN_METHOD_RECORDED, CHN_METHOD_PROCEDURAL, CHN_METHOD_CONSENSUS };
  Search search = { .world = world, .row = row, .question = question, .is_strict = is_strict, .n_tried = N_TRIED };
  search.was_vote = row->has_vote || row->is_vote;
  find_asked (&search, question);
  if (!search.was_vote)
    fill_nothing (&search);
  for (guint i = 0; search.was_vote && i < G_N_ELEMENTS (methods); i++) {
    search.filling.method = methods[i];
    if (row->has_vote && row->method != CHN_METHOD_NONE && row->method != methods[i])
      continue;
    if (methods[i] != CHN_METHOD_CONSENSUS)
      fill_ballots (&search, 0);
    else if (!shows_ballots (row))
      fill_nothing (&search);
  }
  return search.verdict;
}

static void
find_certain (const World *world, const Row *row, Question *question)
{
  if (!question)
    return;
  find_certain (world, row, question->left);
  find_certain (world, row, question->right);
  if (question->kind == QUESTION_TERM && question->term.is_strict)
    question->certain = !search_all (world, row, question, TRUE).fails_somewhere;
}

Verdict
oracle_ask (const World *world, const Row *row, Question *question)
{
  find_certain (world, row, question);
  return search_all (world, row, question, FALSE);
}
