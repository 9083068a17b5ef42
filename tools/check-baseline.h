/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program.h"

/*
 * What is known to be wrong with an old chronology: a line a finding, "CODE EVENT: MESSAGE", without its place, so
 * that it is known again when lines move. What is found as often as it stands there is not told.
 */
typedef struct _CheckBaseline CheckBaseline;

/* One that knows nothing. */
CheckBaseline *check_baseline_new (void);
/* NULL with an error. */
CheckBaseline *check_baseline_read (const Program *program, const char *path, GError **error);
void check_baseline_free (CheckBaseline *baseline);

/* Whether a finding is known, which counts it. */
gboolean check_baseline_take (CheckBaseline *baseline, const ChnFinding *finding);

/* How many lines nothing was found for: they have been mended. */
guint check_baseline_count_left (const CheckBaseline *baseline);

/* Writes one of these findings, sorted, so that a change to it shows as lines. */
gboolean check_baseline_write (const char *path, const ChnFinding *const *findings, guint n, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CheckBaseline, check_baseline_free)
