/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/api.h>

G_BEGIN_DECLS

/**
 * ChnLimit:
 * @CHN_LIMIT_FILE: bytes of one input file
 * @CHN_LIMIT_TEXT: bytes of one value (a title, a summary, a logical line)
 * @CHN_LIMIT_DEPTH: nesting of YAML and JSON
 * @CHN_LIMIT_ALIASES: nodes that YAML aliases may repeat
 * @CHN_LIMIT_ITEMS: items of one list of an event
 * @CHN_LIMIT_EVENTS: events of one timeline
 * @CHN_LIMIT_QUERY: bytes of a query
 * @CHN_LIMIT_QUERY_DEPTH: nesting of a query
 * @CHN_LIMIT_QUERY_TERMS: terms of a query
 * @CHN_N_LIMITS: how many there are
 *
 * What is bounded. Each bound is an option of the program (`--max-NAME=N`).
 */
typedef enum {
  CHN_LIMIT_FILE,
  CHN_LIMIT_TEXT,
  CHN_LIMIT_DEPTH,
  CHN_LIMIT_ALIASES,
  CHN_LIMIT_ITEMS,
  CHN_LIMIT_EVENTS,
  CHN_LIMIT_QUERY,
  CHN_LIMIT_QUERY_DEPTH,
  CHN_LIMIT_QUERY_TERMS,
  CHN_N_LIMITS,
} ChnLimit;

/**
 * ChnLimits:
 * @value: the bound of each #ChnLimit; a value equal to the bound is still taken
 *
 * The bounds that a reader or parser obeys.
 */
typedef struct {
  guint64 value[CHN_N_LIMITS];
} ChnLimits;

/**
 * chn_limits_get_default:
 *
 * Returns: (transfer none): the default bounds
 */
CHN_API const ChnLimits *chn_limits_get_default (void);

/**
 * chn_limit_get_name:
 * @limit: which
 *
 * Returns: (transfer none): its name in options and messages ("file", "query-depth")
 */
CHN_API const char *chn_limit_get_name (ChnLimit limit);

/**
 * chn_limit_get_description:
 * @limit: which
 *
 * Returns: (transfer none): what is bounded, a phrase with its unit
 */
CHN_API const char *chn_limit_get_description (ChnLimit limit);

G_END_DECLS
