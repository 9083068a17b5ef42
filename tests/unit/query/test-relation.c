/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fields of relations: which events they find, and what they refuse. */
#include "relations.h"

typedef struct {
  const char *query;
  const char *ids;
} RelationCase;

static const RelationCase cases[] = {
  { "responds-to:@report", "draft" },
  { "responds-to:report", "draft" },
  { "RESPONDS-TO=@report", "draft" },
  { "cites:@report", "draft vote meeting" },
  { "cites:(@report, @draft)", "draft vote meeting" },
  { "cited-by:@meeting", "report" },
  { "answered-by+:@echo", "vote meeting" },
  { "responds-to+:@vote", "meeting echo" },
  { "responds-to:@vote", "meeting" },
  { "leads-to:@meeting", "vote" },
  { "follows-from:@vote", "meeting" },
  { "announces:@vote", "notice" },
  { "announced-by:@notice", "vote" },
  { "part-of:@whole", "report" },
  { "comprises:@report", "whole" },
  { "related-to:@whole", "echo" },
  { "related-to:@echo", "whole" },
  { "related-to+:@echo", "whole echo" },
  { "revises:@report", "" },
  { "responds-to+:@hen", "hen egg" },
  { "trail:@vote", "start report notice draft vote meeting echo" },
  { "trail:@meeting", "start report notice draft vote meeting echo" },
  { "trail:@start", "start report draft vote meeting echo" },
  { "trail:@report", "start whole report draft vote meeting echo" },
  { "trail=@report", "start whole report draft vote meeting" },
  { "trail=@start", "start report" },
  { "trail:@whole", "whole report echo" },
  { "trail:@hen", "hen egg" },
  { "trail:(@hen, @start) date:2016", "hen egg" },
  { "NOT trail:@report", "notice hen egg" },
};

static void
test_find (void)
{
  g_autoptr (ChnTimeline) timeline = sample_timeline (related_rows, G_N_ELEMENTS (related_rows));
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
      CHN_FAIL ("%s: \"%s\", expected \"%s\"", cases[i].query, ids, cases[i].ids);
  }
}

typedef struct {
  const char *query;
  ChnError code;
  gsize offset, length;
} ErrorCase;

static const ErrorCase errors[] = {
  { "cites:@repot", CHN_ERROR_UNKNOWN, 6, 6 },   { "kind:report trail:nothing", CHN_ERROR_UNKNOWN, 18, 7 },
  { "trail:@@brief", CHN_ERROR_SYNTAX, 6, 7 },   { "cites>@report", CHN_ERROR_SYNTAX, 0, 6 },
  { "citess:@report", CHN_ERROR_UNKNOWN, 0, 6 }, { "date+:@report", CHN_ERROR_UNKNOWN, 0, 5 },
};

static void
test_refuse (void)
{
  g_autoptr (ChnTimeline) timeline = sample_timeline (related_rows, G_N_ELEMENTS (related_rows));
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
  { "events are found by their relations", test_find },
  { "what is not an event is refused", test_refuse },
};

CHN_SUITE ("query/relation", tests)
