/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <string.h>

#include <chancery/limits.h>

/*
 * Reads content lines of iCalendar one by one. Spans point into the input, or into the scanner's
 * buffer where a line was folded; they stay valid until the next line is read.
 */
typedef struct _ChnScanner ChnScanner;

enum { CHN_SCAN_MOST_PARAMETERS = 64 };

typedef struct {
  const char *text; /* not ended by NUL */
  gsize length;
} ChnSlice;

typedef struct {
  ChnSlice name;
  ChnSlice value; /* as written: quotes and ^-escapes still there, several values with their commas */
} ChnScanParameter;

typedef struct {
  ChnSlice name;
  ChnSlice value;   /* as written */
  ChnSlice content; /* the whole logical line, unfolded */
  guint n_parameters;
  ChnScanParameter parameter[CHN_SCAN_MOST_PARAMETERS];
  guint line; /* 1-based, of its first physical line */
} ChnScanLine;

typedef enum {
  CHN_SCAN_LINE,
  CHN_SCAN_FAULT, /* this line is bad; the next can be read */
  CHN_SCAN_END,
} ChnScanResult;

/* The bytes are borrowed. A byte order mark is passed over. */
ChnScanner *chn_scanner_new (const char *bytes, gsize length, const ChnLimits *limits);
void chn_scanner_free (ChnScanner *scanner);

/* The bytes are a file's, whose memory is given back behind the scanner (base/input.h). */
void chn_scanner_set_mapped (ChnScanner *scanner, gboolean is_mapped);

/*
 * The next logical line; blank lines are passed over. With CHN_SCAN_FAULT the error has its place
 * in the logical line and out->line is set.
 */
ChnScanResult chn_scanner_next (ChnScanner *scanner, ChnScanLine *out, GError **error);

static inline gboolean
chn_slice_is (const ChnSlice *slice, const char *name)
{
  return strlen (name) == slice->length && memcmp (slice->text, name, slice->length) == 0;
}

static inline gboolean
chn_slice_equal (const ChnSlice *a, const ChnSlice *b)
{
  return a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
}

/* Case-insensitive, for names of components, properties and parameters. */
static inline gboolean
chn_slice_is_name (const ChnSlice *slice, const char *upper)
{
  return strlen (upper) == slice->length && (memcmp (slice->text, upper, slice->length) == 0 ||
                                             g_ascii_strncasecmp (slice->text, upper, slice->length) == 0);
}

/* The value of a parameter, NULL when the line lacks it. */
const ChnSlice *chn_scan_find_parameter (const ChnScanLine *line, const char *upper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnScanner, chn_scanner_free)
