/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counts: buckets and their order, possibly and certainly, against queries; sums; bounds; CSV and JSON. */
#include <chancery/count.h>

#include "sample.h"

static ChnCount *
count_all (const ChnTimeline *timeline, const ChnCountSpec *spec, GError **error)
{
  g_auto (ChnRows) rows = { 0 };
  chn_rows_all (timeline, &rows);
  return chn_count_new (timeline, &rows, spec, error);
}

/* "2014-36 3?1, adopted 2=1+3, …": names, events, how many of them possibly and how many derived, and unknown ones.
 */
static char *
describe_buckets (const ChnCount *count)
{
  guint n = 0;
  const ChnBucket *buckets = chn_count_get_buckets (count, &n);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < n; i++) {
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", buckets[i].name[0]);
    if (chn_count_get_n_keys (count) > 1)
      g_string_append_printf (out, "/%s", buckets[i].name[1]);
    g_string_append_printf (out, " %u", buckets[i].n);
    if (buckets[i].n_possibly > 0)
      g_string_append_printf (out, "?%u", buckets[i].n_possibly);
    if (buckets[i].n_derived > 0)
      g_string_append_printf (out, "=%u", buckets[i].n_derived);
    if (buckets[i].n_unknown > 0)
      g_string_append_printf (out, "+%u", buckets[i].n_unknown);
  }
  return g_string_free (out, FALSE);
}

static const SampleRow rows[] = {
  { .id = "a",
    .date = "2014-02-17",
    .title = "A",
    .kind = "report",
    .forums = "un.ga.c3 un.ga",
    .actors = "prk:subject kor:author prk:participant",
    .tags = "x y",
    .importance = 4 },
  { .id = "b",
    .date = "2014-11/2015-01",
    .title = "B",
    .kind = "vote",
    .forums = "un.ga.c3",
    .vote = "10-2-3",
    .method = CHN_METHOD_RECORDED,
    .result = CHN_RESULT_ADOPTED,
    .place = "New York",
    .series = "s",
    .nth = 1 },
  { .id = "c", .date = "2015", .title = "C", .kind = "vote", .forums = "un.sc", .vote = "consensus", .nth = 12 },
  { .id = "d", .date = "2016/..", .title = "D", .kind = "visit", .status = "planned", .tags = "x", .nth = 2 },
  { .id = "e", .date = "1899-12-31", .title = "E", .kind = "vote", .vote = "1-1-4", .actors = "jpn:subject" },
};

typedef struct {
  const char *by;
  guint depth;
  const char *buckets;
} CountCase;

static const CountCase cases[] = {
  { "year", 0, "1899 1, 2014 2?1, 2015 2?1, imprecise 1?1" },
  { "YEAR", 0, "1899 1, 2014 2?1, 2015 2?1, imprecise 1?1" },
  { "decade", 0, "189X 1, 201X 3, imprecise 1?1" },
  { "quarter", 0,
    "1899-36 1, 2014-33 1, 2014-36 1?1, 2015-33 2?2, 2015-34 1?1, 2015-35 1?1, 2015-36 1?1, imprecise 1?1" },
  { "forum", 0, "un.ga.c3 2, un.ga 1, un.sc 1, none 2" },
  { "forum", 2, "un.ga 2, un.sc 1, none 2" },
  { "forum", 1, "un 3, none 2" },
  { "forum", 9, "un.ga.c3 2, un.ga 1, un.sc 1, none 2" },
  { "actor", 0, "jpn 1, kor 1, prk 1, none 3" },
  { "subject", 0, "jpn 1, prk 1, none 3" },
  { "kind", 0, "vote 3, report 1, visit 1" },
  { "status", 0, "occurred 4, planned 1" },
  { "tag", 0, "x 2, y 1, none 3" },
  { "vote", 0, "adopted, consensus 1, adopted, recorded 1+1, rejected, recorded 0+1, none 2" },
  { "result", 0, "adopted 2+1, rejected 0+1, none 2" },
  { "nth", 0, "1 1, 2 1, 12 1, none 2" },
  { "importance", 0, "4 1, none 4" },
  { "place", 0, "New York 1, none 4" },
  { "series", 0, "s 1, none 4" },
  { "source", 0, "none 5" },
  { "year,kind", 0, "1899/vote 1, 2014/vote 1?1, 2014/report 1, 2015/vote 2?1, imprecise/visit 1?1" },
  { "year,decade", 0, "1899/189X 1, 2014/201X 2?1, 2015/201X 2?1, imprecise/imprecise 1?1" },
  { "kind,forum", 1, "vote/un 2, vote/none 1, report/un 1, visit/none 1" },
};

static void
test_buckets (void)
{
  g_autoptr (ChnTimeline) timeline = sample_timeline (rows, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    ChnCountSpec spec = { .by = cases[i].by, .depth = cases[i].depth };
    g_autoptr (ChnCount) count = count_all (timeline, &spec, &error);
    CHN_ASSERT_NO_ERROR (error);
    if (!count)
      continue;
    g_autofree char *buckets = describe_buckets (count);
    CHN_ASSERT_INT (chn_count_get_n_events (count), G_N_ELEMENTS (rows));
    if (strcmp (buckets, cases[i].buckets) != 0)
      CHN_FAIL ("%s: %s\nexpected %s", cases[i].by, buckets, cases[i].buckets);
  }
}

static guint
ask (ChnTimeline *timeline, const char *key, const char *op, const char *name)
{
  g_auto (ChnRows) found = { 0 };
  g_autofree char *text = g_strdup_printf ("%s%s\"%s\"", key, op, name);
  g_autoptr (ChnBoundQuery) query = sample_bind (timeline, text, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (query);
  chn_bound_query_run (query, TRUE, &found);
  return found.n;
}

typedef struct {
  const char *key;
  const char *field;
} LikeQuery;

/* Each bucket has as many events as the query for it finds: with `:` those that possibly belong, with `=` certainly.
 */
static void
test_like_queries (void)
{
  static const LikeQuery keys[] = { { "year", "date" },   { "month", "date" },      { "forum", "forum" },
                                    { "actor", "actor" }, { "sponsor", "sponsor" }, { "kind", "kind" },
                                    { "tag", "tag" },     { "status", "status" },   { "importance", "importance" },
                                    { "result", "vote" } };
  g_autoptr (ChnTimeline) timeline = sample_timeline (sample_rows, G_N_ELEMENTS (sample_rows));
  guint n_compared = 0;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    guint n = 0;
    ChnCountSpec spec = { .by = keys[i].key };
    g_autoptr (ChnCount) count = count_all (timeline, &spec, NULL);
    const ChnBucket *buckets = chn_count_get_buckets (count, &n);
    gboolean is_time = strcmp (keys[i].field, "date") == 0;
    for (guint j = 0; j < n; j++) {
      if (strcmp (buckets[j].name[0], "none") == 0 || strcmp (buckets[j].name[0], "imprecise") == 0)
        continue;
      n_compared++;
      CHN_ASSERT_INT (buckets[j].n - buckets[j].n_possibly, ask (timeline, keys[i].field, "=", buckets[j].name[0]));
      if (is_time)
        CHN_ASSERT_INT (buckets[j].n, ask (timeline, keys[i].field, ":", buckets[j].name[0]));
    }
  }
  CU_ASSERT_TRUE (n_compared > 30);
}

/* Where nothing is only possible and each event has one value, the buckets add up to the events. */
static void
test_sums_to_events (void)
{
  static const char *const keys[] = { "kind",   "status", "importance", "confidence",  "vote",           "method",
                                      "result", "place",  "series",     "kind,status", "vote,importance" };
  g_autoptr (ChnTimeline) timeline = sample_timeline (sample_rows, G_N_ELEMENTS (sample_rows));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    guint n = 0, total = 0;
    ChnCountSpec spec = { .by = keys[i] };
    g_autoptr (ChnCount) count = count_all (timeline, &spec, NULL);
    const ChnBucket *buckets = chn_count_get_buckets (count, &n);
    for (guint j = 0; j < n; j++) {
      total += buckets[j].n;
      CHN_ASSERT_INT (buckets[j].n_possibly, 0);
    }
    CHN_ASSERT_INT (total, chn_count_get_n_events (count));
  }
}

/* Events of which it is not known whether they belong are counted beside the others, and in no sum. */
static void
test_unknown (void)
{
  g_autoptr (ChnTimeline) timeline = sample_timeline (sample_rows, G_N_ELEMENTS (sample_rows));
  guint known[] = { 0, 2, 4 }, unknown[] = { 1, 2, 3, 5 }, n = 0, n_known = 0, n_unknown = 0;
  const ChnRows counted = { .n = G_N_ELEMENTS (known), .row = known };
  const ChnRows beside = { .n = G_N_ELEMENTS (unknown), .row = unknown };
  ChnCountSpec spec = { .by = "kind", .sum = "yes" }, with = { .by = "kind", .sum = "yes", .unknown = &beside };
  g_autoptr (ChnCount) without = chn_count_new (timeline, &counted, &spec, NULL);
  g_autoptr (ChnCount) count = chn_count_new (timeline, &counted, &with, NULL);
  const ChnBucket *buckets = chn_count_get_buckets (count, &n);
  for (guint i = 0; i < n; i++) {
    n_known += buckets[i].n;
    n_unknown += buckets[i].n_unknown;
    CU_ASSERT_TRUE (i == 0 || buckets[i - 1].n >= buckets[i].n);
  }
  CHN_ASSERT_INT (n_known, counted.n);
  CHN_ASSERT_INT (n_unknown, beside.n);
  CHN_ASSERT_INT (chn_count_get_n_events (count), counted.n);
  CHN_ASSERT_INT (chn_count_get_n_unknown (count), beside.n);
  CHN_ASSERT_INT (chn_count_get_n_unknown (without), 0);
  g_autofree char *sum = chn_count_dup_value (count, G_MAXUINT, 0);
  g_autofree char *same = chn_count_dup_value (without, G_MAXUINT, 0);
  CHN_ASSERT_STRING (sum, same);
}

static void
test_measures (void)
{
  g_autoptr (ChnTimeline) timeline = sample_timeline (rows, G_N_ELEMENTS (rows));
  ChnCountSpec spec = { .by = "kind", .sum = "yes,abstain", .average = "no,not-voting,yes" };
  g_autoptr (ChnCount) count = count_all (timeline, &spec, NULL);
  static const char *const names[] = { "yes", "abstain", "average no", "average not-voting", "average yes" };
  static const char *const votes[] = { "11", "7", "1.5", NULL, "5.5" };
  CHN_ASSERT_INT (chn_count_get_n_measures (count), G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *vote = chn_count_dup_value (count, 0, i), *report = chn_count_dup_value (count, 1, i);
    g_autofree char *all = chn_count_dup_value (count, G_MAXUINT, i);
    CHN_ASSERT_STRING (chn_count_get_measure (count, i), names[i]);
    CHN_ASSERT_STRING (vote, votes[i]);
    CHN_ASSERT_STRING (all, votes[i]);
    CU_ASSERT_PTR_NULL (report);
  }
}

typedef struct {
  ChnCountSpec spec;
  ChnError code;
  gsize offset;
} ErrorCase;

static const ErrorCase errors[] = {
  { { .by = "yeer" }, CHN_ERROR_UNKNOWN, 0 },
  { { .by = "" }, CHN_ERROR_UNKNOWN, 0 },
  { { .by = "year," }, CHN_ERROR_UNKNOWN, 5 },
  { { .by = "year,moth" }, CHN_ERROR_UNKNOWN, 5 },
  { { .by = "year,kind,vote" }, CHN_ERROR_SYNTAX, 10 },
  { { .by = "year", .sum = "yes,maybe" }, CHN_ERROR_UNKNOWN, 4 },
  { { .by = "year", .average = "" }, CHN_ERROR_UNKNOWN, 0 },
};

static void
test_refuse (void)
{
  g_autoptr (ChnTimeline) timeline = sample_timeline (rows, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++) {
    g_autoptr (GError) error = NULL;
    gsize offset = 0, length = 0;
    g_autoptr (ChnCount) count = count_all (timeline, &errors[i].spec, &error);
    CU_ASSERT_PTR_NULL (count);
    CHN_ASSERT_ERROR (error, CHN_ERROR, (int) errors[i].code);
    CU_ASSERT_TRUE (chn_error_get_place (error, &offset, &length));
    CHN_ASSERT_INT (offset, errors[i].offset);
  }
}

/* The bound on units of one event: as many months, and one more. */
static void
test_units (void)
{
  static const SampleRow spans[] = {
    { .id = "most", .date = "1901-01/2000-12", .title = "1200 months" },
    { .id = "more", .date = "1901-01/2001-01", .title = "1201 months" },
  };
  guint n = 0;
  ChnCountSpec spec = { .by = "month" };
  g_autoptr (ChnTimeline) timeline = sample_timeline (spans, G_N_ELEMENTS (spans));
  g_autoptr (ChnCount) count = count_all (timeline, &spec, NULL);
  const ChnBucket *buckets = chn_count_get_buckets (count, &n);
  CHN_ASSERT_INT (n, CHN_COUNT_UNITS_MAX + 1);
  CHN_ASSERT_STRING (buckets[n - 1].name[0], "imprecise");
  CHN_ASSERT_INT (buckets[n - 1].n, 1);
}

static ChnCount *
count_places (guint n, GError **error)
{
  g_autofree SampleRow *many = g_new0 (SampleRow, n);
  g_autoptr (GStringChunk) texts = g_string_chunk_new (1 << 16);
  for (guint i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("e-%u", i);
    char *kept = g_string_chunk_insert (texts, id);
    many[i] = (SampleRow){ .id = kept, .date = "2000", .title = "T", .place = kept };
  }
  ChnCountSpec spec = { .by = "place" };
  g_autoptr (ChnTimeline) timeline = sample_timeline (many, n);
  return count_all (timeline, &spec, error);
}

static void
test_bound (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnCount) most = count_places (CHN_COUNT_BUCKETS_MAX, &error);
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT_PTR_NOT_NULL (most);
  g_autoptr (ChnCount) more = count_places (CHN_COUNT_BUCKETS_MAX + 1, &error);
  CU_ASSERT_PTR_NULL (more);
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
}

static void
test_writing (void)
{
  static const SampleRow named[] = {
    { .id = "a", .date = "2000", .title = "A", .place = "=cmd()", .vote = "3-2-1", .kind = "vote" },
    { .id = "b", .date = "2000", .title = "B", .place = "Say \"no\", twice" },
  };
  ChnCountSpec spec = { .by = "place", .sum = "yes", .average = "no" };
  g_autoptr (ChnTimeline) timeline = sample_timeline (named, G_N_ELEMENTS (named));
  g_autoptr (ChnCount) count = count_all (timeline, &spec, NULL);
  g_autofree char *csv = chn_count_dup_csv (count), *json = chn_count_dup_json (count);
  CHN_ASSERT_STRING (csv, "place,events,possibly,unknown,yes,average no\r\n"
                          "'=cmd(),1,0,0,3,2.0\r\n"
                          "\"Say \"\"no\"\", twice\",1,0,0,,\r\n");
  CHN_ASSERT_STRING (json,
                     "{\"place\":\"=cmd()\",\"events\":1,\"possibly\":0,\"unknown\":0,\"yes\":3,\"average no\":2.0}\n"
                     "{\"place\":\"Say \\\"no\\\", twice\",\"events\":1,\"possibly\":0,\"unknown\":0,\"yes\":null,"
                     "\"average no\":null}\n");
}

static void
test_keys (void)
{
  guint n = 0, n_roles = 0;
  const ChnCountKey *keys = chn_count_get_keys (&n);
  const ChnTerm *roles = chn_vocabulary_get_terms (CHN_VOCABULARY_ROLE, &n_roles);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++)
    if (!*keys[i].note || !g_hash_table_add (seen, (gpointer) (guintptr) keys[i].name))
      CHN_FAIL ("%s lacks a note or occurs twice", keys[i].name);
  for (guint i = 0; i < n_roles; i++)
    if (!g_hash_table_contains (seen, roles[i].name))
      CHN_FAIL ("no key for the role %s", roles[i].name);
}

static const ChnTest tests[] = {
  { "buckets and their order", test_buckets },
  { "each bucket is what its query finds", test_like_queries },
  { "buckets add up to the events", test_sums_to_events },
  { "sums and averages", test_measures },
  { "what may belong is counted apart", test_unknown },
  { "wrong keys are refused", test_refuse },
  { "an event of too many units", test_units },
  { "more buckets than the bound", test_bound },
  { "CSV and JSON", test_writing },
  { "every role is a key", test_keys },
};

CHN_SUITE ("query/count", tests)
