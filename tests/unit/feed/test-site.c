/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of what is served: which request is for what, and what is said of the rest, which is nothing. */
#include <chancery/chancery.h>

#include <string.h>

#include "feed/answer.h"
#include "query/sample.h"

static const char text[] =
    "timeline: desk\ntitle: The desk\ndomain: desk.example.org\n"
    "queries: {plan: '@secret-plan'}\n"
    "actors:\n  secret-office: {kind: office, name: Secret Office}\n  open-office: {kind: office, name: Open "
    "Office}\n"
    "  idle-office: {kind: office, name: Idle Office}\n"
    "kinds: {secret-kind: {label: Secret kind}, open-kind: {label: Open kind}}\n"
    "sources: {leak: {title: A leak}, paper: {title: A paper}}\n"
    "feeds:\n"
    "  council: {title: Council & <more>, query: 'forum:un.sc', access: public, color: steelblue, refresh: PT6H}\n"
    "  desk: {visibility: private, payload: yes}\n"
    "  events: {query: 'NOT kind:visit', access: public, formats: [json, md, ics, html, csv, xml]}\n"
    "  recent: {query: 'date:today', access: public, formats: ics}\n"
    "events:\n"
    "  - {id: meeting, date: 2014-12-22, title: The Council meets, kind: meeting, forum: un.sc, sources: paper,\n"
    "     actors: [{open-office: speaker}]}\n"
    "  - {id: report, date: 2014-02-07, title: A report, kind: open-kind, relations: {leads-to: [meeting, "
    "secret-plan]}}\n"
    "  - {id: off, date: 2014-03-01, title: Called off, kind: meeting, status: cancelled}\n"
    "  - {id: trip, date: 2014-04-01, title: A trip, kind: visit, actors: [{idle-office: speaker}]}\n"
    "  - {id: secret-plan, date: 2014-05-01, title: Plan, kind: secret-kind, visibility: private, forum: un.sc,\n"
    "     sources: leak, actors: [{secret-office: speaker}], tags: [hush]}\n";

static ChnTimeline *
read_timeline (const char *yaml)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnRegistry) registry = sample_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  chn_format_read (chn_format_find ("yaml", NULL), yaml, strlen (yaml), "desk.yaml", builder, NULL);
  ChnTimeline *timeline = chn_timeline_builder_seal (builder, &error);
  CHN_ASSERT_NO_ERROR (error);
  return timeline;
}

static ChnFeedSettings
settings_with (gsize answer_bytes)
{
  ChnFeedSettings settings;
  chn_feed_settings_init (&settings);
  settings.answer_bytes = answer_bytes;
  settings.base_url = "https://example.org/c";
  return settings;
}

static ChnFeedSite *
new_site (gsize answer_bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnTimeline) timeline = read_timeline (text);
  ChnFeedSettings settings = settings_with (answer_bytes);
  ChnFeedSite *site = chn_feed_site_new (timeline, &settings, &error);
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT_PTR_NOT_NULL_FATAL (site);
  return site;
}

static ChnFeedTarget *
find (ChnFeedSite *site, const char *address)
{
  g_auto (ChnFeedRequest) request = { 0 };
  CU_ASSERT_TRUE_FATAL (chn_feed_request_read (&request, address));
  return chn_feed_site_find (site, &request);
}

/* The answer with its status and, behind it, its text. */
static char *
dup_answer (ChnFeedSite *site, const char *address, ChnDeadline *deadline)
{
  g_autoptr (ChnFeedTarget) target = find (site, address);
  if (target->status != 200)
    return g_strdup_printf ("%u %s", target->status, target->message ? target->message : "");
  g_autoptr (ChnFeedAnswer) answer = chn_feed_target_make (target, deadline);
  gsize length = 0;
  const char *bytes = g_bytes_get_data (answer->body, &length);
  g_autofree char *body = g_strndup (bytes ? bytes : "", length);
  return g_strdup_printf ("%u %s", answer->status, body);
}

static void
test_find (void)
{
  static const struct {
    const char *address;
    guint status;
    const char *key;
  } rows[] = {
    { "/", 200, "/" },
    { "/feeds/council.ics", 200, "council.ics" },
    { "/feeds/council.ics?gzip=0", 200, "council.ics" },
    { "/feeds/council.svg", 200, "council.svg" },
    { "/events.json", 200, "events.json" },
    { "/events.json?q=", 200, "events.json" },
    { "/events.json?q=year:2014", 200, "events.json?year:2014" },
    { "/events.json?q=+year:2014++kind:vote%09", 200, "events.json?year:2014 kind:vote" },
    { "/events.json?q=%22a++b%22++%22c%5C%22++d", 200, "events.json?\"a  b\" \"c\\\"  d" },
    { "/events.json?q=+%20", 200, "events.json" },
    { "/events.svg", 404, "" },
    { "/feeds/council.pdf", 404, "" },
    { "/feeds/council.yaml", 404, "" },
    { "/feeds/none.ics", 404, "" },
    { "/feeds/desk.ics", 404, "" },
    { "/t/abc/feeds/desk.ics", 404, "" },
    { "/t/abc/feeds/council.ics", 404, "" },
    { "/t/abc/feeds/none.ics", 404, "" },
    { "/feeds/events.ics", 404, "" },
    { "/feeds/desk.ics?q=a", 404, "" },
    { "/feeds/council.ics?q=a", 400, "" },
  };
  g_autoptr (ChnFeedSite) site = new_site (1 << 20);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ChnFeedTarget) target = find (site, rows[i].address);
    if (target->status != rows[i].status || strcmp (target->key, rows[i].key) != 0 || target->is_private)
      CHN_FAIL ("%s: %u \"%s\"", rows[i].address, target->status, target->key);
  }
}

static void
test_calendar (void)
{
  g_autoptr (ChnFeedSite) site = new_site (1 << 20);
  g_autofree char *council = dup_answer (site, "/feeds/council.ics", NULL);
  static const char *const lines[] = { "\r\nNAME:Council & <more>\r\n", "\r\nCOLOR:steelblue\r\n",
                                       "\r\nREFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n", "\r\nX-PUBLISHED-TTL:PT6H\r\n",
                                       "\r\nUID:meeting@desk.example.org\r\n" };
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (!strstr (council, lines[i]))
      CHN_FAIL ("no %s", lines[i]);
  CU_ASSERT_PTR_NULL (strstr (council, "X-CHANCERY"));
  CU_ASSERT_PTR_NULL (strstr (council, "METHOD"));
  CU_ASSERT_PTR_NULL (strstr (council, "secret"));
}

static const char *const unknown[] = { "secret",      "Secret", "hush",      "leak", "A leak",
                                       "idle-office", "trip",   "desk.yaml", "Plan", NULL };

/* Whatever is asked, nothing that it does not show is said of it. */
static void
test_nothing_is_told (void)
{
  static const char *const queries[] = { "",
                                         "q=secret",
                                         "q=@secret-pla",
                                         "q=@@pla",
                                         "q=@@plan",
                                         "q=actor:secret-offic",
                                         "q=actor:idle-offic",
                                         "q=kind:secret-kin",
                                         "q=tag:hus",
                                         "q=source:lea",
                                         "q=leads-to:@report",
                                         "q=leads-to%2B:@meeting",
                                         "q=text:Plan",
                                         "q=date:2014-05",
                                         "q=@tri",
                                         "q=after:@secret-plan",
                                         "q=secret-kind:x",
                                         "q=maybe:(no:russia)",
                                         "q=kind:visit" };
  static const char *const extensions[] = { "json", "md", "ics", "html", "csv", "xml" };
  g_autoptr (ChnFeedSite) site = new_site (1 << 20);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    for (guint k = 0; k < G_N_ELEMENTS (extensions); k++) {
      g_autofree char *address = g_strdup_printf ("/events.%s?%s", extensions[k], queries[i]);
      g_autofree char *answer = dup_answer (site, address, NULL);
      const char *found = NULL;
      for (guint w = 0; unknown[w]; w++) {
        /* What was asked is said again. */
        const char *at = strstr (answer, unknown[w]);
        if (at && !strstr (queries[i], unknown[w]))
          found = unknown[w];
      }
      if (found)
        CHN_FAIL ("%s tells of %s: %s", address, found, answer);
    }
}

static void
test_asked (void)
{
  static const struct {
    const char *address, *answer;
  } rows[] = {
    { "/events.md?q=forun:un.sc", "400 unknown field \"forun\"; did you mean \"forum\"?\n  forun:un.sc\n  ^^^^^\n" },
    { "/events.json?q=year:2013", "200 " },
    { "/events.json?q=kind:visit", "200 " },
    { "/events.md?q=((((((((((((((((((((a))))))))))))))))))))", NULL },
  };
  g_autoptr (ChnFeedSite) site = new_site (1 << 20);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *answer = dup_answer (site, rows[i].address, NULL);
    if (rows[i].answer)
      CHN_ASSERT_STRING (answer, rows[i].answer);
    else
      CU_ASSERT_TRUE (g_str_has_prefix (answer, "400 "));
  }
  g_autofree char *all = dup_answer (site, "/events.json", NULL), *off = dup_answer (site, "/events.ics", NULL);
  CU_ASSERT_PTR_NOT_NULL (strstr (all, "Called off"));
  CU_ASSERT_PTR_NOT_NULL (strstr (all, "open-kind"));
  CU_ASSERT_PTR_NOT_NULL (strstr (all, "\"target\":\"meeting\""));
  CU_ASSERT_PTR_NOT_NULL (strstr (off, "STATUS:CANCELLED"));
  g_autofree char *open = dup_answer (site, "/events.json?q=actor:open-office", NULL);
  CU_ASSERT_PTR_NOT_NULL (strstr (open, "\"id\":\"meeting\""));
  CU_ASSERT_PTR_NULL (strstr (open, "\"id\":\"report\""));
}

static void
test_bounds (void)
{
  g_autoptr (ChnFeedSite) site = new_site (200);
  g_autofree char *big = dup_answer (site, "/feeds/council.ics", NULL);
  CHN_ASSERT_STRING (big, "400 the answer would be larger than 200 bytes; ask for less, or for a part of it\n");
  g_autoptr (ChnFeedSite) roomy = new_site (1 << 20);
  static const char *const addresses[] = { "/events.json?q=report", "/events.html", "/events.ics" };
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++) {
    ChnDeadline deadline = { 0 };
    chn_deadline_start (&deadline, 60000);
    chn_deadline_call_off (&deadline);
    g_autofree char *late = dup_answer (roomy, addresses[i], &deadline);
    CHN_ASSERT_STRING (late, "503 the answer takes longer than it may; ask for less\n");
  }
}

/* Where a query says today, until the day ends. */
static void
test_days (void)
{
  static const struct {
    const char *address;
    gboolean ends;
  } rows[] = {
    { "/feeds/recent.ics", TRUE },
    { "/feeds/council.ics", FALSE },
    { "/events.json", FALSE },
    { "/events.json?q=before:today", TRUE },
    { "/events.json?q=is:overdue", TRUE },
    { "/events.json?q=is:planned", FALSE },
    { "/events.json?q=today", TRUE },
    { "/events.json?q=year:2014", FALSE },
    { "/events.json?q=year:this-year", TRUE },
  };
  g_autoptr (ChnFeedSite) site = new_site (1 << 20);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ChnFeedTarget) target = find (site, rows[i].address);
    g_autoptr (ChnFeedAnswer) answer = chn_feed_target_make (target, NULL);
    gboolean ends = answer->ends != G_MAXINT64;
    if (answer->status != 200 || ends != rows[i].ends)
      CHN_FAIL ("%s: %u, ends %d", rows[i].address, answer->status, ends);
    CU_ASSERT_TRUE (!ends || (answer->ends > now - 5 && answer->ends <= now + 26 * 3600));
  }
}

static void
test_page (void)
{
  g_autoptr (ChnFeedSite) site = new_site (1 << 20);
  g_autofree char *page = dup_answer (site, "/", NULL);
  CU_ASSERT_PTR_NOT_NULL (strstr (page, "href=\"webcal://example.org/c/feeds/council.ics\""));
  CU_ASSERT_PTR_NOT_NULL (strstr (page, "href=\"https://example.org/c/events.json\""));
  CU_ASSERT_PTR_NOT_NULL (strstr (page, "Council &amp; &lt;more&gt;"));
  CU_ASSERT_PTR_NULL (strstr (page, "<script"));
  CU_ASSERT_PTR_NULL (strstr (page, "feeds/desk"));
}

static void
test_faults (void)
{
  static const char *const heads[] = { "a: {query: 'forun:un.sc', access: public}", "a: {query: '@@none'}",
                                       "a: {query: 'actor:nobody-at-all'}" };
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *yaml = g_strdup_printf ("timeline: t\nfeeds:\n  %s\nevents: []\n", heads[i]);
    g_autoptr (ChnTimeline) timeline = read_timeline (yaml);
    ChnFeedSettings settings = settings_with (1 << 20);
    g_autoptr (ChnFeedSite) site = chn_feed_site_new (timeline, &settings, &error);
    CU_ASSERT_PTR_NULL (site);
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_SYNTAX);
  }
}

static const ChnTest tests[] = {
  { "which request is for what", test_find },
  { "a calendar that others subscribe to", test_calendar },
  { "nothing tells of what is not shown", test_nothing_is_told },
  { "queries of whoever reads it", test_asked },
  { "answers are bounded in size and time", test_bounds },
  { "answers that depend on the day end with it", test_days },
  { "the page lists what is public", test_page },
  { "a feed whose query is none is refused", test_faults },
};

CHN_SUITE ("feed/site", tests)
