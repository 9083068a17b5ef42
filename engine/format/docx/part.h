/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/docx/style.h"
#include "format/renderer.h"

/* The notes of a document as Word knows them. */
typedef struct {
  guint8 *is_written; /* by the number of the note: whether its reference stands in the document already */
  guint8 *is_named;   /* whether something else refers to that reference */
} ChnDocxNotes;

/* A part that has runs: what it grows in, and the addresses that it refers to, which stand in a part of their own. */
typedef struct {
  const ChnRendering *rendering;
  const ChnHouseTemplate *house; /* or NULL */
  ChnDocxNotes *notes;
  GString *xml;
  ChnWriter *out;       /* into xml */
  GHashTable *links;    /* address -> its index in addresses, plus 1 */
  GPtrArray *addresses; /* as XML has them */
} ChnDocxPart;

void chn_docx_part_init (ChnDocxPart *part, const ChnRendering *rendering, const ChnHouseTemplate *house,
                         ChnDocxNotes *notes);
void chn_docx_part_clear (ChnDocxPart *part);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnDocxPart, chn_docx_part_clear)

/* "w:pStyle", or another element that names a style. */
void chn_docx_put_style (ChnDocxPart *part, const char *element, ChnDocxStyle style);

/* A paragraph of runs; `put_head`, or NULL, puts something before them. */
void chn_docx_put_paragraph (ChnDocxPart *part, ChnDocxStyle style, void (*put_head) (ChnDocxPart *part),
                             ChnStretch runs);

/* A paragraph of text alone. */
void chn_docx_put_text_paragraph (ChnDocxPart *part, ChnDocxStyle style, const char *text);

/* Runs of text alone, in a style of characters or CHN_DOCX_NORMAL. */
void chn_docx_put_text (ChnDocxPart *part, ChnDocxStyle style, const char *text);
