/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/renderer.h"

/* The ways in which a document lies in plain text. */
void chn_text_put_prose (const ChnRendering *rendering);
void chn_text_put_table (const ChnRendering *rendering);
/* Of a table, where columns have no room: what is short over what is long. */
void chn_text_put_narrow (const ChnRendering *rendering);
/* Of a table, a line an entry, to be heard. */
void chn_text_put_spoken (const ChnRendering *rendering);
