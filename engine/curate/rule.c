/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Findings of rules, at the place of what they are about. */
#include "curate/rule.h"

#include "base/report.h"

/* Where an item stands, else its field, else the event. */
static void
find_position (const ChnEvent *event, ChnField field, guint index, guint *line, guint *column)
{
  guint n = 0;
  const ChnPosition *positions = chn_event_get_positions (event, &n);
  guint best = 0;
  for (guint i = 0; i < n; i++) {
    guint fit =
        positions[i].field == field ? (positions[i].index == index ? 3 : 2) : positions[i].field == CHN_FIELD_ID;
    if (fit <= best)
      continue;
    best = fit;
    *line = positions[i].line;
    *column = positions[i].column;
  }
}

void
chn_check_found (const ChnCheck *check, ChnField field, guint index, const char *hint, const char *format, ...)
{
  va_list arguments;
  if (chn_report_only_counts (check->report, check->rule->severity))
    return;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  guint origin = chn_timeline_get_origin (check->timeline, check->row);
  ChnFinding finding = {
    .severity = check->rule->severity,
    .code = check->rule->code,
    .file = chn_timeline_get_header (check->timeline, origin, CHN_HEADER_FILE),
    .event = chn_timeline_get_id (check->timeline, check->row),
    .message = message,
    .hint = hint,
  };
  find_position (check->event, field, index, &finding.line, &finding.column);
  chn_report_add (check->report, &finding);
}
