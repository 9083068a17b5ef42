/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The pages of a Word document: the house's, or those asked for (ECMA-376 part 1, 17.6.17). */
#include "format/docx/page.h"

/* In twentieths of a point: margins of 2 cm, and the least that is left of a page between them. */
enum { MARGIN = 1134, NARROWEST = 2835, POINT = 20 };

/* Tables and pictures lie along the long side of the paper. */
static void
find_size (const ChnDocxPart *part, gboolean lies_across, guint *width, guint *height)
{
  const ChnHouseTemplate *house = part->house;
  gboolean has_own = house && house->width > 0 && house->height > 0;
  guint sides[] = { has_own ? house->width : (guint) (part->rendering->page_width * POINT),
                    has_own ? house->height : (guint) (part->rendering->page_height * POINT) };
  gboolean is_turned = lies_across && sides[0] < sides[1];
  *width = sides[is_turned];
  *height = sides[!is_turned];
}

static guint
subtract (guint side, guint margins)
{
  return side > margins + NARROWEST ? side - margins : NARROWEST;
}

guint
chn_docx_get_width (const ChnDocxPart *part)
{
  guint width, height;
  chn_docx_get_room (part, part->rendering->document->layout == CHN_LAYOUT_COLUMNS, &width, &height);
  return width;
}

void
chn_docx_get_room (const ChnDocxPart *part, gboolean lies_across, guint *width, guint *height)
{
  guint margins = part->house && part->house->side_margins > 0 ? part->house->side_margins : 2 * MARGIN;
  find_size (part, lies_across, width, height);
  *width = subtract (*width, margins);
  *height = subtract (*height, MAX (margins, 2 * MARGIN));
}

void
chn_docx_put_section (ChnDocxPart *part, gboolean lies_across)
{
  const ChnHouseTemplate *house = part->house;
  guint width, height;
  find_size (part, lies_across, &width, &height);
  chn_writer_printf (part->out, "<w:sectPr>%s", house ? house->references : "");
  if (!house || !house->has_footer)
    chn_writer_puts (part->out, "<w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>");
  chn_writer_printf (part->out, "<w:pgSz w:w=\"%u\" w:h=\"%u\"%s/>", width, height,
                     width > height ? " w:orient=\"landscape\"" : "");
  if (house && house->side_margins > 0)
    chn_writer_puts (part->out, house->section);
  else
    chn_writer_printf (part->out,
                       "<w:pgMar w:top=\"%u\" w:right=\"%u\" w:bottom=\"%u\" w:left=\"%u\" w:header=\"567\" "
                       "w:footer=\"567\" w:gutter=\"0\"/>",
                       MARGIN, MARGIN, MARGIN, MARGIN);
  chn_writer_puts (part->out, "</w:sectPr>");
}
