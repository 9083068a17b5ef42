/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A user's saved queries, a line NAME: QUERY each. */
#include <chancery/saved-queries.h>

#include "format/yaml/pairs.h"

struct _ChnSavedQueries {
  GStringChunk *texts;
  GArray *queries; /* ChnSavedQuery */
};

static void
take_query (const char *name, const ChnYamlNode *value, const ChnYamlFaults *faults, gpointer data)
{
  (void) faults;
  ChnSavedQueries *queries = data;
  ChnSavedQuery query = { g_string_chunk_insert (queries->texts, name),
                          g_string_chunk_insert (queries->texts, value->text) };
  g_array_append_val (queries->queries, query);
}

ChnSavedQueries *
chn_saved_queries_load (const char *path, ChnReport *report, const ChnLimits *limits, GError **error)
{
  g_autoptr (ChnSavedQueries) queries = g_new0 (ChnSavedQueries, 1);
  queries->texts = g_string_chunk_new (512);
  queries->queries = g_array_new (FALSE, FALSE, sizeof (ChnSavedQuery));
  if (!chn_yaml_read_pairs (path, "saved queries", report, limits, take_query, queries, error))
    return NULL;
  return g_steal_pointer (&queries);
}

void
chn_saved_queries_free (ChnSavedQueries *queries)
{
  if (!queries)
    return;
  g_string_chunk_free (queries->texts);
  g_array_unref (queries->queries);
  g_free (queries);
}

const ChnSavedQuery *
chn_saved_queries_get (const ChnSavedQueries *queries, guint *n)
{
  *n = queries->queries->len;
  return (const ChnSavedQuery *) (gconstpointer) queries->queries->data;
}
