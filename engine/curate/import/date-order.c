/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which of three numbers is the day is proved by a column, not by a cell: one that has 25/12 has the day first. */
#include "curate/import/date-order.h"

#include <string.h>

static const char *const names[] = { "unknown", "dmy", "mdy", "ymd" };

ChnDateOrder
chn_date_order_find (const char *name)
{
  for (guint i = CHN_DATE_ORDER_DMY; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return (ChnDateOrder) i;
  return CHN_DATE_ORDER_UNKNOWN;
}

const char *
chn_date_order_get_name (ChnDateOrder order)
{
  return names[order];
}

/* Three numbers of at most two, two and four digits, with one sign between them: "5/11/2014", "05.11.14". */
static gboolean
read_numbers (const char *text, guint number[3], gboolean *is_short)
{
  char sign = 0;
  for (guint i = 0; i < 3; i++) {
    gsize n = strspn (text, "0123456789");
    if (n == 0 || n > (i == 2 ? 4 : 2) || n == 3)
      return FALSE;
    number[i] = (guint) g_ascii_strtoull (text, NULL, 10);
    *is_short = n <= 2;
    text += n;
    if (i < 2 && (!strchr ("/.-", *text) || !*text || (sign && *text != sign)))
      return FALSE;
    sign = *text;
    text += i < 2;
    text += i < 2 && *text == ' ';
  }
  return *text == '\0' || g_ascii_isspace (*text);
}

/* Which order the numbers of a cell leave, where it is one alone. */
static ChnDateOrder
prove (const guint number[3], gboolean is_short)
{
  gboolean dmy = number[0] >= 1 && number[0] <= 31 && number[1] >= 1 && number[1] <= 12;
  gboolean mdy = number[0] >= 1 && number[0] <= 12 && number[1] >= 1 && number[1] <= 31;
  gboolean ymd = is_short && number[1] >= 1 && number[1] <= 12 && number[2] >= 1 && number[2] <= 31;
  if (dmy + mdy + ymd != 1)
    return CHN_DATE_ORDER_UNKNOWN;
  return dmy ? CHN_DATE_ORDER_DMY : mdy ? CHN_DATE_ORDER_MDY : CHN_DATE_ORDER_YMD;
}

void
chn_date_proof_look (ChnDateProof *proof, const char *cell, guint row)
{
  guint number[3] = { 0 };
  gboolean is_short = FALSE;
  ChnDateOrder order = read_numbers (cell, number, &is_short) ? prove (number, is_short) : CHN_DATE_ORDER_UNKNOWN;
  if (order == CHN_DATE_ORDER_UNKNOWN || proof->is_disputed)
    return;
  if (proof->order == CHN_DATE_ORDER_UNKNOWN) {
    proof->order = order;
    proof->row = row;
  } else if (proof->order != order) {
    proof->is_disputed = TRUE;
    proof->against = row;
  }
}
