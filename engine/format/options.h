/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/format.h>

/* The values of word options, in the order in which the table's metavar lists them. */
typedef enum { CHN_IMPRECISE_AUTO, CHN_IMPRECISE_SPAN, CHN_IMPRECISE_ANCHOR, CHN_IMPRECISE_SKIP } ChnImprecise;

typedef enum { CHN_STYLE_BRIEF, CHN_STYLE_PRESS, CHN_STYLE_SCR } ChnStyle;

struct _ChnWriteOptions {
  char *title; /* NULL: the timeline's */
  char *query;
  char *as_of;
  ChnDate *today;
  guint columns;
  gboolean colour;
  int style;     /* ChnStyle */
  int imprecise; /* ChnImprecise */
  gboolean no_payload;
  gboolean publish;
  gboolean spreadsheet;
};
