/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/diagram/board.h"

/* Draws a sign around x, y, in a field twice as wide and high as its radius. */
typedef void (*ChnSignFunc) (const ChnBoard *board, double x, double y, double radius, gconstpointer what);

/* A sign and what it means. */
typedef struct {
  ChnSignFunc draw;
  gconstpointer what;
  const char *label;
} ChnSign;

/* Puts signs with their labels from board->y on, as many beside each other as there is room for. */
void chn_signs_put (ChnBoard *board, const ChnSign *signs, guint n);
