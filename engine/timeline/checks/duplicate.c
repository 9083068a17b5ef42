/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What an event names twice in one list, which says no more than once does: the first stays, the others are noted. */
#include "timeline/checks/checks.h"

/* Longer lists are looked at by a table. */
enum { FEW = 16 };

/* The lists in which a cell that comes again is the same thing; two citations of a source may differ in their place.
 */
static const struct {
  ChnListId list;
  ChnField field;
  const char *where;
} lists[] = {
  { CHN_LIST_FORUMS, CHN_FIELD_FORUMS, "among the forums" },
  { CHN_LIST_SYMBOLS, CHN_FIELD_SYMBOLS, "among the symbols" },
  { CHN_LIST_TAGS, CHN_FIELD_TAGS, "among the tags" },
  { CHN_LIST_ACTORS, CHN_FIELD_ACTORS, "among the actors, in one role" },
  { CHN_LIST_RELATIONS, CHN_FIELD_RELATIONS, "in one relation" },
};

static guint64
get_cell (const guint32 *cells, guint width, guint at)
{
  return width == 1 ? cells[at] : (guint64) cells[at * width + 1] << 32 | cells[at * width];
}

static gboolean
comes_again (const guint32 *cells, guint width, guint at, GHashTable *seen)
{
  guint64 cell = get_cell (cells, width, at);
  if (seen) {
    guint64 *key = g_new (guint64, 1);
    *key = cell;
    return !g_hash_table_add (seen, key);
  }
  for (guint i = 0; i < at; i++)
    if (get_cell (cells, width, i) == cell)
      return TRUE;
  return FALSE;
}

static void
note_again (ChnStage *stage, guint index, guint at, guint item, guint32 cell)
{
  ChnPlace place = chn_stage_get_place (stage, index, lists[at].field, item);
  const char *name = lists[at].list == CHN_LIST_RELATIONS ? chn_stage_get_text (stage, cell, CHN_FIELD_ID)
                                                          : chn_pool_get (stage->texts, cell);
  chn_fault_add (stage->report, CHN_FAULT_DUPLICATE_ITEM, &place, NULL, "\"%s\" stands twice %s; once is kept",
                 name ? name : "", lists[at].where);
}

/* Marks cells that come again; whether there are any. */
static gboolean
mark_list (ChnStage *stage, guint index, guint at)
{
  guint n, width = chn_record_lists[lists[at].list].units;
  guint32 *cells = chn_stage_get_cells (stage, index, lists[at].list, &n);
  gboolean any = FALSE;
  if (n < 2)
    return FALSE;
  g_autoptr (GHashTable) seen = n > FEW ? g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL) : NULL;
  g_autofree guint8 *again = g_malloc0 (n);
  for (guint i = 0; i < n; i++)
    again[i] = cells[i * width] != CHN_MALFORMED && comes_again (cells, width, i, seen);
  for (guint i = 0; i < n; i++) {
    if (!again[i])
      continue;
    note_again (stage, index, at, i, cells[i * width]);
    cells[i * width] = CHN_MALFORMED;
    any = TRUE;
  }
  return any;
}

void
chn_check_duplicates (ChnChecks *checks)
{
  ChnStage *stage = checks->stage;
  for (guint index = 0; index < stage->heads->len; index++) {
    gboolean any = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
      any |= mark_list (stage, index, i);
    if (!any)
      continue;
    chn_stage_load_record (stage, index);
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
      chn_record_maker_close_up (&stage->record, lists[i].list, CHN_MALFORMED);
    chn_stage_set_symbol_texts (stage);
    chn_stage_store_record (stage, index);
  }
}
