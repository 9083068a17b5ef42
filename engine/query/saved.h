/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/suggest.h"
#include "query/bound.h"
#include "query/tree.h"

/* A query that a name stands for. */
typedef struct {
  const char *text;
  gboolean is_users_own; /* the user's own, not the timeline's */
} ChnSavedFound;

/*
 * Looks a name up among the queries of the timeline's files, then among the user's own: the
 * timeline's win. A name that its files give to different queries is an error.
 */
gboolean chn_saved_find (const ChnBoundQuery *bound, const ChnOperand *operand, ChnSavedFound *found, GError **error);
