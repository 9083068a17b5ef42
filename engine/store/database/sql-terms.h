/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/describe.h"
#include "store/database/schema.h"

/* Pieces of SQL, which whoever asks for them frees. */

#define CHN_SQL_ALL "TRUE"
#define CHN_SQL_NONE "FALSE"

typedef struct {
  ChnDatabaseKind kind;
  GPtrArray *values; /* of $1, $2 …, which pieces add to */
} ChnSqlSaying;

/* Pieces joined; those that decide by themselves, or say nothing, are left out. The pieces are taken. */
char *chn_sql_say_any (GPtrArray *pieces);
char *chn_sql_say_both (GPtrArray *pieces);
char *chn_sql_say_not (char *piece);

/* What rows have that a description names, without its doubts. */
char *chn_sql_say_named (const ChnSqlSaying *saying, const ChnDescription *description);

/* Rows that it is not known of, as far as they may match. */
char *chn_sql_say_possible (const ChnSqlSaying *saying, const ChnDescription *description);

/* Rows that have one of some keys, and that have a key. */
char *chn_sql_say_one_of (const ChnSqlSaying *saying, const GPtrArray *keys);
char *chn_sql_say_key (const ChnSqlSaying *saying, const char *key);
