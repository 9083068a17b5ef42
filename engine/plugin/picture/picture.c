/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The plugin "picture": measures text by pango, and makes PNG of scenes by cairo. */
#include "base/picture.h"

#include <chancery/api.h>
#include <math.h>

#include "plugin/picture/paint.h"
#include "plugin/picture/pdf.h"

CHN_API extern const ChnPicturePlugin chn_plugin_picture;

/* A height at which pango's units of 1/1024 do not show. */
static const double fine = 64;

static double
measure (ChnTypesetter *typesetter, const char *text, gsize length, gboolean is_bold)
{
  chn_typesetter_set (typesetter, text, length, fine, is_bold);
  return chn_typesetter_get_width (typesetter) / fine;
}

typedef struct {
  ChnSink sink;
  gpointer data;
  GError **error;
} Stream;

static cairo_status_t
write_piece (void *data, const unsigned char *bytes, unsigned int length)
{
  const Stream *stream = data;
  return stream->sink ((const char *) bytes, length, stream->data, stream->error) ? CAIRO_STATUS_SUCCESS
                                                                                  : CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
write_png (const ChnScene *scene, ChnSink sink, gpointer data, GError **error)
{
  GError *inner = NULL;
  Stream stream = { sink, data, &inner };
  double scale = scene->dots > 0 ? scene->dots : 1;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (scene->width * scale - 0.01),
                                                         (int) ceil (scene->height * scale - 0.01));
  cairo_t *cairo = cairo_create (surface);
  cairo_scale (cairo, scale, scale);
  const gboolean has_fonts = chn_paint_scene (cairo, scene);
  cairo_status_t status = cairo_status (cairo);
  cairo_destroy (cairo);
  if (status == CAIRO_STATUS_SUCCESS && has_fonts)
    status = cairo_surface_write_to_png_stream (surface, write_piece, &stream);
  cairo_surface_destroy (surface);
  if (inner)
    g_propagate_error (error, inner);
  else if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "cairo cannot draw the picture: %s",
                 cairo_status_to_string (status));
  else if (!has_fonts)
    chn_typesetter_set_error (scene->font, error);
  return has_fonts && status == CAIRO_STATUS_SUCCESS;
}

const ChnPicturePlugin chn_plugin_picture = {
  .version = CHN_PICTURE_VERSION,
  .open = chn_typesetter_new,
  .close = chn_typesetter_free,
  .measure = measure,
  .write_png = write_png,
  .write_pdf = chn_pdf_write,
};
