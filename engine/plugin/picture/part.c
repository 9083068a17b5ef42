/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Draws blocks and tags what they are (PDF 1.7, 14.8), by cairo. */
#include "plugin/picture/part.h"

#include <string.h>

/* Glyphs of one span in a line. */
typedef struct {
  PangoGlyphItem *glyphs;
  guint span;
  int offset; /* in the text, which is read in this order */
  double x, y, width;
  double top, bottom; /* of its line */
} Piece;

void
chn_part_set_colour (cairo_t *cairo, ChnTint tint)
{
  guint32 colour = chn_look_get_colour (tint);
  cairo_set_source_rgb (cairo, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0, (colour & 0xFF) / 255.0);
}

static gint
compare_pieces (gconstpointer a, gconstpointer b)
{
  const Piece *left = a, *right = b;
  return (left->offset > right->offset) - (left->offset < right->offset);
}

/* Whether nothing of it is seen: marks of direction, a joiner. */
static gboolean
is_unseen (const PangoGlyphItem *glyphs)
{
  for (int i = 0; i < glyphs->glyphs->num_glyphs; i++)
    if (glyphs->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
      return FALSE;
  return TRUE;
}

static void
add_line (GArray *pieces, const ChnLines *lines, const ChnLine *line, double x, double y)
{
  for (const GSList *run = line->line->runs; run; run = run->next) {
    PangoGlyphItem *glyphs = run->data;
    double width = (double) pango_glyph_string_get_width (glyphs->glyphs) / PANGO_SCALE;
    guint span = chn_lines_find_span (lines, glyphs->item->offset);
    Piece piece = { glyphs, span, glyphs->item->offset, x, y + line->baseline - chn_lines_get_rise (lines, span),
                    width,  y,    y + line->height };
    if (!is_unseen (glyphs))
      g_array_append_val (pieces, piece);
    x += width;
  }
}

/* What the lines hold, in the order in which it is read. Piece. */
static GArray *
gather (const ChnLines *lines, guint first, guint n, double x, double y)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  for (guint i = first; i < first + n; i++) {
    add_line (pieces, lines, &lines->line[i], x + lines->line[i].x, y);
    y += lines->line[i].height;
  }
  g_array_sort (pieces, compare_pieces);
  return pieces;
}

static void
draw_pieces (cairo_t *cairo, const ChnLines *lines, const Piece *pieces, guint n, ChnTint tint)
{
  chn_part_set_colour (cairo, tint);
  for (guint i = 0; i < n; i++) {
    cairo_move_to (cairo, pieces[i].x, pieces[i].y);
    pango_cairo_show_glyph_item (cairo, pango_layout_get_text (lines->layout), pieces[i].glyphs);
  }
  cairo_new_path (cairo);
}

static gboolean
is_link (const ChnLines *lines, guint span)
{
  return span < lines->n_spans && (lines->span[span].address || lines->span[span].note > 0);
}

static gboolean
has_links (const ChnLines *lines)
{
  for (guint i = 0; i < lines->n_spans; i++)
    if (is_link (lines, i))
      return TRUE;
  return FALSE;
}

static void
append_number (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.2f ", number));
}

/* A rectangle for each line that the link stands on. */
static void
append_rectangles (GString *out, const Piece *pieces, guint n)
{
  g_string_append (out, " rect=[");
  for (guint i = 0, next; i < n; i = next) {
    double left = pieces[i].x, right = pieces[i].x + pieces[i].width;
    for (next = i + 1; next < n && pieces[next].top == pieces[i].top; next++) {
      left = MIN (left, pieces[next].x);
      right = MAX (right, pieces[next].x + pieces[next].width);
    }
    append_number (out, left);
    append_number (out, pieces[i].top);
    append_number (out, right - left);
    append_number (out, pieces[i].bottom - pieces[i].top);
  }
  g_string_append_c (out, ']');
}

/* cairo puts addresses into the file as they are, though parentheses and backslashes mean something there. */
static void
append_address (GString *out, const char *address)
{
  g_string_append (out, "uri='");
  for (; *address; address++)
    if (strchr ("()\\'", *address) || (guchar) *address <= ' ' || (guchar) *address >= 0x7F)
      g_string_append_printf (out, "%%%02X", (guint) (guchar) *address);
    else
      g_string_append_c (out, *address);
  g_string_append_c (out, '\'');
}

static void
draw_link (cairo_t *cairo, const ChnLines *lines, const Piece *pieces, guint n)
{
  const ChnSpan *span = &lines->span[pieces[0].span];
  g_autoptr (GString) attributes = g_string_new (NULL);
  if (span->address)
    append_address (attributes, span->address);
  else
    g_string_printf (attributes, "dest='n%u'", span->note);
  append_rectangles (attributes, pieces, n);
  if (span->note > 0)
    cairo_tag_begin (cairo, "Reference", NULL);
  cairo_tag_begin (cairo, CAIRO_TAG_LINK, attributes->str);
  draw_pieces (cairo, lines, pieces, n, CHN_TINT_BLUE);
  cairo_tag_end (cairo, CAIRO_TAG_LINK);
  if (span->note > 0)
    cairo_tag_end (cairo, "Reference");
}

/* cairo marks only elements that have no others in them, and these must end on the page where they begin. */
static void
draw_spans (cairo_t *cairo, const ChnLines *lines, const GArray *pieces)
{
  const Piece *piece = (const Piece *) (gpointer) pieces->data;
  for (guint i = 0, next; i < pieces->len; i = next) {
    gboolean leads = is_link (lines, piece[i].span);
    for (next = i + 1; next < pieces->len; next++)
      if (leads ? piece[next].span != piece[i].span : is_link (lines, piece[next].span))
        break;
    if (leads) {
      draw_link (cairo, lines, piece + i, next - i);
    } else {
      cairo_tag_begin (cairo, "Span", NULL);
      draw_pieces (cairo, lines, piece + i, next - i, lines->look->tint);
      cairo_tag_end (cairo, "Span");
    }
  }
}

static const struct {
  ChnFrame frame;
  const char *tag;
} frames[] = { { CHN_FRAME_TABLE, "Table" }, { CHN_FRAME_ROW, "TR" }, { CHN_FRAME_CELL, "TD" } };

static void
open_frames (cairo_t *cairo, guint opens)
{
  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    if (opens & frames[i].frame)
      cairo_tag_begin (cairo, frames[i].tag, NULL);
}

static void
close_frames (cairo_t *cairo, guint closes)
{
  for (guint i = G_N_ELEMENTS (frames); i-- > 0;)
    if (closes & frames[i].frame)
      cairo_tag_end (cairo, frames[i].tag);
}

/* Where a note begins, so that links find it. */
static void
mark_note (cairo_t *cairo, const ChnPart *part)
{
  guint number = part->lines->block ? part->lines->block->number : 0;
  if (number == 0 || part->first > 0)
    return;
  g_autoptr (GString) attributes = g_string_new (NULL);
  g_string_printf (attributes, "name='n%u' internal x=", number);
  append_number (attributes, part->x);
  g_string_append (attributes, "y=");
  append_number (attributes, part->y);
  cairo_tag_begin (cairo, CAIRO_TAG_DEST, attributes->str);
  cairo_tag_end (cairo, CAIRO_TAG_DEST);
}

void
chn_part_draw_bare (cairo_t *cairo, const ChnLines *lines, double x, double y)
{
  g_autoptr (GArray) pieces = gather (lines, 0, lines->n_lines, x, y);
  draw_pieces (cairo, lines, (const Piece *) (gpointer) pieces->data, pieces->len, lines->look->tint);
}

static void
draw_lines (cairo_t *cairo, const ChnPart *part)
{
  const ChnLines *lines = part->lines;
  gboolean begins = part->first == 0, ends = part->first + part->n == lines->n_lines;
  g_autoptr (GArray) pieces = gather (lines, part->first, part->n, part->x, part->y);
  if (begins)
    cairo_tag_begin (cairo, lines->look->tag, NULL);
  mark_note (cairo, part);
  if (begins && ends && !has_links (lines))
    draw_pieces (cairo, lines, (const Piece *) (gpointer) pieces->data, pieces->len, lines->look->tint);
  else
    draw_spans (cairo, lines, pieces);
  if (ends)
    cairo_tag_end (cairo, lines->look->tag);
}

void
chn_part_draw (cairo_t *cairo, const ChnPart *part)
{
  open_frames (cairo, part->opens);
  if (part->lines && part->is_repeated)
    chn_part_draw_bare (cairo, part->lines, part->x, part->y);
  else if (part->lines)
    draw_lines (cairo, part);
  close_frames (cairo, part->closes);
}
