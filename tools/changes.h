/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program.h"

/* "r12", or a number that is no year, is a revision of a store; 0 for anything else. */
guint64 changes_find_revision (const char *since);

/* Keeps those rows that the revisions which are asked for have written. */
void changes_keep (const Program *program, const ChnTimeline *timeline, ChnRows *rows);

/*
 * With --changed-since: says on standard error how many events do not say when they were changed, or what revisions
 * have taken out.
 */
void changes_print_unstated (const Program *program, ChnTimeline *timeline, const Arguments *arguments);
