/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include <chancery/chancery.h>

#include "suite.h"

/* What every case stands on: a Council, an Assembly of three, sources that fit whatever they are cited for. */
static const char preamble[] =
    "timeline: t\n"
    "zone: Europe/Zurich\n"
    "actors:\n"
    "  chn: {kind: state, name: China}\n"
    "  usa: {kind: state, name: United States}\n"
    "  prk: {kind: state, name: North Korea}\n"
    "  p5: {kind: group, name: Permanent members, members: [{chn: 1971/..}, {usa: 1945/..}]}\n"
    "  un-members: {kind: group, name: Members, members: [{chn: 1971/..}, {usa: 1945/..}, {prk: 1991/..}]}\n"
    "forums:\n"
    "  un: {name: United Nations}\n"
    "  un.sc: {name: Security Council}\n"
    "  un.ga: {name: General Assembly}\n"
    "  club: {name: A club}\n";

/* Sources, and events a line each; ", sources: [s, t]" is added to those that cite none. */
typedef struct {
  const char *sources, *events;
} Text;

#define WORDS_25 "one two three four five six seven eight nine ten 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25"

/* Of each rule what it finds, what it must not find, and what nobody knows, of which it says nothing. */
static const struct {
  const char *code;
  Text found, fine, unknown;
} cases[] = {
  { "symbol-date",
    { "", "id: a, date: 2012-12-18, title: A, symbols: [A/RES/69/188]" },
    { "", "id: a, date: 2014-12-18, title: A, symbols: [A/RES/69/188]" },
    { "", "id: a, date: 2012-12-18, title: A, symbols: [XYZ/69/188]" } },
  { "symbol-forum",
    { "", "id: a, date: 2014-12-18, title: A, forum: un.sc, symbols: [A/RES/69/188]" },
    { "", "id: a, date: 2014-12-18, title: A, forum: un.ga, symbols: [A/RES/69/188]" },
    { "", "id: a, date: 2014-12-18, title: A, symbols: [A/RES/69/188]" } },
  { "vote-total",
    { "", "id: a, date: 2014-12-18, title: A, forum: un.ga, vote: 2-1-1" },
    { "", "id: a, date: 2014-12-18, title: A, forum: un.ga, vote: 2-0-1" },
    { "", "id: a, date: 2014-12-18, title: A, forum: club, vote: 200-100-1" } },
  { "vote-quorum",
    { "", "id: a, date: 2014-12-18, title: A, forum: un.ga, vote: 1-0-0" },
    { "", "id: a, date: 2014-12-18, title: A, forum: un.ga, vote: {yes: 1, no: 0, abstain: 0, not-voting: 1}" },
    { "", "id: a, date: 2014-12-18, title: A, forum: un.ga, vote: {yes: 1, method: recorded}\n"
          "id: b, date: 2014-12-18, title: B, forum: club, vote: 1-0-0" } },
  { "vote-result",
    { "", "id: a, date: 2014-12-22, title: A, forum: un.sc, vote: {yes: 8, no: 4, abstain: 2, result: adopted}" },
    { "", "id: a, date: 2014-12-22, title: A, forum: un.sc, vote: {yes: 9, no: 4, abstain: 2, result: adopted}" },
    { "", "id: a, date: 2014-12-22, title: A, forum: club, vote: {yes: 1, no: 4, abstain: 2, result: adopted}" } },
  { "roll-count",
    { "", "id: a, date: 2014, title: A, vote: {yes: 1, no: 0, abstain: 0, method: recorded, roll: {no: [chn]}}" },
    { "", "id: a, date: 2014, title: A, vote: {yes: 1, no: 1, abstain: 0, method: recorded, roll: {no: [chn]}}" },
    { "", "id: a, date: 2014, title: A, vote: {method: recorded, roll: {no: [chn]}}" } },
  { "roll-member",
    { "", "id: a, date: 1991-06-06, title: A, forum: un.ga, vote: {method: recorded, roll: {no: [prk]}}\n"
          "id: b, date: 1990-06-06, title: B, forum: un.ga, vote: {method: recorded, roll: {no: [prk]}}" },
    { "", "id: a, date: 1992-06-06, title: A, forum: un.ga, vote: {method: recorded, roll: {no: [prk]}}" },
    { "", "id: a, date: 1940-06-06, title: A, forum: un.ga, vote: {method: recorded, roll: {no: [prk]}}" } },
  { "future",
    { "", "id: a, date: 2030-01-01, title: A" },
    { "", "id: a, date: 2030-01-01, title: A, status: planned" },
    { "", "id: a, date: 2020, title: A" } },
  { "overdue",
    { "", "id: a, date: 2019-05, title: A, status: planned" },
    { "", "id: a, date: 2030, title: A, status: planned" },
    { "", "id: a, date: 2020-06, title: A, status: planned" } },
  { "relation-order",
    { "", "id: a, date: 2014, title: A, relations: {responds-to: b}\nid: b, date: 2015, title: B" },
    { "", "id: a, date: 2016, title: A, relations: {responds-to: b}\nid: b, date: 2015, title: B" },
    { "", "id: a, date: 2014-01, title: A, relations: {responds-to: b}\nid: b, date: 2014-01-20, title: B" } },
  { "local-time",
    { "", "id: a, date: \"2017-03-26T02:30:00\", title: A" },
    { "", "id: a, date: \"2017-03-26T03:30:00\", title: A" },
    { "", "id: a, date: \"2017-03-26\", title: A" } },
  { "repeat",
    { "", "id: a, date: 2014-01-01, title: A, repeat: every year" },
    { "", "id: a, date: 2014-01-01, title: A, repeat: FREQ=YEARLY" },
    { "", "id: a, date: 2014-01-01, title: A" } },
  { "unsourced",
    { "", "id: a, date: 2014, title: A, sources: []" },
    { "", "id: a, date: 2014, title: A, sources: [s]" },
    { "", "id: a, date: 2014, title: A" } },
  { "early-source",
    { "x: {date: 2013}", "id: a, date: 2014, title: A, sources: [x]" },
    { "x: {date: 2013, symbol: A/C.3/68/L.1}",
      "id: a, date: 2014, title: A, sources: [{source: x, says: {status: planned}}]\n"
      "id: b, date: 2014, title: B, sources: [{source: x, says: {symbols: A/C.3/68/L.1}}]\n"
      "id: c, date: 2014, title: C, sources: [{source: x, says: {date: 2013}}]" },
    { "x: {}, y: {date: 2014-03}", "id: a, date: 2014-03-20, title: A, sources: [x, y]" } },
  { "disputed",
    { "", "id: a, date: 2014-01-01, title: A, sources: [s, {source: t, says: {date: 2014-02}}]" },
    { "", "id: a, date: 2014-01-01, title: A, sources: [s, {source: t, says: {date: 2014-01-01}}]" },
    { "", "id: a, date: 2014-01-01, title: A, sources: [s, {source: t, says: {date: 2014}}]" } },
  { "single-source",
    { "", "id: a, date: 2014, title: A, sources: [s]" },
    { "", "id: a, date: 2014, title: A, sources: [s, t]" },
    { "x: {}, y: {}", "id: a, date: 2014, title: A, sources: [x, y]" } },
  { "long-quote",
    { "", "id: a, date: 2014, title: A, sources: [{source: s, quote: " WORDS_25 " 26}]" },
    { "", "id: a, date: 2014, title: A, sources: [{source: s, quote: " WORDS_25 "}]" },
    { "", "id: a, date: 2014, title: A, sources: [{source: s, quote: "
          "安全理事会决定继续处理此案并请秘书长在三十天内提出报告}]" } },
  { "long-label",
    { "", "id: a, date: 2014, title: A, label: A label that has more than forty characters" },
    { "", "id: a, date: 2014, title: A, label: A label that has less than forty" },
    { "", "id: a, date: 2014, title: A title that has a good deal more than forty characters" } },
  { "title-style",
    { "", "id: a, date: 2014, title: The Council adopts resolution 1\nid: b, date: 2014, title: The Council met.\n"
          "id: c, date: 2014, title: The Council met. It adopted nothing" },
    { "",
      "id: a, date: 2014, title: The Council adopted what it is proud of\n"
      "id: b, date: 2014, title: Mr. Kirby spoke at the U.N.\nid: c, date: 2014, title: The Council met Acme Inc.\n"
      "id: d, date: 2030, title: The Council meets, status: planned" },
    { "", "id: a, date: 2014, title: Report on votes\nid: b, date: 2014, title: Le Conseil adopte la résolution\n"
          "id: c, date: 2014, title: '\"The Council meets.\"'" } },
  { "duplicate-event",
    { "",
      "id: a, date: 2014-12-22, title: The Council met on North Korea, forum: un.sc, kind: meeting, vote: 11-2-2, "
      "actors: [prk], symbols: [S/PV.7353]\n"
      "id: b, date: 2014-12-22, title: A meeting of the Council on North Korea, forum: un.sc, kind: meeting, vote: "
      "11-2-2, actors: [prk], symbols: [S/PV.7353], sources: [{source: s, at: p. 1}]\n"
      "id: c, date: 2014-12-22, title: The Council on North Korea, forum: un.sc, kind: meeting, vote: "
      "11-2-2, actors: [prk], symbols: [S/PV.7353], sources: [{source: s, at: p. 2}]" },
    { "",
      "id: a, date: 2014-12-22, title: The Council adopted one text, forum: un.sc, kind: vote, vote: 11-2-2, "
      "symbols: "
      "[S/RES/2190 (2014)]\n"
      "id: b, date: 2014-12-22, title: The Council adopted another text, forum: un.sc, kind: vote, vote: 15-0-0, "
      "symbols: [S/RES/2191 (2014)]\n"
      "id: c, date: 1946-11-14, title: Election of a member of the Council, forum: un.ga, kind: vote, vote: 36-12-3, "
      "sources: [{source: s, at: record 27}]\n"
      "id: d, date: 1946-11-14, title: Election of a member of the Council, forum: un.ga, kind: vote, vote: 36-12-3, "
      "sources: [{source: s, at: record 28}]" },
    { "", "id: a, date: 2014-12, title: The Council met, forum: un.sc, kind: meeting\n"
          "id: b, date: 2014, title: The Council met, forum: un.sc, kind: meeting, relations: {part-of: a}" } },
  { "meeting-order",
    { "", "id: a, date: 2014-12-22, title: A, symbols: [S/PV.7354]\nid: b, date: 2014-12-23, title: B, symbols: "
          "[S/PV.7353]" },
    { "", "id: a, date: 2014-12-22, title: A, symbols: [S/PV.7354]\nid: b, date: 2014-12-22, title: B, symbols: "
          "[S/PV.7353]\nid: c, date: 2014-12-23, title: C, symbols: [S/PV.7355]" },
    { "", "id: a, date: 2014-12-22, title: A, symbols: [S/PV.7354]\nid: b, date: 2014-12, title: B, symbols: "
          "[S/PV.7353]\nid: c, date: 2014-12-24, title: C, symbols: [S/PV.7350 (Resumption 1)]" } },
  { "resolution-order",
    { "", "id: a, date: 2014-12-17, title: A, symbols: [A/RES/69/180]\nid: b, date: 2014-12-18, title: B, symbols: "
          "[A/RES/69/170]\nid: c, date: 2014-12-19, title: C, symbols: [A/RES/69/190]" },
    { "", "id: a, date: 2014-12-17, title: A, symbols: [A/RES/69/180]\nid: b, date: 2015-12-18, title: B, symbols: "
          "[A/RES/70/170]" },
    { "", "id: a, date: 2014-12-17, title: A, symbols: [A/RES/69/180]\nid: b, date: 2015-04-18, title: B, symbols: "
          "[A/RES/69/17 B]\nid: c, date: 2014-12, title: C, symbols: [A/RES/69/170]" } },
  { "series-order",
    { "", "id: a, date: 2014, title: A, series: x, nth: 2\nid: b, date: 2015, title: B, series: x, nth: 1\n"
          "id: c, date: 2016, title: C, series: x, nth: 3\nid: d, date: 2017, title: D, series: x, nth: 3" },
    { "", "id: a, date: 2014, title: A, series: x, nth: 1\nid: b, date: 2015, title: B, series: x, nth: 2\n"
          "id: c, date: 2013, title: C, series: y, nth: 2" },
    { "", "id: a, date: 2014, title: A, series: x, nth: 2\nid: b, date: 2014-05, title: B, series: x, nth: 1\n"
          "id: c, date: 2013, title: C, series: x" } },
  { "relation-cycle",
    { "",
      "id: a, date: 2014, title: A, relations: {extends: b}\nid: b, date: 2014, title: B, relations: {extends: a}" },
    { "", "id: a, date: 2014, title: A, relations: {leads-to: b}\nid: b, date: 2014, title: B, relations: {extends: "
          "a}" },
    { "", "id: a, date: 2014, title: A, relations: {related-to: b}\nid: b, date: 2014, title: B, relations: "
          "{related-to: a}" } },
  { "correction-order",
    { "x: {date: 2013, corrects: y}, y: {date: 2014}", "id: a, date: 2012, title: A, sources: [x, y]" },
    { "x: {date: 2015, corrects: y}, y: {date: 2014}", "id: a, date: 2012, title: A, sources: [x, y]" },
    { "x: {corrects: y}, y: {date: 2014}", "id: a, date: 2012, title: A, sources: [x, y]" } },
  { "correction-cycle",
    { "x: {corrects: y}, y: {withdraws: x}", "id: a, date: 2012, title: A, sources: [x, y]" },
    { "x: {corrects: y}, y: {withdraws: z}, z: {}", "id: a, date: 2012, title: A, sources: [x, y]" },
    { "x: {}, y: {}", "id: a, date: 2012, title: A, sources: [x, y]" } },
  { "same-source",
    { "x: {url: \"https://www.example.org/a/\"}, y: {url: \"http://example.org/a#top\"}, "
      "v: {symbol: S/2014/1}, w: {symbol: s/2014/1}, p: {url: \"https://doi.org/10.1/A\"}, q: {url: "
      "\"doi:10.1/a\"}, m: {title: A Report, author: J. Doe}, n: {title: a report, author: J Doe}",
      "id: a, date: 2012, title: A, sources: [x, y]" },
    { "x: {url: \"https://example.org/a\"}, y: {url: \"https://example.org/b\"}, "
      "m: {title: Report, author: Doe, date: 2013}, n: {title: Report, author: Doe, date: 2014}, "
      "v: {symbol: S/2014/1, language: en}, w: {symbol: S/2014/1, language: fr}, "
      "k: {url: \"https://example.org/c\"}, l: {url: \"https://example.org/c\", corrects: k}",
      "id: a, date: 2012, title: A, sources: [x, y]" },
    { "x: {title: Report}, y: {title: Report}, v: {url: \"https://example.org/\"}, w: {url: \"https://example.org\"}",
      "id: a, date: 2012, title: A, sources: [x, y]" } },
  { "uncited-source",
    { "x: {}", "id: a, date: 2012, title: A" },
    { "x: {}", "id: a, date: 2012, title: A, sources: [x, s, t]" },
    { "x: {corrects: y}, y: {}", "id: a, date: 2012, title: A, sources: [y, s, t]" } },
  { "link-scheme",
    { "x: {url: \"ftp://example.org/a\"}", "id: a, date: 2012, title: A, sources: [x]" },
    { "x: {url: \"HTTPS://example.org/a\"}", "id: a, date: 2012, title: A, sources: [x]" },
    { "x: {}", "id: a, date: 2012, title: A, sources: [x]" } },
  { "archive-link",
    { "x: {url: \"https://example.org/a\", archive: \"https://web.archive.org/web/20141118000000/"
      "https://example.org/b\"}",
      "id: a, date: 2012, title: A, sources: [x]" },
    { "x: {url: \"https://www.example.org/a\", archive: \"https://web.archive.org/web/20141118000000id_/"
      "http://example.org/a/\"}",
      "id: a, date: 2012, title: A, sources: [x]" },
    { "x: {url: \"https://example.org/a\", archive: \"https://archive.ph/AbCdE\"}",
      "id: a, date: 2012, title: A, sources: [x]" } },
  { "unknown-rule",
    { "", "id: a, date: 2012, title: A, ignore: {long-qoute: why}" },
    { "", "id: a, date: 2012, title: A, ignore: {long-quote: why}" },
    { "", "id: a, date: 2012, title: A" } },
  { "needless-ignore",
    { "", "id: a, date: 2012, title: A, ignore: {single-source: why}" },
    { "", "id: a, date: 2012, title: A, sources: [s], ignore: {single-source: why}" },
    { "", "id: a, date: 2012, title: A, ignore: {no-such-rule: why}" } },
  { "feed-query",
    { "x: {}}\nfeeds: {f: {query: \"tag:none\"}", "id: a, date: 2012, title: A" },
    { "x: {}}\nfeeds: {f: {query: \"tag:some\"}", "id: a, date: 2012, title: A, tags: some" },
    { "x: {}}\nfeeds: {f: {}", "id: a, date: 2012, title: A" } },
};

static char *
make_file (const Text *text)
{
  GString *file = g_string_new (preamble);
  g_auto (GStrv) events = g_strsplit (text->events, "\n", -1);
  g_string_append_printf (file, "sources: {s: {author: S}, t: {author: T}%s%s}\nevents:\n",
                          *text->sources ? ", " : "", text->sources);
  for (guint i = 0; events[i]; i++)
    g_string_append_printf (file, "  - {%s%s}\n", events[i],
                            strstr (events[i], "sources:") ? "" : ", sources: [s, t]");
  return g_string_free (file, FALSE);
}

static ChnTimeline *
read_timeline (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnReport) faults = chn_report_new ();
  g_autoptr (ChnRegistry) empty = chn_registry_builder_seal (chn_registry_builder_new (NULL), &error);
  g_autoptr (ChnTimelineBuilder) builder = chn_timeline_builder_new (empty, faults, NULL);
  const ChnFormat *yaml = chn_format_find ("yaml", &error);
  ChnTimeline *timeline = NULL;
  if (yaml && chn_format_read (yaml, text, strlen (text), "test.yaml", builder, &error))
    timeline = chn_timeline_builder_seal (g_steal_pointer (&builder), &error);
  if (!timeline)
    CHN_FAIL ("%s", error->message);
  return timeline;
}

/* How many findings of a rule there are that count, and in *n_ignored those that do not. */
static guint
count_found (const Text *text, const char *code, const char *const *ignored, guint *n_ignored)
{
  guint n = 0;
  g_autofree char *file = make_file (text);
  g_autoptr (ChnTimeline) timeline = read_timeline (file);
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnDate) today = chn_date_parse ("2020-06-15", -1, NULL);
  *n_ignored = 0;
  if (timeline)
    chn_check (timeline, today, ignored, report);
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    const ChnFinding *finding = chn_report_get_finding (report, i);
    if (strcmp (finding->code, code) != 0)
      continue;
    n += finding->ignored ? 0 : 1;
    *n_ignored += finding->ignored ? 1 : 0;
    CHN_ASSERT_STRING (finding->file, "test.yaml");
    CU_ASSERT (finding->line >= 14);
  }
  return n;
}

static void
test_cases (void)
{
  guint n_ignored = 0;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint n = count_found (&cases[i].found, cases[i].code, NULL, &n_ignored);
    if (n == 0)
      CHN_FAIL ("%s finds nothing in: %s", cases[i].code, cases[i].found.events);
    if (count_found (&cases[i].fine, cases[i].code, NULL, &n_ignored) > 0)
      CHN_FAIL ("%s finds something in: %s", cases[i].code, cases[i].fine.events);
    if (count_found (&cases[i].unknown, cases[i].code, NULL, &n_ignored) > 0)
      CHN_FAIL ("%s finds what nobody knows in: %s", cases[i].code, cases[i].unknown.events);
    CU_PASS ("looked at");
  }
}

/* What several faults in one text are, where the number matters. */
static void
test_numbers (void)
{
  static const struct {
    const char *code;
    guint n;
  } numbers[] = { { "title-style", 3 },
                  { "same-source", 4 },
                  { "series-order", 2 },
                  { "resolution-order", 1 },
                  { "meeting-order", 1 } };
  guint n_ignored = 0;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
      if (strcmp (cases[k].code, numbers[i].code) == 0)
        CHN_ASSERT_INT (count_found (&cases[k].found, numbers[i].code, NULL, &n_ignored), numbers[i].n);
}

static void
test_switched_off (void)
{
  guint n_ignored = 0;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *const ignored[] = { cases[i].code, NULL };
    CHN_ASSERT_INT (count_found (&cases[i].found, cases[i].code, ignored, &n_ignored), 0);
  }
}

/* What an event has passed over is a finding that does not count; of its own rule alone. */
static void
test_ignored (void)
{
  guint n_ignored = 0;
  const Text text = { "",
                      "id: a, date: 2014, title: A, sources: [], ignore: {unsourced: \"known to all: it is old\"}\n"
                      "id: b, date: 2014, title: B, sources: []" };
  CHN_ASSERT_INT (count_found (&text, "unsourced", NULL, &n_ignored), 1);
  CHN_ASSERT_INT (n_ignored, 1);
  CHN_ASSERT_INT (count_found (&text, "needless-ignore", NULL, &n_ignored), 0);
}

/* Each rule stands in the table of cases, in the same order. */
static void
test_table (void)
{
  guint n = 0;
  for (const ChnRule *rule = NULL; (rule = chn_check_get_rule (n)); n++) {
    CHN_ASSERT_STRING (rule->code, n < G_N_ELEMENTS (cases) ? cases[n].code : "(none)");
    CU_ASSERT (chn_check_find_rule (rule->code) == rule);
    CU_ASSERT (strlen (rule->note) > 10 && strlen (rule->explanation) > 10);
  }
  CHN_ASSERT_INT (n, G_N_ELEMENTS (cases));
  CU_ASSERT_PTR_NULL (chn_check_find_rule ("no-such-rule"));
}

static const ChnTest tests[] = {
  { "each rule finds its fault, not what is fine, and says nothing of what is unknown", test_cases },
  { "each fault is found once", test_numbers },
  { "rules that are switched off find nothing", test_switched_off },
  { "what an event ignores does not count", test_ignored },
  { "every rule has its cases", test_table },
};

CHN_SUITE ("curate/rules", tests)
