/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fills and draws pages. */
#include "plugin/picture/page.h"

#include "plugin/picture/paint.h"

/* In points: the margins of a page, and where what runs along stands. */
static const double side = 74, above = 78, below = 80, low = 66, head = 44, foot = 50;

/* Above the notes: the air over the line that parts them from the body, and below it; and how long it is. */
static const double foot_gap = 14, foot_air = 4, foot_rule = 90;

static const ChnLook running = { .size = 8, .leading = 11, .tint = CHN_TINT_SOFT };

static double
find_side (const ChnPages *pages)
{
  return pages->width > pages->height ? low : side;
}

void
chn_page_init (ChnPage *page, const ChnPages *pages, ChnFaces *faces, cairo_surface_t *surface)
{
  gboolean lies_across = pages->width > pages->height;
  *page = (ChnPage){ .pages = pages,
                     .faces = faces,
                     .surface = surface,
                     .cairo = cairo_create (surface),
                     .number = 1,
                     .left = find_side (pages),
                     .width = pages->width - 2 * find_side (pages),
                     .top = lies_across ? low : above,
                     .y = lies_across ? low : above,
                     .bottom = pages->height - (lies_across ? low : below),
                     .body = g_array_new (FALSE, FALSE, sizeof (ChnPart)),
                     .foot = g_array_new (FALSE, FALSE, sizeof (ChnPart)),
                     .rules = g_array_new (FALSE, FALSE, sizeof (double)) };
}

void
chn_page_clear (ChnPage *page)
{
  g_array_free (page->body, TRUE);
  g_array_free (page->foot, TRUE);
  g_array_free (page->rules, TRUE);
  cairo_destroy (page->cairo);
}

double
chn_page_get_room (const ChnPage *page)
{
  return page->bottom - page->y - page->foot_height;
}

/* Lines that follow those of the last part go with them, so that a paragraph is one element of the structure. */
static gboolean
extend_last (const ChnPage *page, const ChnPart *part)
{
  ChnPart *last = page->body->len > 0 ? &g_array_index (page->body, ChnPart, page->body->len - 1) : NULL;
  gboolean follows = last && part->lines && last->lines == part->lines && last->first + last->n == part->first;
  if (follows && !last->closes && !part->opens)
    last->n += part->n;
  return follows && !last->closes && !part->opens;
}

void
chn_page_add (ChnPage *page, const ChnPart *part)
{
  if (!extend_last (page, part))
    g_array_append_vals (page->body, part, 1);
  page->has_text = page->has_text || (part->lines && !part->is_repeated);
}

double
chn_page_get_foot_air (const ChnPage *page)
{
  return page->foot->len == 0 ? foot_gap + foot_air : 0;
}

guint
chn_page_add_note (ChnPage *page, ChnLines *note, guint first, guint caller, double most)
{
  double room = MIN (most, chn_page_get_room (page)) - chn_page_get_foot_air (page);
  guint n = 0;
  while (first + n < note->n_lines && chn_lines_get_height (note, first, n + 1) <= room)
    n++;
  if (n == 0)
    return first;
  page->foot_height += chn_lines_get_height (note, first, n) + chn_page_get_foot_air (page);
  ChnPart part = { .lines = note, .first = first, .n = n, .x = page->left, .caller = caller };
  g_array_append_val (page->foot, part);
  return first + n;
}

static void
draw_rule (const ChnPage *page, double y, double width)
{
  chn_part_set_colour (page->cairo, CHN_TINT_RULE);
  cairo_set_line_width (page->cairo, 0.5);
  cairo_move_to (page->cairo, page->left, y);
  cairo_line_to (page->cairo, page->left + width, y);
  cairo_stroke (page->cairo);
}

/* What stands around the text of a page: how wide the page is, and how far from its sides what runs along. */
typedef struct {
  double width, height, side;
} Frame;

/* A line of text that runs along, at the left or in the middle. */
static void
draw_running (const ChnPage *page, const Frame *frame, const char *text, double y, gboolean is_centred)
{
  const ChnSpan span = { .text = text };
  ChnLines *lines = chn_lines_new_single (page->faces, &span, &running, frame->width - 2 * frame->side);
  PangoRectangle logical;
  pango_layout_get_extents (lines->layout, NULL, &logical);
  double own = (double) logical.width / PANGO_SCALE;
  double start = is_centred ? (frame->width - own) / 2 - lines->line[0].x : frame->side;
  chn_part_draw_bare (page->cairo, lines, start, y);
  chn_lines_free (lines);
}

/* The first page has the title itself. */
static void
draw_frame (const ChnPage *page, const Frame *frame)
{
  g_autofree char *number = g_strdup_printf ("%u", page->number);
  if (page->number > 1)
    draw_running (page, frame, page->pages->title, head, FALSE);
  draw_running (page, frame, number, frame->height - foot, TRUE);
}

static double
place_notes (ChnPage *page)
{
  double y = page->bottom - page->foot_height + foot_gap;
  double start = y;
  y += foot_air;
  for (guint i = 0; i < page->foot->len; i++) {
    ChnPart *part = &g_array_index (page->foot, ChnPart, i);
    part->y = y + (part->first == 0 ? part->lines->look->before : 0);
    y += chn_lines_get_height (part->lines, part->first, part->n);
  }
  return start;
}

static void
draw_notes_of (const ChnPage *page, guint caller)
{
  for (guint i = 0; i < page->foot->len; i++) {
    const ChnPart *part = &g_array_index (page->foot, ChnPart, i);
    if (part->caller == caller)
      chn_part_draw (page->cairo, part);
  }
}

/* An entry of the outline, below the last of the level above. */
static void
add_outline (ChnPage *page, guint level, const char *text, double x, double y)
{
  g_autofree char *place = g_strdup_printf ("page=%u pos=[%d %d]", page->number, (int) x, (int) y);
  int above_it = level > 1 ? page->outline[level - 2] : CAIRO_PDF_OUTLINE_ROOT;
  cairo_pdf_outline_flags_t flags = level > 1 ? 0 : CAIRO_PDF_OUTLINE_FLAG_OPEN;
  page->outline[level - 1] = cairo_pdf_surface_add_outline (page->surface, above_it, text, place, flags);
}

static void
note_outline (ChnPage *page, const ChnPart *part)
{
  guint level = part->lines && part->first == 0 ? part->lines->look->outline : 0;
  if (level > 0)
    add_outline (page, level, pango_layout_get_text (part->lines->layout), part->x, part->y);
}

static void
draw_parts (ChnPage *page)
{
  draw_notes_of (page, G_MAXUINT);
  for (guint i = 0; i < page->body->len; i++) {
    const ChnPart *part = &g_array_index (page->body, ChnPart, i);
    note_outline (page, part);
    chn_part_draw (page->cairo, part);
    draw_notes_of (page, i);
  }
  for (guint i = 0; i < page->rules->len; i++)
    draw_rule (page, g_array_index (page->rules, double, i), page->width);
}

static void
free_drawn (const GArray *parts)
{
  for (guint i = 0; i < parts->len; i++) {
    const ChnPart *part = &g_array_index (parts, ChnPart, i);
    if (part->lines && part->first + part->n == part->lines->n_lines)
      chn_lines_free (part->lines);
  }
}

void
chn_page_turn (ChnPage *page)
{
  draw_frame (page, &(Frame){ page->pages->width, page->pages->height, page->left });
  if (page->foot->len > 0)
    draw_rule (page, place_notes (page), foot_rule);
  draw_parts (page);
  free_drawn (page->body);
  free_drawn (page->foot);
  g_array_set_size (page->body, 0);
  g_array_set_size (page->foot, 0);
  g_array_set_size (page->rules, 0);
  page->y = page->top;
  page->foot_height = 0;
  page->has_text = FALSE;
  page->number++;
  cairo_show_page (page->cairo);
}

void
chn_page_draw_picture (ChnPage *page)
{
  const ChnScene *scene = page->pages->picture;
  double width = MAX (page->pages->width, page->pages->height),
         height = MIN (page->pages->width, page->pages->height);
  double scale =
      MIN ((width - CHN_PAGES_PICTURE_ACROSS) / scene->width, (height - CHN_PAGES_PICTURE_DOWN) / scene->height);
  cairo_pdf_surface_set_size (page->surface, width, height);
  draw_frame (page, &(Frame){ width, height, CHN_PAGES_PICTURE_ACROSS / 2 });
  add_outline (page, 1, scene->title, 0, 0);
  cairo_tag_begin (page->cairo, "Figure", NULL);
  cairo_save (page->cairo);
  cairo_translate (page->cairo, (width - scale * scene->width) / 2, head + 18);
  cairo_scale (page->cairo, scale, scale);
  cairo_rectangle (page->cairo, 0, 0, scene->width, scene->height);
  cairo_clip (page->cairo);
  page->faces->lacks_font |= !chn_paint_scene (page->cairo, scene);
  cairo_restore (page->cairo);
  cairo_tag_end (page->cairo, "Figure");
  cairo_show_page (page->cairo);
}
