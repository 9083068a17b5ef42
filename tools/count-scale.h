/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

/* Whether what is counted by are steps of a scale, such as years; and after how many of them labels look round. */
gboolean count_scale_find (const char *key, guint *period);

/* Which step a value is, by its name as data has it; FALSE for what is no step, such as "imprecise". */
gboolean count_scale_place (const char *key, const char *name, gint64 *ordinal);

/* The value for people: years before 1000 with their era, "44 BC". */
char *count_scale_dup_label (const char *key, const char *name, const char *label);
