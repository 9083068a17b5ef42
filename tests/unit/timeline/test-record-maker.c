/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of records in the making: what is loaded from one is one again, unit by unit. */
#include "timeline/stage/record-maker.h"

#include <string.h>

#include "suite.h"

static void
fill (ChnRecordMaker *maker, GRand *random)
{
  chn_record_maker_reset (maker);
  for (guint bit = 0; bit < G_N_ELEMENTS (maker->number); bit++)
    maker->number[bit] = g_rand_int_range (random, 0, 3) == 0 ? g_rand_int (random) : 0;
  for (guint list = 0; list < CHN_N_RECORD_LISTS; list++) {
    int n = g_rand_int_range (random, -4, 5); /* most lists are empty */
    for (int i = 0; i < n; i++) {
      guint32 cell[CHN_MOST_CELL_NUMBERS];
      for (guint k = 0; k < G_N_ELEMENTS (cell); k++)
        cell[k] = g_rand_int (random);
      g_array_append_vals (maker->list[list], cell, 1);
      if (list == CHN_LIST_SYMBOLS)
        g_string_append_len (maker->texts, "A/RES/69/188", g_rand_int_range (random, 0, 13));
      if (list == CHN_LIST_SYMBOLS)
        g_string_append_c (maker->texts, '\0');
    }
  }
}

static void
test_return (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (188);
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChnRecordMaker maker;
  chn_record_maker_init (&maker);
  for (guint i = 0; i < 2000; i++) {
    g_array_set_size (units, 0);
    fill (&maker, random);
    CHN_ASSERT_INT (chn_record_maker_append (&maker, units), 0);
    guint n = units->len;
    chn_record_maker_load (&maker, (const guint32 *) (gpointer) units->data);
    CHN_ASSERT_INT (chn_record_maker_append (&maker, units), n);
    CHN_ASSERT_INT (units->len, 2 * n);
    CU_ASSERT (memcmp (units->data, units->data + n * sizeof (guint32), n * sizeof (guint32)) == 0);
  }
  chn_record_maker_clear (&maker);
}

static void
test_values (void)
{
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChnRecordMaker maker;
  guint n;
  chn_record_maker_init (&maker);
  chn_record_maker_append (&maker, units);
  CHN_ASSERT_INT (units->len, CHN_RECORD_FIXED);
  maker.number[CHN_FIELD_TITLE] = 7;
  g_array_append_val (maker.list[CHN_LIST_EXTRAS], ((ChnExtraCell){ 8, 9 }));
  guint64 start = chn_record_maker_append (&maker, units);
  const guint32 *record = &g_array_index (units, guint32, start);
  CHN_ASSERT_INT (chn_record_get_number (record, CHN_FIELD_TITLE), 7);
  CHN_ASSERT_INT (chn_record_get_number (record, CHN_FIELD_ID), 0);
  const ChnExtraCell *extras = chn_record_get_list (record, CHN_LIST_EXTRAS, &n);
  CHN_ASSERT_INT (n, 1);
  CHN_ASSERT_INT (extras[0].value, 9);
  CU_ASSERT_PTR_NULL (chn_record_get_list (record, CHN_LIST_TAGS, &n));
  chn_record_maker_clear (&maker);
}

static const ChnTest tests[] = {
  { "a record comes back", test_return },
  { "a record has what was put into it", test_values },
};

CHN_SUITE ("timeline/record-maker", tests)
