/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Breaks blocks into lines, by pango. */
#include "plugin/picture/lines.h"

#include <hb.h>
#include <string.h>

/* What is longer is broken, since no line may be long enough for it. */
enum { LONGEST_WHOLE = 48 };

/* Of raised text: its height in that of the font, and how far up it stands. */
static const double raised_size = 0.68, raised_by = 0.34;

/* No line begins with what stands raised behind a word. */
#define JOINER "\u2060"

#define RIGHTWARD "\u2066"
#define ISOLATED "\u2068"
#define ISOLATE_END "\u2069"

static void
insert (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* Glyphs on both sides of such a border are never in one run, so that they can be drawn one by one. */
static void
part_runs (PangoAttrList *list, guint start, guint end)
{
  if (start < end)
    insert (list, pango_attr_foreground_new (0, 0, 0), start, end);
}

static void
add_attributes (PangoAttrList *list, const ChnSpan *span, const ChnLook *look, guint start, guint end)
{
  if (span->style & CHN_SPAN_BOLD)
    insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  if (span->style & CHN_SPAN_ITALIC)
    insert (list, pango_attr_style_new (look->is_italic ? PANGO_STYLE_NORMAL : PANGO_STYLE_ITALIC), start, end);
  if (span->style & CHN_SPAN_RAISED)
    insert (list, pango_attr_size_new_absolute ((int) (look->size * raised_size * PANGO_SCALE)), start, end);
  if (span->style & CHN_SPAN_WHOLE && end - start <= LONGEST_WHOLE)
    insert (list, pango_attr_allow_breaks_new (FALSE), start, end);
}

/* What stands around a span and is not seen. */
static void
append_marks (GString *text, PangoAttrList *list, const char *first, const char *second)
{
  guint start = (guint) text->len;
  g_string_append (text, first);
  g_string_append (text, second);
  part_runs (list, start, (guint) text->len);
}

static void
append_span (GString *text, PangoAttrList *list, const ChnSpan *span, const ChnLook *look)
{
  guint before = (guint) text->len;
  gboolean is_rightward = span->style & CHN_SPAN_RIGHTWARD;
  append_marks (text, list, span->style & CHN_SPAN_OPENS ? ISOLATED : "",
                is_rightward                    ? RIGHTWARD
                : span->style & CHN_SPAN_RAISED ? JOINER
                                                : "");
  guint start = (guint) text->len;
  g_string_append (text, span->text);
  part_runs (list, start, (guint) text->len);
  append_marks (text, list, is_rightward ? ISOLATE_END : "", span->style & CHN_SPAN_CLOSES ? ISOLATE_END : "");
  add_attributes (list, span, look, before, (guint) text->len);
}

static void
set_text (ChnLines *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PangoAttrList *attributes = pango_attr_list_new ();
  lines->start = g_new (guint, lines->n_spans + 1);
  for (guint i = 0; i < lines->n_spans; i++) {
    lines->start[i] = (guint) text->len;
    append_span (text, attributes, &lines->span[i], lines->look);
  }
  lines->start[lines->n_spans] = (guint) text->len;
  chn_faces_add_languages (attributes, text->str);
  /* A ligature is one character for whoever searches the file, or has it read out. */
  insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"), 0, (guint) text->len);
  pango_layout_set_text (lines->layout, text->str, (int) text->len);
  pango_layout_set_attributes (lines->layout, attributes);
  pango_attr_list_unref (attributes);
}

static void
set_font (ChnLines *lines, const char *font)
{
  PangoFontDescription *description = pango_font_description_new ();
  pango_font_description_set_family (description, font);
  pango_font_description_set_absolute_size (description, lines->look->size * PANGO_SCALE);
  pango_font_description_set_weight (description, lines->look->is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (description, lines->look->is_italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (lines->layout, description);
  pango_font_description_free (description);
}

static double
to_points (int units)
{
  return (double) units / PANGO_SCALE;
}

/* Lines stand as far apart as the look has it, and further where a face is taller. */
static void
measure_line (ChnLines *lines, PangoLayoutIter *iter, ChnLine *line)
{
  static const double ascent = 0.76, descent = 0.24; /* shares of the leading */
  PangoRectangle logical;
  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  double above = to_points (pango_layout_iter_get_baseline (iter) - logical.y);
  double below = to_points (logical.height) - above, leading = lines->look->leading;
  line->line = pango_layout_iter_get_line (iter);
  line->x = to_points (logical.x) + lines->look->indent;
  line->baseline = MAX (above, leading * ascent);
  line->height = line->baseline + MAX (below, leading * descent);
}

static gboolean
calls_in (const ChnLines *lines, guint span, const PangoLayoutLine *line)
{
  return lines->span[span].style & CHN_SPAN_CALLS_NOTE && lines->start[span] >= (guint) line->start_index &&
         lines->start[span] < (guint) (line->start_index + line->length);
}

static void
find_calls (ChnLines *lines)
{
  guint span = 0, n = 0;
  lines->call = g_new (guint, lines->n_spans + 1);
  for (guint i = 0; i < lines->n_lines; i++) {
    ChnLine *line = &lines->line[i];
    line->first_call = n;
    for (; span < lines->n_spans && lines->start[span] < (guint) (line->line->start_index + line->line->length);
         span++)
      if (calls_in (lines, span, line->line))
        lines->call[n++] = lines->span[span].note;
    line->n_calls = n - line->first_call;
  }
}

/* Pango takes away the space that a line is broken at; whoever copies or hears the text needs it. */
static void
restore_spaces (const PangoLayoutLine *line, const char *text)
{
  for (const GSList *run = line->runs; run; run = run->next) {
    const PangoGlyphItem *item = run->data;
    PangoFont *font = item->item->analysis.font;
    hb_codepoint_t space;
    if (!font || !hb_font_get_nominal_glyph (pango_font_get_hb_font (font), ' ', &space))
      continue;
    for (int i = 0; i < item->glyphs->num_glyphs; i++)
      if (item->glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY &&
          text[item->item->offset + item->glyphs->log_clusters[i]] == ' ')
        item->glyphs->glyphs[i].glyph = space;
  }
}

static void
break_lines (ChnLines *lines, ChnFaces *faces)
{
  lines->n_lines = (guint) pango_layout_get_line_count (lines->layout);
  lines->line = g_new0 (ChnLine, lines->n_lines);
  PangoLayoutIter *iter = pango_layout_get_iter (lines->layout);
  for (guint i = 0; i < lines->n_lines; i++) {
    measure_line (lines, iter, &lines->line[i]);
    restore_spaces (lines->line[i].line, pango_layout_get_text (lines->layout));
    chn_faces_note (faces, lines->line[i].line, pango_layout_get_text (lines->layout));
    pango_layout_iter_next_line (iter);
  }
  pango_layout_iter_free (iter);
}

static ChnLines *
make (ChnFaces *faces, const ChnSpan *spans, guint n_spans, const ChnLook *look)
{
  ChnLines *lines = g_new0 (ChnLines, 1);
  lines->span = spans;
  lines->n_spans = n_spans;
  lines->look = look;
  lines->layout = pango_layout_new (faces->context);
  set_font (lines, faces->font);
  set_text (lines);
  return lines;
}

ChnLines *
chn_lines_new (ChnFaces *faces, const ChnPages *pages, const ChnBlock *block, double width)
{
  const ChnLook *look = chn_look_get (block->kind);
  ChnLines *lines = make (faces, pages->span + block->first_span, block->n_spans, look);
  lines->block = block;
  pango_layout_set_auto_dir (lines->layout, block->is_natural);
  pango_layout_set_wrap (lines->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (lines->layout, (int) ((width - look->indent) * PANGO_SCALE));
  pango_layout_set_indent (lines->layout, (int) (-look->hang * PANGO_SCALE));
  break_lines (lines, faces);
  find_calls (lines);
  return lines;
}

ChnLines *
chn_lines_new_single (ChnFaces *faces, const ChnSpan *span, const ChnLook *look, double width)
{
  ChnLines *lines = make (faces, span, 1, look);
  pango_layout_set_single_paragraph_mode (lines->layout, TRUE);
  pango_layout_set_width (lines->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (lines->layout, PANGO_ELLIPSIZE_END);
  break_lines (lines, faces);
  return lines;
}

void
chn_lines_free (ChnLines *lines)
{
  if (!lines)
    return;
  g_object_unref (lines->layout);
  g_free (lines->start);
  g_free (lines->line);
  g_free (lines->call);
  g_free (lines);
}

double
chn_lines_get_height (const ChnLines *lines, guint first, guint n)
{
  double height = first == 0 ? lines->look->before : 0;
  for (guint i = first; i < first + n; i++)
    height += lines->line[i].height;
  return height + (first + n == lines->n_lines ? lines->look->after : 0);
}

guint
chn_lines_find_span (const ChnLines *lines, int offset)
{
  guint low = 0, high = lines->n_spans;
  while (high - low > 1) {
    guint middle = (low + high) / 2;
    if (lines->start[middle] <= (guint) offset)
      low = middle;
    else
      high = middle;
  }
  return low;
}

double
chn_lines_get_rise (const ChnLines *lines, guint span)
{
  return span < lines->n_spans && lines->span[span].style & CHN_SPAN_RAISED ? lines->look->size * raised_by : 0;
}
