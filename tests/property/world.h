/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

/*
 * Small worlds with holes: a handful of States, groups that they belong to for some years, and events
 * whose rolls, counts, results and ways of voting are known in part. Each world is first made whole,
 * so that what is left of it never contradicts itself.
 */

enum {
  N_STATES = 5,
  N_ROWS = 6,
  N_KINDS = 4, /* of ballots: yes, no, abstain, not voting */
  ABSENT = 4,  /* somebody who was not there to vote */
  UNKNOWN = -1,
  FIRST_YEAR = 2001,
  LAST_YEAR = 2006,
};

typedef enum {
  GROUP_COUNCIL,  /* who votes in the Security Council */
  GROUP_ASSEMBLY, /* who votes in the General Assembly */
  GROUP_CLOSED,   /* recorded for all time */
  GROUP_OPEN,     /* recorded for some years */
  N_GROUPS,
} GroupId;

typedef struct {
  gboolean recorded[N_STATES]; /* whether a term of the State is */
  int from[N_STATES], to[N_STATES];
  gboolean recalled[N_STATES];
  int covers_from, covers_to; /* all terms of these years are recorded */
} Group;

typedef enum { BODY_NONE, BODY_COUNCIL, BODY_ASSEMBLY, BODY_OTHER, N_BODIES } Body;

/* An event as it is recorded. */
typedef struct {
  int year;
  Body body;
  gboolean is_vote;        /* of the kind that is a vote */
  gboolean has_vote;       /* something of it is recorded */
  int named[N_STATES];     /* the kind of ballot that each State is named under, or UNKNOWN */
  int count[N_KINDS];      /* or UNKNOWN */
  ChnVoteMethod method;    /* none: nobody says */
  ChnVoteResult result;    /* likewise */
  gboolean acts[N_STATES]; /* whether the State took part, in some role */
} Row;

typedef struct {
  Group group[N_GROUPS];
  Row row[N_ROWS];
} World;

extern const char *const world_states[N_STATES];
extern const char *const world_groups[N_GROUPS];

void world_fill (World *world, GRand *random);

/* Whether the membership of a State in a group is recorded for a year. */
gboolean world_is_member (const World *world, GroupId group, int state, int year);
/* Whether all members of a group are. */
gboolean world_is_covered (const World *world, GroupId group, int year);
/* The group that votes in a body, or UNKNOWN. */
int world_find_electorate (Body body);

/* The world as the engine has it; row I of the world is that of the event "event-I". */
ChnTimeline *world_build (const World *world);
