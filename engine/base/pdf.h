/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/sink.h>

#include "base/pages.h"

/* What a PDF lacks as the plugin "picture" writes it, which the plugin "pdf" adds, by libqpdf. */

/* Rises with each change of the table and of ChnPagesFacts. */
enum { CHN_PDF_VERSION = 1 };

typedef struct {
  guint version;
  /* Writes the file with the facts into a sink; the same bytes each time. */
  gboolean (*complete) (const char *bytes, gsize length, const ChnPagesFacts *facts, ChnSink sink, gpointer data,
                        GError **error);
} ChnPdfPlugin;

/* The plugin; NULL with an error where it cannot be loaded. Safe from any thread. */
const ChnPdfPlugin *chn_pdf_open (GError **error);
