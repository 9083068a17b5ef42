/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of SVG: each item in a file and in a page, and that titles stay text. */
#include "format/svg/svg.h"

#include <string.h>

#include "document/drawing.h"
#include "format/renderer.h"
#include "suite.h"

static const ChnType ten = { .size = 10 };
static const ChnPaint blue = { .fill = CHN_TINT_BLUE }, rule = { .stroke = CHN_TINT_RULE, .width = 1 };

static char *
dup_svg (ChnDrawing *drawing, gboolean in_page)
{
  const ChnSheet sheet = { .width = 160,
                           .height = 90,
                           .language = "en",
                           .font = "DejaVu Sans, sans-serif",
                           .title = "\"Q&A\"",
                           .description = "Two <events>." };
  GString *text = g_string_new (NULL);
  g_autoptr (ChnScene) scene = chn_drawing_finish (drawing, &sheet);
  g_autoptr (ChnWriter) out = chn_writer_new_for_string (text);
  if (in_page)
    chn_svg_put_element (out, scene);
  else
    chn_svg_put_file (out, scene);
  CU_ASSERT_TRUE (chn_writer_finish (out, NULL));
  return g_string_free (text, FALSE);
}

#define FRAME(colour, more)                                                                                          \
  "width=\"160\" height=\"90\" viewBox=\"0 0 160 90\" font-family=\"DejaVu Sans, sans-serif\"" more                  \
  " fill=\"" colour "\">\n"
#define FILE_START(more)                                                                                             \
  "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"en\" role=\"graphics-document\" aria-labelledby=\"title\" "      \
  "aria-describedby=\"description\" " FRAME ("#1c1b19",                                                              \
                                             more) "<title id=\"title\">\"Q&amp;A\"</title>\n"                       \
                                                   "<desc id=\"description\">Two &lt;events&gt;.</desc>\n<rect "     \
                                                   "width=\"100%\" height=\"100%\" fill=\"#fdfcfa\"/>\n"

static void
draw_group (ChnDrawing *drawing)
{
  static const ChnTyped title = { "<b> in bold", 100.04, FALSE }, leftward = { "\u05D0", 6, TRUE };
  chn_draw_open (drawing, "a-1", "https://example.org/?a=1&b=2", "1 May: <b>");
  chn_draw_circle (drawing, 10, 20.25, 4, &blue);
  chn_draw_text (drawing, 16, 24, &title, &ten, CHN_TINT_INK);
  chn_draw_text (drawing, 60, 24, &leftward, &(ChnType){ 9, TRUE }, CHN_TINT_SOFT);
  chn_draw_close (drawing);
}

static void
test_file (void)
{
  ChnDrawing *drawing = chn_drawing_new (CHN_THEME_LIGHT);
  draw_group (drawing);
  g_autofree char *svg = dup_svg (drawing, FALSE);
  CHN_ASSERT_STRING (
      svg,
      FILE_START (" font-size=\"10\"") "<a href=\"https://example.org/?a=1&amp;b=2\"><title>1 May: &lt;b&gt;</title>"
                                       "<circle cx=\"10\" cy=\"20.3\" r=\"4\" fill=\"#0746d9\"/>"
                                       "<text x=\"16\" y=\"24\" textLength=\"100\" "
                                       "lengthAdjust=\"spacingAndGlyphs\">&lt;b&gt; in bold</text>"
                                       "<text x=\"66\" y=\"24\" textLength=\"6\" font-size=\"9\" font-weight=\"700\" "
                                       "direction=\"rtl\" fill=\"#5f5b54\">\u05D0</text></a>\n</svg>\n");
}

static void
test_page (void)
{
  ChnDrawing *drawing = chn_drawing_new (CHN_THEME_LIGHT);
  draw_group (drawing);
  g_autofree char *svg = dup_svg (drawing, TRUE);
  CU_ASSERT_TRUE (
      g_str_has_prefix (svg, "<svg role=\"img\" aria-label=\"&quot;Q&amp;A&quot;. Two &lt;events&gt;.\" " FRAME (
                                 "var(--ink)", " font-size=\"10\"") "<g data-id=\"a-1\"><title>1 May: "
                                                                    "&lt;b&gt;</title><circle cx=\"10\" "
                                                                    "cy=\"20.3\" r=\"4\" "
                                                                    "fill=\"var(--blue)\"/><text "));
  CU_ASSERT_PTR_NULL (strstr (svg, "<a"));
}

/* Where an address is none that may be a link, there is none. */
static void
test_address (void)
{
  ChnDrawing *drawing = chn_drawing_new (CHN_THEME_DARK);
  chn_draw_open (drawing, NULL, "javascript:alert(1)", NULL);
  chn_draw_close (drawing);
  g_autofree char *svg = dup_svg (drawing, FALSE);
  CU_ASSERT_TRUE (g_str_has_suffix (svg, "fill=\"#15171a\"/>\n<g></g>\n</svg>\n"));
}

static void
test_shapes (void)
{
  ChnDrawing *drawing = chn_drawing_new (CHN_THEME_LIGHT);
  chn_draw_rect (drawing, &(ChnBox){ 1, 2, 11, 7 }, &(ChnPaint){ CHN_TINT_NONE, CHN_TINT_INK, 1.5, 0, TRUE });
  chn_draw_round_rect (drawing, &(ChnBox){ 1, 2, 11, 7 }, 2, &(ChnPaint){ .fill = CHN_TINT_INK, .opacity = 0.25 });
  chn_draw_line (drawing, 1, 2, 1, 9, &rule);
  chn_draw_line (drawing, 3, 2, 8, 2, &rule);
  chn_draw_line (drawing, 3, 2, 8, -2.04, &rule);
  chn_draw_line (drawing, 0, 0, 1, 1, &(ChnPaint){ .stroke = CHN_TINT_INK, .width = 1 });
  chn_draw_move_to (drawing, 0, 0);
  chn_draw_curve_to (drawing, 1, 2, 3, 4, 5, 6);
  chn_draw_close_path (drawing);
  chn_draw_path (drawing, &blue);
  chn_draw_arrow_head (drawing, 0, 0, 0, 10, 4, CHN_TINT_SOFT);
  g_autofree char *svg = dup_svg (drawing, FALSE);
  CHN_ASSERT_STRING (
      svg,
      FILE_START (
          " stroke-width=\"1\"") "<rect x=\"1\" y=\"2\" width=\"10\" height=\"5\" fill=\"none\" stroke=\"#1c1b19\" "
                                 "stroke-width=\"1.5\" stroke-dasharray=\"3 2\"/>\n"
                                 "<rect x=\"1\" y=\"2\" width=\"10\" height=\"5\" rx=\"2\" fill-opacity=\".25\"/>\n"
                                 "<path d=\"M1 2v7M3 2h5M3 2l5-4\" stroke=\"#c9c4ba\"/>\n"
                                 "<path d=\"M0 0l1 1\" stroke=\"#1c1b19\"/>\n"
                                 "<path d=\"M0 0c1 2 3 4 5 6z\" fill=\"#0746d9\"/>\n"
                                 "<path d=\"M0 10l-2-4h4z\" fill=\"#5f5b54\"/>\n</svg>\n");
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;
  for (const char *at = strstr (text, part); at; at = strstr (at + 1, part))
    n++;
  return n;
}

/* A gradient for each way of fading, and one for all that fade alike. */
static void
test_fades (void)
{
  ChnDrawing *drawing = chn_drawing_new (CHN_THEME_LIGHT);
  for (guint i = 0; i < 3; i++)
    chn_draw_fading_rect (drawing, &(ChnBox){ 0, i, 10, i + 1 }, 0.5, 0, &blue);
  chn_draw_fading_rect (drawing, &(ChnBox){ 0, 5, 10, 6 }, 0, 0.25,
                        &(ChnPaint){ .fill = CHN_TINT_BLUE, .opacity = 0.3 });
  g_autofree char *svg = dup_svg (drawing, FALSE);
  CHN_ASSERT_INT (count (svg, "<linearGradient"), 2);
  CHN_ASSERT_INT (count (svg, "fill=\"url(#f1)\""), 3);
  CU_ASSERT_PTR_NOT_NULL (strstr (svg, "<linearGradient id=\"f1\"><stop offset=\"0%\" stop-color=\"#0746d9\" "
                                       "stop-opacity=\"0\"/><stop offset=\"50%\" stop-color=\"#0746d9\"/><stop "
                                       "offset=\"100%\" stop-color=\"#0746d9\"/></linearGradient>"));
  CU_ASSERT_PTR_NOT_NULL (strstr (svg, "<stop offset=\"75%\" stop-color=\"#0746d9\" stop-opacity=\".30\"/>"));
}

/* Few digits: straight lines by the one number that changes, and what most items have is told once. */
static void
test_paths (void)
{
  ChnDrawing *drawing = chn_drawing_new (CHN_THEME_LIGHT);
  chn_draw_move_to (drawing, 1, 1);
  chn_draw_line_to (drawing, 1, 3);
  chn_draw_line_to (drawing, 4, 3);
  chn_draw_line_to (drawing, 3, 2.5);
  chn_draw_curve_to (drawing, 2, 2, 3, 4, 2, 1);
  chn_draw_path (drawing, &(ChnPaint){ .fill = CHN_TINT_NONE, .stroke = CHN_TINT_RULE, .width = 1 });
  chn_draw_line (drawing, 0, 0, 1, 0, &rule);
  chn_draw_line (drawing, 0, 0, 2, 0, &(ChnPaint){ .stroke = CHN_TINT_RULE, .width = 2 });
  chn_draw_line (drawing, 0, 0, 3, 0, &(ChnPaint){ .stroke = CHN_TINT_RULE, .width = 2, .is_dashed = TRUE });
  chn_draw_circle (drawing, 5, 5, 1, &(ChnPaint){ .fill = CHN_TINT_INK, .opacity = 0.999 });
  g_autofree char *svg = dup_svg (drawing, FALSE);
  CHN_ASSERT_STRING (svg, FILE_START (" stroke-width=\"1\"") //
                     "<path d=\"M1 1v2h3l-1-.5c-1-.5 0 1.5-1-1.5\" fill=\"none\" stroke=\"#c9c4ba\"/>\n"
                     "<path d=\"M0 0h1\" stroke=\"#c9c4ba\"/>\n"
                     "<path d=\"M0 0h2\" stroke=\"#c9c4ba\" stroke-width=\"2\"/>\n"
                     "<path d=\"M0 0h3\" stroke=\"#c9c4ba\" stroke-width=\"2\" stroke-dasharray=\"3 2\"/>\n"
                     "<circle cx=\"5\" cy=\"5\" r=\"1\"/>\n</svg>\n");
}

/* More sizes of text than are counted one by one; the one that occurs most often is among the first. */
static void
test_many_sizes (void)
{
  static const ChnTyped word = { "a", 5, FALSE };
  ChnDrawing *drawing = chn_drawing_new (CHN_THEME_LIGHT);
  for (guint i = 0; i < 40; i++) {
    chn_draw_text (drawing, 1, 1, &word, &(ChnType){ .size = 20 + i }, CHN_TINT_INK);
    chn_draw_text (drawing, 1, 1, &word, &(ChnType){ .size = 8.5 }, CHN_TINT_INK);
  }
  g_autofree char *svg = dup_svg (drawing, FALSE);
  CU_ASSERT_PTR_NOT_NULL (strstr (svg, " font-size=\"8.5\" fill=\"#1c1b19\">\n<title"));
  CHN_ASSERT_INT (count (svg, " font-size="), 41);
}

/* Groups within groups: what has no id has no data-id in a page, and what leads nowhere is no link. */
static void
test_groups (void)
{
  for (gboolean in_page = FALSE; in_page <= TRUE; in_page++) {
    ChnDrawing *drawing = chn_drawing_new (CHN_THEME_LIGHT);
    chn_draw_open (drawing, NULL, NULL, NULL);
    chn_draw_open (drawing, "\"b&", "data:text/html,x", NULL);
    chn_draw_close (drawing);
    chn_draw_close (drawing);
    chn_draw_open (drawing, NULL, "https://example.org/", "A title");
    chn_draw_close (drawing);
    g_autofree char *svg = dup_svg (drawing, in_page);
    const char *expected =
        in_page ? ">\n<g><g data-id=\"&quot;b&amp;\"></g></g>\n<g><title>A title</title></g>\n</svg>\n"
                : ">\n<g><g></g></g>\n<a href=\"https://example.org/\"><title>A title</title></a>\n</svg>\n";
    if (!g_str_has_suffix (svg, expected))
      CHN_FAIL ("%s does not end in %s", svg, expected);
  }
}

/* On paper a unit is so many millimetres. */
static void
test_paper (void)
{
  const ChnSheet sheet = {
    .width = 100, .height = 50, .millimetres = 0.5, .language = "en", .font = "x", .title = "T", .description = "D"
  };
  g_autoptr (GString) text = g_string_new (NULL);
  ChnDrawing *drawing = chn_drawing_new (CHN_THEME_LIGHT);
  chn_draw_line (drawing, 0, 0, 1, 0, &rule);
  g_autoptr (ChnScene) scene = chn_drawing_finish (drawing, &sheet);
  g_autoptr (ChnWriter) out = chn_writer_new_for_string (text);
  chn_render_svg (&(ChnRendering){ .out = out, .picture = scene });
  CU_ASSERT_TRUE (chn_writer_finish (out, NULL));
  CU_ASSERT_PTR_NOT_NULL (strstr (text->str, " width=\"50mm\" height=\"25mm\" viewBox=\"0 0 100 50\""));
  CU_ASSERT_TRUE (g_str_has_suffix (text->str, "<path d=\"M0 0h1\" stroke=\"#c9c4ba\"/>\n</svg>\n"));
}

/* Each tint, width of fading and opacity has a gradient; in a page its name is one that nothing else there has. */
static void
test_gradients (void)
{
  static const struct {
    double left, right;
    ChnPaint paint;
  } rects[] = {
    { 0.5, 0, { .fill = CHN_TINT_BLUE } },
    { 0.5, 0, { .fill = CHN_TINT_GREEN } },
    { 0.5, 0, { .fill = CHN_TINT_BLUE, .opacity = 0.5 } },
    { 0.25, 0, { .fill = CHN_TINT_BLUE } },
    { 0.5, 0.5, { .fill = CHN_TINT_BLUE } },
    { 0.5, 0.5, { .fill = CHN_TINT_BLUE, .opacity = 0.001, .stroke = CHN_TINT_INK, .width = 1 } },
    { 0.5, 0, { .fill = CHN_TINT_BLUE } },
  };
  ChnDrawing *drawing = chn_drawing_new (CHN_THEME_LIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (rects); i++)
    chn_draw_fading_rect (drawing, &(ChnBox){ 0, i, 10, i + 1 }, rects[i].left, rects[i].right, &rects[i].paint);
  chn_draw_rect (drawing, &(ChnBox){ 0, 9, 1, 10 }, &(ChnPaint){ .fill = CHN_TINT_NONE });
  g_autofree char *svg = dup_svg (drawing, TRUE);
  CHN_ASSERT_INT (count (svg, "<linearGradient id=\"chn:f"), 6);
  CU_ASSERT_PTR_NOT_NULL (strstr (svg, "<rect x=\"0\" y=\"9\" width=\"1\" height=\"1\" fill=\"none\"/>"));
  CHN_ASSERT_INT (count (svg, "fill=\"url(#chn:f1)\""), 2);
  CU_ASSERT_PTR_NOT_NULL (strstr (svg, "<stop offset=\"50%\" stop-color=\"var(--green)\"/>"));
}

static const ChnTest tests[] = {
  { "a file has links, and titles are text", test_file },
  { "a page's element has data-id and the page's colours", test_page },
  { "an address that is no link is none", test_address },
  { "each shape", test_shapes },
  { "what fades", test_fades },
  { "paths in few digits", test_paths },
  { "more sizes than are counted", test_many_sizes },
  { "groups with and without ids and links", test_groups },
  { "a picture on paper", test_paper },
  { "a gradient for each way of fading", test_gradients },
};

CHN_SUITE ("format/svg", tests)
