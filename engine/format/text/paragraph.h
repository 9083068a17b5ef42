/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/document.h"

/* Runs in one text, fit to be shown on a terminal. */
char *chn_text_dup_paragraph (const ChnDocument *document, ChnStretch runs);
