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

#include "base/civil.h"

#define NO_DAY                                                                                                       \
  {                                                                                                                  \
    0, 0, 0                                                                                                          \
  }

static const ChnVotingBody bodies[] = {
  /* forum, from, to, seats, majority, votes needed, who has a veto */
  { "un.sc", { 1946, 1, 17 }, { 1965, 12, 31 }, 11, CHN_MAJORITY_OF_SEATS, 7, "p5" },
  { "un.sc", { 1966, 1, 1 }, NO_DAY, 15, CHN_MAJORITY_OF_SEATS, 9, "p5" },
  { "un.ga", NO_DAY, NO_DAY, 0, CHN_MAJORITY_ARTICLE_18, 0, NULL },
  { "un.ga.es", NO_DAY, NO_DAY, 0, CHN_MAJORITY_ARTICLE_18, 0, NULL },
  { "un.ga.ss", NO_DAY, NO_DAY, 0, CHN_MAJORITY_ARTICLE_18, 0, NULL },
  { "un.ga.c1", NO_DAY, NO_DAY, 0, CHN_MAJORITY_SIMPLE, 0, NULL },
  { "un.ga.c2", NO_DAY, NO_DAY, 0, CHN_MAJORITY_SIMPLE, 0, NULL },
  { "un.ga.c3", NO_DAY, NO_DAY, 0, CHN_MAJORITY_SIMPLE, 0, NULL },
  { "un.ga.c4", NO_DAY, NO_DAY, 0, CHN_MAJORITY_SIMPLE, 0, NULL },
  { "un.ga.c5", NO_DAY, NO_DAY, 0, CHN_MAJORITY_SIMPLE, 0, NULL },
  { "un.ga.c6", NO_DAY, NO_DAY, 0, CHN_MAJORITY_SIMPLE, 0, NULL },
  { "un.hrc", NO_DAY, NO_DAY, 47, CHN_MAJORITY_SIMPLE, 0, NULL },
  { "un.hrc.ss", NO_DAY, NO_DAY, 47, CHN_MAJORITY_SIMPLE, 0, NULL },
  { "un.ecosoc", NO_DAY, NO_DAY, 54, CHN_MAJORITY_SIMPLE, 0, NULL },
  { "un.ecosoc.chr", NO_DAY, NO_DAY, 53, CHN_MAJORITY_SIMPLE, 0, NULL },
  { "un.ecosoc.chr.sub", NO_DAY, NO_DAY, 26, CHN_MAJORITY_SIMPLE, 0, NULL },
};

static gint64
find_start (const ChnDay *day)
{
  return chn_civil_to_days (day->year, day->month, day->day) * CHN_DAY_SECONDS;
}

static gboolean
is_over_by (const ChnDateBounds *at, const ChnDay *last)
{
  return last->year == 0 || at->latest < find_start (last) + CHN_DAY_SECONDS;
}

/* Whether a row holds for all of a date. */
static gboolean
is_in_force (const ChnVotingBody *body, const ChnDateBounds *at)
{
  return (body->from.year == 0 || at->earliest >= find_start (&body->from)) && is_over_by (at, &body->to);
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

/* Seats that were held by another than the State that bears the name today, or under another name. */
typedef struct {
  const char *state, *holder, *name;
  ChnDay until;
} Seat;

static const Seat seats[] = {
  { "chn", "twn", "Republic of China", { 1971, 10, 24 } },
  { "rus", "sun", "Soviet Union", { 1991, 12, 23 } },
};

const char *
chn_seat_get_former (const char *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (seats); i++)
    if (strcmp (seats[i].state, state) == 0)
      return seats[i].holder;
  return NULL;
}

const char *
chn_seat_get_heir (const char *holder)
{
  for (guint i = 0; i < G_N_ELEMENTS (seats); i++)
    if (strcmp (seats[i].holder, holder) == 0)
      return seats[i].state;
  return NULL;
}

static const Seat *
find_seat (const char *state, const ChnDateBounds *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (seats); i++)
    if ((strcmp (seats[i].state, state) == 0 || strcmp (seats[i].holder, state) == 0) &&
        is_over_by (at, &seats[i].until))
      return &seats[i];
  return NULL;
}

const char *
chn_seat_get_holder (const char *state, const ChnDateBounds *at)
{
  const Seat *seat = find_seat (state, at);
  return seat ? seat->holder : state;
}

const char *
chn_seat_get_name (const ChnRegistry *registry, const char *state, const ChnDateBounds *at)
{
  const Seat *seat = find_seat (state, at);
  const ChnActor *actor = seat ? NULL : chn_registry_get_actor (registry, state);
  return seat ? seat->name : actor ? chn_actor_get_name_at (actor, at) : state;
}
