/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Hints: what a text that is not EDTF was probably meant to be. */
#include "date/date.h"

char *
chn_date_dup_hint (const char *text, gsize length, const ChnDateFault *fault)
{
  (void)text, (void)length, (void)fault;
  return g_strdup ("write YYYY, YYYY-MM or YYYY-MM-DD, as in 2014-11-18");
}
