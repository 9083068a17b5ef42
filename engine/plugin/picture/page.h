/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "plugin/picture/part.h"

/*
 * The page that is being filled: parts of the body from the top, notes at the foot from the bottom. When it is full
 * it is drawn, and the next one begins.
 */
typedef struct {
  const ChnPages *pages;
  ChnFaces *faces;
  cairo_surface_t *surface;
  cairo_t *cairo;
  guint number;
  int outline[2];                  /* the last entry of each level */
  double left, width, top, bottom; /* of the text, in points */
  double y;                        /* where the body ends */
  double foot_height;              /* of the notes and what parts them from the body */
  GArray *body, *foot;             /* ChnPart, in the order of reading */
  GArray *rules;                   /* double: where a thin line stands across the text */
  gboolean has_text;               /* more than what is repeated stands there */
} ChnPage;

void chn_page_init (ChnPage *page, const ChnPages *pages, ChnFaces *faces, cairo_surface_t *surface);
void chn_page_clear (ChnPage *page);

/* What can still be put there. */
double chn_page_get_room (const ChnPage *page);

/* What parts notes from the body, where there are none yet. */
double chn_page_get_foot_air (const ChnPage *page);

/* Puts lines at the end of the body; the page frees what it has the last line of, when it is drawn. */
void chn_page_add (ChnPage *page, const ChnPart *part);

/* As many lines of a note as there is room for; gives the first that is left. */
guint chn_page_add_note (ChnPage *page, ChnLines *note, guint first, guint caller, double most);

/* Draws the page and begins the next. */
void chn_page_turn (ChnPage *page);

/* The picture of the whole, on a page that lies across. */
void chn_page_draw_picture (ChnPage *page);
