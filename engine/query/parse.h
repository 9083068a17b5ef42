/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/limits.h>

#include "query/tree.h"

/* Parses a query into a tree that lies, with its text, in the arena. The vocabulary, which may be NULL, gives fields.
 */
ChnNode *chn_parse_query (const char *text, const ChnLimits *limits, const ChnVocabulary *vocabulary, ChnArena *arena,
                          GError **error);
