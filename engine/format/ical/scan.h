/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <string.h>

#include "base/slice.h"
#include "base/window.h"
#include <chancery/limits.h>

/*
 * Reads content lines of iCalendar one by one. Spans point into the input, or into the scanner's
 * buffer where a line was folded; they stay valid until the next line is read.
 */
typedef struct _ChnScanner ChnScanner;

enum { CHN_SCAN_MOST_PARAMETERS = 64 };

typedef struct {
  ChnSlice name;
  ChnSlice value; /* as written: quotes and ^-escapes still there, several values with their commas */
} ChnScanParameter;

typedef struct {
  ChnSlice name;
  ChnSlice value;    /* as written */
  ChnSlice content;  /* the whole logical line, unfolded */
  gboolean is_upper; /* its name */
  guint n_parameters;
  ChnScanParameter parameter[CHN_SCAN_MOST_PARAMETERS];
  guint line;         /* 1-based, of its first physical line */
  const char *mended; /* what was wrong with the line, which is given as it was meant; NULL: nothing */
  gsize mended_at;    /* where, in bytes of the line as it was written */
} ChnScanLine;

typedef enum {
  CHN_SCAN_LINE,
  CHN_SCAN_FAULT, /* nothing can be made of this line; the next can be read */
  CHN_SCAN_END,
} ChnScanResult;

/* The bytes are borrowed. A byte order mark is passed over. */
ChnScanner *chn_scanner_new (const char *bytes, gsize length, const ChnLimits *limits);
/* Of a window, which is borrowed and moves with the scanner; of one that begins anew where another did. */
ChnScanner *chn_scanner_new_on (ChnWindow *window, const ChnLimits *limits);
ChnScanner *chn_scanner_new_again (const ChnWindow *window, const ChnLimits *limits);
void chn_scanner_free (ChnScanner *scanner);

/*
 * The next logical line; blank lines are passed over. With CHN_SCAN_FAULT the error has its place
 * in the logical line and out->line is set.
 */
ChnScanResult chn_scanner_next (ChnScanner *scanner, ChnScanLine *out, GError **error);

/* Whether the text of a line that was read lies in the input, where it stays until that is left. */
gboolean chn_scanner_keeps (const ChnScanner *scanner, const ChnScanLine *line);

/* Whatever was read before is not needed any more. */
void chn_scanner_leave (ChnScanner *scanner);

/* The value of a parameter, NULL when the line lacks it. */
const ChnSlice *chn_scan_find_parameter (const ChnScanLine *line, const char *upper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnScanner, chn_scanner_free)
