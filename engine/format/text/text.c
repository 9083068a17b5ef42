/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Renders a document as plain text, as a table or in prose. */
#include "format/text/layout.h"

void
chn_render_text (const ChnRendering *rendering)
{
  if (rendering->document->layout != CHN_LAYOUT_TABLE)
    chn_text_put_prose (rendering);
  else if (rendering->plain)
    chn_text_put_spoken (rendering);
  else
    chn_text_put_table (rendering);
}
