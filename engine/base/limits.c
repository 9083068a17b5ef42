/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The bounds on input: one table gives name, default and description. */
#include <chancery/limits.h>

#define KIB(n) (G_GUINT64_CONSTANT (n) << 10)
#define MIB(n) (G_GUINT64_CONSTANT (n) << 20)

typedef struct {
  const char *name;
  const char *description;
} LimitRow;

static const LimitRow limit_rows[CHN_N_LIMITS] = {
  [CHN_LIMIT_FILE] = { "file", "bytes of one input file" },
  [CHN_LIMIT_TEXT] = { "text", "bytes of one value" },
  [CHN_LIMIT_DEPTH] = { "depth", "levels of nesting in YAML and JSON" },
  [CHN_LIMIT_ALIASES] = { "aliases", "nodes that YAML aliases repeat" },
  [CHN_LIMIT_ITEMS] = { "items", "items of one list of an event" },
  [CHN_LIMIT_EVENTS] = { "events", "events of one timeline" },
  [CHN_LIMIT_QUERY] = { "query", "bytes of a query" },
  [CHN_LIMIT_QUERY_DEPTH] = { "query-depth", "levels of nesting in a query" },
  [CHN_LIMIT_QUERY_TERMS] = { "query-terms", "terms of a query" },
};

static const ChnLimits default_limits = { {
    [CHN_LIMIT_FILE] = MIB (256),
    [CHN_LIMIT_TEXT] = MIB (1),
    [CHN_LIMIT_DEPTH] = 64,
    [CHN_LIMIT_ALIASES] = 10000,
    [CHN_LIMIT_ITEMS] = 10000,
    [CHN_LIMIT_EVENTS] = 20000000,
    [CHN_LIMIT_QUERY] = KIB (64),
    [CHN_LIMIT_QUERY_DEPTH] = 64,
    [CHN_LIMIT_QUERY_TERMS] = 4096,
} };

const ChnLimits *
chn_limits_get_default (void)
{
  return &default_limits;
}

const char *
chn_limit_get_name (ChnLimit limit)
{
  g_return_val_if_fail (limit < CHN_N_LIMITS, NULL);
  return limit_rows[limit].name;
}

const char *
chn_limit_get_description (ChnLimit limit)
{
  g_return_val_if_fail (limit < CHN_N_LIMITS, NULL);
  return limit_rows[limit].description;
}
