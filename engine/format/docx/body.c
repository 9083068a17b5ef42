/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The main part of a Word document: title, front, contents, groups of entries, legend (ECMA-376 part 1, 17.2). */
#include "format/docx/body.h"

#include "format/docx/page.h"
#include "format/docx/picture.h"
#include "format/docx/table.h"

/* Headings from which on a table of contents helps. */
enum { LEAST_CONTENTS = 3 };

static const ChnDocxStyle paragraph_styles[CHN_N_PARAGRAPH_KINDS] = {
  [CHN_PARAGRAPH_DAY] = CHN_DOCX_ENTRY,      [CHN_PARAGRAPH_SINCE] = CHN_DOCX_ENTRY,
  [CHN_PARAGRAPH_FORUM] = CHN_DOCX_ENTRY,    [CHN_PARAGRAPH_ID] = CHN_DOCX_ENTRY,
  [CHN_PARAGRAPH_SYMBOLS] = CHN_DOCX_ENTRY,  [CHN_PARAGRAPH_VOTE] = CHN_DOCX_ENTRY,
  [CHN_PARAGRAPH_SENTENCE] = CHN_DOCX_ENTRY, [CHN_PARAGRAPH_SUMMARY] = CHN_DOCX_SUMMARY,
  [CHN_PARAGRAPH_DISPUTE] = CHN_DOCX_REMARK, [CHN_PARAGRAPH_SOURCES] = CHN_DOCX_SUMMARY,
};

static guint
count_headings (const ChnDocument *document)
{
  guint n = 0;
  for (guint i = 0; i < document->n_groups; i++)
    n += document->group[i].title ? 1 : 0;
  return n;
}

/* A field that is filled in: Word can make it anew, and does not ask to. Pages are not known here. */
static const char contents_begin[] =
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
    "<w:r><w:instrText xml:space=\"preserve\"> TOC \\o &quot;1-2&quot; \\n \\h </w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";

static void
put_contents_line (ChnDocxPart *part, const ChnGroup *group, guint index, gboolean is_first)
{
  ChnDocxStyle style = group->level == 1 ? CHN_DOCX_CONTENTS_1 : CHN_DOCX_CONTENTS_2;
  chn_writer_puts (part->out, "<w:p><w:pPr>");
  chn_docx_put_style (part, "w:pStyle", style);
  chn_writer_printf (part->out, "</w:pPr>%s<w:hyperlink w:anchor=\"_Toc%u\" w:history=\"1\">",
                     is_first ? contents_begin : "", index);
  chn_docx_put_text (part, CHN_DOCX_NORMAL, group->title);
  chn_writer_puts (part->out, "</w:hyperlink></w:p>\n");
}

static void
put_contents (ChnDocxPart *part)
{
  const ChnDocument *document = part->rendering->document;
  gboolean is_first = TRUE;
  if (count_headings (document) < LEAST_CONTENTS)
    return;
  chn_writer_puts (part->out, "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
                              "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>\n");
  chn_docx_put_text_paragraph (part, CHN_DOCX_CONTENTS_TITLE, document->contents_title);
  for (guint i = 0; i < document->n_groups; i++)
    if (document->group[i].title) {
      put_contents_line (part, &document->group[i], i, is_first);
      is_first = FALSE;
    }
  chn_writer_puts (part->out, "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>\n</w:sdtContent></w:sdt>\n");
}

static void
put_paragraphs (ChnDocxPart *part, ChnDocxStyle style, ChnStretch paragraphs)
{
  for (guint i = 0; i < paragraphs.n; i++)
    chn_docx_put_paragraph (part, style, NULL, part->rendering->document->paragraph[paragraphs.first + i].runs);
}

static void
put_entry (ChnDocxPart *part, const ChnEntry *entry)
{
  const ChnDocument *document = part->rendering->document;
  for (guint i = 0; i < entry->paragraphs.n; i++) {
    const ChnParagraph *paragraph = &document->paragraph[entry->paragraphs.first + i];
    ChnDocxStyle style = paragraph_styles[paragraph->kind];
    gboolean is_line = style == CHN_DOCX_ENTRY && document->layout != CHN_LAYOUT_PROSE;
    chn_docx_put_paragraph (part, is_line ? CHN_DOCX_LINE : style, NULL, paragraph->runs);
  }
}

static void
put_entries (ChnDocxPart *part, ChnStretch entries)
{
  for (guint i = 0; i < entries.n; i++)
    put_entry (part, &part->rendering->document->entry[entries.first + i]);
}

/* Bookmarks of headings come behind those of notes, which have the numbers of these. */
static void
put_heading (ChnDocxPart *part, const ChnGroup *group, guint index)
{
  guint id = part->rendering->document->notes.n + 1 + index;
  chn_writer_puts (part->out, "<w:p><w:pPr>");
  chn_docx_put_style (part, "w:pStyle", group->level == 1 ? CHN_DOCX_HEADING_1 : CHN_DOCX_HEADING_2);
  chn_writer_printf (part->out, "</w:pPr><w:bookmarkStart w:id=\"%u\" w:name=\"_Toc%u\"/>", id, index);
  chn_docx_put_text (part, CHN_DOCX_NORMAL, group->title);
  chn_writer_printf (part->out, "<w:bookmarkEnd w:id=\"%u\"/></w:p>\n", id);
}

static void
put_group (ChnDocxPart *part, guint index)
{
  const ChnGroup *group = &part->rendering->document->group[index];
  if (group->title)
    put_heading (part, group, index);
  if (part->rendering->document->layout != CHN_LAYOUT_COLUMNS)
    put_entries (part, group->entries);
  else if (group->entries.n > 0)
    chn_docx_put_table (part, group->entries);
}

/* Behind the text its section ends; a picture has a page of its own behind it, which lies across. */
static void
put_end (ChnDocxPart *part)
{
  gboolean lies_across = part->rendering->document->layout == CHN_LAYOUT_COLUMNS;
  if (!part->rendering->picture) {
    chn_docx_put_section (part, lies_across);
    return;
  }
  chn_writer_puts (part->out, "<w:p><w:pPr><w:spacing w:after=\"0\"/>");
  chn_docx_put_section (part, lies_across);
  chn_writer_puts (part->out, "</w:pPr></w:p>\n");
  chn_docx_put_picture (part);
  chn_docx_put_section (part, TRUE);
}

void
chn_docx_put_body (ChnDocxPart *part)
{
  const ChnDocument *document = part->rendering->document;
  chn_writer_puts (part->out, "<w:document " CHN_DOCX_NAMESPACES "><w:body>\n");
  chn_docx_put_text_paragraph (part, CHN_DOCX_TITLE, document->title);
  put_paragraphs (part, CHN_DOCX_FRONT, document->front);
  put_contents (part);
  for (guint i = 0; i < document->n_groups; i++)
    put_group (part, i);
  put_paragraphs (part, CHN_DOCX_LEGEND, document->legend);
  put_end (part);
  chn_writer_puts (part->out, "</w:body></w:document>\n");
}
