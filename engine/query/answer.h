/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * What a query has for an answer about a row. Unknown is what the record leaves open: how a State voted
 * that a partial roll call does not name, who belonged to a group at a time for which its members are
 * not recorded. How answers are combined is Kleene's (strong) logic; the order of the values is its
 * order of truth, so that AND is the least and OR the greatest of its parts.
 */
typedef enum {
  CHN_ANSWER_NO,
  CHN_ANSWER_UNKNOWN,
  CHN_ANSWER_YES,
} ChnAnswer;

/* The answer where nothing is left open. */
static inline ChnAnswer
chn_answer_of (gboolean holds)
{
  return holds ? CHN_ANSWER_YES : CHN_ANSWER_NO;
}

static inline ChnAnswer
chn_answer_not (ChnAnswer answer)
{
  return (ChnAnswer) (CHN_ANSWER_YES - answer);
}

static inline ChnAnswer
chn_answer_and (ChnAnswer left, ChnAnswer right)
{
  return MIN (left, right);
}

static inline ChnAnswer
chn_answer_or (ChnAnswer left, ChnAnswer right)
{
  return MAX (left, right);
}
