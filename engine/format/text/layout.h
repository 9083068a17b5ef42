/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/renderer.h"

/* The two ways in which a document lies in plain text. */
void chn_text_put_prose (const ChnRendering *rendering);
void chn_text_put_table (const ChnRendering *rendering);
