/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/pages.h"
#include "format/renderer.h"

/* Says which fonts (ChnStandIn) stood in for that of a family, where it lacked characters. */
void chn_pdf_report_fonts (const ChnRendering *rendering, const char *family, const GArray *stand_ins);
