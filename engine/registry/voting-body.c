/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * How bodies vote: one table of bodies and periods.
 *
 * Security Council (Charter of the United Nations, Article 27): seven of eleven, and since it was enlarged nine of
 * fifteen, with the concurring votes of the permanent members except on procedure; by constant practice one that
 * abstains or stays away concurs. The amendment entered into force on 31 August 1965; the first fifteen members sat
 * from 1 January 1966, and until then seven went on sufficing: resolution 218 (1965) of 23 November had seven votes.
 *
 * General Assembly (Article 18): two thirds of those present and voting on important questions, else a majority of
 * them. Which it was is not in the counts. Its Main Committees, the Human Rights Council, the Economic and Social
 * Council and its former Commission on Human Rights decide by a majority of those present and voting (rules of
 * procedure of the Assembly, 125; of the Economic and Social Council, 60; of its functional commissions, 58).
 *
 * Seats are what a body never had more of: the Economic and Social Council has had 18, 27 and 54, the Commission on
 * Human Rights grew to 53.
 */
#include "registry/voting-body.h"

#include <string.h>

static const ChnVotingBody bodies[] = {
  /* forum, from, to, seats, majority, votes needed, who has a veto */
  { "un.sc", "1946-01-17", "1965-12-31", 11, CHN_MAJORITY_OF_SEATS, 7, "p5" },
  { "un.sc", "1966-01-01", NULL, 15, CHN_MAJORITY_OF_SEATS, 9, "p5" },
  { "un.ga", NULL, NULL, 0, CHN_MAJORITY_ARTICLE_18, 0, NULL },
  { "un.ga.es", NULL, NULL, 0, CHN_MAJORITY_ARTICLE_18, 0, NULL },
  { "un.ga.ss", NULL, NULL, 0, CHN_MAJORITY_ARTICLE_18, 0, NULL },
  { "un.ga.c1", NULL, NULL, 0, CHN_MAJORITY_SIMPLE, 0, NULL },
  { "un.ga.c2", NULL, NULL, 0, CHN_MAJORITY_SIMPLE, 0, NULL },
  { "un.ga.c3", NULL, NULL, 0, CHN_MAJORITY_SIMPLE, 0, NULL },
  { "un.ga.c4", NULL, NULL, 0, CHN_MAJORITY_SIMPLE, 0, NULL },
  { "un.ga.c5", NULL, NULL, 0, CHN_MAJORITY_SIMPLE, 0, NULL },
  { "un.ga.c6", NULL, NULL, 0, CHN_MAJORITY_SIMPLE, 0, NULL },
  { "un.hrc", NULL, NULL, 47, CHN_MAJORITY_SIMPLE, 0, NULL },
  { "un.ecosoc", NULL, NULL, 54, CHN_MAJORITY_SIMPLE, 0, NULL },
  { "un.ecosoc.chr", NULL, NULL, 53, CHN_MAJORITY_SIMPLE, 0, NULL },
  { "un.ecosoc.chr.sub", NULL, NULL, 26, CHN_MAJORITY_SIMPLE, 0, NULL },
};

/* Whether a row holds for all of a date. */
static gboolean
is_in_force (const ChnVotingBody *body, const ChnDateBounds *at)
{
  g_autoptr (ChnDate) from = body->from ? chn_date_parse (body->from, -1, NULL) : NULL;
  g_autoptr (ChnDate) to = body->to ? chn_date_parse (body->to, -1, NULL) : NULL;
  return (!from || at->earliest >= chn_date_get_bounds (from)->earliest) &&
         (!to || at->latest <= chn_date_get_bounds (to)->latest);
}

const ChnVotingBody *
chn_voting_body_find (const char *forum, const ChnDateBounds *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    if (strcmp (bodies[i].forum, forum) == 0 && is_in_force (&bodies[i], at))
      return &bodies[i];
  return NULL;
}

gboolean
chn_voting_body_is_listed (const char *forum)
{
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    if (strcmp (bodies[i].forum, forum) == 0)
      return TRUE;
  return FALSE;
}

gboolean
chn_forum_has_veto (const char *forum)
{
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    if (bodies[i].veto && strcmp (bodies[i].forum, forum) == 0)
      return TRUE;
  return FALSE;
}

/* Seats that were held by another than the State that bears the name today. */
static const struct {
  const char *state, *holder, *until;
} seats[] = { { "chn", "twn", "1971-10-24" } };

const char *
chn_seat_get_holder (const char *state, const ChnDateBounds *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (seats); i++) {
    if (strcmp (seats[i].state, state) != 0)
      continue;
    g_autoptr (ChnDate) until = chn_date_parse (seats[i].until, -1, NULL);
    if (at->latest <= chn_date_get_bounds (until)->latest)
      return seats[i].holder;
  }
  return state;
}
