/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fuzzes the reader of dates in tables: in every order it gives EDTF, an open end, or a reason. */
#include <chancery/date.h>
#include <stddef.h>
#include <stdint.h>

#include "curate/import/date-cell.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
read_as (const char *cell, ChnDateOrder order, ChnSerials serials, int year)
{
  const ChnDateHabits habits = { order, serials, year };
  g_auto (ChnDateReading) reading = { 0 };
  chn_date_cell_read (cell, &habits, &reading);
  g_assert ((reading.edtf != NULL) + (reading.problem != NULL) + (reading.is_end_open != FALSE) == 1);
  if (reading.edtf) {
    g_autoptr (ChnDate) date = chn_date_parse (reading.edtf, -1, NULL);
    g_assert (date != NULL);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *cell = g_utf8_make_valid (size > 0 ? (const char *) data : "", (gssize) size);
  for (guint order = CHN_DATE_ORDER_UNKNOWN; order <= CHN_DATE_ORDER_YMD; order++)
    read_as (cell, (ChnDateOrder) order, CHN_SERIALS_NONE, 0);
  read_as (cell, CHN_DATE_ORDER_DMY, CHN_SERIALS_1900, 2014);
  return 0;
}
