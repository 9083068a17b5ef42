/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/bound.h"
#include "store/database/database.h"

/* A query as a condition of SQL: all rows for which it does not hold are certainly no answer, nor unknown. */
typedef struct {
  char *text;        /* "TRUE" where nothing narrows */
  GPtrArray *values; /* of $1, $2 … */
  guint n_terms;     /* of the query */
  guint n_said;      /* that say something in it */
  gboolean is_exact; /* the rows for which it holds are the answer */
} ChnStoreSql;

ChnStoreSql *chn_store_sql_new (ChnDatabaseKind kind, const ChnBoundQuery *query);
void chn_store_sql_free (ChnStoreSql *sql);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnStoreSql, chn_store_sql_free)
