/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/query.h>

#include "query/condition.h"

/* What a field's values may be, beyond one word or quotation or a list of them. */
typedef enum {
  CHN_TAKES_RANGE = 1 << 0,  /* a..b and the comparisons */
  CHN_TAKES_BLANKS = 1 << 1, /* names or text: several words are one value */
  CHN_TAKES_COUNTS = 1 << 2, /* several words are one value unless they begin with a number */
  CHN_TAKES_EVENTS = 1 << 3, /* @event and @@query stand for events */
} ChnTakes;

/* The row of the field of this name, in any case; NULL when there is none. length may be -1. */
const ChnQueryRule *chn_query_rule_find (const char *name, gssize length);
/* The row for words and phrases without a field. Its name is empty. */
const ChnQueryRule *chn_query_rule_get_bare (void);
const ChnQueryField *chn_query_rule_get_field (const ChnQueryRule *rule);
gboolean chn_query_rule_takes (const ChnQueryRule *rule, ChnTakes what);

/* The error for a field that does not exist. */
void chn_query_rule_set_unknown (GError **error, const char *name, gsize offset);
