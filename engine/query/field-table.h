/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/arena.h"
#include "query/rule.h"

/* A row of the field table: a field, or where `add` is set the place of those that a vocabulary gives. */
typedef struct {
  const char *name;
  const char *takes;
  const char *note;
  const char *generous; /* what `:` asks */
  const char *strict;   /* what `=` asks; NULL where that is the same */
  ChnQueryValues values;
  guint may_be; /* ChnTakes */
  guint argument;
  struct {
    ChnBindFunc bind;
    ChnMatchFunc match;
    ChnNarrowFunc narrow;
    ChnDescribeFunc describe;
  } functions;
  const char *phrase; /* how a term is said on top of a page, with "%s" for its values; NULL: "NAME: VALUES" */
  ChnSaying saying;
  void (*add) (GArray *rows, ChnArena *arena);
} ChnFieldRow;

/* The table, in the order of help. The row of bare words comes last and has no name. */
const ChnFieldRow *chn_field_table_get (guint *n);

/* field-vocabulary.c: append the rows of roles and relations; texts that are made for them lie in the arena. */
void chn_field_add_roles (GArray *rows, ChnArena *arena);
void chn_field_add_relations (GArray *rows, ChnArena *arena);
/* Those of the roles and relations that are declared. */
void chn_field_add_declared (GArray *rows, const ChnVocabulary *vocabulary, ChnArena *arena);
