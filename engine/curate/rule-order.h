/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/rule.h"

/* What has a number in a series, and when it took place. */
typedef struct {
  guint row;
  guint item;              /* of the row's symbols, or 0 */
  gint64 earliest, latest; /* in civil seconds */
  guint64 number;
  gboolean is_in_order; /* it belongs to what is taken to be right */
} ChnOrdered;

/* What is out of order, and the nearest that it contradicts. */
typedef void (*ChnDisorderFunc) (const ChnOrdered *item, const ChnOrdered *other, gpointer data);

/* Sorts the items (ChnOrdered) and tells those that are out of order with their days. */
void chn_find_disorder (GArray *items, ChnDisorderFunc found, gpointer data);
