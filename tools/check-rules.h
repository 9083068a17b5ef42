/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

#include "arguments.h"

/* Prints the table of rules, a line each: code, severity and what it finds. */
gboolean check_rules_list (GError **error);

/* Prints what there is to know of the rules of --explain. */
gboolean check_rules_explain (const char *code, GError **error);

/* The codes of --ignore, NULL-ended; NULL with an error where one names nothing. */
char **check_rules_dup_ignored (const Arguments *arguments, GError **error);

/* "note", "warning", "error" */
const char *check_rules_name_severity (ChnSeverity severity);
