/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/arena.h"
#include "base/pages.h"
#include "document/document.h"

/* Where the text of pages grows: spans, and blocks over those that came since the last one. */
typedef struct {
  const ChnDocument *document;
  ChnArena *arena;
  GArray *spans;  /* ChnSpan */
  GArray *blocks; /* ChnBlock */
  GArray *notes;  /* ChnBlock: those that stand at the foot of pages */
} ChnPdfText;

/* A text as it is shown, made safe: what a viewer would obey instead of showing is shown as <U+202E>. */
const char *chn_pdf_guard (ChnPdfText *text, const char *bytes);

void chn_pdf_add_span (ChnPdfText *text, const char *bytes, guint style);
void chn_pdf_add_runs (ChnPdfText *text, ChnStretch runs);

/* A block of the spans since the last one. */
ChnBlock chn_pdf_end_block (ChnPdfText *text, ChnBlockKind kind, guint first_span);
