/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/renderer.h"

/* The page and its events in the words of schema.org, as JSON-LD, for search engines and catalogues. */
void chn_html_put_linked_data (const ChnRendering *rendering);
