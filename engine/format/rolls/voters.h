/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

/* Those who voted, each by a code or name that stands in a table: what it means is read at a date. */

typedef struct {
  char *text;         /* the code, or the name where there is no code */
  char *name;         /* NULL where the table has none beside the code */
  gboolean is_cow;    /* the code is of the Correlates of War project */
  gboolean is_read;   /* the rest holds for the date that was asked for last … */
  gboolean is_always; /* … or for all */
  gint64 earliest;
  const char *actor; /* NULL where nobody bears it */
  guint32 seat;      /* 1 + the number of the actor */
  guint n_unknown;   /* ballots of nobody */
} ChnRollVoter;

typedef struct {
  GArray *voters;              /* ChnRollVoter */
  GHashTable *by_text;         /* text -> number */
  GHashTable *by_cow;          /* code -> actor's id; made when it is first needed */
  GHashTable *seats;           /* actor's id -> seat */
  guint32 of_letters[26 * 26]; /* of codes of two letters: number + 1 */
} ChnRollVoters;

void chn_roll_voters_init (ChnRollVoters *voters);
void chn_roll_voters_clear (ChnRollVoters *voters);

/* The number of a code or name. */
guint32 chn_roll_voters_take (ChnRollVoters *voters, const char *text, gsize length, gboolean is_cow);

static inline ChnRollVoter *
chn_roll_voters_get (const ChnRollVoters *voters, guint32 number)
{
  return &g_array_index (voters->voters, ChnRollVoter, number);
}

/* Finds out who bore the code on that day: `actor` and `seat` are set. */
void chn_roll_voters_read (ChnRollVoters *voters, ChnRollVoter *voter, const ChnRegistry *registry,
                           const ChnDateBounds *at);
