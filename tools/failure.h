/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

/* Exit statuses of the program. */
typedef enum {
  STATUS_DONE = 0,
  STATUS_FINDINGS = 1, /* check found errors */
  STATUS_USAGE = 2,    /* bad usage or input */
  STATUS_IO = 3,       /* the system refused */
} Status;

/* The exit status that an error calls for. */
Status failure_get_status (const GError *error);

/*
 * Prints an error in one line on standard error. With the text that it is about (a query), that
 * text and carets under the place follow.
 */
void failure_print (const GError *error, const char *culprit);

/* Prints the findings of at least this severity, a line each, on standard error. */
void failure_print_report (const ChnReport *report, ChnSeverity least);

/* Prints in one line how many warnings there are, and of which codes; nothing where there is none. */
void failure_print_counts (const ChnReport *report);

/* Prints the first findings of this code in the same way, and how many more there are. */
void failure_print_findings (const ChnReport *report, const char *code, guint most);
