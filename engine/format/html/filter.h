/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/renderer.h"

/* The form that chooses entries. */
void chn_html_put_form (const ChnRendering *rendering);

/* What the script chooses by, entry by entry: columns of numbers. */
void chn_html_put_columns (const ChnRendering *rendering);
