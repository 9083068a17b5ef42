/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Renders a picture as PNG, which the plugin draws. */
#include "base/picture.h"
#include "format/renderer.h"

static gboolean
put (const char *bytes, gsize length, gpointer out, GError **error)
{
  (void) error;
  chn_writer_put (out, bytes, length);
  return TRUE;
}

void
chn_render_png (const ChnRendering *rendering)
{
  GError *error = NULL;
  const ChnPicturePlugin *plugin = chn_picture_open (&error);
  if (!plugin || !plugin->write_png (rendering->picture, put, rendering->out, &error))
    chn_writer_fail (rendering->out, error);
}
