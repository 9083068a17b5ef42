/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/rows.h>

#include "query/actors.h"

/* The time in which rows lie, those without an end left out; FALSE when there is none. */
gboolean chn_explain_find_span (const ChnColumns *columns, const ChnRows *rows, ChnDateBounds *span);

/* A line for each group of the set with its members in that time. */
void chn_explain_append_members (GString *out, int indent, const ChnActorSet *set, const ChnDateBounds *span);
