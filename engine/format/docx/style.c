/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The styles of a Word document (ECMA-376 part 1, 17.7), a row each. */
#include "format/docx/style.h"

#include <string.h>

#include "format/markup.h"

#define NAMESPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

typedef struct {
  const char *type; /* "paragraph", "character", "table" */
  const char *id;
  const char *name;      /* as Word knows it in any language; a house template's style of this name replaces it */
  ChnDocxStyle based_on; /* itself: on none */
  ChnDocxStyle next;     /* of the paragraph that a person types behind it */
  const char *paragraph; /* properties, in the order of the schema */
  const char *run;
} Style;

static const Style styles[CHN_N_DOCX_STYLES] = {
  /* clang-format off */
  [CHN_DOCX_NORMAL]         = { "paragraph", "Normal", "Normal", CHN_DOCX_NORMAL, CHN_DOCX_NORMAL,
                                "<w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/>", "" },
  [CHN_DOCX_TITLE]          = { "paragraph", "Title", "Title", CHN_DOCX_NORMAL, CHN_DOCX_FRONT,
                                "<w:keepNext/><w:spacing w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:b/><w:bCs/><w:sz w:val=\"36\"/><w:szCs w:val=\"36\"/>" },
  [CHN_DOCX_FRONT]          = { "paragraph", "ChronologyScope", "Chronology Scope", CHN_DOCX_NORMAL, CHN_DOCX_NORMAL,
                                "<w:spacing w:after=\"240\"/>", "<w:color w:val=\"404040\"/>" },
  [CHN_DOCX_HEADING_1]      = { "paragraph", "Heading1", "heading 1", CHN_DOCX_NORMAL, CHN_DOCX_ENTRY,
                                "<w:keepNext/><w:keepLines/><w:spacing w:before=\"320\" w:after=\"100\"/><w:outlineLvl w:val=\"0\"/>", "<w:b/><w:bCs/><w:color w:val=\"1F3A5F\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>" },
  [CHN_DOCX_HEADING_2]      = { "paragraph", "Heading2", "heading 2", CHN_DOCX_NORMAL, CHN_DOCX_ENTRY,
                                "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"1\"/>", "<w:b/><w:bCs/><w:color w:val=\"1F3A5F\"/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>" },
  [CHN_DOCX_CONTENTS_TITLE] = { "paragraph", "TOCHeading", "TOC Heading", CHN_DOCX_NORMAL, CHN_DOCX_NORMAL,
                                "<w:keepNext/><w:keepLines/><w:spacing w:before=\"120\" w:after=\"60\"/>", "<w:b/><w:bCs/><w:color w:val=\"1F3A5F\"/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>" },
  [CHN_DOCX_CONTENTS_1]     = { "paragraph", "TOC1", "toc 1", CHN_DOCX_NORMAL, CHN_DOCX_NORMAL,
                                "<w:spacing w:after=\"20\"/>", "" },
  [CHN_DOCX_CONTENTS_2]     = { "paragraph", "TOC2", "toc 2", CHN_DOCX_NORMAL, CHN_DOCX_NORMAL,
                                "<w:spacing w:after=\"20\"/><w:ind w:left=\"284\"/>", "" },
  [CHN_DOCX_ENTRY]          = { "paragraph", "ChronologyEntry", "Chronology Entry", CHN_DOCX_NORMAL, CHN_DOCX_ENTRY,
                                "<w:keepLines/>", "" },
  [CHN_DOCX_LINE]           = { "paragraph", "ChronologyLine", "Chronology Line", CHN_DOCX_NORMAL, CHN_DOCX_LINE,
                                "<w:keepLines/><w:spacing w:after=\"60\"/><w:ind w:left=\"284\" w:hanging=\"284\"/>", "" },
  [CHN_DOCX_SUMMARY]        = { "paragraph", "ChronologySummary", "Chronology Summary", CHN_DOCX_NORMAL, CHN_DOCX_ENTRY,
                                "<w:ind w:left=\"284\"/>", "" },
  [CHN_DOCX_REMARK]         = { "paragraph", "ChronologyRemark", "Chronology Remark", CHN_DOCX_NORMAL, CHN_DOCX_ENTRY,
                                "<w:ind w:left=\"284\"/>", "<w:i/><w:iCs/>" },
  [CHN_DOCX_CELL]           = { "paragraph", "ChronologyCell", "Chronology Cell", CHN_DOCX_NORMAL, CHN_DOCX_CELL,
                                "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>" },
  [CHN_DOCX_COLUMN]         = { "paragraph", "ChronologyColumn", "Chronology Column", CHN_DOCX_CELL, CHN_DOCX_CELL,
                                "<w:keepNext/>", "<w:b/><w:bCs/>" },
  [CHN_DOCX_LEGEND]         = { "paragraph", "ChronologyLegend", "Chronology Legend", CHN_DOCX_NORMAL, CHN_DOCX_NORMAL,
                                "<w:spacing w:before=\"240\"/>", "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>" },
  [CHN_DOCX_FOOTNOTE]       = { "paragraph", "FootnoteText", "footnote text", CHN_DOCX_NORMAL, CHN_DOCX_FOOTNOTE,
                                "<w:spacing w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>" },
  [CHN_DOCX_FOOTER]         = { "paragraph", "Footer", "footer", CHN_DOCX_NORMAL, CHN_DOCX_FOOTER,
                                "<w:spacing w:after=\"0\"/>", "<w:color w:val=\"595959\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>" },
  [CHN_DOCX_STRONG]         = { "character", "Strong", "Strong", CHN_DOCX_STRONG, CHN_DOCX_STRONG, "", "<w:b/><w:bCs/>" },
  [CHN_DOCX_EMPHASIS]       = { "character", "Emphasis", "Emphasis", CHN_DOCX_EMPHASIS, CHN_DOCX_EMPHASIS, "", "<w:i/><w:iCs/>" },
  [CHN_DOCX_LINK]           = { "character", "Hyperlink", "Hyperlink", CHN_DOCX_LINK, CHN_DOCX_LINK, "", "<w:color w:val=\"0B5394\"/><w:u w:val=\"single\"/>" },
  [CHN_DOCX_REFERENCE]      = { "character", "FootnoteReference", "footnote reference", CHN_DOCX_REFERENCE, CHN_DOCX_REFERENCE, "", "<w:vertAlign w:val=\"superscript\"/>" },
  [CHN_DOCX_TABLE]          = { "table", "ChronologyTable", "Chronology Table", CHN_DOCX_TABLE, CHN_DOCX_TABLE, "", "" },
  /* clang-format on */
};

/* Lines below each row, and a heavier one below the heads of columns. */
static const char table_properties[] =
    "<w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"1F3A5F\"/>"
    "<w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"1F3A5F\"/>"
    "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"BFBFBF\"/></w:tblBorders>"
    "<w:tblCellMar><w:top w:w=\"28\" w:type=\"dxa\"/><w:left w:w=\"57\" w:type=\"dxa\"/>"
    "<w:bottom w:w=\"28\" w:type=\"dxa\"/><w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
    "<w:tblStylePr w:type=\"firstRow\"><w:tblPr/><w:tcPr><w:tcBorders>"
    "<w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"1F3A5F\"/></w:tcBorders></w:tcPr></w:tblStylePr>";

static gpointer
list_names (gpointer unused)
{
  (void) unused;
  const char **names = g_new0 (const char *, CHN_N_DOCX_STYLES + 1);
  for (guint i = 0; i < CHN_N_DOCX_STYLES; i++)
    names[i] = styles[i].name;
  return names;
}

const char *const *
chn_docx_style_get_names (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, list_names, NULL);
}

const char *
chn_docx_style_get_id (const ChnHouseTemplate *house, ChnDocxStyle style)
{
  return house && house->style_ids && house->style_ids[style] ? house->style_ids[style] : styles[style].id;
}

static void
put_reference (ChnWriter *out, const ChnHouseTemplate *house, const char *element, ChnDocxStyle from, ChnDocxStyle to)
{
  if (to == from)
    return;
  chn_writer_printf (out, "<w:%s w:val=\"", element);
  chn_markup_put_attribute (out, chn_docx_style_get_id (house, to));
  chn_writer_puts (out, "\"/>");
}

static void
put_style (ChnWriter *out, const ChnHouseTemplate *house, ChnDocxStyle index)
{
  const Style *style = &styles[index];
  chn_writer_printf (
      out, "<w:style xmlns:w=\"" NAMESPACE "\" w:type=\"%s\"%s%s w:styleId=\"%s\"><w:name w:val=\"%s\"/>",
      style->type, index == CHN_DOCX_NORMAL ? " w:default=\"1\"" : "",
      g_str_has_prefix (style->name, "Chronology ") ? " w:customStyle=\"1\"" : "", style->id, style->name);
  put_reference (out, house, "basedOn", index, style->based_on);
  if (style->type[0] == 'p')
    put_reference (out, house, "next", index, style->next);
  chn_writer_puts (out, "<w:qFormat/>");
  if (style->paragraph[0])
    chn_writer_printf (out, "<w:pPr>%s</w:pPr>", style->paragraph);
  if (style->run[0])
    chn_writer_printf (out, "<w:rPr>%s</w:rPr>", style->run);
  chn_writer_printf (out, "%s</w:style>\n", index == CHN_DOCX_TABLE ? table_properties : "");
}

/* Its end tag stands last, whatever prefix it has. */
static const char *
find_end_of_root (const char *xml)
{
  const char *end = strrchr (xml, '<');
  return end && end[1] == '/' ? end : NULL;
}

static void
put_missing (ChnWriter *out, const ChnHouseTemplate *house)
{
  for (guint i = 0; i < CHN_N_DOCX_STYLES; i++)
    if (!house || !house->style_ids || !house->style_ids[i])
      put_style (out, house, (ChnDocxStyle) i);
}

void
chn_docx_put_styles (ChnWriter *out, const ChnHouseTemplate *house, const char *language)
{
  const char *end = house && house->styles ? find_end_of_root (house->styles) : NULL;
  if (end) {
    chn_writer_put (out, house->styles, (gsize) (end - house->styles));
    put_missing (out, house);
    chn_writer_puts (out, end);
    return;
  }
  chn_writer_puts (out, "<w:styles xmlns:w=\"" NAMESPACE "\">\n<w:docDefaults><w:rPrDefault><w:rPr>"
                        "<w:rFonts w:ascii=\"Calibri\" w:eastAsia=\"Malgun Gothic\" w:hAnsi=\"Calibri\" "
                        "w:cs=\"Arial\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"");
  chn_markup_put_attribute (out, language);
  chn_writer_puts (
      out, "\" w:eastAsia=\"ko-KR\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\n");
  put_missing (out, NULL);
  chn_writer_puts (out, "</w:styles>\n");
}
