/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a span of calendar time is said to denote, without parsing it, against what the parser finds. */
#include "format/ical/span.h"

#include "base/civil.h"
#include "suite.h"

static void
check (const ChnIcalSpan *span)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (ChnDate) date = chn_ical_span_to_date (span);
  CU_ASSERT_FATAL (date != NULL);
  CU_ASSERT (chn_ical_span_set_date (span, event, CHN_FIELD_DATE));
  const ChnDateBounds *told = chn_event_get_bounds (event), *found = chn_date_get_bounds (date);
  CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_DATE), chn_date_get_text (date));
  CHN_ASSERT_INT (told->earliest, found->earliest);
  CHN_ASSERT_INT (told->latest, found->latest);
  CHN_ASSERT_INT (told->precision, found->precision);
  CHN_ASSERT_INT (told->flags, found->flags);
  CHN_ASSERT_INT (chn_date_compare (chn_event_get_date (event, CHN_FIELD_DATE), date), 0);
}

/* Days and times all over the years that calendars can write. */
static void
test_bounds (void)
{
  static const gint64 lengths[] = { 0,
                                    1,
                                    3600,
                                    CHN_DAY_SECONDS - 1,
                                    CHN_DAY_SECONDS,
                                    CHN_DAY_SECONDS + 1,
                                    2 * CHN_DAY_SECONDS,
                                    40 * CHN_DAY_SECONDS,
                                    800 * CHN_DAY_SECONDS };
  gint64 first = chn_civil_to_days (0, 1, 1), end = chn_civil_to_days (9996, 1, 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (20141118);
  for (guint i = 0; i < 20000; i++) {
    gint64 day = first + (gint64) (g_rand_double (random) * (double) (end - first));
    gint64 length = lengths[i % G_N_ELEMENTS (lengths)];
    ChnIcalSpan span = { .start.seconds = day * CHN_DAY_SECONDS, .start.is_date = i % 2 == 0 };
    if (!span.start.is_date)
      span.start.seconds += g_rand_int_range (random, 0, CHN_DAY_SECONDS);
    span.start.is_utc = !span.start.is_date && i % 3 == 0;
    span.end = span.start.seconds + length;
    span.all_day = span.start.is_date || length >= CHN_DAY_SECONDS;
    check (&span);
  }
}

static void
test_years_beyond (void)
{
  const gint64 beyond[] = { chn_civil_to_days (-1, 12, 31), chn_civil_to_days (10000, 1, 1) };
  for (guint i = 0; i < G_N_ELEMENTS (beyond); i++) {
    g_autoptr (ChnEvent) event = chn_event_new ();
    ChnIcalSpan span = { .start.seconds = beyond[i] * CHN_DAY_SECONDS, .all_day = TRUE };
    span.end = span.start.seconds;
    CU_ASSERT (!chn_ical_span_set_date (&span, event, CHN_FIELD_DATE));
    CU_ASSERT (chn_ical_span_to_date (&span) == NULL);
    CU_ASSERT (chn_event_get_text (event, CHN_FIELD_DATE) == NULL);
  }
}

/* A time that lasts into another day has that day, before 1970 too. */
static void
test_last_days (void)
{
  static const gint64 years[] = { 1, 1965, 1969, 1970, 2015 };
  for (guint i = 0; i < G_N_ELEMENTS (years); i++) {
    gint64 start = chn_civil_to_days (years[i], 11, 30) * CHN_DAY_SECONDS + 18 * 3600;
    ChnIcalSpan span = { .start.seconds = start, .end = start + CHN_DAY_SECONDS + 3600, .all_day = TRUE };
    g_autoptr (ChnDate) date = chn_ical_span_to_date (&span);
    g_autofree char *expected = g_strdup_printf ("%04d-11-30/%04d-12-01", (int) years[i], (int) years[i]);
    CHN_ASSERT_STRING (chn_date_get_text (date), expected);
  }
}

static const ChnTest tests[] = {
  { "bounds", test_bounds },
  { "last days", test_last_days },
  { "years beyond", test_years_beyond },
};

CHN_SUITE ("format/ical-span", tests)
