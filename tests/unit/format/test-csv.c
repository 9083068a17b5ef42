/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Comma-separated values: what is written, that it comes back, that edits win, and every fault at its place. */
#include "round-trip.h"

#include "base/csv-cell.h"

#define HEADINGS                                                                                                     \
  "id,title,summary,date,earliest,latest,precision,kind,forums,actors,symbols,yes,no,abstain,method,result,place,"   \
  "status,importance,tags,series,relations,sources,confidence,revised,label,payload\r\n"

#define EVERYTHING                                                                                                   \
  "c3-2014,\"Third Committee votes, at last\",\"One.\n\nTwo "                                                        \
  "\"\"quoted\"\".\",2014-11-18,2014-11-18,2014-11-18,day,vote,"                                                     \
  "un.ga.c3,\"prk (subject); jpn; eu (sponsor)\",\"A/C.3/69/L.28/Rev.1; S/2014/501\",111,19,55,recorded,adopted,"    \
  "New York,occurred,5,\"human rights; a\\;b; back\\\\slash\",ga-resolutions,\"leads-to: ga-2014; cites: ga-2014\"," \
  "\"press-1; press-2; press-1\",verified,2020-01-02,,"                                                              \
  "\"{\"\"vote\"\":{\"\"not_voting\"\":8,\"\"roll\"\":{\"\"no\"\":[\"\"prk\"\",\"\"chn\"\"]}},\"\"sources\"\":["     \
  "{\"\"key\"\":\"\"press-1\"\",\"\"title\"\":\"\"A "                                                                \
  "title\"\",\"\"author\"\":null,\"\"publisher\"\":null,\"\"date\"\":null,"                                          \
  "\"\"url\"\":null,\"\"at\"\":\"\"para 1\"\",\"\"quote\"\":null,\"\"says\"\":{\"\"date\"\":\"\"2014-11-19\"\"}},"   \
  "{\"\"key\"\":\"\"press-2\"\",\"\"title\"\":null,\"\"author\"\":null,\"\"publisher\"\":null,\"\"date\"\":null,"    \
  "\"\"url\"\":null,\"\"at\"\":null,\"\"quote\"\":null,\"\"says\"\":{}},"                                            \
  "{\"\"key\"\":\"\"press-1\"\",\"\"title\"\":\"\"A "                                                                \
  "title\"\",\"\"author\"\":null,\"\"publisher\"\":null,\"\"date\"\":null,"                                          \
  "\"\"url\"\":null,\"\"at\"\":\"\"para 2\"\",\"\"quote\"\":null,\"\"says\"\":{}}],"                                 \
  "\"\"zone\"\":\"\"Europe/Rome\"\",\"\"nth\"\":10,\"\"repeat\"\":\"\"FREQ=YEARLY\"\",\"\"timeline\"\":\"\"one\"\"," \
  "\"\"extra\"\":[{\"\"key\"\":\"\"X-A\"\",\"\"value\"\":\"\"1\"\"}]}\"\r\n"

#define LEAST "ga-2014,T,,2014-12/..,2014-12-01,,month,other,,,,,,,,,,occurred,,,,,,,,,\r\n"

static void
comes_back_whole (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnTimeline) timeline = read_well (registry, "csv", HEADINGS EVERYTHING LEAST);
  if (!timeline)
    return;
  g_autofree char *written = write_all (timeline, "csv", NULL, NULL);
  CHN_ASSERT_STRING (written, HEADINGS EVERYTHING LEAST);
  g_autofree char *neutral = write_all (timeline, "csv", "spreadsheet", NULL);
  g_autoptr (ChnTimeline) again = read_well (registry, "csv", neutral);
  g_autofree char *rewritten = write_all (again, "csv", NULL, NULL);
  CHN_ASSERT_STRING (rewritten, written);
}

/* The JSON of one event, read from these headings and cells. */
static char *
dup_json (const char *headings, const char *cells)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autofree char *text = g_strdup_printf ("%s\n%s\n", headings, cells);
  g_autoptr (ChnTimeline) timeline = read_well (registry, "csv", text);
  return timeline ? write_all (timeline, "json", NULL, NULL) : g_strdup ("(nothing)");
}

static void
takes_cells (void)
{
  static const struct {
    const char *headings, *cells, *json;
  } rows[] = {
    { "title,DATE, id ", "T,2014,a", "{\"id\":\"a\",\"title\":\"T\"," },
    { "id,date,title,yes,no", "a,2014,T,12,3",
      "\"yes\":12,\"no\":3,\"abstain\":null,\"method\":\"recorded\",\"result\":null" },
    { "id,date,title,method", "a,2014,T,consensus", "\"method\":\"consensus\"" },
    { "id,date,title,method,yes", "a,2014,T,none,1", "\"yes\":1,\"no\":null,\"abstain\":null,\"method\":null" },
    { "id,date,title,zone,nth,repeat", "a,2014,T, Europe/Rome ,3,FREQ=YEARLY",
      "\"zone\":\"Europe/Rome\",\"nth\":3,\"repeat\":\"FREQ=YEARLY\"" },
    { "id,date,title,tags", "a,2014,T,;one;; two ;\\;;\\ x\\ ;", "\"tags\":[\"one\",\"two\",\";\",\" x \"]" },
    { "id,date,title,place", "a,2014,T,\" New York \"", "\"place\":\" New York \"" },
    { "id,date,title", "a,2014,'=1+1", "\"title\":\"'=1+1\"" },
    { "id,date,title", "a,2014,''=1+1", "\"title\":\"''=1+1\"" },
    { "id,date,title,payload", "a,2014,'=1+1,", "\"title\":\"'=1+1\"" },
    { "id,date,title,Spreadsheet-Payload", "a,2014,'=1+1,", "\"title\":\"=1+1\"" },
    { "spreadsheet-payload,id,date,title", ",a,2014,''=1+1", "\"title\":\"'=1+1\"" },
    { "id,date,title,spreadsheet-payload", "a,2014,'tis,", "\"title\":\"'tis\"" },
    { ",id,,date,title, ,", ",a, ,2014,T,,", "\"title\":\"T\"" },
    { "id,date,title,,", "a,2014,T", "\"title\":\"T\"" },
    { "id,date,title", "a,2014,T,,, ", "\"title\":\"T\"" },
    { " ,,\n\n,\nid,date,title", ",,\n\n , \na,2014,T\n,,,,", "\"title\":\"T\"" },
    { "id,date,title", "a,2014,'tis", "\"title\":\"'tis\"" },
    { "id,date,title", "a,2014,=1+1", "\"title\":\"=1+1\"" },
    { "id,date,title,spreadsheet-payload", "a,'-0044-03-15,T,", "\"date\":\"-0044-03-15\"" },
    { "id,date,title,payload", "a,2014,T,\"{\"\"sources\"\":[{\"\"key\"\":\"\"k\"\",\"\"url\"\":null}]}\"",
      "\"sources\":[{\"key\":\"k\"" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *json = dup_json (rows[i].headings, rows[i].cells);
    if (!strstr (json, rows[i].json))
      CHN_FAIL ("%s: %s lacks %s", rows[i].cells, json, rows[i].json);
    else
      CU_PASS ("as expected");
  }
}

/* Names with blanks and parentheses are names; a role is what the vocabulary knows. */
static void
tells_roles_from_names (void)
{
  static const struct {
    const char *cell, *actor;
    const char *role;
  } rows[] = {
    { "North Korea (subject)", "prk", "subject" },
    { "jpn(sponsor)", "jpn", "sponsor" },
    { "  South Korea ", "kor", "participant" },
    { "eu ( speaker )", NULL, NULL },
  };
  g_autoptr (ChnRegistry) registry = make_registry ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf ("id,date,title,actors\na,2014,T,%s\n", rows[i].cell);
    g_autoptr (ChnReport) report = chn_report_new ();
    g_autoptr (ChnTimeline) timeline = read_text (registry, "csv", text, report);
    g_autoptr (ChnEvent) event = chn_event_new ();
    guint n = 0;
    CHN_ASSERT_INT (timeline != NULL, rows[i].actor != NULL);
    if (!timeline)
      continue;
    chn_timeline_load (timeline, 0, event);
    const ChnParticipation *actors = chn_event_get_actors (event, &n);
    CHN_ASSERT_INT (n, 1);
    CHN_ASSERT_STRING (actors[0].actor, rows[i].actor);
    CHN_ASSERT_STRING (chn_vocabulary_get_term_name (CHN_VOCABULARY_ROLE, actors[0].role), rows[i].role);
  }
}

static char *
replace (const char *text, const char *old, const char *new)
{
  const char *at = strstr (text, old);
  CU_ASSERT_PTR_NOT_NULL_FATAL (at);
  g_autofree char *before = g_strndup (text, (gsize) (at - text));
  return g_strconcat (before, new, at + strlen (old), NULL);
}

/* What a person changed in a visible cell is so, whatever the payload says; what the payload alone knows stays. */
static void
edits_win (void)
{
  static const struct {
    const char *old, *new, *has, *lacks;
  } rows[] = {
    { "111,19,55,recorded,adopted", ",,,,", "\"vote\":null", "\"roll\"" },
    { "111,19,55", "112,19,54",
      "\"yes\":112,\"no\":19,\"abstain\":54,\"method\":\"recorded\",\"result\":\"adopted\",\"not_voting\":8,\"roll\"",
      "111" },
    { "\"press-1; press-2; press-1\"", "press-2", "\"sources\":[{\"key\":\"press-2\"", "press-1" },
    { "\"press-1; press-2; press-1\"", "press-2; press-1", "\"at\":\"para 1\"", "para 2" },
    { "\"press-1; press-2; press-1\"", "", "\"sources\":[]", "press" },
    { "2014-11-18,2014-11-18,2014-11-18,day", "2014-11,2014-11-18,2014-11-18,day",
      "\"date\":\"2014-11\",\"earliest\":\"2014-11-01\",\"latest\":\"2014-11-30\",\"precision\":\"month\"",
      "2014-11-18" },
    { "New York", "Geneva", "\"place\":\"Geneva\"", "New York" },
    { "ga-resolutions", "", "\"series\":null", "ga-resolutions" },
  };
  g_autoptr (ChnRegistry) registry = make_registry ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = replace (HEADINGS EVERYTHING LEAST, rows[i].old, rows[i].new);
    g_autoptr (ChnTimeline) timeline = read_well (registry, "csv", text);
    if (!timeline)
      continue;
    g_autofree char *json = write_all (timeline, "json", NULL, NULL);
    if (!strstr (json, rows[i].has) || strstr (json, rows[i].lacks))
      CHN_FAIL ("%s: %s", rows[i].new, json);
    else
      CU_PASS ("as expected");
  }
}

/* The same table with each line break, with a byte order mark, with empty lines and without a last break. */
static void
takes_any_line_break (void)
{
  static const char *const texts[] = {
    "id,date,title\na,2014,\"T\nU\"\nb,2015,V\n",
    "\xEF\xBB\xBFid,date,title\na,2014,\"T\nU\"\n\n\nb,2015,V",
    "\n\nid,date,title\n\na,2014,\"T\nU\"\nb,2015,V\n\n",
  };
  static const char *const breaks[] = { "\n", "\r\n", "\r" };
  g_autoptr (ChnRegistry) registry = make_registry ();
  for (guint i = 0; i < G_N_ELEMENTS (texts) * G_N_ELEMENTS (breaks); i++) {
    const char *line_break = breaks[i % G_N_ELEMENTS (breaks)];
    g_auto (GStrv) lines = g_strsplit (texts[i / G_N_ELEMENTS (breaks)], "\n", -1);
    g_autofree char *text = g_strjoinv (line_break, lines);
    g_autofree char *title = g_strconcat ("T", line_break, "U", NULL);
    g_autoptr (ChnTimeline) timeline = read_well (registry, "csv", text);
    g_autoptr (ChnEvent) event = chn_event_new ();
    if (!timeline)
      continue;
    CHN_ASSERT_INT (chn_timeline_get_n_events (timeline), 2);
    chn_timeline_load (timeline, 0, event);
    CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_TITLE), title);
  }
}

static void
places_each_fault (void)
{
  static const struct {
    const char *text;
    ExpectedFault fault;
  } rows[] = {
    { "", { 1, 1, "empty", "id,date,title" } },
    { "id;date;title\na;2014;T\n", { 1, 1, "semicolons", "commas" } },
    { "id\tdate\ttitle\n", { 1, 1, "tabs", "commas" } },
    { "id,date,titel\na,2014,T\n", { 1, 1, "\"title\" is missing", NULL } },
    { "id,date,title,knd\na,2014,T,\n", { 1, 15, "unknown column \"knd\"", "\"kind\"" } },
    { "id,date,title,Date\na,2014,T,\n", { 1, 15, "\"date\" stands twice", NULL } },
    { "id,date,title\na,2014,T,U\n", { 2, 10, "found 4 cells, expected 3", "quotes" } },
    { "id,date,title\na,2014\n", { 2, 1, "found 2 cells, expected 3", NULL } },
    { "id,date,title\na,2014,\"T\n\n", { 2, 8, "does not end", "close" } },
    { "id,date,title\na,2014,T\"U\n", { 2, 9, "a quote inside", "double" } },
    { "id,date,title\na,2014,\"T\"U\n", { 2, 11, "after the closing quote", NULL } },
    { "id,date,title\na,2014,\"T\nU\"V\n", { 3, 3, "after the closing quote", NULL } },
    { "id,date,title\na,2014-9,T\n", { 2, 9, "month", "2014-09" } },
    { "id,date,title\na,,T\n", { 2, 1, "no date", NULL } },
    { "id,date,title\n,2014,T\n", { 2, 1, "no id", NULL } },
    { "id,date,title\na,2014,\n", { 2, 1, "no title", NULL } },
    { "id,date,title\n\"a\",2014-13,T\n", { 2, 10, "month 13", NULL } },
    { "id,date,title,kind\na,2014,T,vot\n", { 2, 10, "unknown kind", "vote" } },
    { "id,date,title,kind\na,2014,\"\u4E2D\u4E2D\",\"vot\"\n", { 2, 14, "unknown kind", "vote" } },
    { "id,date,title,importance\na,2014,T,6\n", { 2, 10, "found \"6\", expected a whole number from 1 to 5", NULL } },
    { "id,date,title,yes\na,2014,T,-1\n", { 2, 10, "found \"-1\"", NULL } },
    { "id,date,title,forums\na,2014,T,un; un.secco\n", { 2, 14, "un.secco", NULL } },
    { "id,date,title,actors\na,2014,T,prk (subjct)\n", { 2, 10, "prk (subjct)", NULL } },
    { "id,date,title,relations\na,2014,T,citse: b\nb,2014,T,\n", { 2, 10, "citse", "cites" } },
    { "id,date,title,relations\na,2014,T,cites: a\n", { 2, 10, "", NULL } },
    { "id,date,title,sources\na,2014,T,k\n", { 2, 10, "k", NULL } },
    { "id,date,title,payload\na,2014,T,{\n", { 2, 10, "no JSON object", NULL } },
    { "id,date,title,payload\na,2014,T,\"{\"\"zone\"\":1}\"\n", { 2, 10, "found a number", NULL } },
    { "id,date,title\n\"a\n\",2014-9,T\n", { 3, 9, "month", NULL } },
  };
  g_autoptr (ChnRegistry) registry = make_registry ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ChnReport) report = chn_report_new ();
    g_autoptr (ChnTimeline) timeline = read_text (registry, "csv", rows[i].text, report);
    CU_ASSERT_TRUE (timeline == NULL || chn_timeline_get_n_events (timeline) == 0);
    check_fault (report, 0, &rows[i].fault, rows[i].text);
  }
}

static void
finds_all_faults_in_one_run (void)
{
  static const char text[] = "id,date,title,kind,importance,foo\r\n"
                             "a,18 Nov 2014,T,vot,9,\r\n"
                             "b,2014\r\n"
                             "c,2014,\"A\r\nB\",meeting,1,x\r\n"
                             "c,2014-02-30,T,meeting,,\r\n";
  static const ExpectedFault faults[] = {
    { 1, 31, "unknown column \"foo\"", NULL },
    { 2, 3, "", "2014-11-18" },
    { 2, 17, "unknown kind", "vote" },
    { 2, 21, "found \"9\"", NULL },
    { 3, 1, "found 2 cells", NULL },
    { 6, 1, "taken", NULL },
    { 6, 3, "", NULL },
  };
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) timeline = read_text (registry, "csv", text, report);
  CU_ASSERT_PTR_NULL (timeline);
  CHN_ASSERT_INT (chn_report_get_n_findings (report), G_N_ELEMENTS (faults));
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    CHN_ASSERT_INT (chn_report_get_finding (report, i)->line, faults[i].line);
  check_fault (report, 0, &faults[0], text);
  check_fault (report, 2, &faults[2], text);
  check_fault (report, 5, &faults[5], text);
}

static void
keeps_bounds (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  const char *text = "id,date,title,tags,place\na,2014,T,1;2;3,12345\n";
  check_bound (registry, "csv", text, CHN_LIMIT_TEXT, 5, TRUE);
  check_bound (registry, "csv", text, CHN_LIMIT_TEXT, 4, FALSE);
  check_bound (registry, "csv", text, CHN_LIMIT_ITEMS, 3, TRUE);
  check_bound (registry, "csv", text, CHN_LIMIT_ITEMS, 2, FALSE);
}

/* A line of a million cells, and a quote that never closes, end in one fault. */
static void
survives_size (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (GString) wide = g_string_new ("id,date,title\n");
  g_autoptr (GString) open = g_string_new ("id,date,title\na,2014,\"");
  for (guint i = 0; i < 1000000; i++) {
    g_string_append_c (wide, ',');
    g_string_append (open, "x\n");
  }
  g_string_append_c (wide, 'x');
  static const ExpectedFault too_wide[] = { { 2, 4, "found 1000001 cells", NULL } };
  static const ExpectedFault endless[] = { { 2, 8, "does not end", NULL }, { 2, 8, "1048576", NULL } };
  check_faults (registry, "csv", wide->str, too_wide, 1);
  check_faults (registry, "csv", open->str, endless, 2);
}

static gboolean
collect (const char *bytes, gsize length, gpointer string, GError **error)
{
  (void) error;
  g_string_append_len (string, bytes, (gssize) length);
  return TRUE;
}

/* A cell as a plain file and as a spreadsheet gets it. */
static void
neutralises_formulas (void)
{
  static const struct {
    const char *text, *plain, *neutral;
  } rows[] = {
    { "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0" },
    { "+1", "+1", "'+1" },
    { "-0100-01-01", "-0100-01-01", "'-0100-01-01" },
    { "@SUM(A1)", "@SUM(A1)", "'@SUM(A1)" },
    { "\tx", "\"\tx\"", "\"'\tx\"" },
    { "\rx", "\"\rx\"", "\"'\rx\"" },
    { "\nx", "\"\nx\"", "\"'\nx\"" },
    { "\uFF1D1", "\uFF1D1", "'\uFF1D1" },
    { "'=1", "'=1", "''=1" },
    { "''=1", "''=1", "'''=1" },
    { "'", "'", "'" },
    { "'tis", "'tis", "'tis" },
    { "", "", "" },
    { "a,b", "\"a,b\"", "\"a,b\"" },
    { " a", "\" a\"", "\" a\"" },
    { "a\"b", "\"a\"\"b\"", "\"a\"\"b\"" },
    { "plain \u00E9", "plain \u00E9", "plain \u00E9" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (gboolean neutralise = FALSE; neutralise <= TRUE; neutralise++) {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (ChnWriter) writer = chn_writer_new (collect, out);
      CU_ASSERT_TRUE (chn_csv_put_cell (writer, rows[i].text, strlen (rows[i].text), neutralise));
      chn_writer_finish (writer, NULL);
      CHN_ASSERT_STRING (out->str, neutralise ? rows[i].neutral : rows[i].plain);
    }
}

static void
shows_control_characters (void)
{
  static const struct {
    const char *text, *shown;
  } rows[] = { { "a\x1B[31mb", "a<U+001B>[31mb" },
               { "\x7F", "<U+007F>" },
               { "\xC2\x85\xC2\xA0", "<U+0085>\xC2\xA0" } };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    g_autoptr (ChnWriter) writer = chn_writer_new (collect, out);
    CU_ASSERT_FALSE (chn_csv_put_cell (writer, rows[i].text, strlen (rows[i].text), FALSE));
    chn_writer_finish (writer, NULL);
    CHN_ASSERT_STRING (out->str, rows[i].shown);
  }
}

/* Cells are looked through many bytes at a time: what ends or changes one is found at each place among these. */
static void
finds_all_at_any_place (void)
{
  enum { LONGEST = 40 };
  static const struct {
    const char *written, *meant;
  } rows[] = { { "\"\"", "\"" }, { "\"\"\"\"", "\"\"" }, { ",", "," },
               { "\n", "\n" },   { "\r\n", "\r\n" },     { "\t", "\t" } };
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnEvent) event = chn_event_new ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint k = 0; k <= LONGEST; k++) {
      g_autofree char *before = g_strnfill (k, 'x'), *behind = g_strnfill (LONGEST - k, 'y');
      g_autofree char *text = g_strdup_printf ("id,summary,title,date\na,\"%s%s%s\",%s%s,2014\n", before,
                                               rows[i].written, behind, before, behind);
      g_autofree char *meant = g_strconcat (before, rows[i].meant, behind, NULL);
      g_autofree char *title = g_strconcat (before, behind, NULL);
      g_autoptr (ChnTimeline) timeline = read_well (registry, "csv", text);
      CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
      chn_timeline_load (timeline, 0, event);
      CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_SUMMARY), meant);
      CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_TITLE), title);
    }
}

/* Whatever the items are, they come out of the list as they went in. */
static void
lists_keep_items (void)
{
  static const char *const items[] = {
    "a", ";", "\\", "a;b", "\\;", " a ", "\t", "\n", "a b", "\\ ", ";; ", "\u4E2D"
  };
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    for (guint k = 0; k < G_N_ELEMENTS (items); k++) {
      g_autoptr (GString) list = g_string_new (NULL);
      g_autoptr (GString) item = g_string_new (NULL);
      chn_csv_append_item (list, items[i]);
      chn_csv_append_item (list, items[k]);
      const char *at = list->str, *end = at + list->len, *begin = NULL;
      CU_ASSERT_TRUE (chn_csv_next_item (&at, end, &begin, item));
      CHN_ASSERT_STRING (item->str, items[i]);
      CU_ASSERT_TRUE (chn_csv_next_item (&at, end, &begin, item));
      CHN_ASSERT_STRING (item->str, items[k]);
      CU_ASSERT_FALSE (chn_csv_next_item (&at, end, &begin, item));
    }
}

static const ChnTest tests[] = {
  { "comes back whole", comes_back_whole },
  { "takes cells", takes_cells },
  { "tells roles from names", tells_roles_from_names },
  { "edits win", edits_win },
  { "takes any line break", takes_any_line_break },
  { "places each fault", places_each_fault },
  { "finds all faults in one run", finds_all_faults_in_one_run },
  { "keeps bounds", keeps_bounds },
  { "survives size", survives_size },
  { "neutralises formulas", neutralises_formulas },
  { "shows control characters", shows_control_characters },
  { "finds all at any place", finds_all_at_any_place },
  { "lists keep items", lists_keep_items },
};

CHN_SUITE ("format/csv", tests)
