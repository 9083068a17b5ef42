/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/writer.h"

/*
 * Writes text so that CommonMark renders exactly it, on one line: punctuation that could mean
 * markup is escaped, line breaks become blanks, what a terminal or browser would obey is shown.
 */
void chn_markdown_put (ChnWriter *out, const char *text);

/* Writes a link when the address is http, https or mailto, else its text. */
void chn_markdown_put_link (ChnWriter *out, const char *address);
