/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The field revised: when the entry of an event was last changed. */
#include "query/match/match.h"
#include "query/period-answer.h"
#include "query/periods.h"

/* What does not say when it was changed was not changed then. */
ChnAnswer
chn_match_revised (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const ChnPeriods *periods = condition->data;
  const char *text = chn_columns_get_text (columns, CHN_FIELD_REVISED, row);
  g_autoptr (ChnDate) date = text ? chn_date_parse (text, -1, NULL) : NULL;
  ChnPlacedDate placed;
  if (!date)
    return CHN_ANSWER_NO;
  chn_placed_date_init (&placed, date, periods->zones, chn_columns_get_zone (columns, row));
  for (guint i = 0; i < periods->n; i++)
    if (chn_period_ask_date (&periods->period[i], condition->strict, chn_date_get_bounds (date), &placed, -1))
      return CHN_ANSWER_YES;
  return CHN_ANSWER_NO;
}
