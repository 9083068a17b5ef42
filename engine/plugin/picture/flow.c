/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Puts blocks on pages, as many as fit. */
#include "plugin/picture/flow.h"

#include "plugin/picture/rows.h"

/* Lines of a paragraph that is not parted, and of a longer one that stay together. */
enum { WHOLE = 3, TOGETHER = 2 };

static void
add_paragraph (ChnFlow *flow, ChnLines *lines)
{
  guint n = lines->n_lines, head = n <= WHOLE ? n : TOGETHER, tail = n <= WHOLE ? 0 : TOGETHER;
  const ChnStrip first = { lines, 0, head };
  g_array_append_val (flow->kept, first);
  chn_flow_add_kept (flow);
  for (guint i = head; i < n - tail; i++)
    chn_flow_add_strips (flow, &(ChnStrip){ lines, i, 1 }, 1);
  if (tail > 0)
    chn_flow_add_strips (flow, &(ChnStrip){ lines, n - tail, tail }, 1);
}

/* A short first paragraph of an entry stays with the next. */
static gboolean
is_followed (const ChnPages *pages, guint index)
{
  return pages->block[index].kind == CHN_BLOCK_ENTRY && index + 1 < pages->n_blocks &&
         (pages->block[index + 1].kind == CHN_BLOCK_DETAIL || pages->block[index + 1].kind == CHN_BLOCK_REMARK);
}

static void
add_block (ChnFlow *flow, guint index)
{
  const ChnPages *pages = flow->page->pages;
  ChnLines *lines = chn_lines_new (flow->page->faces, pages, &pages->block[index], flow->page->width);
  const ChnStrip whole = { lines, 0, lines->n_lines };
  if (lines->look->keeps || (lines->n_lines <= WHOLE && is_followed (pages, index)))
    g_array_append_val (flow->kept, whole);
  else
    add_paragraph (flow, lines);
}

static guint
count_row (const ChnPages *pages, guint first)
{
  guint n = 1;
  while (first + n < pages->n_blocks && pages->block[first + n].kind == CHN_BLOCK_CELL &&
         !pages->block[first + n].begins_row)
    n++;
  return n;
}

static void
add_blocks (ChnFlow *flow)
{
  const ChnPages *pages = flow->page->pages;
  for (guint i = 0, n; i < pages->n_blocks; i += n) {
    gboolean is_row = pages->block[i].kind == CHN_BLOCK_CELL;
    n = is_row ? count_row (pages, i) : 1;
    if (is_row) {
      chn_flow_add_row (flow, &pages->block[i], n);
    } else {
      chn_flow_end_table (flow);
      add_block (flow, i);
    }
  }
  chn_flow_end_table (flow);
}

void
chn_flow_set (ChnPage *page)
{
  guint n_notes = page->pages->note ? page->pages->n_notes : 0;
  g_autofree ChnLines **note = g_new0 (ChnLines *, n_notes + 1);
  g_autofree guint8 *is_noted = g_new0 (guint8, n_notes + 1);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (ChnStrip));
  ChnFlow flow = { .page = page,
                   .kept = kept,
                   .carried = g_array_new (FALSE, FALSE, sizeof (ChnStrip)),
                   .note = note,
                   .is_noted = is_noted };
  add_blocks (&flow);
  chn_flow_add_kept (&flow);
  while (flow.carried->len > 0)
    chn_flow_turn (&flow);
  if (page->has_text || page->foot->len > 0)
    chn_page_turn (page);
  g_array_free (flow.carried, TRUE);
}
