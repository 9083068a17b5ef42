/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/writer.h"
#include "document/document.h"
#include "format/address.h"

/*
 * Text in HTML and XML, on one line: what could be markup is escaped; what a browser would obey instead of showing
 * (controls, overrides of direction, characters that are not seen) is shown as <U+202E>.
 */
void chn_markup_put_text (ChnWriter *out, const char *text);

/* The same within quotes. */
void chn_markup_put_attribute (ChnWriter *out, const char *text);

/* An address within quotes, which may be a link (format/address.h). */
void chn_markup_put_address (ChnWriter *out, const char *address);

/* Runs as feeds and slides have them, where there are no notes: links, and text. */
void chn_markup_put_runs (ChnWriter *out, const ChnDocument *document, ChnStretch runs);

/* The same as text alone. */
void chn_markup_put_plain (ChnWriter *out, const ChnDocument *document, ChnStretch runs);
