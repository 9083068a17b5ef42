/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Puts rows of tables on pages. */
#include "plugin/picture/rows.h"

/* Air in points: above and below what a cell holds, and between two columns. */
static const double padding = 3, gutter = 8;

/* A row of cells, each with the line that it goes on with on the next page. */
typedef struct {
  ChnLines **lines; /* of the blocks */
  guint *next;
  guint n;
} Row;

static double
get_width (const ChnFlow *flow, guint column)
{
  return flow->page->width * flow->page->pages->column[column].share - gutter;
}

static double
get_left (const ChnFlow *flow, guint column)
{
  double left = flow->page->left;
  for (guint i = 0; i < column; i++)
    left += flow->page->width * flow->page->pages->column[i].share;
  return left;
}

static guint
get_column (const Row *row, guint index)
{
  return row->lines[index]->block ? row->lines[index]->block->column : index;
}

/* How many blocks from this one on are of its cell. */
static guint
count_cell (const Row *row, guint first)
{
  guint n = 1;
  while (first + n < row->n && get_column (row, first + n) == get_column (row, first))
    n++;
  return n;
}

/* How high what is left of the row is. */
static double
measure (const Row *row)
{
  double height = 0;
  for (guint i = 0, n; i < row->n; i += n) {
    double cell = 0;
    n = count_cell (row, i);
    for (guint k = i; k < i + n; k++)
      cell += chn_lines_get_height (row->lines[k], row->next[k], row->lines[k]->n_lines - row->next[k]);
    height = MAX (height, cell);
  }
  return height + 2 * padding;
}

/* As many lines of a block as there is room for; gives their height. */
static double
add_lines (ChnFlow *flow, Row *row, guint index, double y, double room, ChnPart *part)
{
  ChnLines *lines = row->lines[index];
  guint first = row->next[index], n = 0;
  while (first + n < lines->n_lines && chn_lines_get_height (lines, first, n + 1) <= room)
    n++;
  double height = n > 0 ? chn_lines_get_height (lines, first, n) : 0;
  if (n > 0) {
    part->lines = lines;
    part->first = first;
    part->n = n;
    part->y = y;
    row->next[index] = first + n;
  }
  chn_page_add (flow->page, part);
  return height;
}

/* A cell, which is one even where nothing of it is left; gives its height. Cells end at the same line of a page. */
static double
add_cell (ChnFlow *flow, Row *row, guint first, double room, guint frames)
{
  guint n = count_cell (row, first);
  double y = flow->page->y + padding, start = y, bottom = y + room - 2 * padding;
  for (guint i = first; i < first + n; i++) {
    guint outer = frames & CHN_FRAME_CELL ? CHN_FRAME_CELL : 0;
    ChnPart part = { .x = get_left (flow, get_column (row, i)), .opens = i == first ? outer : 0 };
    part.opens |= first == 0 && i == 0 ? frames & CHN_FRAME_ROW : 0;
    part.closes = i + 1 == first + n ? outer : 0;
    part.closes |= i + 1 == row->n ? frames & CHN_FRAME_ROW : 0;
    part.is_repeated = frames == 0;
    y += add_lines (flow, row, i, y, bottom - y, &part);
    if (row->next[i] < row->lines[i]->n_lines)
      bottom = y; /* what follows in the cell follows on the next page */
  }
  return y - start + 2 * padding;
}

/* As much of the row as there is room for. */
static void
add_part (ChnFlow *flow, Row *row, guint frames)
{
  double room = chn_page_get_room (flow->page), height = 0;
  for (guint i = 0; i < row->n; i += count_cell (row, i)) {
    double cell = add_cell (flow, row, i, room, frames);
    height = MAX (height, cell);
  }
  flow->page->y += height;
  g_array_append_val (flow->page->rules, flow->page->y);
}

static void
add_frames (ChnFlow *flow, guint opens, guint closes)
{
  chn_page_add (flow->page, &(ChnPart){ .opens = opens, .closes = closes });
}

/* The heads of columns. */
static void
make_heads (const ChnFlow *flow, Row *row)
{
  const ChnPages *pages = flow->page->pages;
  *row = (Row){ g_new0 (ChnLines *, pages->n_columns), g_new0 (guint, pages->n_columns), pages->n_columns };
  for (guint i = 0; i < row->n; i++)
    row->lines[i] = chn_lines_new_single (flow->page->faces, &pages->column[i].head, chn_look_get (CHN_BLOCK_HEAD),
                                          get_width (flow, i));
}

/* The page has taken the lines. */
static void
clear_row (Row *row)
{
  g_free (row->lines);
  g_free (row->next);
}

/* A table begins with the headings that wait for it, the heads of its columns, and a row. */
static void
begin_table (ChnFlow *flow, const Row *first)
{
  ChnPage *page = flow->page;
  Row heads;
  make_heads (flow, &heads);
  double height = measure (&heads) + measure (first) + padding;
  for (guint i = 0; i < flow->kept->len; i++) {
    const ChnStrip *strip = &g_array_index (flow->kept, ChnStrip, i);
    height += chn_lines_get_height (strip->lines, strip->first, strip->n);
  }
  if (height > chn_page_get_room (page) && page->has_text)
    chn_flow_turn (flow);
  chn_flow_add_kept (flow);
  page->y += page->has_text ? padding : 0;
  add_frames (flow, CHN_FRAME_TABLE, 0);
  add_part (flow, &heads, CHN_FRAME_ROW);
  clear_row (&heads);
  flow->in_table = TRUE;
}

/* On further pages the heads are repeated, and none of the text. */
static void
turn_within (ChnFlow *flow)
{
  Row heads;
  chn_flow_turn (flow);
  make_heads (flow, &heads);
  add_part (flow, &heads, 0);
  clear_row (&heads);
}

static gboolean
is_left (const Row *row)
{
  for (guint i = 0; i < row->n; i++)
    if (row->next[i] < row->lines[i]->n_lines)
      return TRUE;
  return FALSE;
}

/* A row that is higher than a page goes on on the next. */
static void
add_row (ChnFlow *flow, Row *row, gboolean is_first)
{
  if (!is_first && measure (row) > chn_page_get_room (flow->page) && flow->page->has_text)
    turn_within (flow);
  add_part (flow, row, CHN_FRAME_ROW | CHN_FRAME_CELL);
  while (is_left (row)) {
    turn_within (flow);
    add_part (flow, row, CHN_FRAME_ROW | CHN_FRAME_CELL);
  }
}

void
chn_flow_add_row (ChnFlow *flow, const ChnBlock *blocks, guint n)
{
  Row row = { g_new0 (ChnLines *, n), g_new0 (guint, n), n };
  gboolean is_first = !flow->in_table;
  for (guint i = 0; i < n; i++)
    row.lines[i] =
        chn_lines_new (flow->page->faces, flow->page->pages, &blocks[i], get_width (flow, blocks[i].column));
  if (is_first)
    begin_table (flow, &row);
  add_row (flow, &row, is_first);
  clear_row (&row);
}

void
chn_flow_end_table (ChnFlow *flow)
{
  if (flow->in_table)
    add_frames (flow, 0, CHN_FRAME_TABLE);
  flow->in_table = FALSE;
}
