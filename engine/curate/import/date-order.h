/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Which of three numbers is the day: 05/11/2014 is either. */
typedef enum {
  CHN_DATE_ORDER_UNKNOWN,
  CHN_DATE_ORDER_DMY,
  CHN_DATE_ORDER_MDY,
  CHN_DATE_ORDER_YMD,
} ChnDateOrder;

/* "dmy", "mdy", "ymd"; unknown for anything else. */
ChnDateOrder chn_date_order_find (const char *name);
const char *chn_date_order_get_name (ChnDateOrder order);

/* What the cells of a column say about it together. */
typedef struct {
  ChnDateOrder order;   /* which is proved */
  guint row;            /* by the first cell that does */
  guint against;        /* a row that proves another, where the two disagree */
  gboolean is_disputed; /* so nothing is proved */
} ChnDateProof;

/* Looks at a cell of a row; what is no date of three numbers says nothing. */
void chn_date_proof_look (ChnDateProof *proof, const char *cell, guint row);
