/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The pages of a Word document: the house's, or A4 (ECMA-376 part 1, 17.6.17). */
#include "format/docx/page.h"

/* A4 with margins of 2 cm, in twentieths of a point. */
enum { SHORT_SIDE = 11906, LONG_SIDE = 16838, MARGIN = 1134 };

/* The least that is left of a page between margins. */
enum { NARROWEST = 2835 };

static void
find_size (const ChnDocxPart *part, guint *width, guint *height)
{
  const ChnHouseTemplate *house = part->house;
  gboolean has_own = house && house->width > 0 && house->height > 0;
  guint own[] = { has_own ? house->width : SHORT_SIDE, has_own ? house->height : LONG_SIDE };
  gboolean is_turned = part->rendering->document->layout == CHN_LAYOUT_COLUMNS && own[0] < own[1];
  *width = own[is_turned];
  *height = own[!is_turned];
}

guint
chn_docx_get_width (const ChnDocxPart *part)
{
  guint width, height;
  guint margins = part->house && part->house->side_margins > 0 ? part->house->side_margins : 2 * MARGIN;
  find_size (part, &width, &height);
  return width > margins + NARROWEST ? width - margins : NARROWEST;
}

void
chn_docx_put_section (ChnDocxPart *part)
{
  const ChnHouseTemplate *house = part->house;
  guint width, height;
  find_size (part, &width, &height);
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
