/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "world.h"

/* Random queries about what worlds leave open, as text for the engine and as a tree for the oracle. */

typedef enum {
  ASK_BALLOT, /* no:(aaa,bbb) */
  ASK_GROUP,  /* no:open: a member voted so */
  ASK_COUNT,  /* no:2..3 */
  ASK_ACTOR,  /* actor:open: a member took part */
  ASK_RESULT, /* vote:adopted, of bodies other than the Council */
  ASK_METHOD, /* vote:recorded */
  ASK_ALL,    /* no:all(open): each member that voted there */
  ASK_AGREE,  /* agree:(aaa,bbb,open) */
  ASK_SPLIT,  /* split:(aaa,bbb,open) */
  ASK_MARGIN, /* margin:2..3 */
  ASK_SHARE,  /* share:..0.5 */
  N_ASKED,
} Asked;

typedef struct {
  Asked asked;
  gboolean is_strict;
  int ballot;
  gboolean state[N_STATES];
  gboolean has_group; /* beside the States */
  GroupId group;
  int low, high;
  ChnVoteResult result;
  ChnVoteMethod method;
} Term;

typedef enum { QUESTION_TERM, QUESTION_NOT, QUESTION_AND, QUESTION_OR } QuestionKind;

typedef struct _Question Question;

struct _Question {
  QuestionKind kind;
  Term term;
  Question *left, *right;
  gboolean certain; /* of a strict term, once the oracle has found out */
};

/* A tree of at most so many levels of NOT, AND and OR. */
Question *question_new (GRand *random, int levels, gboolean is_strict);
void question_free (Question *question);
/* Whether the share of a number of votes in favour, and against, is one that a term asks for. */
gboolean question_has_share (const Term *term, int yes, int no);
char *question_dup_text (const Question *question);

/* Which holes of a row the terms ask about, a bit each; `repeats` is set where two of them ask about the same. */
guint question_find_holes (const Question *question, gboolean *repeats);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)
