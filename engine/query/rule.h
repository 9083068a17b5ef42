/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/query.h>

#include "query/answer.h"
#include "timeline/columns.h"

/* What terms of a field may say, and the functions that answer them. */

typedef struct _ChnBinder ChnBinder;
typedef struct _ChnCondition ChnCondition;
typedef struct _ChnCandidates ChnCandidates;
typedef struct _ChnDescription ChnDescription;

typedef gboolean (*ChnBindFunc) (ChnBinder *binder, ChnCondition *condition, GError **error);
typedef ChnAnswer (*ChnMatchFunc) (const ChnCondition *condition, const ChnColumns *columns, guint row);
/* Narrows the candidates, which begin as all rows, to a superset of those whose answer is not no, or to just the
 * matches. */
typedef void (*ChnNarrowFunc) (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates);

/* Says what the condition asks for; of fields without one nothing is known. */
typedef void (*ChnDescribeFunc) (const ChnCondition *condition, const ChnColumns *columns,
                                 ChnDescription *description);

/* What a field's values may be, beyond one word or quotation or a list of them. */
typedef enum {
  CHN_TAKES_RANGE = 1 << 0,  /* a..b and the comparisons */
  CHN_TAKES_BLANKS = 1 << 1, /* names or text: several words are one value */
  CHN_TAKES_COUNTS = 1 << 2, /* several words are one value unless they begin with a number */
  CHN_TAKES_EVENTS = 1 << 3, /* @event and @@query stand for events */
  CHN_TAKES_QUERY = 1 << 4,  /* a query in parentheses, and nothing else */
  CHN_TAKES_DATES = 1 << 5,  /* dates: several words are one value when they are one in English */
} ChnTakes;

/* How the values of a field are said in words. */
typedef enum {
  CHN_SAID_AS_IS,
  CHN_SAID_QUOTED,
  CHN_SAID_AS_DATE,
  CHN_SAID_AS_FORUM,
  CHN_SAID_AS_ACTOR,
  CHN_SAID_AS_ACTORS, /* all of them, not any */
} ChnSaying;

typedef struct {
  const ChnQueryField *field; /* its name and help */
  guint takes;                /* ChnTakes */
  gboolean is_declared;       /* by a timeline: in another its term has another number, or none */
  guint argument;             /* what tells apart fields that share functions: match/match.h says of each */
  ChnBindFunc bind;
  ChnMatchFunc match;
  ChnNarrowFunc narrow; /* NULL where nothing is known without asking each row */
  ChnDescribeFunc describe;
  const char *phrase; /* how a term is said, with "%s" for its values; NULL: "NAME: VALUES" */
  ChnSaying saying;
} ChnQueryRule;

static inline gboolean
chn_query_rule_takes (const ChnQueryRule *rule, ChnTakes what)
{
  return (rule->takes & what) != 0;
}
