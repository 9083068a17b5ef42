/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/bound.h"

/* What is to be told of actors and voters of the rows that a query found, each text once. */
typedef struct {
  const ChnBoundQuery *query;
  const ChnRows *rows;
  guint8 *is_told;  /* of each row */
  GPtrArray *texts; /* of char */
} ChnTold;

/* What is to be told of an actor, by its code, at a row's date; to be freed; NULL for nothing. */
typedef char *(*ChnTellFunc) (const ChnTold *told, gconstpointer subject, guint32 code, const ChnDateBounds *at);

/* The id of a code. */
const char *chn_told_get_id (const ChnTold *told, guint32 code);

ChnTold chn_told_start (const ChnBoundQuery *query, const ChnRows *rows);

/* Asks of every actor and voter of every row. */
void chn_told_ask_rows (ChnTold *told, ChnTellFunc tell, gconstpointer subject);

/* Whether anything may have to be told of the rows that a query finds: who was only recalled as a member, or is no
 * more.
 */
gboolean chn_bound_query_tells_rows (const ChnBoundQuery *query);

/* All texts in one, NULL where there is none, and of how many rows; frees what it holds. */
char *chn_told_finish (ChnTold *told, guint *n_rows);
