/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lint rules about claims: what a source disputes, what rests on one source. */
#include <chancery/judge.h>

#include "curate/rule.h"

static void
report_claim (const ChnCheck *check, const ChnCitation *citation, guint index, guint claim)
{
  const ChnClaim *stated = &citation->claims[claim];
  gboolean prose = stated->field == CHN_FIELD_TITLE || stated->field == CHN_FIELD_SUMMARY;
  /* What the record is too vague to contradict, another source does. */
  gboolean among = chn_claim_judge (check->event, stated) != CHN_STANCE_DISPUTES;
  g_autofree char *record = prose ? NULL : chn_event_dup_value (check->event, stated->field);
  chn_check_found (check, CHN_FIELD_SOURCES, CHN_POSITION_CLAIM (index, claim), NULL,
                   "%s says otherwise of the %s%s: \"%s\"%s%s%s", citation->source,
                   chn_field_get_info (stated->field)->name, among ? " than another source" : "", stated->value,
                   record ? ", the record has \"" : "", record ? record : "", record ? "\"" : "");
}

void
chn_rule_disputed (const ChnCheck *check)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (check->event, &n);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < citations[i].n_claims; k++)
      if (chn_timeline_judge_claim (check->timeline, check->row, i, k) == CHN_STANCE_DISPUTES)
        report_claim (check, &citations[i], i, k);
}

/* The first source that has not been withdrawn, and how many there are; NULL where there is none. */
static const char *
find_standing (const ChnCheck *check, const ChnCitation *citations, guint n, guint *n_standing)
{
  const char *first = NULL;
  *n_standing = 0;
  for (guint i = 0; i < n; i++) {
    if (chn_timeline_find_withdrawal (check->timeline, citations[i].source))
      continue;
    first = first ? first : citations[i].source;
    ++*n_standing;
  }
  return first;
}

void
chn_rule_single_source (const ChnCheck *check)
{
  guint n = 0, n_standing = 0;
  const char *id = chn_event_get_text (check->event, CHN_FIELD_ID);
  const ChnCitation *citations = chn_event_get_citations (check->event, &n);
  if (n == 0 || chn_timeline_count_voices (check->timeline, check->row) > 1)
    return;
  const char *standing = find_standing (check, citations, n, &n_standing);
  if (standing)
    chn_check_found (check, CHN_FIELD_SOURCES, 0, NULL, "%s rests on %s alone%s", id, standing,
                     n_standing > 1 ? " and others of its author or publisher" : "");
  else
    chn_check_found (check, CHN_FIELD_SOURCES, 0, NULL, "%s rests on nothing but what has been withdrawn", id);
}
