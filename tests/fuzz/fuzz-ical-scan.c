/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fuzzes the scanner of content lines: a line that it takes is the same line when it is folded anew. */
#include "base/error.h"
#include "base/guard.h"
#include "format/ical/line.h"
#include "format/ical/scan.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static gboolean
append_to_string (const char *bytes, gsize length, gpointer string, GError **error)
{
  (void) error;
  g_string_append_len (string, bytes, (gssize) length);
  return TRUE;
}

static void
check_line (const ChnScanLine *line)
{
  const char *start = line->content.text, *end = start + line->content.length;
  g_assert_true (line->name.length > 0 && line->line > 0);
  g_assert_true (line->name.text == start && line->value.text + line->value.length == end);
  gsize offset;
  g_assert_true (chn_guard_check (start, line->content.length, &offset) == CHN_GUARD_FINE);
  g_assert_true (!memchr (start, '\r', line->content.length));
  for (guint i = 0; i < line->n_parameters; i++)
    g_assert_true (line->parameter[i].name.length > 0 && line->parameter[i].value.text < line->value.text);
}

/* Folded by the writer, the line has physical lines of at most 75 octets, and is the same again. */
static void
check_again (const ChnScanLine *line)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (ChnWriter) writer = chn_writer_new (append_to_string, folded);
  g_auto (ChnContentLine) out = { 0 };
  chn_line_init (&out, writer);
  chn_line_put_content (&out, line->content.text, line->content.length);
  g_assert_true (chn_writer_finish (writer, NULL));
  g_autoptr (ChnScanner) scanner = chn_scanner_new (folded->str, folded->len, chn_limits_get_default ());
  ChnScanLine again;
  g_assert_true (chn_scanner_next (scanner, &again, NULL) == CHN_SCAN_LINE);
  g_assert_true (again.content.length == line->content.length);
  g_assert_true (memcmp (again.content.text, line->content.text, again.content.length) == 0);
  g_assert_true (again.n_parameters == line->n_parameters);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *bytes = g_memdup2 (data, size);
  g_autoptr (ChnScanner) scanner = chn_scanner_new (bytes, size, chn_limits_get_default ());
  for (;;) {
    g_autoptr (GError) error = NULL;
    ChnScanLine line;
    ChnScanResult result = chn_scanner_next (scanner, &line, &error);
    g_assert_true ((result == CHN_SCAN_FAULT) == (error != NULL));
    if (result == CHN_SCAN_END)
      return 0;
    if (result == CHN_SCAN_LINE) {
      check_line (&line);
      check_again (&line);
    }
  }
}
