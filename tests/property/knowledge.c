/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What queries answer of what is not known, held against every way in which it may have been.
 *
 * Yes holds in every way of filling the holes of the record, no in none; where a query asks about
 * each hole once, unknown is what holds in some and fails in others. "=" is yes just where its term
 * holds in every way, and NOT turns it round. Prints TAP.
 *
 *   knowledge [CASES [SEED]]
 */
#include <stdio.h>
#include <stdlib.h>

#include "oracle.h"

enum { QUESTIONS_A_WORLD = 12, MOST_SHOWN = 10 };

typedef enum { NO, UNSURE, YES } Answer;

typedef struct {
  GRand *random;
  guint n_cases, n_wanted, n_wrong;
  guint n_answers[YES + 1], n_exact;
} Run;

/* The rows of a query by their answers. */
static gboolean
ask_engine (ChnTimeline *timeline, const char *text, gboolean planned, Answer *answers)
{
  g_autoptr (GError) error = NULL;
  g_auto (ChnRows) found = { 0 }, unknown = { 0 };
  g_autoptr (ChnQuery) query = chn_query_parse (text, NULL, &error);
  g_autoptr (ChnBoundQuery) bound = query ? chn_query_bind (query, timeline, NULL, &error) : NULL;
  if (!bound) {
    printf ("# %s: %s\n", text, error->message);
    return FALSE;
  }
  chn_bound_query_divide (bound, planned, &found, &unknown);
  for (int row = 0; row < N_ROWS; row++)
    answers[row] = NO;
  for (guint i = 0; i < found.n; i++)
    answers[found.row[i]] = YES;
  for (guint i = 0; i < unknown.n; i++)
    answers[unknown.row[i]] = UNSURE;
  return TRUE;
}

static const char *
find_fault (Answer answer, const Verdict *verdict, gboolean is_exact)
{
  if (answer == YES && verdict->fails_somewhere)
    return "yes, which may fail";
  if (answer == NO && verdict->holds_somewhere)
    return "no, which may hold";
  if (answer == UNSURE && is_exact && !(verdict->holds_somewhere && verdict->fails_somewhere))
    return "unknown, which is certain";
  return NULL;
}

static void
show_fault (const World *world, int number, const char *text, const char *fault)
{
  const Row *row = &world->row[number];
  printf ("# event-%d in %d: %s: %s\n#   body %d, vote %d/%d, method %d, result %d, counts %d-%d-%d-%d, names",
          number, row->year, text, fault, row->body, row->is_vote, row->has_vote, row->method, row->result,
          row->count[0], row->count[1], row->count[2], row->count[3]);
  for (int state = 0; state < N_STATES; state++)
    printf (" %d%s", row->named[state], row->acts[state] ? "*" : "");
  for (int group = 0; group < N_GROUPS; group++) {
    printf ("\n#   %s, %scovered:", world_groups[group],
            world_is_covered (world, (GroupId) group, row->year) ? "" : "not ");
    for (int state = 0; state < N_STATES; state++)
      printf (" %d%s", world_is_member (world, (GroupId) group, state, row->year),
              world->group[group].recalled[state] ? "?" : "");
  }
  printf ("\n");
}

/* In the Council the result follows from who has a veto too; it is asked about elsewhere (registry/test-outcome.c).
 */
static gboolean
asks_result (const Question *question)
{
  if (!question)
    return FALSE;
  return (question->kind == QUESTION_TERM && question->term.asked == ASK_RESULT) || asks_result (question->left) ||
         asks_result (question->right);
}

/* Who belonged to the Council is asked where it votes: whom it does not record elsewhere another group stands for. */
static gboolean
asks_council (const Question *question)
{
  if (!question)
    return FALSE;
  return (question->kind == QUESTION_TERM && question->term.asked != ASK_ACTOR &&
          question->term.group == GROUP_COUNCIL) ||
         asks_council (question->left) || asks_council (question->right);
}

static gboolean
is_fit (const Question *question, const Row *row)
{
  return (!asks_result (question) || row->body == BODY_OTHER) &&
         (!asks_council (question) || row->body == BODY_COUNCIL);
}

static void
judge (Run *run, const World *world, ChnTimeline *timeline, Question *question, const char *text,
       const Answer *answers, const Answer *unplanned)
{
  gboolean repeats = FALSE;
  question_find_holes (question, &repeats);
  for (int number = 0; number < N_ROWS; number++) {
    guint at = 0;
    g_autofree char *id = g_strdup_printf ("event-%d", number);
    if (!chn_timeline_find (timeline, id, &at) || !is_fit (question, &world->row[number]))
      continue;
    Verdict verdict = oracle_ask (world, &world->row[number], question);
    const char *fault = find_fault (answers[at], &verdict, !repeats);
    if (answers[at] != unplanned[at])
      fault = "answered otherwise without a plan";
    if (fault && run->n_wrong++ < MOST_SHOWN)
      show_fault (world, number, text, fault);
    run->n_cases++;
    run->n_answers[answers[at]]++;
    run->n_exact += repeats ? 0 : 1;
  }
}

static void
try_world (Run *run)
{
  World world;
  world_fill (&world, run->random);
  g_autoptr (ChnTimeline) timeline = world_build (&world);
  for (int i = 0; timeline && i < QUESTIONS_A_WORLD; i++) {
    Answer answers[N_ROWS], unplanned[N_ROWS];
    gboolean is_strict = i % 4 == 0;
    g_autoptr (Question) question = question_new (run->random, is_strict ? i / 4 % 2 : i % 4, is_strict);
    g_autofree char *text = question_dup_text (question);
    if (!ask_engine (timeline, text, TRUE, answers) || !ask_engine (timeline, text, FALSE, unplanned))
      run->n_wrong++;
    else
      judge (run, &world, timeline, question, text, answers, unplanned);
  }
  run->n_wrong += timeline ? 0 : 1;
}

int
main (int argc, char **argv)
{
  gboolean whole = g_strcmp0 (g_getenv ("CHANCERY_TESTS"), "whole") == 0;
  Run run = { .n_wanted = argc > 1 ? (guint) atoi (argv[1]) : whole ? 6000 : 2000 };
  run.random = g_rand_new_with_seed (argc > 2 ? (guint32) atoi (argv[2]) : 1945);
  printf ("1..2\n");
  while (run.n_cases < run.n_wanted && run.n_wrong < MOST_SHOWN)
    try_world (&run);
  printf ("# %u cases: %u yes, %u unknown, %u no; %u ask about each hole once\n", run.n_cases, run.n_answers[YES],
          run.n_answers[UNSURE], run.n_answers[NO], run.n_exact);
  printf ("%s 1 - answers hold however the holes are filled\n", run.n_wrong == 0 ? "ok" : "not ok");
  gboolean is_varied = TRUE;
  for (int answer = NO; answer <= YES; answer++)
    is_varied = is_varied && run.n_answers[answer] > run.n_cases / 20;
  printf ("%s 2 - each answer was given often\n", is_varied ? "ok" : "not ok");
  g_rand_free (run.random);
  return run.n_wrong == 0 && is_varied ? EXIT_SUCCESS : EXIT_FAILURE;
}
