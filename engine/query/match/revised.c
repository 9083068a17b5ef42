/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The field revised: when the entry of an event was last changed. */
#include "base/civil.h"
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

/* The day of a time, a day before or after it, as most dates of revision are written. */
static const char *
make_day (gint64 time, int margin, ChnDescription *description)
{
  ChnCivil civil = chn_civil_from_seconds (chn_time_move (time, margin * CHN_DAY_SECONDS));
  char *day = g_strdup_printf ("%04d-%02d-%02d", (int) civil.year, civil.month, civil.day);
  g_ptr_array_add (description->made, day);
  return day;
}

static gboolean
is_written_so (gint64 time)
{
  static const gint64 first_year = 1, last_year = 9998;
  return chn_time_is_finite (time) && time >= chn_day_start (chn_civil_to_days (first_year, 1, 1)) &&
         time < chn_day_start (chn_civil_to_days (last_year + 1, 1, 1));
}

/* A plain day well between the two is certainly meant, in whatever clocks. */
static void
describe_sure (const ChnPeriod *period, ChnDescription *description)
{
  gint64 from = period->from.civil, to = period->to.civil;
  gboolean is_plain = period->timing == CHN_TIMING_WITHIN && !period->gaps && !period->is_doubtful;
  if (!is_plain || (chn_time_is_finite (from) && !is_written_so (from)) ||
      (chn_time_is_finite (to) && !is_written_so (to)))
    return;
  ChnDescription *sure = chn_description_need_sure (description);
  const ChnTextStretch stretch = {
    CHN_FIELD_REVISED, chn_time_is_finite (from) ? make_day (from, CHN_MOST_DAYS_APART + 1, sure) : "0000-00-00",
    chn_time_is_finite (to) ? make_day (to, -CHN_MOST_DAYS_APART - 1, sure) : "9999-99-99", TRUE
  };
  g_array_append_val (sure->texts, stretch);
}

/* Days narrow what there is; what is dated otherwise, or has another clock, is asked itself. */
void
chn_describe_revised (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description)
{
  const ChnPeriods *periods = condition->data;
  (void) columns;
  for (guint i = 0; i < periods->n; i++) {
    ChnDateStretch reach = chn_period_find_reach (&periods->period[i]);
    gboolean from = is_written_so (reach.earliest), to = is_written_so (reach.latest);
    ChnTextStretch stretch = { CHN_FIELD_REVISED, from ? make_day (reach.earliest, -1, description) : NULL,
                               to ? make_day (reach.latest, 1, description) : NULL, FALSE };
    g_array_append_val (description->texts, stretch);
    describe_sure (&periods->period[i], description);
  }
}
