/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The notes of a Word document (ECMA-376 part 1, 17.11). */
#include "format/docx/body.h"

/* Word wants both lines that part notes from text to be notes themselves (17.11.23). */
static const char separators[] =
    "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" "
    "w:lineRule=\"auto\"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>\n"
    "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" "
    "w:lineRule=\"auto\"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>\n";

/* The number before a note. */
static void
put_mark (ChnDocxPart *part)
{
  chn_writer_puts (part->out, "<w:r><w:rPr>");
  chn_docx_put_style (part, "w:rStyle", CHN_DOCX_REFERENCE);
  chn_writer_puts (part->out, "</w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>");
}

void
chn_docx_put_footnotes (ChnDocxPart *part)
{
  const ChnDocument *document = part->rendering->document;
  chn_writer_printf (part->out, "<w:footnotes " CHN_DOCX_NAMESPACES ">\n%s", separators);
  for (guint i = 0; i < document->notes.n; i++) {
    chn_writer_printf (part->out, "<w:footnote w:id=\"%u\">", i + 1);
    chn_docx_put_paragraph (part, CHN_DOCX_FOOTNOTE, put_mark, document->paragraph[document->notes.first + i].runs);
    chn_writer_puts (part->out, "</w:footnote>\n");
  }
  chn_writer_puts (part->out, "</w:footnotes>\n");
}
