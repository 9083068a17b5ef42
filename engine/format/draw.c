/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Trails and counts as pictures: laid out on the sheet that options ask for, and written by the renderer of a format.
 */
#include <chancery/draw.h>

#include "base/error.h"
#include "document/diagram/chart.h"
#include "document/diagram/trail.h"
#include "format/canvas.h"
#include "format/format.h"
#include "format/options.h"

/* A picture to be written: a trail, or a count. */
typedef struct {
  const ChnTrailDiagram *trail;
  double *scale;
  const ChnChart *chart;
} Picture;

static gboolean
check_format (const ChnFormat *format, GError **error)
{
  if (format->is_picture)
    return TRUE;
  chn_error_set (error, CHN_ERROR_UNSUPPORTED, "write svg or png", "%s is no picture", format->name);
  return FALSE;
}

static ChnScene *
make_scene (const Picture *picture, const ChnWriteOptions *options, GError **error)
{
  const ChnPicturePlugin *plugin = chn_picture_open (error);
  ChnPictureOptions own = { .theme = options ? (ChnTheme) options->theme : CHN_THEME_LIGHT,
                            .font = options && options->font ? options->font : CHN_CANVAS_FONT };
  if (!plugin || !chn_canvas_find (options ? options->size : NULL, &own.canvas, error))
    return NULL;
  return picture->chart ? chn_chart_scene_new (picture->chart, &own, plugin)
                        : chn_trail_scene_new (picture->trail, &own, plugin, picture->scale);
}

/* Which pixels can be had. */
static gboolean
check_height (const ChnFormat *format, const ChnScene *scene, GError **error)
{
  static const double most = 32767;
  double height = scene->height * (scene->dots > 0 ? scene->dots : 1);
  if (!format->is_binary || height <= most)
    return TRUE;
  chn_error_set (error, CHN_ERROR_LIMIT, "write svg, or draw less of it",
                 "the picture is %.0f pixels high, and %s takes %.0f", height, format->name, most);
  return FALSE;
}

static gboolean
write_picture (const Picture *picture, const ChnFormat *format, const ChnWriteOptions *options, ChnSink sink,
               gpointer data, GError **error)
{
  g_autoptr (ChnScene) scene = check_format (format, error) ? make_scene (picture, options, error) : NULL;
  if (!scene || !check_height (format, scene, error))
    return FALSE;
  g_autoptr (ChnWriter) writer = chn_writer_new (sink, data);
  const ChnRendering rendering = { .out = writer, .picture = scene };
  format->render (&rendering);
  return chn_writer_finish (writer, error);
}

gboolean
chn_draw_trail (const ChnTrailDiagram *trail, const ChnFormat *format, const ChnWriteOptions *options, double *scale,
                ChnSink sink, gpointer data, GError **error)
{
  const Picture picture = { trail, scale, NULL };
  return write_picture (&picture, format, options, sink, data, error);
}

gboolean
chn_draw_chart (const ChnChart *chart, const ChnFormat *format, const ChnWriteOptions *options, ChnSink sink,
                gpointer data, GError **error)
{
  const Picture picture = { NULL, NULL, chart };
  return write_picture (&picture, format, options, sink, data, error);
}
