/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program.h"

/* A ChnSink for a GString. */
gboolean picture_bytes_keep (const char *bytes, gsize length, gpointer string, GError **error);

/* The options of pictures that the command line has; NULL on error. */
ChnWriteOptions *picture_bytes_dup_options (const Arguments *arguments, GError **error);

/* Writes a picture to the file of --output, which is replaced atomically, or to standard output, where that is no
 * terminal or the picture is text. */
gboolean picture_bytes_write (const Program *program, const Arguments *arguments, const ChnFormat *format,
                              const GString *bytes, GError **error);
