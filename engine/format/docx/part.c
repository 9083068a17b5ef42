/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Paragraphs and runs of WordprocessingML (ECMA-376 part 1, 17.3).
 *
 * Between letters that run from right to left, a vote or a symbol would be shown with its parts turned round. Word
 * takes the direction of a run from its properties, others from the letters around it: so the run is of its own, and
 * where a paragraph has such letters, marks of direction stand on both sides.
 */
#include "format/docx/part.h"

#include "format/address.h"
#include "format/docx/script.h"
#include "format/markup.h"

#define LEFT_TO_RIGHT_MARK "\u200E"
#define RIGHT_TO_LEFT_MARK "\u200F"

/* The style of characters of each kind of run. */
static const ChnDocxStyle run_styles[CHN_N_RUN_KINDS] = {
  [CHN_RUN_DAY] = CHN_DOCX_STRONG,   [CHN_RUN_COLON] = CHN_DOCX_STRONG,   [CHN_RUN_STATUS] = CHN_DOCX_EMPHASIS,
  [CHN_RUN_LABEL] = CHN_DOCX_STRONG, [CHN_RUN_MARK] = CHN_DOCX_REFERENCE,
};

void
chn_docx_part_init (ChnDocxPart *part, const ChnRendering *rendering, const ChnHouseTemplate *house,
                    ChnDocxNotes *notes)
{
  *part = (ChnDocxPart){ .rendering = rendering, .house = house, .notes = notes, .xml = g_string_new (NULL) };
  part->out = chn_writer_new_for_string (part->xml);
  part->links = g_hash_table_new (g_str_hash, g_str_equal);
  part->addresses = g_ptr_array_new_with_free_func (g_free);
}

void
chn_docx_part_clear (ChnDocxPart *part)
{
  chn_writer_free (part->out);
  g_string_free (part->xml, TRUE);
  g_hash_table_unref (part->links);
  g_ptr_array_unref (part->addresses);
}

void
chn_docx_put_style (ChnDocxPart *part, const char *element, ChnDocxStyle style)
{
  chn_writer_printf (part->out, "<%s w:val=\"", element);
  chn_markup_put_attribute (part->out, chn_docx_style_get_id (part->house, style));
  chn_writer_puts (part->out, "\"/>");
}

static guint
find_link (ChnDocxPart *part, const char *target)
{
  g_autofree char *address = chn_address_dup_encoded (target);
  guint link = GPOINTER_TO_UINT (g_hash_table_lookup (part->links, address));
  if (link > 0)
    return link;
  g_ptr_array_add (part->addresses, address);
  g_hash_table_insert (part->links, g_steal_pointer (&address), GUINT_TO_POINTER (part->addresses->len));
  return part->addresses->len;
}

static void
put_run_properties (ChnDocxPart *part, ChnDocxStyle style, ChnDocxScript script, const char *language)
{
  ChnWriter *out = part->out;
  if (style == CHN_DOCX_NORMAL && script == CHN_DOCX_WESTERN)
    return;
  chn_writer_puts (out, "<w:rPr>");
  if (style != CHN_DOCX_NORMAL)
    chn_docx_put_style (part, "w:rStyle", style);
  chn_writer_puts (out, script == CHN_DOCX_EAST_ASIAN ? "<w:rFonts w:hint=\"eastAsia\"/>" : "");
  chn_writer_puts (out, script == CHN_DOCX_RIGHT_TO_LEFT ? "<w:rtl/>" : "");
  if (language)
    chn_writer_printf (out, "<w:lang %s/>", language);
  chn_writer_puts (out, "</w:rPr>");
}

/* One run; what stands before and behind it is shown by nothing. */
static void
put_piece (ChnDocxPart *part, ChnDocxStyle style, ChnDocxScript script, const char *text, gsize length,
           const char *mark)
{
  ChnWriter *out = part->out;
  g_autofree char *piece = g_strndup (text, length);
  chn_writer_puts (out, "<w:r>");
  put_run_properties (part, style, script, chn_docx_script_get_language (text, length, script));
  chn_writer_printf (out, "<w:t xml:space=\"preserve\">%s", mark);
  chn_markup_put_text (out, piece);
  chn_writer_printf (out, "%s</w:t></w:r>", mark);
}

/* Letters that run from right to left, and figures among them, which do not. */
static void
put_right_to_left (ChnDocxPart *part, ChnDocxStyle style, const char *text, gsize length)
{
  while (length > 0) {
    gsize n_figures, n = chn_docx_script_find_figures (text, length, &n_figures);
    if (n > 0)
      put_piece (part, style, CHN_DOCX_RIGHT_TO_LEFT, text, n, RIGHT_TO_LEFT_MARK);
    if (n_figures > 0)
      put_piece (part, style, CHN_DOCX_WESTERN, text + n, n_figures, LEFT_TO_RIGHT_MARK);
    text += n + n_figures;
    length -= n + n_figures;
  }
}

void
chn_docx_put_text (ChnDocxPart *part, ChnDocxStyle style, const char *text)
{
  for (const char *at = text; *at;) {
    ChnDocxScript script;
    gsize length = chn_docx_script_find_end (at, &script);
    if (script == CHN_DOCX_RIGHT_TO_LEFT)
      put_right_to_left (part, style, at, length);
    else
      put_piece (part, style, script, at, length, "");
    at += length;
  }
}

/* A vote or a symbol, left to right whatever stands around it. */
static void
put_isolated (ChnDocxPart *part, ChnDocxStyle style, const char *text, gboolean is_mixed)
{
  put_piece (part, style, CHN_DOCX_WESTERN, text, strlen (text), is_mixed ? LEFT_TO_RIGHT_MARK : "");
}

static void
put_field_mark (ChnWriter *out, const char *type)
{
  chn_writer_printf (out, "<w:r><w:fldChar w:fldCharType=\"%s\"/></w:r>", type);
}

/* The number of a note whose reference stands elsewhere, as a field, so that Word can count anew. */
static void
put_number (ChnDocxPart *part, ChnDocxStyle style, const char *number)
{
  put_field_mark (part->out, "begin");
  chn_writer_printf (part->out,
                     "<w:r><w:instrText xml:space=\"preserve\"> NOTEREF _RefNote%s \\h%s </w:instrText></w:r>",
                     number, style == CHN_DOCX_REFERENCE ? " \\f" : "");
  put_field_mark (part->out, "separate");
  put_isolated (part, style, number, FALSE);
  put_field_mark (part->out, "end");
}

/* A footnote can be referred to once; later its number is told. */
static void
put_reference (ChnDocxPart *part, const char *text)
{
  guint number = (guint) g_ascii_strtoull (text, NULL, 10);
  gboolean is_named = part->notes->is_named[number];
  if (part->notes->is_written[number]) {
    put_number (part, CHN_DOCX_REFERENCE, text);
    return;
  }
  part->notes->is_written[number] = TRUE;
  if (is_named)
    chn_writer_printf (part->out, "<w:bookmarkStart w:id=\"%u\" w:name=\"_RefNote%u\"/>", number, number);
  chn_writer_puts (part->out, "<w:r><w:rPr>");
  chn_docx_put_style (part, "w:rStyle", CHN_DOCX_REFERENCE);
  chn_writer_printf (part->out, "</w:rPr><w:footnoteReference w:id=\"%u\"/></w:r>", number);
  if (is_named)
    chn_writer_printf (part->out, "<w:bookmarkEnd w:id=\"%u\"/>", number);
}

static gboolean
is_isolated (ChnRunKind kind)
{
  return kind == CHN_RUN_SYMBOL || kind == CHN_RUN_FIGURES || kind == CHN_RUN_LINK;
}

static void
put_run_text (ChnDocxPart *part, const ChnRun *run, ChnDocxStyle style, gboolean is_mixed)
{
  if (is_isolated (run->kind))
    put_isolated (part, style, run->text, is_mixed);
  else
    chn_docx_put_text (part, style, run->text);
}

static void
put_run (ChnDocxPart *part, const ChnRun *run, gboolean is_mixed)
{
  gboolean is_link = run->target && chn_address_is_link (run->target);
  if (run->kind == CHN_RUN_REFERENCE) {
    put_reference (part, run->text);
  } else if (run->kind == CHN_RUN_SEE_NOTE) {
    put_number (part, CHN_DOCX_NORMAL, run->text);
  } else if (is_link) {
    chn_writer_printf (part->out, "<w:hyperlink r:id=\"rIdLink%u\" w:history=\"1\">", find_link (part, run->target));
    put_run_text (part, run, CHN_DOCX_LINK, is_mixed);
    chn_writer_puts (part->out, "</w:hyperlink>");
  } else {
    put_run_text (part, run, run_styles[run->kind], is_mixed);
  }
}

/* Whether a paragraph begins with a letter that runs from right to left, and whether it has one anywhere. */
static void
find_directions (const ChnDocument *document, ChnStretch runs, gboolean *begins, gboolean *has)
{
  *begins = *has = FALSE;
  for (guint i = 0; i < runs.n; i++) {
    const char *text = document->run[runs.first + i].text;
    *begins = *begins || (i == 0 && chn_docx_script_find_first (text) == CHN_DOCX_RIGHT_TO_LEFT);
    *has = *has || chn_docx_script_has_right_to_left (text);
  }
}

static void
begin_paragraph (ChnDocxPart *part, ChnDocxStyle style, gboolean is_right_to_left)
{
  chn_writer_puts (part->out, "<w:p><w:pPr>");
  if (style != CHN_DOCX_NORMAL)
    chn_docx_put_style (part, "w:pStyle", style);
  chn_writer_printf (part->out, "%s</w:pPr>", is_right_to_left ? "<w:bidi/>" : "");
}

void
chn_docx_put_paragraph (ChnDocxPart *part, ChnDocxStyle style, void (*put_head) (ChnDocxPart *part), ChnStretch runs)
{
  gboolean begins, has;
  find_directions (part->rendering->document, runs, &begins, &has);
  begin_paragraph (part, style, begins);
  if (put_head)
    put_head (part);
  for (guint i = 0; i < runs.n; i++)
    put_run (part, &part->rendering->document->run[runs.first + i], has);
  chn_writer_puts (part->out, "</w:p>\n");
}

void
chn_docx_put_text_paragraph (ChnDocxPart *part, ChnDocxStyle style, const char *text)
{
  begin_paragraph (part, style, chn_docx_script_find_first (text) == CHN_DOCX_RIGHT_TO_LEFT);
  chn_docx_put_text (part, style, text);
  chn_writer_puts (part->out, "</w:p>\n");
}
