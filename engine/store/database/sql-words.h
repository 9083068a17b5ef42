/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/database.h"
#include "query/describe.h"

/* What is asked of an index of words: all of these stand somewhere in it. NULL where there is no word in them, of
 * which no index knows. */
char *chn_sql_dup_words (ChnDatabaseKind kind, ChnWordPlace place, const ChnWords *words);

/* The same of a text as it is. */
char *chn_sql_dup_words_of (ChnDatabaseKind kind, ChnWordPlace place, const char *text);

/* The same of words of a text that stand one behind the other; they are a phrase. */
char *chn_sql_dup_phrase (ChnDatabaseKind kind, const ChnWords *words);

/* The condition that a row has what such a value, of some number, asks for. */
char *chn_sql_dup_words_condition (ChnDatabaseKind kind, guint number);
