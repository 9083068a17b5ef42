/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program.h"

/*
 * The words of a look-up as one name, or NULL where there are none.
 */
char *lookup_dup_name (const Arguments *arguments);

/* Whether one of the names contains what was asked, case aside. */
gboolean lookup_contains (const char *wanted, const char *id, const char *name, const char *short_name,
                          const ChnAlias *aliases, guint n_aliases);
