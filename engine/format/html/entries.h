/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/renderer.h"

/* Most entries of a chunk: a browser lays out only chunks that are seen. */
enum { CHN_HTML_CHUNK = 50 };

/* All groups of entries, below headings. */
void chn_html_put_groups (const ChnRendering *rendering);

/* Links to the groups that have a heading. */
void chn_html_put_contents (const ChnRendering *rendering);
