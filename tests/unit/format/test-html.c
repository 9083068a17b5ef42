/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/html/dates.h"

#include <string.h>

#include "format/renderer.h"
#include "suite.h"

static void
test_dates (void)
{
  static const struct {
    const char *edtf;
    gboolean is_date;
  } cases[] = {
    { "2014", TRUE },
    { "2014-12", TRUE },
    { "2014-12-22", TRUE },
    { "2014-12-22T15:00", TRUE },
    { "2014-12-22T15:00:00Z", TRUE },
    { "2014-12-22T15:00-05:00", TRUE },
    { "0050", TRUE },
    { "0000", FALSE },
    { "-0043", FALSE },
    { "2014-21", FALSE }, /* spring */
    { "2014-13", FALSE },
    { "201X", FALSE },
    { "2014~", FALSE },
    { "2014-12?", FALSE },
    { "2014-12-XX", FALSE },
    { "Y20140", FALSE },
    { "2014/2015", FALSE },
    { "2014-12-22/2015-01-02", FALSE },
    { "", FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (chn_html_is_date (cases[i].edtf, strlen (cases[i].edtf)) != cases[i].is_date)
      CHN_FAIL ("%s is taken for another kind of date", cases[i].edtf);
  CHN_ASSERT_INT (chn_html_is_date ("2014/2015", 4), TRUE);
}

/* A page without entries. */
static char *
dup_page (const char *language, const ChnScene *picture, gboolean is_fragment)
{
  const ChnDocument document = { .language = language, .title = "A title", .notes_title = "Notes" };
  GString *page = g_string_new (NULL);
  g_autoptr (ChnWriter) writer = chn_writer_new_for_string (page);
  chn_render_html (
      &(ChnRendering){ .document = &document, .out = writer, .picture = picture, .is_fragment = is_fragment });
  CU_ASSERT_TRUE (chn_writer_finish (writer, NULL));
  return g_string_free (page, FALSE);
}

static void
test_picture (void)
{
  const ChnScene scene = {
    .width = 16, .height = 9, .language = "en", .font = "sans-serif", .title = "T", .description = "D."
  };
  for (guint is_fragment = 0; is_fragment < 2; is_fragment++) {
    g_autofree char *page = dup_page ("en", &scene, is_fragment > 0);
    g_autofree char *bare = dup_page ("en", NULL, is_fragment > 0);
    CU_ASSERT_PTR_NOT_NULL (strstr (page, "<figure id=\"chn:picture\" tabindex=\"0\" aria-label=\"Picture\">\n<svg role=\"img\" aria-label=\"T. D.\" "));
    CU_ASSERT_PTR_NULL (strstr (bare, "<figure"));
  }
}

static void
test_direction (void)
{
  static const struct {
    const char *language, *written;
  } cases[] = { { "en", "lang=\"en\" dir=\"ltr\"" },
                { "ar", "lang=\"ar\" dir=\"rtl\"" },
                { "fa-IR", "lang=\"fa-IR\" dir=\"rtl\"" },
                { "arn", "lang=\"arn\" dir=\"ltr\"" } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *page = dup_page (cases[i].language, NULL, FALSE);
    CU_ASSERT_PTR_NOT_NULL (strstr (page, cases[i].written));
  }
}

static const ChnTest tests[] = {
  { "dates of EDTF that are dates of HTML", test_dates },
  { "a picture stands in its place", test_picture },
  { "pages run as their language does", test_direction },
};

CHN_SUITE ("format/html", tests)
