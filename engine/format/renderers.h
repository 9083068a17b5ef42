/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/format.h"

/* Whether a document is prose, as the options have it. */
gboolean chn_format_is_prose (const ChnFormat *format, const ChnWriteOptions *options);

/* Writes a document that was made elsewhere: as prose, without a picture. An error where the format is none of text.
 */
gboolean chn_format_render_document (const ChnFormat *format, const ChnDocument *document, ChnSink sink,
                                     gpointer data, GError **error);

/* Makes the document of a job as its options have it, and has the format's renderer write it. */
gboolean chn_format_render (const ChnFormat *format, const ChnWriteJob *job, GError **error);
