/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The picture of a Word document (ECMA-376 part 1, 20.4.2.8; MS-ODRAWXML 2.3.3.1 for its form as SVG). */
#include "format/docx/picture.h"

#include "base/picture.h"
#include "format/docx/page.h"
#include "format/markup.h"
#include "format/svg/svg.h"

/* Lengths of drawings, to a twentieth of a point; and pixels to a unit of the scene, so that it is sharp on paper. */
enum { EMU = 635, DOTS = 2 };

#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"
#define SVG_EXTENSION "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"

/* The largest that fits between the margins. */
static void
find_extent (const ChnDocxPart *part, guint64 *width, guint64 *height)
{
  const ChnScene *scene = part->rendering->picture;
  guint room_width, room_height;
  chn_docx_get_room (part, TRUE, &room_width, &room_height);
  double scale = MIN (room_width / scene->width, room_height / scene->height);
  *width = (guint64) (scene->width * scale) * EMU;
  *height = (guint64) (scene->height * scale) * EMU;
}

static void
put_name (ChnDocxPart *part, const char *element)
{
  const ChnScene *scene = part->rendering->picture;
  chn_writer_printf (part->out, "<%s id=\"1\" name=\"Picture\" descr=\"", element);
  chn_markup_put_attribute (part->out, scene->description ? scene->description : scene->title);
  chn_writer_puts (part->out, "\"/>");
}

void
chn_docx_put_picture (ChnDocxPart *part)
{
  guint64 width, height;
  find_extent (part, &width, &height);
  chn_writer_printf (part->out,
                     "<w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr><w:r><w:drawing><wp:inline "
                     "xmlns:wp=\"" DRAWING "wordprocessingDrawing\"><wp:extent cx=\"%" G_GUINT64_FORMAT
                     "\" cy=\"%" G_GUINT64_FORMAT "\"/>",
                     width, height);
  put_name (part, "wp:docPr");
  chn_writer_puts (part->out, "<a:graphic xmlns:a=\"" DRAWING "main\"><a:graphicData uri=\"" DRAWING "picture\">"
                              "<pic:pic xmlns:pic=\"" DRAWING "picture\"><pic:nvPicPr>");
  put_name (part, "pic:cNvPr");
  chn_writer_puts (
      part->out,
      "<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rIdPng\"><a:extLst>"
      "<a:ext uri=\"" SVG_EXTENSION "\"><asvg:svgBlip "
      "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"rIdSvg\"/></a:ext>"
      "</a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>");
  chn_writer_printf (
      part->out,
      "<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%" G_GUINT64_FORMAT "\" cy=\"%" G_GUINT64_FORMAT "\"/></a:xfrm>"
      "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
      "</wp:inline></w:drawing></w:r></w:p>\n",
      width, height);
}

void
chn_docx_put_svg (ChnDocxPart *part)
{
  chn_svg_put_file (part->out, part->rendering->picture);
}

static gboolean
put_bytes (const char *bytes, gsize length, gpointer out, GError **error)
{
  (void) error;
  chn_writer_put (out, bytes, length);
  return TRUE;
}

void
chn_docx_put_png (ChnDocxPart *part)
{
  GError *error = NULL;
  ChnScene scene = *part->rendering->picture;
  const ChnPicturePlugin *plugin = chn_picture_open (&error);
  scene.dots = DOTS;
  if (!plugin || !plugin->write_png (&scene, put_bytes, part->out, &error))
    chn_writer_fail (part->rendering->out, error);
}
