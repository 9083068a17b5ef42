/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/arena.h"
#include "query/rule.h"

/* The rule of the field of this name, in any case; NULL when there is none. length may be -1. */
const ChnQueryRule *chn_query_rule_find (const char *name, gssize length);
/*
 * The same among roles and relations that a vocabulary declares, too; it may be NULL. What is found there is made in
 * the arena, and has the numbers that its term has in this vocabulary.
 */
const ChnQueryRule *chn_query_rule_find_in (const ChnVocabulary *vocabulary, const char *name, gssize length,
                                            ChnArena *arena);
/* The rule for words and phrases without a field. Its name is empty. */
const ChnQueryRule *chn_query_rule_get_bare (void);

/* The error for a field that does not exist; the vocabulary may be NULL. */
void chn_query_rule_set_unknown (GError **error, const ChnVocabulary *vocabulary, const char *name, gsize offset);
