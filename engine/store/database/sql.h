/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/bound.h"
#include "store/database/database.h"

/* A query as a condition of SQL: all rows for which it does not hold are certainly no answer, nor unknown. */
typedef struct {
  char *text;                   /* "TRUE" where nothing narrows */
  GPtrArray *values;            /* of $1, $2 … */
  guint n_terms;                /* of the query */
  guint n_said;                 /* that say something in it */
  gboolean is_exact;            /* the rows for which it holds are the answer */
  gboolean is_exact_but_doubts; /* they are but for those that have one of the doubts */
  GPtrArray *doubts;            /* keys: one of them has each row of which it is not known whether it is an answer */
  GString *terms;               /* a line each: the term, and who decides it */
} ChnStoreSql;

/* What is shown of the rows that are found. */
typedef enum {
  CHN_SQL_SHOWS_ALL,
  CHN_SQL_SHOWS_LESS,          /* parts of some are not */
  CHN_SQL_SHOWS_FEWER_SOURCES, /* nor are sources that correct or withdraw others */
} ChnSqlShown;

ChnStoreSql *chn_store_sql_new (ChnDatabaseKind kind, const ChnBoundQuery *query, ChnSqlShown shown);

/* Rows of which a limit may keep the first: they are an answer for sure, dated within what is asked, and took place
 * as far as is known; and all others. */
typedef enum { CHN_SQL_FIRST, CHN_SQL_OTHERS } ChnSqlPart;
ChnStoreSql *chn_store_sql_new_part (ChnDatabaseKind kind, const ChnBoundQuery *query, ChnSqlShown shown,
                                     ChnSqlPart part);
void chn_store_sql_free (ChnStoreSql *sql);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnStoreSql, chn_store_sql_free)
