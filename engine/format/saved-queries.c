/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The file of a user's saved queries, YAML:
 *
 *   file := {name: query, ...}
 *
 * An empty file has none.
 */
#include <chancery/saved-queries.h>

#include "base/input.h"
#include "base/report.h"
#include "format/yaml/keys.h"

struct _ChnSavedQueries {
  GStringChunk *texts;
  GArray *queries; /* ChnSavedQuery */
};

static void
read_root (ChnYaml *yaml, const ChnYamlFaults *faults, ChnSavedQueries *queries)
{
  gboolean entered = FALSE;
  const ChnYamlNode *other = chn_yaml_enter (yaml, CHN_YAML_MAPPING, &entered);
  if (other)
    chn_yaml_fault (faults, other, CHN_YAML_FAULT_SHAPE, "write a line NAME: QUERY for each",
                    "saved queries are a mapping, found %s", chn_yaml_describe (other));
  const ChnYamlNode *key = entered ? chn_yaml_next_key (yaml) : NULL;
  for (; key; key = chn_yaml_next_key (yaml)) {
    ChnSavedQuery query = { g_string_chunk_insert (queries->texts, key->text), NULL };
    const ChnYamlKey named = { query.name, 0, CHN_YAML_TEXT, FALSE };
    const ChnYamlNode *value = chn_yaml_read_value (yaml);
    if (!value || !chn_yaml_key_check (&named, faults, value))
      continue;
    query.text = g_string_chunk_insert (queries->texts, value->text);
    g_array_append_val (queries->queries, query);
  }
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

ChnSavedQueries *
chn_saved_queries_load (const char *path, ChnReport *report, const ChnLimits *limits, GError **error)
{
  const ChnLimits *bounds = limits ? limits : chn_limits_get_default ();
  gboolean is_mapped = FALSE;
  g_autoptr (GBytes) bytes = chn_input_read (path, bounds->value[CHN_LIMIT_FILE], &is_mapped, error);
  if (!bytes)
    return NULL;
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  guint n_errors = chn_report_count (report, CHN_SEVERITY_ERROR);
  g_autoptr (ChnSavedQueries) queries = g_new0 (ChnSavedQueries, 1);
  queries->texts = g_string_chunk_new (512);
  queries->queries = g_array_new (FALSE, FALSE, sizeof (ChnSavedQuery));
  if (data && !is_blank (data, length)) {
    ChnYamlFaults faults = { report, path, NULL };
    g_autoptr (ChnYaml) yaml = chn_yaml_new (data, length, &faults, bounds);
    if (chn_yaml_begin (yaml)) {
      read_root (yaml, &faults, queries);
      chn_yaml_end (yaml);
    }
  }
  if (chn_report_count (report, CHN_SEVERITY_ERROR) == n_errors)
    return g_steal_pointer (&queries);
  chn_report_to_error (report, error);
  return NULL;
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
