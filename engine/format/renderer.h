/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/report.h>

#include "base/scene.h"
#include "base/writer.h"
#include "document/document.h"

/* What a renderer is handed: a document, and where it is shown. */
typedef struct {
  const ChnDocument *document;
  ChnWriter *out; /* errors stick in it; the caller finishes it */
  guint columns;  /* of the terminal; 0: it is none */
  gboolean colour;
  gboolean plain;       /* for screen readers: nothing in columns, nothing drawn */
  gboolean is_fragment; /* of a page that somebody else makes */
  GBytes *house;        /* a document of Word that the output is to look like; or NULL */
  ChnReport *report;
  double page_width, page_height; /* in points, where it has pages */
  const char *font;               /* families that are asked for; or NULL */
  const ChnScene *picture;        /* shows the whole; NULL: none */
  const GPtrArray *subscriptions; /* that a page lists (format/html/subscriptions.h); NULL: none */
} ChnRendering;

typedef void (*ChnRenderFunc) (const ChnRendering *rendering);

void chn_render_docx (const ChnRendering *rendering);
void chn_render_html (const ChnRendering *rendering);
void chn_render_atom (const ChnRendering *rendering);
void chn_render_markdown (const ChnRendering *rendering);
void chn_render_pdf (const ChnRendering *rendering);
void chn_render_png (const ChnRendering *rendering);
void chn_render_svg (const ChnRendering *rendering);
void chn_render_text (const ChnRendering *rendering);
void chn_render_timelinejs (const ChnRendering *rendering);
