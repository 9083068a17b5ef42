/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/outcome.h>

/* Which majority carries a proposal. */
typedef enum {
  CHN_MAJORITY_OF_SEATS,   /* a number of votes in favour */
  CHN_MAJORITY_SIMPLE,     /* more in favour than against, of those present and voting */
  CHN_MAJORITY_ARTICLE_18, /* two thirds of those present and voting, or more in favour than against */
} ChnMajority;

/* A day of the calendar; the year 0 stands for none. */
typedef struct {
  guint16 year;
  guint8 month, day;
} ChnDay;

/* How a body votes, for a time. */
typedef struct {
  const char *forum; /* itself, not what lies below it */
  ChnDay from, to;   /* inclusive; none: always */
  guint seats;       /* at most so many vote; 0: not fixed */
  ChnMajority majority;
  guint needed;     /* votes in favour, of seats */
  const char *veto; /* the group a member of which defeats a proposal of substance by voting against; or NULL */
} ChnVotingBody;

/* How a forum voted on a date; NULL where that is not known, or changed within the date. */
const ChnVotingBody *chn_voting_body_find (const char *forum, const ChnDateBounds *at);

/* Whose seat a State took over, and who took over a State's seat: NULL for nobody. */
const char *chn_seat_get_former (const char *state);
const char *chn_seat_get_heir (const char *holder);

/* Whether the forum ever voted by rules of the table. */
gboolean chn_voting_body_is_listed (const char *forum);
