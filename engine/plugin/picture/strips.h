/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "plugin/picture/page.h"

/* Lines of a block that stay together. */
typedef struct {
  ChnLines *lines;
  guint first, n;
} ChnStrip;

/* What is put on pages, and what waits for it. */
typedef struct {
  ChnPage *page;
  GArray *kept;     /* ChnStrip: headings that stay with what follows */
  GArray *carried;  /* ChnStrip: what is left of notes of earlier pages */
  ChnLines **note;  /* those that were looked at and stand nowhere yet */
  guint8 *is_noted; /* those that stand somewhere */
  gboolean in_table;
} ChnFlow;

/* Draws the page and begins the next, with what is left of notes at its foot. */
void chn_flow_turn (ChnFlow *flow);

/* Strips that stay together, on this page or the next; line by line, where no page has room for them. */
void chn_flow_add_strips (ChnFlow *flow, const ChnStrip *strips, guint n);

/* The headings that wait. */
void chn_flow_add_kept (ChnFlow *flow);
