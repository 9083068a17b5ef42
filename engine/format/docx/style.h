/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/package.h"
#include "base/writer.h"

/* What a paragraph, a run or a table of the briefing is; each is a style of the document, found by its name. */
typedef enum {
  CHN_DOCX_NORMAL,
  CHN_DOCX_TITLE,
  CHN_DOCX_FRONT,
  CHN_DOCX_HEADING_1,
  CHN_DOCX_HEADING_2,
  CHN_DOCX_CONTENTS_TITLE,
  CHN_DOCX_CONTENTS_1,
  CHN_DOCX_CONTENTS_2,
  CHN_DOCX_ENTRY,
  CHN_DOCX_LINE,
  CHN_DOCX_SUMMARY,
  CHN_DOCX_REMARK,
  CHN_DOCX_CELL,
  CHN_DOCX_COLUMN,
  CHN_DOCX_LEGEND,
  CHN_DOCX_FOOTNOTE,
  CHN_DOCX_FOOTER,
  CHN_DOCX_STRONG,
  CHN_DOCX_EMPHASIS,
  CHN_DOCX_LINK,
  CHN_DOCX_REFERENCE,
  CHN_DOCX_TABLE,
  CHN_N_DOCX_STYLES,
} ChnDocxStyle;

/* The names of all, in their order, ended by NULL: a house template's style of the same name is used instead. */
const char *const *chn_docx_style_get_names (void);

/* What documents refer to it by. `house` is NULL without a template. */
const char *chn_docx_style_get_id (const ChnHouseTemplate *house, ChnDocxStyle style);

/* The part "word/styles.xml": the house's own, and what it lacks. */
void chn_docx_put_styles (ChnWriter *out, const ChnHouseTemplate *house, const char *language);
