/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/condition.h"

/* A word that a field knows, and the test it stands for. */
typedef struct {
  const char *word;
  gboolean (*test) (const ChnColumns *columns, guint row, const ChnDateBounds *today);
} ChnChoice;

/* Binds each value to a word of the table; the condition's data is then for chn_choice_match(). */
gboolean chn_choice_bind (ChnBinder *binder, ChnCondition *condition, const ChnChoice *choices, guint n,
                          GError **error);
gboolean chn_choice_match (const ChnCondition *condition, const ChnColumns *columns, guint row);
