/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/lex.h"
#include "query/rule.h"

/* The tree of a query as it was written; everything in it lies in the query's arena. */

typedef enum {
  CHN_OPERAND_NONE, /* the open end of a range */
  CHN_OPERAND_WORD,
  CHN_OPERAND_QUOTED,
  CHN_OPERAND_EVENT, /* @event-id, perhaps with + or - a duration */
  CHN_OPERAND_SAVED, /* @@name of a saved query */
} ChnOperandKind;

typedef struct {
  ChnOperandKind kind;
  const char *text; /* without quotes and @ */
  ChnPlace place;
} ChnOperand;

typedef struct {
  gboolean is_range;
  ChnOperand low; /* the value itself when it is no range */
  ChnOperand high;
  ChnPlace place;
} ChnValue;

typedef enum {
  CHN_NODE_AND, /* of nothing: everything */
  CHN_NODE_OR,
  CHN_NODE_NOT,
  CHN_NODE_MAYBE, /* whether it is unknown whether its part matches */
  CHN_NODE_TERM,
} ChnNodeKind;

typedef struct _ChnNode ChnNode;

struct _ChnNode {
  ChnNodeKind kind;
  ChnPlace place;
  guint n_children;
  ChnNode **children;
  const ChnQueryRule *rule; /* of a term */
  ChnOp op;
  guint n_values; /* any of them will do */
  ChnValue *values;
};

/* The tree as a query in one spelling: parsing it gives the same tree. */
char *chn_node_dup_text (const ChnNode *node);

/* One value of a term, as a query spells it. */
void chn_value_append_text (const ChnValue *value, GString *out);
