/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Random queries, and how they are spelled. */
#include "question.h"

enum { HIGHEST = 4 };

static const char *const ballots[] = { "yes", "no", "abstain", "absent" };

/* In hundredths; of these few voters are all the shares that there are about them. */
static const int shares[] = { 0, 40, 50, 60, 100 };

static void
fill_term (Term *term, GRand *random, gboolean is_strict)
{
  int wanted = g_rand_int_range (random, 0, N_STATES);
  term->asked = (Asked) g_rand_int_range (random, 0, N_ASKED);
  term->is_strict = is_strict;
  if (is_strict && term->asked == ASK_ACTOR)
    term->asked = ASK_BALLOT; /* "=" asks about the group itself, which does nothing here */
  if (is_strict && term->asked == ASK_ALL)
    term->asked = ASK_AGREE;
  term->ballot = g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (ballots));
  for (int state = 0; state < N_STATES; state++)
    term->state[state] = state == wanted || g_rand_double (random) < 0.15;
  term->group = g_rand_boolean (random) ? GROUP_OPEN : GROUP_CLOSED;
  if ((term->asked == ASK_GROUP || term->asked >= ASK_ALL) && g_rand_double (random) < 0.3)
    term->group = GROUP_COUNCIL;
  if (is_strict || term->asked >= ASK_MARGIN)
    term->group = GROUP_OPEN;
  term->has_group = !is_strict && g_rand_boolean (random);
  if (!term->has_group)
    term->state[(wanted + 1) % N_STATES] = TRUE; /* one agrees with nobody */
  term->low = g_rand_int_range (random, 0, HIGHEST);
  term->high = g_rand_boolean (random) ? HIGHEST * 100 : g_rand_int_range (random, term->low, HIGHEST);
  term->result = g_rand_boolean (random) ? CHN_RESULT_ADOPTED : CHN_RESULT_REJECTED;
  term->method = (ChnVoteMethod) g_rand_int_range (random, CHN_METHOD_NONE + 1, CHN_METHOD_PROCEDURAL + 1);
}

Question *
question_new (GRand *random, int levels, gboolean is_strict)
{
  Question *question = g_new0 (Question, 1);
  question->kind = levels == 0 ? QUESTION_TERM : (QuestionKind) g_rand_int_range (random, 0, QUESTION_OR + 1);
  if (question->kind == QUESTION_TERM)
    fill_term (&question->term, random, is_strict);
  else
    question->left = question_new (random, levels - 1, is_strict);
  if (question->kind >= QUESTION_AND)
    question->right = question_new (random, levels - 1, is_strict);
  return question;
}

void
question_free (Question *question)
{
  if (!question)
    return;
  question_free (question->left);
  question_free (question->right);
  g_free (question);
}

static void
append_states (GString *out, const Term *term, gboolean has_group)
{
  const char *before = "(";
  for (int state = 0; state < N_STATES; state++)
    if (term->state[state]) {
      g_string_append_printf (out, "%s%s", before, world_states[state]);
      before = ",";
    }
  g_string_append_printf (out, "%s%s)", has_group ? "," : "", has_group ? world_groups[term->group] : "");
}

static void
append_share (GString *out, const Term *term)
{
  g_string_append_printf (out, "%d%%..", shares[term->low]);
  if (term->high < HIGHEST)
    g_string_append_printf (out, "%d%%", shares[term->high]);
}

static void
append_count (GString *out, const Term *term)
{
  if (term->low == term->high)
    g_string_append_printf (out, "%d", term->low);
  else if (term->high < HIGHEST)
    g_string_append_printf (out, "%d..%d", term->low, term->high);
  else
    g_string_append_printf (out, "%d..", term->low);
}

static void
append_term (GString *out, const Term *term)
{
  static const char *const methods[] = {
    [CHN_METHOD_RECORDED] = "recorded", [CHN_METHOD_PROCEDURAL] = "procedural", [CHN_METHOD_CONSENSUS] = "consensus"
  };
  static const char *const fields[N_ASKED] = {
    [ASK_ACTOR] = "actor", [ASK_RESULT] = "vote",   [ASK_METHOD] = "vote", [ASK_AGREE] = "agree",
    [ASK_SPLIT] = "split", [ASK_MARGIN] = "margin", [ASK_SHARE] = "share"
  };
  const char *field = fields[term->asked] ? fields[term->asked] : ballots[term->ballot];
  g_string_append_printf (out, "%s%c", field, term->is_strict ? '=' : ':');
  if (term->asked == ASK_BALLOT || term->asked == ASK_AGREE || term->asked == ASK_SPLIT)
    append_states (out, term, term->asked != ASK_BALLOT && term->has_group);
  else if (term->asked == ASK_COUNT || term->asked == ASK_MARGIN)
    append_count (out, term);
  else if (term->asked == ASK_SHARE)
    append_share (out, term);
  else if (term->asked == ASK_ALL)
    g_string_append_printf (out, "all(%s)", world_groups[term->group]);
  else if (term->asked == ASK_RESULT)
    g_string_append (out, term->result == CHN_RESULT_ADOPTED ? "adopted" : "rejected");
  else if (term->asked == ASK_METHOD)
    g_string_append (out, methods[term->method]);
  else
    g_string_append (out, world_groups[term->group]);
}

static void
append_question (GString *out, const Question *question)
{
  if (question->kind == QUESTION_TERM) {
    append_term (out, &question->term);
    return;
  }
  g_string_append (out, question->kind == QUESTION_NOT ? "NOT (" : "(");
  append_question (out, question->left);
  if (question->right) {
    g_string_append (out, question->kind == QUESTION_AND ? ") AND (" : ") OR (");
    append_question (out, question->right);
  }
  g_string_append_c (out, ')');
}

gboolean
question_has_share (const Term *term, int yes, int no)
{
  int high = term->high < HIGHEST ? shares[term->high] : shares[HIGHEST];
  return yes + no > 0 && 100 * yes >= shares[term->low] * (yes + no) && 100 * yes <= high * (yes + no);
}

char *
question_dup_text (const Question *question)
{
  GString *out = g_string_new (NULL);
  append_question (out, question);
  return g_string_free (out, FALSE);
}

guint
question_find_holes (const Question *question, gboolean *repeats)
{
  enum { ROLL = 1, MEMBERS = 2 };
  /* A vote by consensus has no roll, and the result follows from it: these and who voted how are one hole. */
  static const guint holes[N_ASKED] = {
    [ASK_BALLOT] = ROLL, [ASK_GROUP] = ROLL | MEMBERS, [ASK_COUNT] = ROLL, [ASK_ACTOR] = MEMBERS,
    [ASK_RESULT] = ROLL, [ASK_METHOD] = ROLL,          [ASK_ALL] = ROLL,   [ASK_AGREE] = ROLL,
    [ASK_SPLIT] = ROLL,  [ASK_MARGIN] = ROLL,          [ASK_SHARE] = ROLL
  };
  /* Of a group that is not recorded whole, members and ballots are one hole to the engine. */
  if (question->kind == QUESTION_TERM && question->term.group != GROUP_CLOSED &&
      (question->term.asked == ASK_ALL || (question->term.asked >= ASK_AGREE && question->term.has_group)))
    *repeats = *repeats || question->term.asked <= ASK_SPLIT;
  if (question->kind == QUESTION_TERM)
    return question->term.is_strict ? 0 : holes[question->term.asked];
  guint left = question_find_holes (question->left, repeats);
  guint right = question->right ? question_find_holes (question->right, repeats) : 0;
  *repeats = *repeats || (left & right) != 0;
  return left | right;
}
