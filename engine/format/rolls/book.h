/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/arena.h"
#include "format/rolls/columns.h"
#include "format/rolls/voters.h"

/*
 * Roll calls in the making: what tables say of each, and its ballots, which may stand in another file. Events are
 * made of them when all files are read.
 */

/* A column that nothing is known of. */
typedef struct {
  const char *heading, *text;
} ChnRollExtra;

typedef struct {
  const char *key;                      /* what its rows have in common */
  ChnRollColumn key_column;             /* which column that is */
  const char *text[CHN_N_ROLL_COLUMNS]; /* of the columns that say something of the whole; NULL where blank */
  const ChnRollExtra *extras;
  guint n_extras;
  guint32 file, line; /* file: index of the name; line: 0 while only its ballots are known */
  gboolean has_permanent;
} ChnRollCall;

typedef struct {
  guint32 call, voter;
  int kind;         /* a ChnBallotKind, or -1 for a word that is none */
  const char *word; /* that word */
} ChnRollBallot;

typedef struct {
  ChnArena *arena;
  GArray *calls;         /* ChnRollCall */
  GHashTable *by_key[3]; /* of each column that a key may stand in: key -> 1 + number */
  GArray *ballots;       /* ChnRollBallot */
  ChnRollVoters voters;
  GPtrArray *files;   /* names */
  guint n_no_members; /* ballots of States that were no members */
  guint n_again;      /* rows of roll calls that stood before */
} ChnRollBook;

ChnRollBook *chn_roll_book_new (void);
void chn_roll_book_free (ChnRollBook *book);

/* The number of the roll call that a key stands for. */
guint32 chn_roll_book_find (ChnRollBook *book, ChnRollColumn column, const char *key, gsize length);

static inline ChnRollCall *
chn_roll_book_get_call (const ChnRollBook *book, guint32 number)
{
  return &g_array_index (book->calls, ChnRollCall, number);
}
