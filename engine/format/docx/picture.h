/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/docx/part.h"

/* A paragraph with the picture of the whole, as large as a page across has room for. */
void chn_docx_put_picture (ChnDocxPart *part);

/* The picture in the two forms that the paragraph refers to: as drawing, and in pixels for older programs. */
void chn_docx_put_svg (ChnDocxPart *part);
void chn_docx_put_png (ChnDocxPart *part);
