/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of records in the making: what is loaded from one is one again, unit by unit. */
#include "timeline/draft.h"

#include <string.h>

#include "suite.h"

static void
fill (ChnDraft *draft, GRand *random)
{
  chn_draft_reset (draft);
  for (guint bit = 0; bit < G_N_ELEMENTS (draft->number); bit++)
    draft->number[bit] = g_rand_int_range (random, 0, 3) == 0 ? g_rand_int (random) : 0;
  for (guint list = 0; list < CHN_N_RECORD_LISTS; list++) {
    int n = g_rand_int_range (random, -4, 5); /* most lists are empty */
    for (int i = 0; i < n; i++) {
      guint32 cell[CHN_MOST_CELL_NUMBERS];
      for (guint k = 0; k < G_N_ELEMENTS (cell); k++)
        cell[k] = g_rand_int (random);
      g_array_append_vals (draft->list[list], cell, 1);
      if (list == CHN_LIST_SYMBOLS)
        g_string_append_len (draft->texts, "A/RES/69/188", g_rand_int_range (random, 0, 13));
      if (list == CHN_LIST_SYMBOLS)
        g_string_append_c (draft->texts, '\0');
    }
  }
}

static void
test_return (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (188);
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChnDraft draft;
  chn_draft_init (&draft);
  for (guint i = 0; i < 2000; i++) {
    g_array_set_size (units, 0);
    fill (&draft, random);
    CHN_ASSERT_INT (chn_draft_append (&draft, units), 0);
    guint n = units->len;
    chn_draft_load (&draft, (const guint32 *) (gpointer) units->data);
    CHN_ASSERT_INT (chn_draft_append (&draft, units), n);
    CHN_ASSERT_INT (units->len, 2 * n);
    CU_ASSERT (memcmp (units->data, units->data + n * sizeof (guint32), n * sizeof (guint32)) == 0);
  }
  chn_draft_clear (&draft);
}

static void
test_values (void)
{
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChnDraft draft;
  guint n;
  chn_draft_init (&draft);
  chn_draft_append (&draft, units);
  CHN_ASSERT_INT (units->len, CHN_RECORD_FIXED);
  draft.number[CHN_FIELD_TITLE] = 7;
  g_array_append_val (draft.list[CHN_LIST_EXTRAS], ((ChnExtraCell){ 8, 9 }));
  guint64 start = chn_draft_append (&draft, units);
  const guint32 *record = &g_array_index (units, guint32, start);
  CHN_ASSERT_INT (chn_record_get_number (record, CHN_FIELD_TITLE), 7);
  CHN_ASSERT_INT (chn_record_get_number (record, CHN_FIELD_ID), 0);
  const ChnExtraCell *extras = chn_record_get_list (record, CHN_LIST_EXTRAS, &n);
  CHN_ASSERT_INT (n, 1);
  CHN_ASSERT_INT (extras[0].value, 9);
  CU_ASSERT_PTR_NULL (chn_record_get_list (record, CHN_LIST_TAGS, &n));
  chn_draft_clear (&draft);
}

static const ChnTest tests[] = {
  { "a record comes back", test_return },
  { "a record has what was put into it", test_values },
};

CHN_SUITE ("timeline/draft", tests)
