/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Time in relation to dates and events, places in a series, and events that recur. */
#include "sample.h"

static const SampleRow rows[] = {
  { .id = "early", .date = "2013-01-10", .title = "Early" },
  { .id = "talks", .date = "2014-02-01/2014-05-31", .title = "Talks" },
  { .id = "march", .date = "2014-03", .title = "Some day in March" },
  { .id = "morning", .date = "2014-03-10T09:00:00", .title = "In the morning" },
  { .id = "evening", .date = "2014-03-10T19:00:00", .title = "In the evening" },
  { .id = "spring", .date = "2014-03-20", .title = "A day", .series = "days", .nth = 1 },
  { .id = "summer", .date = "2014-06-18", .title = "A day", .series = "days", .nth = 2 },
  { .id = "yearly", .date = "2015-06-26", .title = "A day of remembrance", .repeat = "FREQ=YEARLY" },
  { .id = "thrice", .date = "2015-09-01", .title = "Three sessions", .repeat = "FREQ=MONTHLY;COUNT=3" },
  { .id = "hourly", .date = "2015-10-01", .title = "Cannot be followed", .repeat = "FREQ=HOURLY" },
  { .id = "third", .date = "2016-02-29", .title = "A day", .series = "days", .nth = 3 },
};

typedef struct {
  const char *query;
  const char *ids;
} AroundCase;

static const AroundCase cases[] = {
  { "before:2014", "early" },
  { "before=2014-03", "early" },
  { "before:2014-03", "early" },
  { "before:2014-06", "early talks march morning evening spring" },
  { "after:2014-01", "talks march morning evening spring summer yearly thrice hourly third" },
  { "before:@talks", "early" },
  { "before:@march", "early morning evening spring" },
  { "before=@march", "early" },
  { "before:@evening", "early march morning" },
  { "before=@evening", "early morning" },
  { "before:@summer-90d", "early march morning evening spring" },
  { "before=@summer-90d", "early morning evening" },
  { "before:(@early, @talks)", "early" },
  { "after:@evening before:@summer", "march spring" },
  { "after=@evening before=@summer", "spring" },
  { "after:@talks before:2015", "summer" },
  { "after=2014-03-09 before=2014-03-11", "morning evening" },
  { "during:@talks", "talks march morning evening spring" },
  { "during=@march", "march" },
  { "during=2014-03", "march morning evening spring" },
  { "overlaps=@march", "talks march" },
  { "overlaps:@morning..@spring", "talks march morning evening spring" },
  { "begins:2014-02", "talks" },
  { "ends=2014-05", "talks" },
  { "ends:2014-03", "march morning evening spring" },
  { "during:@morning..@spring", "march morning evening spring" },
  { "during=@morning..@spring", "morning evening spring" },
  { "date:@talks", "talks march morning evening spring" },
  { "within:90d@spring", "talks march morning evening spring summer" },
  { "within=90d@spring", "talks march morning evening spring summer" },
  { "within:89d@spring", "talks march morning evening spring" },
  { "within=+90d@spring", "spring summer" },
  { "within=-90d@summer", "spring summer" },
  { "within=1d@2014-03-11", "morning evening" },
  { "within=(1d@summer, P1Y@early)", "early summer" },
  { "nth:2", "summer" },
  { "nth:2..", "summer third" },
  { "nth>=3", "third" },
  { "series:days nth=(1, 3)", "spring third" },
  { "date:2020-06", "yearly" },
  { "date=2020-06-26", "yearly" },
  { "date:2020-07", "" },
  { "year:2019", "yearly" },
  { "date:2015-06", "yearly" },
  { "date:2015-11-01", "thrice" },
  { "date:2015-12-01", "" },
  { "date=2015-10..2015-11", "thrice hourly" },
  { "date:2500..", "yearly" },
  { "after=@third", "yearly" },
  { "before:@yearly after:@summer", "" },
  { "within=3d@2017-06-24", "yearly" },
  { "-date:2019 title:remembrance", "" },
};

static void
test_find (void)
{
  g_autoptr (ChnTimeline) timeline = sample_timeline (rows, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_auto (ChnRows) planned = { 0 }, unplanned = { 0 };
    g_autoptr (ChnBoundQuery) query = sample_bind (timeline, cases[i].query, &error);
    CHN_ASSERT_NO_ERROR (error);
    if (!query)
      continue;
    chn_bound_query_run (query, TRUE, &planned);
    chn_bound_query_run (query, FALSE, &unplanned);
    g_autofree char *ids = sample_ids (timeline, &planned), *all = sample_ids (timeline, &unplanned);
    if (strcmp (ids, cases[i].ids) != 0 || strcmp (all, ids) != 0)
      CHN_FAIL ("%s: \"%s\" and \"%s\", expected \"%s\"", cases[i].query, ids, all, cases[i].ids);
  }
}

typedef struct {
  const char *query;
  ChnError code;
  gsize offset, length;
} ErrorCase;

static const ErrorCase errors[] = {
  { "before:@nobody", CHN_ERROR_UNKNOWN, 7, 7 },    { "after:2014/..", CHN_ERROR_RANGE, 6, 7 },
  { "before:../2014", CHN_ERROR_RANGE, 7, 7 },      { "within:90d", CHN_ERROR_SYNTAX, 7, 3 },
  { "within:90d@", CHN_ERROR_SYNTAX, 7, 4 },        { "within:90x@spring", CHN_ERROR_SYNTAX, 9, 1 },
  { "within:90d@sprig", CHN_ERROR_UNKNOWN, 10, 6 }, { "within:90d@2014-13", CHN_ERROR_RANGE, 16, 2 },
  { "within:@spring", CHN_ERROR_SYNTAX, 7, 7 },     { "before>2014", CHN_ERROR_SYNTAX, 0, 7 },
  { "nth:third", CHN_ERROR_SYNTAX, 4, 5 },
};

static void
test_refuse (void)
{
  g_autoptr (ChnTimeline) timeline = sample_timeline (rows, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++) {
    g_autoptr (GError) error = NULL;
    gsize offset = 0, length = 0;
    g_autoptr (ChnBoundQuery) query = sample_bind (timeline, errors[i].query, &error);
    CU_ASSERT_PTR_NULL (query);
    CHN_ASSERT_ERROR (error, CHN_ERROR, (int) errors[i].code);
    chn_error_get_place (error, &offset, &length);
    if (offset != errors[i].offset || length != errors[i].length)
      CHN_FAIL ("%s: place %u+%u", errors[i].query, (guint) offset, (guint) length);
  }
}

static const ChnTest tests[] = {
  { "what lies before, after, during and within", test_find },
  { "what is neither date nor event is refused", test_refuse },
};

CHN_SUITE ("query/around", tests)
