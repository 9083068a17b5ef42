/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Records in the making: lists that grow one by one, and then lie behind each other. */
#include "timeline/stage/record-maker.h"

#include <string.h>

#include "base/append.h"

void
chn_record_maker_init (ChnRecordMaker *maker)
{
  memset (maker, 0, sizeof *maker);
  for (guint i = 0; i < CHN_N_RECORD_LISTS; i++)
    maker->list[i] = g_array_new (FALSE, FALSE, (guint) chn_list_get_cell_size ((ChnListId) i));
  maker->texts = g_string_new (NULL);
}

void
chn_record_maker_clear (ChnRecordMaker *maker)
{
  for (guint i = 0; i < CHN_N_RECORD_LISTS; i++)
    g_clear_pointer (&maker->list[i], g_array_unref);
  g_string_free (maker->texts, TRUE);
}

void
chn_record_maker_reset (ChnRecordMaker *maker)
{
  memset (maker->number, 0, sizeof maker->number);
  for (guint i = 0; i < CHN_N_RECORD_LISTS; i++)
    maker->list[i]->len = 0;
  maker->texts->len = 0;
}

void
chn_record_maker_load (ChnRecordMaker *maker, const guint32 *record)
{
  chn_record_maker_reset (maker);
  for (guint bit = 0; bit < G_N_ELEMENTS (maker->number); bit++)
    maker->number[bit] = chn_record_get_number (record, bit);
  for (guint i = 0; i < CHN_N_RECORD_LISTS; i++) {
    guint n;
    gconstpointer cells = chn_record_get_list (record, (ChnListId) i, &n);
    if (n > 0)
      g_array_append_vals (maker->list[i], cells, n);
  }
  chn_append_bytes (maker->texts, chn_record_get_texts (record), chn_record_measure_symbols (record));
}

/* Which bits there are, and how many units they take up to the texts. */
static guint
measure (const ChnRecordMaker *maker, guint32 *numbers, guint32 *lists)
{
  guint n = CHN_RECORD_FIXED;
  *numbers = *lists = 0;
  for (guint bit = 0; bit < G_N_ELEMENTS (maker->number); bit++)
    if (maker->number[bit] != 0) {
      *numbers |= (guint32) 1 << bit;
      n++;
    }
  for (guint i = 0; i < CHN_N_RECORD_LISTS; i++)
    if (maker->list[i]->len > 0) {
      *lists |= (guint32) 1 << i;
      n += 1 + maker->list[i]->len * chn_record_lists[i].units;
    }
  return n;
}

guint64
chn_record_maker_append (const ChnRecordMaker *maker, GArray *units)
{
  guint32 numbers, lists;
  guint n = measure (maker, &numbers, &lists), start = units->len;
  guint n_texts = (guint) ((maker->texts->len + sizeof (guint32) - 1) / sizeof (guint32));
  g_array_set_size (units, start + n + n_texts);
  guint32 *record = &g_array_index (units, guint32, start), *at = record + CHN_RECORD_FIXED;
  record[CHN_RECORD_NUMBERS] = numbers;
  record[CHN_RECORD_LISTS] = lists;
  for (guint32 bits = numbers; bits != 0; bits &= bits - 1)
    *at++ = maker->number[__builtin_ctz (bits)];
  guint32 *end = at;
  at += chn_record_count_bits (lists);
  for (guint32 bits = lists; bits != 0; bits &= bits - 1) {
    const GArray *cells = maker->list[__builtin_ctz (bits)];
    guint n_units = cells->len * chn_record_lists[__builtin_ctz (bits)].units;
    memcpy (at, cells->data, n_units * sizeof *at);
    at += n_units;
    *end++ = (guint32) (at - record);
  }
  if (n_texts > 0) {
    at[n_texts - 1] = 0; /* texts may not fill it */
    memcpy (at, maker->texts->str, maker->texts->len);
  }
  return start;
}

void
chn_record_maker_close_up (ChnRecordMaker *maker, ChnListId list, guint32 mark)
{
  GArray *cells = maker->list[list];
  guint width = chn_record_lists[list].units, unit = (guint) chn_record_lists[list].checked, to = 0;
  guint32 *all = (guint32 *) (gpointer) cells->data;
  for (guint i = 0; i < cells->len; i++)
    if (all[i * width + unit] != mark)
      memmove (all + width * to++, all + width * i, width * sizeof *all);
  g_array_set_size (cells, to);
}
