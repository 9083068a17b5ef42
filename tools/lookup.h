/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program.h"

/*
 * The words of a look-up as one name, or NULL where there are none.
 */
char *lookup_dup_name (const Arguments *arguments);

/* How names answer to what was asked, the better the greater: whole words go before parts of words. */
typedef enum { LOOKUP_NOT, LOOKUP_PART, LOOKUP_WORDS } LookupMatch;

/* What was asked, without its case and accents. */
typedef struct {
  char *plain;
  gboolean is_ascii;
  gboolean is_abbreviation; /* "ROC": no part of "Morocco" */
} Lookup;

void lookup_init (Lookup *lookup, const char *wanted);
void lookup_clear (Lookup *lookup);

typedef struct {
  const char *id, *name, *short_name;
  const ChnAlias *aliases;
  guint n_aliases;
} LookupNames;

/* The best that one of the names does. */
LookupMatch lookup_match (const Lookup *lookup, const LookupNames *names);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lookup, lookup_clear)
