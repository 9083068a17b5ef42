/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/count.h>

#include "base/arena.h"
#include "query/count-values.h"

/* The actors that a key names behind a colon. */
typedef enum { CHN_KEY_NAMES_NOBODY, CHN_KEY_NAMES_ONE, CHN_KEY_NAMES_SEVERAL } ChnKeyNames;

typedef struct {
  void (*find) (ChnCounting *counting); /* NULL of agreements, which are no values of an event */
  guint argument;
  gboolean ordered; /* by ChnCountValue.order, not by how many events have it */
  ChnKeyNames names;
} ChnCountRule;

/*
 * Makes, in the arena, the key and rule of a role that a vocabulary declares; FALSE where it declares none of this
 * name.
 */
gboolean chn_count_find_declared (const ChnVocabulary *vocabulary, const char *name, gsize length, ChnArena *arena,
                                  const ChnCountKey **key, const ChnCountRule **rule);

/* The rule of the key of this name and its length in bytes, or NULL. */
const ChnCountRule *chn_count_rule_find (const char *name, gsize length, const ChnCountKey **key);
