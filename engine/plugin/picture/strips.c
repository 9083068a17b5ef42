/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Puts lines that stay together on pages, with the notes that they call. */
#include "plugin/picture/strips.h"

/* The share of a page that notes of earlier pages may take. */
static const double carried_share = 0.7;

static ChnLines *
find_note (ChnFlow *flow, guint number)
{
  const ChnPages *pages = flow->page->pages;
  if (!pages->note || number == 0 || number > pages->n_notes || flow->is_noted[number - 1])
    return NULL;
  if (!flow->note[number - 1])
    flow->note[number - 1] = chn_lines_new (flow->page->faces, pages, &pages->note[number - 1], flow->page->width);
  return flow->note[number - 1];
}

/* How high the notes are that a line calls and that do not stand anywhere yet. */
static double
measure_notes (ChnFlow *flow, const ChnStrip *strip)
{
  double height = 0;
  for (guint i = strip->first; i < strip->first + strip->n; i++)
    for (guint k = 0; k < strip->lines->line[i].n_calls; k++) {
      ChnLines *note = find_note (flow, strip->lines->call[strip->lines->line[i].first_call + k]);
      height += note ? chn_lines_get_height (note, 0, note->n_lines) : 0;
    }
  return height;
}

static gboolean
fits (ChnFlow *flow, const ChnStrip *strips, guint n)
{
  double height = 0, notes = 0;
  for (guint i = 0; i < n; i++) {
    height += chn_lines_get_height (strips[i].lines, strips[i].first, strips[i].n);
    notes += measure_notes (flow, &strips[i]);
  }
  if (!flow->page->has_text && n > 0 && strips[0].first == 0)
    height -= strips[0].lines->look->before;
  return height + notes + (notes > 0 ? chn_page_get_foot_air (flow->page) : 0) <= chn_page_get_room (flow->page);
}

/* What is left of a note goes on at the foot of the next page. */
static void
add_note (ChnFlow *flow, ChnLines *note, guint first, guint caller, double most)
{
  guint next = chn_page_add_note (flow->page, note, first, caller, most);
  if (next < note->n_lines) {
    ChnStrip rest = { note, next, note->n_lines - next };
    g_array_append_val (flow->carried, rest);
  }
}

static void
add_notes (ChnFlow *flow, const ChnStrip *strip)
{
  guint caller = flow->page->body->len - 1;
  for (guint i = strip->first; i < strip->first + strip->n; i++)
    for (guint k = 0; k < strip->lines->line[i].n_calls; k++) {
      guint number = strip->lines->call[strip->lines->line[i].first_call + k];
      ChnLines *note = find_note (flow, number);
      if (!note)
        continue;
      flow->is_noted[number - 1] = TRUE;
      flow->note[number - 1] = NULL;
      add_note (flow, note, 0, caller, G_MAXDOUBLE);
    }
}

static void
add_strip (ChnFlow *flow, const ChnStrip *strip)
{
  ChnPage *page = flow->page;
  double before = strip->first == 0 && page->has_text ? strip->lines->look->before : 0;
  double own = strip->first == 0 ? strip->lines->look->before : 0;
  ChnPart part = {
    .lines = strip->lines, .first = strip->first, .n = strip->n, .x = page->left, .y = page->y + before
  };
  page->y += chn_lines_get_height (strip->lines, strip->first, strip->n) + before - own;
  chn_page_add (page, &part);
  add_notes (flow, strip);
}

void
chn_flow_turn (ChnFlow *flow)
{
  do {
    chn_page_turn (flow->page);
    g_autoptr (GArray) carried = flow->carried;
    flow->carried = g_array_new (FALSE, FALSE, sizeof (ChnStrip));
    double most = chn_page_get_room (flow->page) * carried_share;
    for (guint i = 0; i < carried->len; i++) {
      const ChnStrip *rest = &g_array_index (carried, ChnStrip, i);
      add_note (flow, rest->lines, rest->first, G_MAXUINT, most - flow->page->foot_height);
    }
  } while (flow->carried->len > 0);
}

/* A page holds at least one line. */
static void
add_line_by_line (ChnFlow *flow, const ChnStrip *strip)
{
  for (guint i = 0; i < strip->n; i++) {
    const ChnStrip line = { strip->lines, strip->first + i, 1 };
    if (!fits (flow, &line, 1) && (flow->page->has_text || flow->page->foot->len > 0))
      chn_flow_turn (flow);
    add_strip (flow, &line);
  }
}

void
chn_flow_add_strips (ChnFlow *flow, const ChnStrip *strips, guint n)
{
  if (!fits (flow, strips, n) && flow->page->has_text)
    chn_flow_turn (flow);
  gboolean whole = fits (flow, strips, n);
  for (guint i = 0; i < n; i++)
    if (whole)
      add_strip (flow, &strips[i]);
    else
      add_line_by_line (flow, &strips[i]);
}

void
chn_flow_add_kept (ChnFlow *flow)
{
  if (flow->kept->len > 0)
    chn_flow_add_strips (flow, (const ChnStrip *) (gpointer) flow->kept->data, flow->kept->len);
  g_array_set_size (flow->kept, 0);
}
