/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/rule.h"

/* The rule of the field of this name, in any case; NULL when there is none. length may be -1. */
const ChnQueryRule *chn_query_rule_find (const char *name, gssize length);
/* The rule for words and phrases without a field. Its name is empty. */
const ChnQueryRule *chn_query_rule_get_bare (void);

/* The error for a field that does not exist. */
void chn_query_rule_set_unknown (GError **error, const char *name, gsize offset);
