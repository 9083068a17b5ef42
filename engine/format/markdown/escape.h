/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/writer.h"

/*
 * Writes text so that CommonMark renders exactly it, on one line: punctuation that could mean
 * markup is escaped, line breaks become blanks, what a terminal or browser would obey is shown.
 */
void chn_markdown_put (ChnWriter *out, const char *text);

/* The same for what stands behind other text of its line, where fewer characters could mean markup. */
void chn_markdown_put_inside (ChnWriter *out, const char *text);

/* Writes a link when the address is http, https or mailto, else its text. */
void chn_markdown_put_link (ChnWriter *out, const char *address);

/* The same with a text of its own. */
void chn_markdown_put_named_link (ChnWriter *out, const char *text, const char *address);
