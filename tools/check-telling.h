/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "check-baseline.h"

/* Findings of one run, and what is told of them. */
typedef struct {
  GArray *told; /* ChnToldFinding: what concerns the events asked for and is not switched off, in order */
  guint counts[CHN_SEVERITY_ERROR + 1]; /* of those that count */
  guint n_ignored, n_known;             /* of those that do not: by their events or --ignore, by the baseline */
  guint n_dropped;                      /* that the report counted and did not keep */
} CheckTelling;

/* `chosen` are ids of events, or NULL for all; `ignored` codes, or NULL. */
void check_telling_init (CheckTelling *telling, const ChnReport *report, GHashTable *chosen,
                         const char *const *ignored, CheckBaseline *baseline);
void check_telling_clear (CheckTelling *telling);

/* A line for each finding that counts and is at least so bad. */
char *check_telling_dup_plain (const CheckTelling *telling, ChnSeverity least);

/* On standard error: how many there are. */
void check_telling_print_summary (const CheckTelling *telling, guint n_events, guint n_mended, gboolean with_notes);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CheckTelling, check_telling_clear)
