/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program.h"

/*
 * The words of a look-up as one name, or NULL where there are none.
 */
char *lookup_dup_name (const Arguments *arguments);

typedef struct {
  const char *id, *name, *short_name;
  const ChnAlias *aliases;
  guint n_aliases;
} LookupNames;

typedef LookupNames (*LookupNamesFunc) (gconstpointer thing);

/* Those among whose names what was asked stands as words, or where it nowhere does, as a part of one; borrowed. */
GPtrArray *lookup_find (const GPtrArray *things, const char *wanted, LookupNamesFunc get_names);
