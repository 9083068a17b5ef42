/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Small files of a user's own, YAML:
 *
 *   file := {name: text, ...}
 */
#include "format/yaml/pairs.h"

#include "base/input.h"
#include "base/report.h"
#include "format/yaml/keys.h"

/* Who takes the pairs. */
typedef struct {
  const char *what;
  ChnYamlPairFunc take;
  gpointer data;
} Taker;

static void
read_root (ChnYaml *yaml, const ChnYamlFaults *faults, const Taker *taker)
{
  gboolean entered = FALSE;
  const ChnYamlNode *other = chn_yaml_enter (yaml, CHN_YAML_MAPPING, &entered);
  if (other)
    chn_yaml_fault (faults, other, CHN_YAML_FAULT_SHAPE, "write a line NAME: TEXT for each",
                    "%s are a mapping, found %s", taker->what, chn_yaml_describe (other));
  const ChnYamlNode *key = entered ? chn_yaml_next_key (yaml) : NULL;
  for (; key; key = chn_yaml_next_key (yaml)) {
    g_autofree char *name = g_strdup (key->text); /* the key goes when its value comes */
    const ChnYamlKey named = { name, 0, CHN_YAML_TEXT, FALSE };
    const ChnYamlNode *value = chn_yaml_read_value (yaml);
    if (value && chn_yaml_key_check (&named, faults, value))
      taker->take (name, value, faults, taker->data);
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

gboolean
chn_yaml_read_pairs (const char *path, const char *what, ChnReport *report, const ChnLimits *limits,
                     ChnYamlPairFunc take, gpointer data, GError **error)
{
  const ChnLimits *bounds = limits ? limits : chn_limits_get_default ();
  gsize length = 0;
  g_autoptr (GBytes) bytes = chn_input_read (path, bounds->value[CHN_LIMIT_FILE], error);
  if (!bytes)
    return FALSE;
  const char *text = g_bytes_get_data (bytes, &length);
  guint n_errors = chn_report_count (report, CHN_SEVERITY_ERROR);
  const Taker taker = { what, take, data };
  ChnYamlFaults faults = { report, path, NULL };
  g_autoptr (ChnYaml) yaml = text && !is_blank (text, length) ? chn_yaml_new (text, length, &faults, bounds) : NULL;
  if (yaml && chn_yaml_begin (yaml)) {
    read_root (yaml, &faults, &taker);
    chn_yaml_end (yaml);
  }
  if (chn_report_count (report, CHN_SEVERITY_ERROR) == n_errors)
    return TRUE;
  chn_report_to_error (report, error);
  return FALSE;
}
