/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which page options ask for, and a picture that fits on it. */
#include "format/paper.h"

#include <string.h>

#include "base/error.h"
#include "document/picture/picture.h"
#include "format/options.h"

/* Points to an inch, and millimetres. */
static const double points = 72, inch = 25.4;

gboolean
chn_paper_find (const ChnWriteOptions *options, ChnCanvas *page, GError **error)
{
  const char *size = !options->size || strcmp (options->size, "auto") == 0 ? "a4" : options->size;
  if (!chn_canvas_find (size, page, error))
    return FALSE;
  if (page->millimetres > 0)
    return TRUE;
  chn_error_set (error, CHN_ERROR_RANGE, "write a3, a4, letter or legal, each with -landscape too",
                 "\"%s\" is no size of paper", size);
  return FALSE;
}

double
chn_paper_to_points (const ChnCanvas *page, double units)
{
  return units * page->millimetres / inch * points;
}

/* What is left of a page that lies across, in units. */
static ChnCanvas
find_canvas (const ChnCanvas *page)
{
  double unit = chn_paper_to_points (page, 1);
  ChnCanvas canvas = *page;
  canvas.width = MAX (page->width, page->height) - CHN_PAGES_PICTURE_ACROSS / unit;
  canvas.height = MIN (page->width, page->height) - CHN_PAGES_PICTURE_DOWN / unit;
  return canvas;
}

ChnScene *
chn_paper_picture_new (const ChnWriteJob *job, const ChnDocumentFront *front, const ChnCanvas *page, GError **error)
{
  const ChnPicturePlugin *plugin = chn_picture_open (error);
  if (!plugin)
    return NULL;
  const ChnProfile *profile = chn_style_get_profile (CHN_STYLE_PICTURE);
  const ChnPictureOptions options = { .lanes = (ChnLanesBy) job->options->lanes,
                                      .axis = (ChnAxisKind) job->options->axis,
                                      .theme = CHN_THEME_PRINT,
                                      .canvas = find_canvas (page),
                                      .font = job->options->font ? job->options->font : CHN_CANVAS_FONT };
  g_autoptr (ChnDocument) document = chn_document_new (job->timeline, job->rows, profile, front);
  return chn_picture_new (document, &options, plugin);
}
