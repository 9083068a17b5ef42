/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* JSON Lines: what is written, that it comes back, and every fault at its place. */
#include "round-trip.h"

/* A line that states everything. */
static const char whole[] =
    "{\"id\":\"c3-2014\",\"title\":\"Third Committee votes\",\"summary\":\"One.\\n\\nTwo \\\"quoted\\\".\","
    "\"date\":\"2014-11-18T15:08:00\",\"earliest\":\"2014-11-18T15:08:00\",\"latest\":\"2014-11-18T15:08:00\","
    "\"precision\":\"second\",\"kind\":\"vote\",\"forums\":[\"un.ga.c3\",\"own.desk\"],"
    "\"actors\":[{\"id\":\"prk\",\"name\":\"Democratic People's Republic of Korea\",\"role\":\"subject\"},"
    "{\"id\":\"jane-doe\",\"name\":\"Jane Doe\",\"role\":\"speaker\"}],\"symbols\":[\"A/C.3/69/L.28/Rev.1\"],"
    "\"vote\":{\"yes\":111,\"no\":19,\"abstain\":55,\"method\":\"recorded\",\"result\":\"adopted\",\"not_voting\":8,"
    "\"roll\":{\"yes\":[\"jpn\",\"kor\"],\"no\":[\"chn\"]}},\"place\":\"New York\",\"status\":\"occurred\","
    "\"importance\":5,\"tags\":[\"human rights\",\"vote; first\"],\"series\":\"ga-resolutions\","
    "\"relations\":[{\"type\":\"leads-to\",\"target\":\"ga-2014\"}],"
    "\"sources\":[{\"key\":\"press-1\",\"title\":\"A title\",\"author\":\"An Author\",\"publisher\":null,"
    "\"date\":\"2014-11\",\"url\":\"https://example.org/1\",\"at\":\"para 2\",\"quote\":\"so it was\","
    "\"says\":{\"vote\":[\"111-19-55\",\"110-19-55\"],\"date\":\"2014-11-19\"},\"language\":\"en\","
    "\"note\":\"of the editor\",\"source_note\":\"of the "
    "source\"}],\"confidence\":\"verified\",\"revised\":\"2020-01-02\","
    "\"zone\":\"America/New_York\",\"nth\":10,\"repeat\":\"FREQ=YEARLY\",\"timeline\":\"one\","
    "\"names\":{\"actors\":[{\"id\":\"jane-doe\",\"kind\":\"person\",\"name\":\"Jane Doe\",\"short\":\"Doe\"}],"
    "\"forums\":[{\"id\":\"own\",\"name\":\"Our house\"},{\"id\":\"own.desk\",\"name\":\"Our "
    "desk\",\"short\":\"Desk\"}]},"
    "\"extra\":[{\"key\":\"X-A\",\"value\":\"1\"},{\"key\":\"X-A\",\"value\":\"2\"}],"
    "\"disputed\":[\"date: recorded as 18 November 2014, 15:08, press-1 says 19 November 2014\","
    "\"vote: recorded as 111-19-55, press-1 says 110-19-55\"]}\n";

/* A line that states as little as possible, as it is written. */
static const char least[] =
    "{\"id\":\"ga-2014\",\"title\":\"T\",\"summary\":null,\"date\":\"2014-12/"
    "..\",\"earliest\":\"2014-12-01\",\"latest\":null,"
    "\"precision\":\"month\",\"kind\":\"other\",\"forums\":[],\"actors\":[],\"symbols\":[],\"vote\":null,\"place\":"
    "null,"
    "\"status\":\"occurred\",\"importance\":null,\"tags\":[],\"series\":null,\"relations\":[],\"sources\":[],"
    "\"confidence\":null,\"revised\":null}\n";

static void
comes_back_whole (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autofree char *text = g_strconcat (whole, least, NULL);
  g_autoptr (ChnTimeline) timeline = read_well (registry, "json", text);
  if (!timeline)
    return;
  g_autofree char *written = write_all (timeline, "json", NULL, NULL);
  CHN_ASSERT_STRING (written, text);
}

static void
takes_keys_in_any_order (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnTimeline) timeline =
      read_well (registry, "json",
                 " { \"latest\" : null , \"date\" : \"2014-12/..\", \"tags\" : [ ] , \"title\" : \"T\" , \"id\" : "
                 "\"ga-2014\" , \"vote\" : null } \r\n");
  if (!timeline)
    return;
  g_autofree char *written = write_all (timeline, "json", NULL, NULL);
  CHN_ASSERT_STRING (written, least);
}

/* The ends of bounds: before year 0, past 9999, with a time, open and unknown. */
static void
writes_bounds (void)
{
  static const struct {
    const char *date, *earliest, *latest;
  } rows[] = {
    { "-0044-03-15", "\"-0044-03-15\"", "\"-0044-03-15\"" },
    { "0000", "\"0000-01-01\"", "\"0000-12-31\"" },
    { "Y-17000", "\"-17000-01-01\"", "\"-17000-12-31\"" },
    { "Y12345", "\"+12345-01-01\"", "\"+12345-12-31\"" },
    { "2014-09~", "\"2014-09-01\"", "\"2014-09-30\"" },
    { "../2014", "null", "\"2014-12-31\"" },
    { "/2014", "null", "\"2014-12-31\"" },
    { "2014-02-03T04:05:06", "\"2014-02-03T04:05:06\"", "\"2014-02-03T04:05:06\"" },
  };
  g_autoptr (ChnRegistry) registry = make_registry ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf ("{\"id\":\"a\",\"title\":\"T\",\"date\":\"%s\"}", rows[i].date);
    g_autofree char *part = g_strdup_printf ("\"earliest\":%s,\"latest\":%s,", rows[i].earliest, rows[i].latest);
    g_autoptr (ChnTimeline) timeline = read_well (registry, "json", text);
    g_autofree char *written = timeline ? write_all (timeline, "json", NULL, NULL) : NULL;
    if (!written || !strstr (written, part))
      CHN_FAIL ("%s: %s lacks %s", rows[i].date, written ? written : "(nothing)", part);
    else
      CU_PASS ("as expected");
  }
}

/* The zone of a time is part of the event, though the timeline states it. */
static void
states_the_zone_of_a_time (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnDate) timed = chn_date_parse ("2014-11-18T15:08:00", -1, NULL);
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_builder_begin (builder, NULL);
  chn_timeline_builder_set_header (builder, CHN_HEADER_TIMELINE, "one");
  chn_timeline_builder_set_header (builder, CHN_HEADER_ZONE, "America/New_York");
  chn_event_set_text (event, CHN_FIELD_ID, "a", -1);
  chn_event_set_text (event, CHN_FIELD_TITLE, "T", -1);
  chn_event_set_date (event, CHN_FIELD_DATE, timed);
  chn_timeline_builder_add_event (builder, event);
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (builder, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  g_autofree char *first = write_all (timeline, "json", NULL, NULL);
  g_autoptr (ChnTimeline) again = read_well (registry, "json", first);
  g_autofree char *second = write_all (again, "json", NULL, NULL);
  CU_ASSERT_PTR_NOT_NULL (strstr (first, "\"zone\":\"America/New_York\",\"timeline\":\"one\""));
  CHN_ASSERT_STRING (second, first);
}

static void
escapes_what_could_do_harm (void)
{
  static const struct {
    const char *text, *json;
  } rows[] = {
    { "a\tb\r\nc\"d\\e", "\"a\\tb\\r\\nc\\\"d\\\\e\"" },
    { "\u2028\u2029\u202E\u200D", "\"\\u2028\\u2029\\u202e\\u200d\"" },
    { "\u00E9\u00F1 \u4E2D \U0001F600", "\"\u00E9\u00F1 \u4E2D \U0001F600\"" },
    { "\u2013\u2014\u20AC", "\"\u2013\u2014\u20AC\"" },
    { "\U000E0041", "\"\\udb40\\udc41\"" },
    { "</script>]]>", "\"</script>]]>\"" },
  };
  g_autoptr (ChnRegistry) registry = make_registry ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *line = g_strdup_printf ("{\"id\":\"a\",\"date\":\"2014\",\"title\":%s}", rows[i].json);
    g_autofree char *part = g_strdup_printf ("\"title\":%s,", rows[i].json);
    g_autoptr (ChnTimeline) timeline = read_well (registry, "json", line);
    g_autoptr (ChnEvent) event = chn_event_new ();
    if (!timeline)
      continue;
    chn_timeline_load (timeline, 0, event);
    g_autofree char *written = write_all (timeline, "json", NULL, NULL);
    CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_TITLE), rows[i].text);
    CU_ASSERT_PTR_NOT_NULL (strstr (written, part));
  }
}

#define LINE(rest) "{\"id\":\"a\",\"date\":\"2014\",\"title\":\"T\"," rest "}"

static void
places_each_fault (void)
{
  static const struct {
    const char *text;
    ExpectedFault fault;
  } rows[] = {
    { "{\"id\":\"a\",\"date\":\"2014-9\",\"title\":\"T\"}", { 1, 25, "month", "2014-09" } },
    { "{\"id\":\"a\",\"date\":\"2014\"}", { 1, 7, "no title", NULL } },
    { "{\"date\":\"2014\",\"title\":\"T\"}", { 1, 1, "no id", NULL } },
    { "{\"id\":\"a\",\"date\":\"2014\",\"title\":\"\"}", { 1, 7, "no title", NULL } },
    { "{\"id\":\"a\",\"date\":2014,\"title\":\"T\"}", { 1, 18, "found a number where text", "\"2014\"" } },
    { LINE ("\"titel\":\"x\""), { 1, 37, "unknown key \"titel\"", "\"title\"" } },
    { LINE ("\"kind\":\"vot\""), { 1, 44, "unknown kind \"vot\"", "\"vote\"" } },
    { LINE ("\"kind\":[]"), { 1, 44, "found an array where text", NULL } },
    { LINE ("\"tags\":\"x\""), { 1, 44, "where an array is expected", "[brackets]" } },
    { LINE ("\"tags\":[\"x\",1]"), { 1, 49, "found a number where text", NULL } },
    { LINE ("\"tags\":[\"x\",\"\"]"), { 1, 49, "no text", NULL } },
    { LINE ("\"importance\":6"), { 1, 50, "found 6, expected a whole number from 1 to 5", NULL } },
    { LINE ("\"importance\":2.5"), { 1, 50, "found a fraction", NULL } },
    { LINE ("\"forums\":[\"un\",\"un.secco\"]"), { 1, 52, "un.secco", NULL } },
    { LINE ("\"actors\":[\"prk\",{\"id\":\"nobody\"}]"), { 1, 53, "nobody", NULL } },
    { LINE ("\"actors\":[{\"id\":\"prk\",\"role\":\"sponser\"}]"), { 1, 47, "unknown role", "sponsor" } },
    { LINE ("\"actors\":[{\"role\":\"sponsor\"}]"), { 1, 47, "the key \"id\" is missing", NULL } },
    { LINE ("\"actors\":[{\"id\":\"prk\",\"nom\":1}]"), { 1, 59, "unknown key \"nom\"", NULL } },
    { LINE ("\"vote\":\"111-19-55\""), { 1, 44, "where an object is expected", NULL } },
    { LINE ("\"vote\":{\"yes\":-1}"), { 1, 51, "found -1", NULL } },
    { LINE ("\"vote\":{\"roll\":{\"yes\":[\"jpn\",\"nobody\"]}}"), { 1, 66, "nobody", NULL } },
    { LINE ("\"vote\":{\"roll\":{\"aye\":[]}}"), { 1, 53, "unknown key \"aye\"", NULL } },
    { LINE ("\"relations\":[{\"type\":\"cites\"}]"), { 1, 50, "\"target\" is missing", NULL } },
    { LINE ("\"sources\":[{\"key\":\"k\"}]"), { 1, 48, "k", NULL } },
    { LINE ("\"sources\":[{\"title\":\"x\"}]"), { 1, 48, "\"key\"", NULL } },
    { LINE ("\"sources\":[{\"key\":\"k\",\"url\":null,\"says\":{\"id\":\"b\"}}]"),
      { 1, 78, "unknown key \"id\"", NULL } },
    { LINE ("\"sources\":[{\"key\":\"k\",\"url\":null,\"says\":{\"date\":\"18 Nov\"}}]"), { 1, 85, "", NULL } },
    { LINE ("\"names\":{\"actors\":[{\"id\":\"x\",\"name\":\"X\"}]}"), { 1, 56, "\"kind\" is missing", NULL } },
    { LINE ("\"names\":{\"actors\":[{\"id\":\"x\",\"kind\":\"ghost\",\"name\":\"X\"}]}"),
      { 1, 73, "ghost", "person" } },
    { LINE ("\"extra\":[{\"value\":\"x\"}]"), { 1, 46, "\"key\" is missing", NULL } },
    { LINE ("\"id\":\"b\""), { 1, 37, "duplicate key \"id\"", "one of them" } },
    { LINE ("\"place\":\"\\u001b[31m\""), { 1, 45, "a control character (U+001B)", "remove" } },
    { LINE ("\"place\":\"\\u0000\""), { 1, 46, "\\u0000", "remove" } },
    { "[1]", { 1, 1, "found an array where an object", NULL } },
    { "\"id\"", { 1, 1, "found text where an object", NULL } },
    { "[\n{},\n{}\n]", { 1, 2, "", "one object a line" } },
    { "{\n  \"id\": \"a\"\n}", { 1, 2, "", "one object a line" } },
    { "{\"id\":\"\u00E9\u00E9\",\"nope\":1,\"date\":\"2014\",\"title\":\"T\"}", { 1, 7, "", NULL } },
  };
  g_autoptr (ChnRegistry) registry = make_registry ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ChnReport) report = chn_report_new ();
    g_autoptr (ChnTimeline) timeline = read_text (registry, "json", rows[i].text, report);
    CU_ASSERT_PTR_NULL (timeline);
    check_fault (report, 0, &rows[i].fault, rows[i].text);
  }
}

static void
finds_all_faults_in_one_run (void)
{
  static const char text[] = "\xEF\xBB\xBF{\"id\":\"a\",\"date\":\"2014-13\",\"title\":7,\"kinds\":1}\r\n"
                             "\r\n"
                             "{\"id\":\n"
                             "{\"id\":\"\",\"date\":\"2014\",\"title\":\"\u4E2D\u4E2D\",\"status\":\"done\"}\n"
                             "{\"id\":\"b\",\"date\":\"2014\",\"title\":\"T\"}\n"
                             "{\"id\":\"b\",\"date\":\"2014\",\"title\":\"T\"}";
  static const ExpectedFault faults[] = {
    { 1, 24, "month 13", NULL },
    { 1, 36, "found a number", NULL },
    { 1, 38, "unknown key \"kinds\"", "\"kind\"" },
    { 3, 7, "no JSON object", NULL },
    { 4, 1, "no id", NULL },
    { 4, 47, "unknown status", NULL },
    { 6, 7, "taken", NULL },
  };
  g_autoptr (ChnRegistry) registry = make_registry ();
  check_faults (registry, "json", text, faults, G_N_ELEMENTS (faults));
}

static void
refuses_other_encodings (void)
{
  static const struct {
    const char *bytes;
    gsize length;
    ExpectedFault fault;
  } rows[] = {
    { "{\"id\":\"a\0b\"}", 12, { 1, 9, "NUL", "UTF-8" } },
    { " \n{\"\xFF\"}", 7, { 2, 3, "not UTF-8", "UTF-8" } },
    { "\xFF\xFE{\0", 4, { 1, 1, "not UTF-8", "UTF-16" } },
    { "{}\x1B", 3, { 1, 3, "control character", NULL } },
  };
  g_autoptr (ChnRegistry) registry = make_registry ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ChnReport) report = chn_report_new ();
    g_autoptr (ChnTimeline) timeline = read_bytes (registry, "json", rows[i].bytes, rows[i].length, NULL, report);
    CU_ASSERT_PTR_NULL (timeline);
    check_fault (report, 0, &rows[i].fault, rows[i].bytes);
  }
}

static void
keeps_bounds (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  const char *text = LINE ("\"tags\":[\"1\",\"2\",\"3\"],\"place\":\"12345\"");
  check_bound (registry, "json", text, CHN_LIMIT_TEXT, 5, TRUE);
  check_bound (registry, "json", text, CHN_LIMIT_TEXT, 4, FALSE);
  check_bound (registry, "json", text, CHN_LIMIT_ITEMS, 3, TRUE);
  check_bound (registry, "json", text, CHN_LIMIT_ITEMS, 2, FALSE);
  check_bound (registry, "json", text, CHN_LIMIT_DEPTH, 2, TRUE);
  check_bound (registry, "json", text, CHN_LIMIT_DEPTH, 1, FALSE);
  check_bound (registry, "json", LINE ("\"vote\":{\"roll\":{\"yes\":[]}}"), CHN_LIMIT_DEPTH, 4, TRUE);
  check_bound (registry, "json", LINE ("\"vote\":{\"roll\":{\"yes\":[]}}"), CHN_LIMIT_DEPTH, 3, FALSE);
}

/* Ten thousand levels, and a million keys, end in one fault and not in the parser. */
static void
survives_size (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (GString) deep = g_string_new ("{\"id\":");
  g_autoptr (GString) wide = g_string_new ("{");
  for (guint i = 0; i < 10000; i++)
    g_string_append_c (deep, '[');
  for (guint i = 0; i < 1000000; i++)
    g_string_append_printf (wide, "\"k%u\":1,", i);
  static const ExpectedFault too_deep[] = { { 1, 70, "more than 64 levels", NULL } };
  check_faults (registry, "json", deep->str, too_deep, 1);
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) timeline = read_text (registry, "json", wide->str, report);
  CU_ASSERT_PTR_NULL (timeline);
  CHN_ASSERT_INT (chn_report_count (report, CHN_SEVERITY_ERROR), 1);
}

static void
notes_derived_values_that_differ (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) timeline = read_text (
      registry, "json", LINE ("\"earliest\":\"2015-01-01\",\"latest\":\"2014-12-31\",\"precision\":\"day\""), report);
  static const ExpectedFault notes[] = { { 1, 48, "2014-01-01", "the date" }, { 1, 95, "year", NULL } };
  CU_ASSERT_PTR_NOT_NULL (timeline);
  CHN_ASSERT_INT (chn_report_get_n_findings (report), G_N_ELEMENTS (notes));
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    check_fault (report, i, &notes[i], "derived");
  CHN_ASSERT_INT (chn_report_count (report, CHN_SEVERITY_NOTE), G_N_ELEMENTS (notes));
}

/* A name is declared by each event that needs it, once; what is different is a conflict; the registry's stands. */
static void
declares_names (void)
{
#define NAMED(id, name)                                                                                              \
  "{\"id\":\"" id "\",\"date\":\"2014\",\"title\":\"T\",\"actors\":[\"x\"],\"names\":{\"actors\":[{\"id\":\"x\","    \
  "\"kind\":\"person\",\"name\":\"" name "\"},{\"id\":\"prk\",\"kind\":\"state\",\"name\":\"Other\"}]}}\n"
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnTimeline) timeline = read_well (registry, "json", NAMED ("a", "X") NAMED ("b", "X"));
  if (timeline) {
    const ChnRegistry *names = chn_timeline_get_registry (timeline);
    CHN_ASSERT_STRING (chn_actor_get_name (chn_registry_get_actor (names, "x")), "X");
    CHN_ASSERT_STRING (chn_actor_get_short_name (chn_registry_get_actor (names, "prk")), "North Korea");
  }
  static const ExpectedFault conflict[] = { { 2, 71, "something else", NULL } };
  check_faults (registry, "json", NAMED ("a", "X") NAMED ("b", "Y"), conflict, 1);
}

/* Each event stays with the timeline that it names. */
static void
keeps_origins (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnTimeline) timeline =
      read_well (registry, "json",
                 "{\"id\":\"a\",\"date\":\"2014-01\",\"title\":\"T\",\"timeline\":\"one\"}\n{\"id\":\"b\",\"date\":"
                 "\"2014-02\",\"title\":\"T\"}\n"
                 "{\"id\":\"c\",\"date\":\"2014-03\",\"title\":\"T\",\"timeline\":\"two\"}\n{\"id\":\"d\",\"date\":"
                 "\"2014-04\",\"title\":\"T\",\"timeline\":\"two\"}\n");
  static const char *const expected[] = { "one", NULL, "two", "two" };
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  CHN_ASSERT_INT (chn_timeline_get_n_origins (timeline), 3);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    CHN_ASSERT_STRING (chn_timeline_get_header (timeline, chn_timeline_get_origin (timeline, i), CHN_HEADER_TIMELINE),
                       expected[i]);
}

static const ChnTest tests[] = {
  { "comes back whole", comes_back_whole },
  { "takes keys in any order", takes_keys_in_any_order },
  { "writes bounds", writes_bounds },
  { "states the zone of a time", states_the_zone_of_a_time },
  { "escapes what could do harm", escapes_what_could_do_harm },
  { "places each fault", places_each_fault },
  { "finds all faults in one run", finds_all_faults_in_one_run },
  { "refuses other encodings", refuses_other_encodings },
  { "keeps bounds", keeps_bounds },
  { "survives size", survives_size },
  { "notes derived values that differ", notes_derived_values_that_differ },
  { "declares names", declares_names },
  { "keeps origins", keeps_origins },
};

CHN_SUITE ("format/json", tests)
