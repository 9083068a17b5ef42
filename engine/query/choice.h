/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/condition.h"

/* What a test may go by besides the row. */
typedef struct {
  ChnDateBounds today;
  const ChnTimeline *timeline;
  guint kind_vote; /* the kind of event that is a vote */
} ChnKnown;

/* A word that a field knows, and the test it stands for, or where that may be left open the question. */
typedef struct {
  const char *word;
  gboolean (*test) (const ChnColumns *columns, guint row, const ChnKnown *known);
  ChnAnswer (*answer) (const ChnColumns *columns, guint row, const ChnKnown *known);
  const char *unknown; /* what is not known where the answer is unknown, as it follows "it is not known" */
} ChnChoice;

/* Binds each value to a word of the table; the condition's data is then for chn_choice_match(). */
gboolean chn_choice_bind (ChnBinder *binder, ChnCondition *condition, const ChnChoice *choices, guint n,
                          GError **error);
ChnAnswer chn_choice_match (const ChnCondition *condition, const ChnColumns *columns, guint row);
