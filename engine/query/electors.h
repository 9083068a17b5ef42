/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/condition.h"

/* A member of a body that votes: one of its terms. */
typedef struct {
  const ChnMembership *term;
  guint32 code; /* of the actor; CHN_NO_CODE where no event names it */
  guint32 heir; /* of the State that has the seat today, by whose name the ballot may stand; or CHN_NO_CODE */
} ChnElector;

#define CHN_NO_CODE G_MAXUINT32

/* Those who vote in a body, all that ever did. */
typedef struct {
  const ChnActor *group;
  guint n;
  ChnElector *electors; /* by actor */
} ChnElectorate;

/* By the code of each forum of a timeline who votes there; NULL where the registry does not know. */
typedef struct _ChnElectorates ChnElectorates;

/* Whether a row of which no vote is recorded was one all the same: it took place and is of the kind that is a vote.
 */
static inline gboolean
chn_row_expects_vote (const ChnColumns *columns, guint row, guint kind_vote)
{
  guint kind = chn_columns_get_kind (columns, row);
  return chn_vocabulary_get_nearest (columns->vocabulary, CHN_VOCABULARY_KIND, kind) == kind_vote &&
         chn_columns_get_status (columns, row) == CHN_STATUS_OCCURRED;
}
gboolean chn_electorates_expect_vote (const ChnElectorates *electorates, const ChnColumns *columns, guint row);

/* The members of a group, as if they voted by themselves. */
ChnElectorate *chn_binder_make_electorate (ChnBinder *binder, const ChnActor *group);

/* Those of the binder's timeline, made on first need. */
const ChnElectorates *chn_binder_get_electorates (ChnBinder *binder);

/* Who votes in the forums of a row, or NULL: where two bodies are named, too. */
const ChnElectorate *chn_electorates_find (const ChnElectorates *electorates, const ChnColumns *columns, guint row);
