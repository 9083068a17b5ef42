/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Looks at what sources correct and withdraw: other sources, which are declared. */
#include <string.h>

#include "timeline/checks/checks.h"

static const struct {
  ChnSourceField field;
  const char *verb;
} links[] = { { CHN_SOURCE_CORRECTS, "corrects" }, { CHN_SOURCE_WITHDRAWS, "withdraws" } };

static gboolean
is_declared (ChnChecks *checks, const char *key)
{
  guint32 number = chn_pool_find (checks->stage->texts, key, -1);
  return number != 0 && chn_lookup_find_source (&checks->lookup, number) != 0;
}

/* What an excerpt names may be in the rest. FALSE where it is wrong, which is reported. */
static gboolean
check_key (ChnChecks *checks, const ChnStagedSource *source, const char *verb, const char *key)
{
  const ChnStage *stage = checks->stage;
  const char *own = chn_pool_get (stage->texts, source->text[CHN_SOURCE_KEY]);
  ChnPlace place = { chn_stage_get_file (stage, source->origin), source->line, source->column, NULL };
  if (strcmp (key, own) == 0) {
    chn_fault_add (stage->report, CHN_FAULT_BAD_SOURCE, &place, "name the other source", "source \"%s\" %s itself",
                   own, verb);
    return FALSE;
  }
  if (stage->has_excerpts || is_declared (checks, key))
    return TRUE;
  chn_fault_add (stage->report, CHN_FAULT_UNKNOWN_SOURCE, &place, "declare it under sources",
                 "source \"%s\" %s \"%s\", which is not declared", own, verb, key);
  return FALSE;
}

static gboolean
check_keys (ChnChecks *checks, const ChnStagedSource *source, ChnSourceField field, const char *verb)
{
  gsize length = 0;
  gboolean fine = TRUE;
  const char *keys = chn_pool_get (checks->stage->texts, source->text[field]);
  for (const char *at = chn_source_next_key (keys, &length); at; at = chn_source_next_key (at + length, &length)) {
    g_autofree char *key = g_strndup (at, length);
    fine &= check_key (checks, source, verb, key);
  }
  return fine;
}

void
chn_check_corrections (ChnChecks *checks)
{
  ChnStage *stage = checks->stage;
  for (guint at = 0, next; at < stage->sources->len; at = next) {
    ChnStagedSource source;
    next = chn_stage_load_source (stage, at, &source);
    for (guint i = 0; i < G_N_ELEMENTS (links); i++)
      if (source.text[links[i].field] != 0 && !check_keys (checks, &source, links[i].field, links[i].verb))
        chn_stage_mark_source (stage, at, links[i].field);
  }
}
