/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of what stands twice: the first stays, each other one is noted at its place. */
#include <chancery/chancery.h>

#include "timeline/builder.h"
#include "timeline/fixture.h"

static void
check_notes (const Fixture *fixture, const char *code, guint n)
{
  CHN_ASSERT_INT (chn_report_get_n_findings (fixture->report), n);
  for (guint i = 0; i < chn_report_get_n_findings (fixture->report); i++) {
    const ChnFinding *finding = chn_report_get_finding (fixture->report, i);
    CHN_ASSERT_STRING (finding->code, code);
    CHN_ASSERT_INT (finding->severity, CHN_SEVERITY_NOTE);
  }
}

static void
test_each_list (void)
{
  static const char *const forums[] = { "un.ga.c3", "Third Committee", "un.ga" };
  static const char *const symbols[] = { "A/RES/69/188", "a/res/69/188", "A/69/L.1" };
  static const char *const tags[] = { "icc", "coi", "icc", "icc", "ICC" };
  g_auto (Fixture) fixture = { 0 };
  fixture_init (&fixture, NULL);
  fixture_add_plain (&fixture, "b", "2013", 2);
  ChnEvent *event = fixture_begin_event (&fixture, "a", "2014", 1);
  for (guint i = 0; i < G_N_ELEMENTS (forums); i++)
    chn_event_add_item (event, CHN_FIELD_FORUMS, forums[i], -1);
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    chn_event_add_item (event, CHN_FIELD_SYMBOLS, symbols[i], -1);
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    chn_event_add_item (event, CHN_FIELD_TAGS, tags[i], -1);
  chn_event_add_actor (event, "prk", -1, 1);
  chn_event_add_actor (event, "North Korea", -1, 1);
  chn_event_add_actor (event, "prk", -1, 0);
  chn_event_set_position (event, CHN_FIELD_ACTORS, 1, 8, 4);
  chn_event_add_relation (event, 1, "b", -1);
  chn_event_add_relation (event, 1, "b", -1);
  chn_event_add_relation (event, 2, "b", -1);
  fixture_add (&fixture);
  g_autoptr (ChnTimeline) timeline = fixture_seal (&fixture);
  check_notes (&fixture, "duplicate-item", 6);
  CHN_ASSERT_INT (chn_report_get_finding (fixture.report, 0)->line, 8);
  guint row = 0, n = 0;
  CU_ASSERT_TRUE_FATAL (chn_timeline_find (timeline, "a", &row));
  chn_timeline_load (timeline, row, event);
  chn_event_get_items (event, CHN_FIELD_FORUMS, &n);
  CHN_ASSERT_INT (n, 2);
  const char *const *found = chn_event_get_items (event, CHN_FIELD_SYMBOLS, &n);
  CHN_ASSERT_INT (n, 2);
  CHN_ASSERT_STRING (found[1], "A/69/L.1");
  chn_event_get_items (event, CHN_FIELD_TAGS, &n);
  CHN_ASSERT_INT (n, 3);
  chn_event_get_actors (event, &n);
  CHN_ASSERT_INT (n, 2);
  chn_event_get_relations (event, &n);
  CHN_ASSERT_INT (n, 2);
}

/* Long lists are looked at in another way. */
static void
test_long_list (void)
{
  g_auto (Fixture) fixture = { 0 };
  fixture_init (&fixture, NULL);
  ChnEvent *event = fixture_begin_event (&fixture, "a", "2014", 1);
  for (guint i = 0; i < 100; i++) {
    g_autofree char *tag = g_strdup_printf ("tag-%u", i % 40);
    chn_event_add_item (event, CHN_FIELD_TAGS, tag, -1);
  }
  fixture_add (&fixture);
  g_autoptr (ChnTimeline) timeline = fixture_seal (&fixture);
  check_notes (&fixture, "duplicate-item", 60);
  guint n = 0;
  chn_timeline_load (timeline, 0, event);
  const char *const *tags = chn_event_get_items (event, CHN_FIELD_TAGS, &n);
  CHN_ASSERT_INT (n, 40);
  CHN_ASSERT_STRING (tags[39], "tag-39");
}

static void
test_file (void)
{
  g_auto (Fixture) fixture = { 0 };
  fixture_init (&fixture, NULL);
  CU_ASSERT_TRUE (chn_timeline_builder_take_file (fixture.builder, "1:2", "a.yaml"));
  CU_ASSERT_TRUE (chn_timeline_builder_take_file (fixture.builder, "1:3", "b.yaml"));
  CU_ASSERT_FALSE (chn_timeline_builder_take_file (fixture.builder, "1:2", "./a.yaml"));
  check_notes (&fixture, "duplicate-file", 1);
  CHN_ASSERT_STRING (chn_report_get_finding (fixture.report, 0)->file, "./a.yaml");
}

static const ChnTest tests[] = {
  { "each list keeps once what stands in it twice", test_each_list },
  { "a long list does, too", test_long_list },
  { "a file that was taken is not taken again", test_file },
};

CHN_SUITE ("timeline/duplicate", tests)
