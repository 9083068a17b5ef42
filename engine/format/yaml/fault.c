/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Faults of a YAML file: their names, and their way into the report. */
#include "format/yaml/fault.h"

#include <string.h>

#include "base/guard.h"
#include "base/report.h"

enum { MANY = 1000 };

static const char *const names[CHN_N_YAML_FAULTS] = {
  [CHN_YAML_FAULT_ENCODING] = "encoding",
  [CHN_YAML_FAULT_YAML] = "yaml",
  [CHN_YAML_FAULT_LIMIT] = "limit",
  [CHN_YAML_FAULT_DOCUMENT] = "document",
  [CHN_YAML_FAULT_TAG] = "tag",
  [CHN_YAML_FAULT_ALIAS] = "alias",
  [CHN_YAML_FAULT_MERGE_KEY] = "merge-key",
  [CHN_YAML_FAULT_DUPLICATE_KEY] = "duplicate-key",
  [CHN_YAML_FAULT_UNKNOWN_KEY] = "unknown-key",
  [CHN_YAML_FAULT_SHAPE] = "shape",
  [CHN_YAML_FAULT_EMPTY] = "empty",
  [CHN_YAML_FAULT_MISSING] = "missing",
  [CHN_YAML_FAULT_VALUE] = "value",
};

const char *
chn_yaml_fault_get_name (ChnYamlFaultCode code)
{
  g_return_val_if_fail ((guint) code < CHN_N_YAML_FAULTS, NULL);
  return names[code];
}

int
chn_yaml_fit (const char *text)
{
  enum { MOST = 64 };
  return chn_guard_fit (text, strlen (text), MOST);
}

void
chn_yaml_fault_at (const ChnYamlFaults *faults, guint line, guint column, ChnYamlFaultCode code, const char *hint,
                   const char *format, ...)
{
  va_list arguments;
  if (chn_report_only_counts (faults->report, CHN_SEVERITY_ERROR))
    return;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  chn_report_add (faults->report, &(ChnFinding){
                                      .severity = CHN_SEVERITY_ERROR,
                                      .code = chn_yaml_fault_get_name (code),
                                      .file = faults->file,
                                      .line = line,
                                      .column = column,
                                      .event = faults->event,
                                      .message = message,
                                      .hint = hint,
                                  });
}

gboolean
chn_yaml_faults_are_many (const ChnYamlFaults *faults)
{
  return chn_report_count (faults->report, CHN_SEVERITY_ERROR) >= MANY;
}
