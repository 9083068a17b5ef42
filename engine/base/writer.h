/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/sink.h>

/*
 * Collects bytes and hands them to a sink in pieces of up to 64 KiB. The first error sticks:
 * what is written after it goes nowhere, and chn_writer_finish() reports it. So emitters need
 * not test every call.
 */
typedef struct _ChnWriter ChnWriter;

ChnWriter *chn_writer_new (ChnSink sink, gpointer data);
/* Drops what was not flushed. */
void chn_writer_free (ChnWriter *writer);

void chn_writer_put (ChnWriter *writer, const char *bytes, gsize length);
/* Text that ends in NUL. */
void chn_writer_puts (ChnWriter *writer, const char *text);
void chn_writer_putc (ChnWriter *writer, char byte);
void chn_writer_printf (ChnWriter *writer, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* A whole number in decimal, without the cost of printf. */
void chn_writer_put_int (ChnWriter *writer, gint64 number);

/* Flushes; FALSE with the first error. */
gboolean chn_writer_finish (ChnWriter *writer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnWriter, chn_writer_free)
