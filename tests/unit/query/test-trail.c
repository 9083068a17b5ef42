/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Trails: which events, where they hang, in which order; depth, circles and bounds; DOT and JSON. */
#include <chancery/trail.h>

#include "relations.h"

enum { ALL_SIDES = CHN_TRAIL_SIDE_UP | CHN_TRAIL_SIDE_DOWN | CHN_TRAIL_SIDE_BESIDE };

typedef struct {
  const char *id;
  guint sides;
  guint depth;
  const char *nodes; /* "id<parent", with * for one that stands elsewhere, … for one that was cut */
} TrailCase;

static const TrailCase cases[] = {
  { "meeting", CHN_TRAIL_SIDE_UP, G_MAXUINT,
    "start<report report<meeting report*<vote notice<vote report*<draft draft<vote vote<meeting meeting" },
  { "meeting", CHN_TRAIL_SIDE_UP, 1, "report…<meeting vote…<meeting meeting" },
  { "meeting", CHN_TRAIL_SIDE_UP, 0, "meeting…" },
  { "meeting", CHN_TRAIL_SIDE_DOWN, G_MAXUINT, "meeting echo<meeting" },
  { "meeting", CHN_TRAIL_SIDE_DOWN, 1, "meeting echo<meeting" },
  { "report", CHN_TRAIL_SIDE_DOWN, G_MAXUINT,
    "report draft<report vote*<draft vote<report meeting*<vote meeting<report echo<meeting" },
  { "report", ALL_SIDES, 1, "start<report report draft…<report vote…<report meeting…<report whole<report" },
  { "hen", ALL_SIDES, G_MAXUINT, "hen*<egg egg<hen hen egg*<hen" },
  { "start", CHN_TRAIL_SIDE_UP, G_MAXUINT, "start" },
  { "whole", ALL_SIDES, G_MAXUINT, "whole report<whole echo<whole" },
};

static ChnTrail *
find_trail (ChnTimeline *timeline, const TrailCase *row, GError **error)
{
  guint number = 0;
  CU_ASSERT_TRUE (chn_timeline_find (timeline, row->id, &number));
  return chn_trail_new (timeline, number, row->sides, row->depth, error);
}

static char *
describe_nodes (const ChnTimeline *timeline, const ChnTrail *trail)
{
  guint n = 0;
  const ChnTrailNode *nodes = chn_trail_get_nodes (trail, &n);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < n; i++) {
    g_string_append_printf (out, "%s%s%s%s", i > 0 ? " " : "", chn_timeline_get_id (timeline, nodes[i].row),
                            nodes[i].again ? "*" : "", nodes[i].is_cut ? "…" : "");
    if (nodes[i].parent != i)
      g_string_append_printf (out, "<%s", chn_timeline_get_id (timeline, nodes[nodes[i].parent].row));
  }
  return g_string_free (out, FALSE);
}

static void
test_nodes (void)
{
  g_autoptr (ChnTimeline) timeline = sample_timeline (related_rows, G_N_ELEMENTS (related_rows));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ChnTrail) trail = find_trail (timeline, &cases[i], &error);
    CHN_ASSERT_NO_ERROR (error);
    g_autofree char *nodes = describe_nodes (timeline, trail);
    CHN_ASSERT_STRING (nodes, cases[i].nodes);
  }
}

/* The events of a whole trail are those that the query field finds. */
static void
test_like_field (void)
{
  g_autoptr (ChnTimeline) timeline = sample_timeline (related_rows, G_N_ELEMENTS (related_rows));
  for (guint row = 0; row < G_N_ELEMENTS (related_rows); row++) {
    guint n = 0, n_own = 0;
    g_auto (ChnRows) rows = { 0 };
    g_autoptr (ChnTrail) trail = chn_trail_new (timeline, row, ALL_SIDES, G_MAXUINT, NULL);
    g_autofree char *text = g_strconcat ("trail:@", chn_timeline_get_id (timeline, row), NULL);
    g_autoptr (ChnBoundQuery) query = sample_bind (timeline, text, NULL);
    chn_bound_query_run (query, TRUE, &rows);
    const ChnTrailNode *nodes = chn_trail_get_nodes (trail, &n);
    for (guint i = 0; i < n; i++) {
      n_own += !nodes[i].again;
      CU_ASSERT_TRUE (chn_bound_query_matches (query, nodes[i].row));
    }
    CHN_ASSERT_INT (n_own, rows.n);
  }
}

static void
test_labels (void)
{
  guint n = 0;
  g_autoptr (ChnTimeline) timeline = sample_timeline (related_rows, G_N_ELEMENTS (related_rows));
  g_autoptr (ChnTrail) trail = find_trail (timeline, &cases[0], NULL);
  const ChnTrailNode *nodes = chn_trail_get_nodes (trail, &n);
  static const char *const labels[] = {
    "implemented by",        "cited by", "cited by", "announces", "answered by, cited by", "adopted by",
    "answered by, leads to", ""
  };
  CHN_ASSERT_INT (n, G_N_ELEMENTS (labels));
  for (guint i = 0; i < MIN (n, G_N_ELEMENTS (labels)); i++) {
    g_autofree char *label = chn_trail_node_dup_label (trail, &nodes[i]);
    CHN_ASSERT_STRING (label, labels[i]);
  }
}

/* A star of leaves round one event: the bound and one more. */
static ChnTrail *
find_star (guint n_leaves, GError **error)
{
  g_autofree SampleRow *rows = g_new0 (SampleRow, n_leaves + 1);
  g_autoptr (GStringChunk) texts = g_string_chunk_new (1 << 16);
  rows[0] = (SampleRow){ .id = "hub", .date = "2000", .title = "Hub" };
  for (guint i = 1; i <= n_leaves; i++) {
    g_autofree char *id = g_strdup_printf ("leaf-%u", i);
    rows[i] = (SampleRow){
      .id = g_string_chunk_insert (texts, id), .date = "2001", .title = "Leaf", .relations = "cites:hub"
    };
  }
  g_autoptr (ChnTimeline) timeline = sample_timeline (rows, n_leaves + 1);
  return chn_trail_new (timeline, 0, ALL_SIDES, G_MAXUINT, error);
}

static void
test_bound (void)
{
  guint n = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnTrail) full = find_star (CHN_TRAIL_NODES_MAX - 1, &error);
  CHN_ASSERT_NO_ERROR (error);
  chn_trail_get_nodes (full, &n);
  CHN_ASSERT_INT (n, CHN_TRAIL_NODES_MAX);
  g_autoptr (ChnTrail) over = find_star (CHN_TRAIL_NODES_MAX, &error);
  CU_ASSERT_PTR_NULL (over);
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
}

typedef struct {
  const char *line;
  gboolean in_dot;
} Line;

static const Line lines[] = {
  { "  \"quote\" [label=\"2001\\nSay \\\"no\\\" \\\\ <U+202E>\", style=bold];\n", TRUE },
  { "  \"cause\" -> \"quote\" [label=\"answered by\"];\n", TRUE },
  { "  \"cause\" -> \"quote\" [label=\"leads to\"];\n", TRUE },
  { "  \"side\" -> \"quote\" [label=\"related to\", style=dashed, constraint=false];\n", TRUE },
  { "\"event\": \"quote\"", FALSE },
  { "\"title\": \"Say \\\"no\\\" \\\\ \\u202e\"", FALSE },
  { "\"from\": \"quote\",\n   \"to\": \"cause\",\n   \"type\": \"responds-to\"", FALSE },
  { "\"from\": \"cause\",\n   \"to\": \"quote\",\n   \"type\": \"leads-to\"", FALSE },
};

static void
test_graphs (void)
{
  static const SampleRow rows[] = {
    { .id = "cause", .date = "2000", .title = "Cause", .relations = "leads-to:quote" },
    { .id = "quote", .date = "2001", .title = "Say \"no\" \\ \u202E", .relations = "responds-to:cause" },
    { .id = "side", .date = "2002", .title = "Side", .relations = "related-to:quote" },
  };
  g_autoptr (ChnTimeline) timeline = sample_timeline (rows, G_N_ELEMENTS (rows));
  g_autoptr (ChnTrail) trail = chn_trail_new (timeline, 1, ALL_SIDES, G_MAXUINT, NULL);
  g_autofree char *dot = chn_trail_dup_dot (trail), *json = chn_trail_dup_json (trail);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (!strstr (lines[i].in_dot ? dot : json, lines[i].line))
      CHN_FAIL ("no %s in:\n%s", lines[i].line, lines[i].in_dot ? dot : json);
}

static const ChnTest tests[] = {
  { "nodes, parents and order", test_nodes },
  { "the query field finds the same events", test_like_field },
  { "labels", test_labels },
  { "more nodes than the bound", test_bound },
  { "DOT and JSON", test_graphs },
};

CHN_SUITE ("query/trail", tests)
