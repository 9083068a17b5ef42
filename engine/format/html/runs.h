/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/renderer.h"

/* Runs of text in elements; of an entry (else NULL) the day is told to machines, too. */
void chn_html_put_runs (const ChnRendering *rendering, ChnStretch runs, const ChnEntry *entry);
/* Paragraphs, each in an element <p>. */
void chn_html_put_paragraphs (const ChnRendering *rendering, ChnStretch paragraphs);
