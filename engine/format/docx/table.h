/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/docx/part.h"

/* Entries as rows of the document's columns. */
void chn_docx_put_table (ChnDocxPart *part, ChnStretch entries);
