/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include <chancery/chancery.h>

#include "suite.h"

/* What every case stands on: a small Council, a committee, a source. */
static const char preamble[] =
    "timeline: t\n"
    "title: T\n"
    "actors:\n"
    "  chn: {kind: state, name: China}\n"
    "  usa: {kind: state, name: United States}\n"
    "  prk: {kind: state, name: North Korea}\n"
    "  p5: {kind: group, name: Permanent members, members: [{chn: 1971/..}, {usa: 1945/..}]}\n"
    "  security-council: {kind: group, name: Security Council, members: [{chn: 1971/..}, {usa: 1945/..}]}\n"
    "  un-members: {kind: group, name: Members, members: [{chn: 1971/..}, {usa: 1945/..}, {prk: 1991/..}]}\n"
    "forums:\n"
    "  un: {name: United Nations}\n"
    "  un.sc: {name: Security Council}\n"
    "  un.ga: {name: General Assembly}\n"
    "  un.ga.c3: {name: Third Committee}\n"
    "  un.hrc: {name: Human Rights Council}\n"
    "sources:\n"
    "  s: {title: S, author: A, publisher: P}\n"
    "  t: {title: T, publisher: P}\n"
    "  u: {title: U, publisher: P}\n"
    "events:\n";

typedef struct {
  const char *events; /* one a line, as flow mappings without braces; sources are added */
  const char *codes;  /* of the findings, in order, separated by blanks */
} CheckCase;

static const CheckCase cases[] = {
  { "id: a, date: 2014-12-18, title: A, forum: un.ga, symbols: [A/RES/69/188]", "" },
  { "id: a, date: 2012-12-18, title: A, forum: un.ga, symbols: [A/RES/69/188]", "symbol-date" },
  { "id: a, date: 2016-11-30, title: A, forum: un.sc, symbols: [S/RES/2321 (2016)]", "" },
  { "id: a, date: 2017-11-30, title: A, forum: un.sc, symbols: [S/RES/2321 (2016)]", "symbol-date" },
  { "id: a, date: 2014-12-18, title: A, forum: un.sc, symbols: [A/RES/69/188]", "symbol-forum" },
  { "id: a, date: 2014-11-18, title: A, forum: un.ga, symbols: [A/C.3/69/L.28]", "" },
  { "id: a, date: 2014-12-18, title: A, forum: un.ga, vote: 2-0-1", "" },
  { "id: a, date: 2014-12-18, title: A, forum: un.ga, vote: 2-1-1", "vote-total" },
  { "id: a, date: 1990-12-18, title: A, forum: un.ga, vote: 2-0-1", "vote-total" },
  { "id: a, date: 2014-12-18, title: A, forum: un.hrc, vote: 30-6-11", "" },
  { "id: a, date: 2014-12-18, title: A, forum: un.hrc, vote: 30-6-12", "vote-total" },
  { "id: a, date: 2014-12-22, title: A, forum: un.sc, vote: {yes: 9, no: 4, abstain: 2, result: adopted}", "" },
  { "id: a, date: 2014-12-22, title: A, forum: un.sc, vote: {yes: 8, no: 4, abstain: 2, result: adopted}",
    "vote-result" },
  { "id: a, date: 2014-12-22, title: A, forum: un.sc, vote: {yes: 9, no: 4, abstain: 2, result: rejected}", "" },
  { "id: a, date: 2014-12-22, title: A, forum: un.sc, vote: {yes: 9, no: 4, abstain: 2, method: procedural, result: "
    "rejected}",
    "vote-result" },
  { "id: a, date: 2014-12-22, title: A, forum: un.sc, vote: {yes: 15, no: 0, abstain: 0, result: rejected}",
    "vote-result" },
  { "id: a, date: 1965-11-23, title: A, forum: un.sc, vote: {yes: 7, no: 0, abstain: 4, result: adopted}", "" },
  { "id: a, date: 1966-11-23, title: A, forum: un.sc, vote: {yes: 7, no: 0, abstain: 8, result: adopted}",
    "vote-result" },
  { "id: a, date: 1965-11-23, title: A, forum: un.sc, vote: 7-0-5", "vote-total" },
  { "id: a, date: 2014-12-22, title: A, forum: un.sc, vote: {yes: 11, no: 1, abstain: 0, method: recorded, result: "
    "adopted, roll: {no: [chn]}}",
    "vote-result" },
  { "id: a, date: 2014-12-22, title: A, forum: un.sc, vote: {yes: 11, no: 1, abstain: 0, method: procedural, result: "
    "adopted, roll: {no: [chn]}}",
    "" },
  { "id: a, date: 2014-12-22, title: A, forum: un.hrc, vote: {yes: 3, no: 4, abstain: 2, result: adopted}",
    "vote-result" },
  { "id: a, date: 2014-12-22, title: A, forum: un.ga, vote: {yes: 2, no: 1, abstain: 0, result: rejected}", "" },
  { "id: a, date: 2014-12-22, title: A, forum: un.sc, vote: {yes: 11, no: 0, abstain: 0, method: procedural, roll: "
    "{no: [chn]}}",
    "roll-count" },
  { "id: a, date: 2014-12-22, title: A, forum: un.sc, vote: {yes: 11, no: 0, abstain: 0, method: procedural, roll: "
    "{no: [chn]}}, sources: [s, {source: u, says: {vote: 0-1-0}}]",
    "disputed" },
  { "id: a, date: 2014-12-22, title: A, forum: un.sc, vote: {yes: 11, no: 0, abstain: 0, method: procedural, roll: "
    "{no: [chn]}}, sources: [s, {source: u, says: {vote: 1-1-0}}]",
    "roll-count disputed" },
  { "id: a, date: 2014-12-22, title: A, forum: un.sc, vote: {yes: 11, no: 1, abstain: 0, method: procedural, roll: "
    "{no: [prk]}}",
    "roll-member" },
  { "id: a, date: 2030-01-01, title: A", "future" },
  { "id: a, date: 2030-01-01, title: A, status: planned", "" },
  { "id: a, date: 2019-05, title: A, status: planned", "overdue" },
  { "id: a, date: 2020-06, title: A, status: planned", "" },
  { "id: a, date: 2014-01-01, title: A\nid: b, date: 2015-01-01, title: B, relations: {responds-to: a}", "" },
  { "id: a, date: 2014-01-01, title: A, relations: {responds-to: b}\nid: b, date: 2015-01-01, title: B",
    "relation-order" },
  { "id: a, date: 2014-01-01, title: A, relations: {leads-to: b}\nid: b, date: 2015-01-01, title: B", "" },
  { "id: a, date: 2014-01-01, title: A, relations: {leads-to: b}\nid: b, date: 2013, title: B", "relation-order" },
  { "id: a, date: 2014-01, title: A, relations: {responds-to: b}\nid: b, date: 2014-01-20, title: B", "" },
  { "id: a, date: 2014-01-01, title: A, relations: {part-of: b}\nid: b, date: 2013/2015, title: B", "" },
  { "id: a, date: 2014-01-01, title: A, relations: {part-of: b}\nid: b, date: 2015/2016, title: B",
    "relation-order" },
  { "id: a, date: 2014-01-01, title: A, relations: {responds-to: b}\nid: b, date: 2014-01-01, title: B, relations: "
    "{cites: a}",
    "relation-cycle" },
  { "id: a, date: 2014-01-01, title: A, relations: {responds-to: b, leads-to: b}\nid: b, date: 2014-01-01, title: B",
    "relation-cycle" },
  { "id: a, date: 2014-01-01, title: A, relations: {leads-to: b}\nid: b, date: 2014-01-01, title: B, relations: "
    "{responds-to: a}",
    "" },
  { "id: a, date: 2014, title: A, relations: {extends: b}\nid: b, date: 2014, title: B, relations: {extends: c}\n"
    "id: c, date: 2014, title: C, relations: {extends: [a, d]}\nid: d, date: 2013, title: D",
    "relation-cycle" },
  { "id: a, date: 2014, title: A, relations: {part-of: b}\nid: b, date: 2014, title: B, relations: {part-of: a}",
    "relation-cycle" },
  { "id: a, date: 2014, title: A, relations: {part-of: b}\nid: b, date: 2014, title: B, relations: {responds-to: a}",
    "" },
  { "id: a, date: 2014, title: A, relations: {related-to: b}\nid: b, date: 2014, title: B, relations: {related-to: "
    "a}",
    "" },
  { "id: a, date: \"2017-03-26T01:59:59\", zone: Europe/Zurich, title: A", "" },
  { "id: a, date: \"2017-03-26T02:30:00\", zone: Europe/Zurich, title: A", "local-time" },
  { "id: a, date: \"2017-10-29T02:30:00\", zone: Europe/Zurich, title: A", "local-time" },
  { "id: a, date: \"2017-10-29T02:30:00+02:00\", zone: Europe/Zurich, title: A", "" },
  { "id: a, date: \"2017-10-29T02:30:00Z\", zone: Europe/Zurich, title: A", "" },
  { "id: a, date: \"2017-10-29T02:30:00\", title: A", "" },
  { "id: a, date: 2017-10-29, zone: Europe/Zurich, title: A", "" },
  { "id: a, date: 2017-10-29/2017-10-30, zone: Europe/Zurich, title: A", "" },
  { "id: a, date: 2014-01-01, title: A, repeat: FREQ=YEARLY;BYMONTH=1", "" },
  { "id: a, date: 2014-01-01, title: A, repeat: FREQ=HOURLY", "repeat" },
  { "id: a, date: 2014-01-01, title: A, repeat: every year", "repeat" },
  { "id: a, date: 2014-01-01, title: A, sources: []", "unsourced" },
  { "id: a, date: 2014-01-01, title: A, sources: [s]", "single-source" },
  { "id: a, date: 2014-01-01, title: A, sources: [t, u]", "single-source" },
  { "id: a, date: 2014-01-01, title: A, sources: [s, {source: t, says: {date: 2014-01}}]", "" },
  { "id: a, date: 2014-01-01, title: A, sources: [s, {source: t, says: {date: 2014-02}}]", "disputed" },
  { "id: a, date: 2014-01-01, title: A, sources: [s, {source: t, says: {date: 2014-02, status: planned}}]", "" },
  { "id: a, date: 2014-12-22, title: A, forum: un.sc, symbols: [S/PV.7353]\n"
    "id: b, date: 2015-12-10, title: B, forum: un.sc, symbols: [S/PV.7350]",
    "symbol-date meeting-order" },
  { "id: a, date: 2014-12-22, title: A, forum: un.sc, symbols: [S/PV.7354]\n"
    "id: b, date: 2014-12-23, title: B, forum: un.sc, symbols: [S/PV.7353]",
    "meeting-order" },
};

static char *
make_file (const CheckCase *row)
{
  GString *text = g_string_new (preamble);
  g_auto (GStrv) events = g_strsplit (row->events, "\n", -1);
  for (guint i = 0; events[i]; i++) {
    gboolean has_sources = strstr (events[i], "sources:") != NULL;
    g_string_append_printf (text, "  - {%s%s}\n", events[i], has_sources ? "" : ", sources: [s, t]");
  }
  return g_string_free (text, FALSE);
}

static ChnTimeline *
read_timeline (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnReport) faults = chn_report_new ();
  g_autoptr (ChnRegistry) empty = chn_registry_builder_seal (chn_registry_builder_new (NULL), &error);
  g_autoptr (ChnTimelineBuilder) builder = chn_timeline_builder_new (empty, faults, NULL);
  const ChnFormat *yaml = chn_format_find ("yaml", &error);
  if (!yaml || !chn_format_read (yaml, text, strlen (text), "test.yaml", builder, &error)) {
    CHN_FAIL ("%s", error->message);
    return NULL;
  }
  ChnTimeline *timeline = chn_timeline_builder_seal (g_steal_pointer (&builder), &error);
  CHN_ASSERT_NO_ERROR (error);
  return timeline;
}

static char *
find_codes (const ChnTimeline *timeline)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  /* Few cases cite all sources that they stand on. */
  g_autoptr (ChnDate) today = chn_date_parse ("2020-06-15", -1, NULL);
  chn_check (timeline, today, (const char *const[]){ "uncited-source", NULL }, report);
  GString *codes = g_string_new (NULL);
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    const ChnFinding *finding = chn_report_get_finding (report, i);
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", finding->code);
    CHN_ASSERT_STRING (finding->file, "test.yaml");
    CU_ASSERT (finding->line > 0);
  }
  return g_string_free (codes, FALSE);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = make_file (&cases[i]);
    g_autoptr (ChnTimeline) timeline = read_timeline (text);
    g_autofree char *codes = timeline ? find_codes (timeline) : NULL;
    if (g_strcmp0 (codes, cases[i].codes) != 0)
      CHN_FAIL ("%s: found \"%s\", expected \"%s\"", cases[i].events, codes ? codes : "(null)", cases[i].codes);
    else
      CU_PASS ("as expected");
  }
}

static void
test_long_quote (void)
{
  g_autoptr (GString) quote = g_string_new ("word");
  for (guint n = 1; n < 27; n++) {
    g_autofree char *event =
        g_strdup_printf ("id: a, date: 2014, title: A, sources: [{source: s, quote: \"%s\"}, t]", quote->str);
    g_autofree char *text = make_file (&(CheckCase){ event, "" });
    g_autoptr (ChnTimeline) timeline = read_timeline (text);
    g_autofree char *codes = find_codes (timeline);
    CHN_ASSERT_STRING (codes, n > 25 ? "long-quote" : "");
    g_string_append (quote, " word");
  }
}

static void
test_long_label (void)
{
  g_autoptr (GString) label = g_string_new ("\303\251");
  for (guint n = 1; n < 43; n++) {
    g_autofree char *event = g_strdup_printf ("id: a, date: 2014, title: A, label: %s, sources: [s, t]", label->str);
    g_autofree char *text = make_file (&(CheckCase){ event, "" });
    g_autoptr (ChnTimeline) timeline = read_timeline (text);
    g_autofree char *codes = find_codes (timeline);
    CHN_ASSERT_STRING (codes, n > 40 ? "long-label" : "");
    g_string_append (label, "\303\251");
  }
}

/* What sources correct, and the codes of what is found. */
static const struct {
  const char *sources, *codes;
} corrections[] = {
  { "{a: {date: 2014-11-19}, b: {date: 2014-11-20, corrects: a}}", "" },
  { "{a: {date: 2014-11}, b: {date: 2014-11-20, corrects: a}}", "" },
  { "{a: {}, b: {date: 2014-11-20, withdraws: a}}", "single-source" },
  { "{a: {date: 2014-11-21}, b: {date: 2014-11-20, withdraws: a}}", "single-source correction-order" },
  { "{a: {corrects: b}, b: {corrects: c}, c: {}}", "" },
  { "{a: {corrects: b}, b: {corrects: a}}", "correction-cycle" },
  { "{a: {corrects: b}, b: {withdraws: c}, c: {corrects: [d, a]}, d: {}}", "correction-cycle" },
};

static void
test_corrections (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (corrections); i++) {
    g_autofree char *text = g_strdup_printf ("timeline: t\nsources: %s\nevents:\n" /* so that findings lie below 19 */
                                             "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"
                                             "  - {id: e, date: 2014-11-01, title: E, sources: [a, b]}\n",
                                             corrections[i].sources);
    g_autoptr (ChnTimeline) timeline = read_timeline (text);
    g_autofree char *codes = timeline ? find_codes (timeline) : NULL;
    if (g_strcmp0 (codes, corrections[i].codes) != 0)
      CHN_FAIL ("%s: found \"%s\", expected \"%s\"", corrections[i].sources, codes ? codes : "(null)",
                corrections[i].codes);
    else
      CU_PASS ("as expected");
  }
}

static const ChnTest tests[] = {
  { "each rule finds its fault and nothing else", test_cases },
  { "quotations of more than 25 words are noted", test_long_quote },
  { "labels of more than 40 characters are noted", test_long_label },
  { "sources that correct others", test_corrections },
};

CHN_SUITE ("curate/check", tests)
