/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of trails and counts as pictures: what is no picture is refused, and so is one that is too high for pixels.
 */
#include <chancery/draw.h>
#include <chancery/error.h>

#include <string.h>

#include "suite.h"

static const ChnDiagramHead head = { "Counts <&>", "Two.", "a: 1, b: 1", NULL };

static gboolean
keep (const char *bytes, gsize length, gpointer text, GError **error)
{
  (void) error;
  g_string_append_len (text, bytes, (gssize) length);
  return TRUE;
}

/* Two names, an event each. */
static void
test_chart (void)
{
  static const ChnChartValue values[] = { { "a", 0, FALSE, 1 }, { "b", 0, FALSE, 1 } };
  static const ChnChartCell cells[] = { { { 0, 0 }, 1, 0, 0, "1", NULL }, { { 1, 0 }, 1, 0, 0, "1", NULL } };
  const ChnChart chart = {
    .head = head, .n_keys = 1, .key = { { "kind", FALSE, 0, values, 2 } }, .cell = cells, .n_cells = 2, .n_all = 2
  };
  g_autoptr (GString) svg = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  CU_ASSERT_TRUE (chn_draw_chart (&chart, chn_format_find ("svg", NULL), NULL, keep, svg, NULL));
  CU_ASSERT_PTR_NOT_NULL (strstr (svg->str, "<title id=\"title\">Counts &lt;&amp;&gt;</title>"));
  CU_ASSERT_PTR_NOT_NULL (strstr (svg->str, "<desc id=\"description\">a: 1, b: 1</desc>"));
  CU_ASSERT_PTR_NOT_NULL (strstr (svg->str, "<title>b: 1</title>"));
  CU_ASSERT_FALSE (chn_draw_chart (&chart, chn_format_find ("csv", NULL), NULL, keep, svg, &error));
  CU_ASSERT_TRUE (g_error_matches (error, CHN_ERROR, CHN_ERROR_UNSUPPORTED));
}

static void
test_too_high (void)
{
  enum { N = 2000 };
  g_autofree ChnTrailStop *stops = g_new0 (ChnTrailStop, N);
  for (guint i = 0; i < N; i++)
    stops[i] = (ChnTrailStop){ .day = "2014", .title = "An event", .n_folded = 1 };
  const ChnTrailDiagram trail = { .head = head, .stop = stops, .n_stops = N };
  g_autoptr (GString) png = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  CU_ASSERT_FALSE (chn_draw_trail (&trail, chn_format_find ("png", NULL), NULL, NULL, keep, png, &error));
  CU_ASSERT_TRUE (g_error_matches (error, CHN_ERROR, CHN_ERROR_LIMIT));
  CU_ASSERT_EQUAL (png->len, 0);
}

static const ChnTest tests[] = {
  { "a count has title, description and a title for each bar", test_chart },
  { "what is too high for pixels is refused", test_too_high },
};

CHN_SUITE ("format/draw", tests)
