/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Renders a document as PDF: its blocks and spans, which the plugin "picture" sets on pages and the plugin "pdf"
 * completes.
 */
#include "base/pdf.h"
#include "base/picture.h"
#include "format/pdf/fonts.h"
#include "format/pdf/spans.h"
#include "format/pdf/table.h"
#include "format/renderer.h"

/* Where nothing else is asked for: faces that most systems have one of. */
#define FONT "Noto Serif, Source Serif 4, Liberation Serif, DejaVu Serif, Noto Naskh Arabic, serif"

static const ChnBlockKind kinds[CHN_N_PARAGRAPH_KINDS] = {
  [CHN_PARAGRAPH_DAY] = CHN_BLOCK_ENTRY,      [CHN_PARAGRAPH_SINCE] = CHN_BLOCK_ENTRY,
  [CHN_PARAGRAPH_FORUM] = CHN_BLOCK_ENTRY,    [CHN_PARAGRAPH_ID] = CHN_BLOCK_ENTRY,
  [CHN_PARAGRAPH_SENTENCE] = CHN_BLOCK_ENTRY, [CHN_PARAGRAPH_SUMMARY] = CHN_BLOCK_DETAIL,
  [CHN_PARAGRAPH_DISPUTE] = CHN_BLOCK_REMARK, [CHN_PARAGRAPH_SOURCES] = CHN_BLOCK_REMARK,
};

static void
add_text_block (ChnPdfText *text, ChnBlockKind kind, const char *bytes)
{
  guint first = text->spans->len;
  chn_pdf_add_span (text, bytes, CHN_SPAN_PLAIN);
  ChnBlock block = chn_pdf_end_block (text, kind, first);
  g_array_append_val (text->blocks, block);
}

static void
add_block (ChnPdfText *text, ChnBlockKind kind, ChnStretch runs)
{
  guint first = text->spans->len;
  chn_pdf_add_runs (text, runs);
  ChnBlock block = chn_pdf_end_block (text, kind, first);
  g_array_append_val (text->blocks, block);
}

static void
add_paragraphs (ChnPdfText *text, ChnBlockKind kind, ChnStretch paragraphs)
{
  for (guint i = 0; i < paragraphs.n; i++)
    add_block (text, kind, text->document->paragraph[paragraphs.first + i].runs);
}

static void
add_entry (ChnPdfText *text, const ChnEntry *entry)
{
  gboolean is_line = text->document->layout == CHN_LAYOUT_LINES;
  for (guint i = 0; i < entry->paragraphs.n; i++) {
    const ChnParagraph *paragraph = &text->document->paragraph[entry->paragraphs.first + i];
    ChnBlockKind kind = kinds[paragraph->kind];
    add_block (text, is_line && kind == CHN_BLOCK_ENTRY ? CHN_BLOCK_LINE : kind, paragraph->runs);
  }
}

static gboolean
is_table (const ChnDocument *document)
{
  return document->layout == CHN_LAYOUT_TABLE || document->layout == CHN_LAYOUT_COLUMNS;
}

static void
add_groups (ChnPdfText *text)
{
  const ChnDocument *document = text->document;
  for (guint i = 0; i < document->n_groups; i++) {
    const ChnGroup *group = &document->group[i];
    if (group->title)
      add_text_block (text, group->level == 1 ? CHN_BLOCK_HEADING : CHN_BLOCK_SUBHEADING, group->title);
    for (guint k = 0; k < group->entries.n; k++)
      if (is_table (document))
        chn_pdf_add_row (text, &document->entry[group->entries.first + k]);
      else
        add_entry (text, &document->entry[group->entries.first + k]);
  }
}

/* At the foot of pages, or below a heading of their own. */
static void
add_notes (ChnPdfText *text)
{
  const ChnDocument *document = text->document;
  if (!document->notes_at_foot && document->notes.n > 0)
    add_text_block (text, CHN_BLOCK_HEADING, document->notes_title);
  for (guint i = 0; i < document->notes.n; i++) {
    char number[16];
    guint first = text->spans->len;
    g_snprintf (number, sizeof number, "%u. ", i + 1);
    chn_pdf_add_span (text, chn_arena_strndup (text->arena, number, -1), CHN_SPAN_PLAIN);
    chn_pdf_add_runs (text, document->paragraph[document->notes.first + i].runs);
    ChnBlock block = chn_pdf_end_block (text, CHN_BLOCK_NOTE, first);
    block.number = i + 1;
    g_array_append_val (document->notes_at_foot ? text->notes : text->blocks, block);
  }
}

static void
add_all (ChnPdfText *text)
{
  add_text_block (text, CHN_BLOCK_TITLE, text->document->title);
  add_paragraphs (text, CHN_BLOCK_FRONT, text->document->front);
  add_groups (text);
  add_notes (text);
  add_paragraphs (text, CHN_BLOCK_LEGEND, text->document->legend);
}

static void
clear_stand_in (gpointer data)
{
  ChnStandIn *stand_in = data;
  g_free (stand_in->family);
  g_free (stand_in->sample);
}

static gboolean
put (const char *bytes, gsize length, gpointer out, GError **error)
{
  (void) error;
  chn_writer_put (out, bytes, length);
  return TRUE;
}

static gboolean
write_pages (const ChnRendering *rendering, const ChnPages *pages, GError **error)
{
  const ChnPicturePlugin *picture = chn_picture_open (error);
  const ChnPdfPlugin *pdf = picture ? chn_pdf_open (error) : NULL;
  if (!pdf)
    return FALSE;
  g_autoptr (GArray) stand_ins = g_array_new (FALSE, FALSE, sizeof (ChnStandIn));
  g_array_set_clear_func (stand_ins, clear_stand_in);
  g_autoptr (GString) drawn = g_string_new (NULL);
  g_autofree char *family = picture->write_pdf (pages, drawn, stand_ins, error);
  if (!family)
    return FALSE;
  chn_pdf_report_fonts (rendering, family, stand_ins);
  g_autofree char *figure =
      pages->picture ? g_strdup_printf ("%s. %s", pages->picture->title, pages->picture->description) : NULL;
  const ChnPagesFacts facts = { pages->language, figure, pages->n_columns > 0, pages->revised > 0 };
  return pdf->complete (drawn->str, drawn->len, &facts, put, rendering->out, error);
}

static void
render (const ChnRendering *rendering, ChnPdfText *text)
{
  const ChnDocument *document = rendering->document;
  GError *error = NULL;
  guint n_columns = 0;
  g_autofree ChnPagesColumn *columns = is_table (document) ? chn_pdf_make_columns (document, &n_columns) : NULL;
  gboolean lies_across = document->layout == CHN_LAYOUT_COLUMNS && rendering->page_width < rendering->page_height;
  add_all (text);
  const ChnPages pages = { .width = lies_across ? rendering->page_height : rendering->page_width,
                           .height = lies_across ? rendering->page_width : rendering->page_height,
                           .font = rendering->font ? rendering->font : FONT,
                           .language = document->language,
                           .title = chn_pdf_guard (text, document->title),
                           .revised = document->revised,
                           .span = (const ChnSpan *) (gpointer) text->spans->data,
                           .block = (const ChnBlock *) (gpointer) text->blocks->data,
                           .n_blocks = text->blocks->len,
                           .note = document->notes_at_foot ? (const ChnBlock *) (gpointer) text->notes->data : NULL,
                           .n_notes = text->notes->len,
                           .column = columns,
                           .n_columns = n_columns,
                           .picture = rendering->picture };
  if (!write_pages (rendering, &pages, &error))
    chn_writer_fail (rendering->out, error);
}

void
chn_render_pdf (const ChnRendering *rendering)
{
  g_autoptr (ChnArena) arena = chn_arena_new ();
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (ChnSpan));
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (ChnBlock));
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (ChnBlock));
  ChnPdfText text = { rendering->document, arena, spans, blocks, notes };
  render (rendering, &text);
}
