/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Content lines of iCalendar on the way in (RFC 5545, 3.1):
 *
 *   contentline = name *(";" param) ":" value CRLF
 *   param       = name "=" param-value *("," param-value)
 *   param-value = *SAFE-CHAR / DQUOTE *QSAFE-CHAR DQUOTE
 *
 * Tolerant of what generators do: lines ended by LF or CR alone, folding inside a character, a byte
 * order mark, blank lines, trailing blanks after a name, a last line without an end.
 */
#include "format/ical/scan.h"

#include <string.h>

#include "base/append.h"
#include "base/error.h"
#include "base/guard-block.h"
#include "base/guard.h"

/* How far is looked ahead at once: no further than what stays in the processor's nearest memory. */
enum { LOOK_AHEAD = 16384 };

struct _ChnScanner {
  const char *start;
  const char *at;
  const char *end;
  const char *proven;  /* lines that end before it need no check */
  const char *doubted; /* lines that begin before it do */
  guint line;       /* of `at` */
  guint64 longest;  /* bytes of a logical line */
  gboolean bare_cr; /* some line may end in CR alone */
  GString *buffer;  /* an unfolded line */
};

ChnScanner *
chn_scanner_new (const char *bytes, gsize length, const ChnLimits *limits)
{
  ChnScanner *scanner = g_new0 (ChnScanner, 1);
  bytes = bytes ? bytes : "";
  gboolean marked = length >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0;
  scanner->start = bytes;
  scanner->at = marked ? bytes + 3 : bytes;
  scanner->end = bytes + length;
  scanner->proven = scanner->doubted = bytes;
  scanner->line = 1;
  scanner->longest = limits->value[CHN_LIMIT_TEXT];
  /* Whoever ends lines in CR alone does so everywhere: without a single LF, CR is the line end. */
  scanner->bare_cr = length > 0 && !memchr (bytes, '\n', length);
  scanner->buffer = g_string_new (NULL);
  return scanner;
}

void
chn_scanner_free (ChnScanner *scanner)
{
  if (!scanner)
    return;
  g_string_free (scanner->buffer, TRUE);
  g_free (scanner);
}

/* Takes one physical line without its end. */
static ChnSlice
take_physical (ChnScanner *scanner)
{
  ChnSlice piece = { scanner->at, 0 };
  const char *stop = memchr (scanner->at, scanner->bare_cr ? '\r' : '\n', (gsize) (scanner->end - scanner->at));
  const char *end = stop ? stop : scanner->end;
  scanner->at = stop ? stop + 1 : scanner->end;
  scanner->line++;
  /* One belongs to the line end; some clients hand back a line whose folding ended with it as two. */
  while (end > piece.text && end[-1] == '\r')
    end--;
  piece.length = (gsize) (end - piece.text);
  return piece;
}

static gboolean
is_continued (const ChnScanner *scanner)
{
  return scanner->at < scanner->end && (*scanner->at == ' ' || *scanner->at == '\t');
}

/* Joins folded lines; FALSE when the line is too long, which is then passed over without keeping it. */
static gboolean
take_logical (ChnScanner *scanner, ChnSlice *out)
{
  ChnSlice piece = take_physical (scanner);
  gboolean fits = piece.length <= scanner->longest;
  if (!is_continued (scanner)) {
    *out = piece;
    return fits;
  }
  chn_assign_bytes (scanner->buffer, piece.text, fits ? piece.length : 0);
  while (is_continued (scanner)) {
    piece = take_physical (scanner);
    fits = fits && scanner->buffer->len + piece.length - 1 <= scanner->longest;
    if (fits)
      chn_append_bytes (scanner->buffer, piece.text + 1, piece.length - 1);
  }
  *out = (ChnSlice){ scanner->buffer->str, scanner->buffer->len };
  return fits;
}

/* Proves lines from here on, as many as can be looked at together; where that fails, a block is left in doubt. */
static void
look_ahead (ChnScanner *scanner, const char *line)
{
  if (line - scanner->start < CHN_GUARD_MARGIN)
    return;
  const char *fine = chn_guard_skip_blocks (line, MIN (scanner->end, line + LOOK_AHEAD));
  scanner->doubted = MIN (fine + CHN_GUARD_BLOCK, scanner->end);
  while (fine > line && fine[-1] != '\n')
    fine--;
  scanner->proven = fine;
}

#define LETTER(c) [(c)] = TRUE, [(c) - 'a' + 'A'] = TRUE

/* Bytes of names. */
static const guint8 in_name[256] = {
  ['0'] = TRUE, ['1'] = TRUE, ['2'] = TRUE, ['3'] = TRUE, ['4'] = TRUE, ['5'] = TRUE, ['6'] = TRUE, ['7'] = TRUE,
  ['8'] = TRUE, ['9'] = TRUE, ['-'] = TRUE, ['_'] = TRUE, LETTER ('a'), LETTER ('b'), LETTER ('c'), LETTER ('d'),
  LETTER ('e'), LETTER ('f'), LETTER ('g'), LETTER ('h'), LETTER ('i'), LETTER ('j'), LETTER ('k'), LETTER ('l'),
  LETTER ('m'), LETTER ('n'), LETTER ('o'), LETTER ('p'), LETTER ('q'), LETTER ('r'), LETTER ('s'), LETTER ('t'),
  LETTER ('u'), LETTER ('v'), LETTER ('w'), LETTER ('x'), LETTER ('y'), LETTER ('z'),
};

static const char *
skip_name (const char *at, const char *end)
{
  while (at < end && in_name[(guchar) *at])
    at++;
  return at;
}

/* Past a parameter's values: the ; or : behind them, or NULL when the line ends before. */
static const char *
skip_values (const char *at, const char *end)
{
  gboolean quoted = FALSE;
  for (; at < end; at++) {
    if (*at == '"')
      quoted = !quoted;
    else if (!quoted && (*at == ';' || *at == ':'))
      return at;
  }
  return NULL;
}

static gboolean
fail_at (GError **error, const ChnSlice *content, const char *at, const char *hint, const char *message)
{
  chn_error_set_at (error, CHN_ERROR_SYNTAX, (gsize) (at - content->text), 0, hint, "%s", message);
  return FALSE;
}

/* Exchange leaves the quotes out: TZID=tzone://Microsoft/Custom:20141118T150800. No date begins with slashes. */
static gboolean
is_inside_zone (const ChnSlice *name, const char *colon, const char *end)
{
  return end - colon > 2 && colon[0] == ':' && colon[1] == '/' && colon[2] == '/' && chn_slice_is_name (name, "TZID");
}

static gboolean
parse_parameter (const char **at, const char *end, ChnScanLine *out, GError **error)
{
  const char *name = *at + 1, *name_end = skip_name (name, end);
  if (name_end == name || name_end == end || *name_end != '=')
    return fail_at (error, &out->content, name_end, "write ;NAME=value", "a parameter without name or \"=\"");
  const char *value_end = skip_values (name_end + 1, end);
  if (value_end && is_inside_zone (&(ChnSlice){ name, (gsize) (name_end - name) }, value_end, end))
    value_end = skip_values (value_end + 1, end);
  if (!value_end)
    return fail_at (error, &out->content, end, "close the quotation mark, or add the colon",
                    "the line ends inside a parameter");
  if (out->n_parameters == CHN_SCAN_MOST_PARAMETERS) {
    chn_error_set_at (error, CHN_ERROR_LIMIT, (gsize) (name - out->content.text), 0, NULL,
                      "more than %d parameters in one line", CHN_SCAN_MOST_PARAMETERS);
    return FALSE;
  }
  out->parameter[out->n_parameters++] = (ChnScanParameter){
    { name, (gsize) (name_end - name) },
    { name_end + 1, (gsize) (value_end - name_end - 1) },
  };
  *at = value_end;
  return TRUE;
}

static gboolean
parse_line (ChnScanLine *out, GError **error)
{
  const char *start = out->content.text, *end = start + out->content.length;
  const char *at = skip_name (start, end);
  out->n_parameters = 0;
  out->name = (ChnSlice){ start, (gsize) (at - start) };
  if (at == start)
    return fail_at (error, &out->content, at, "a line begins with the name of a property",
                    "a line that does not begin with a name");
  while (at < end && *at == ' ')
    at++;
  while (at < end && *at == ';')
    if (!parse_parameter (&at, end, out, error))
      return FALSE;
  if (at == end || *at != ':')
    return fail_at (error, &out->content, at, "write NAME:value", "a line without a colon behind its name");
  out->value = (ChnSlice){ at + 1, (gsize) (end - at - 1) };
  return TRUE;
}

/* Only lines with bytes beyond printable ASCII need a closer look. */
static gboolean
is_plain (const ChnSlice *content)
{
  guchar odd = 0;
  for (gsize i = 0; i < content->length; i++) {
    guchar byte = (guchar) content->text[i];
    odd |= (guchar) (byte < 0x20) | (guchar) (byte >= 0x7F);
  }
  return !odd;
}

static gboolean
check_text (const ChnSlice *content, GError **error)
{
  gsize offset = 0;
  if (is_plain (content))
    return TRUE;
  /* It would end the line for some and not for others. */
  const char *cr = memchr (content->text, '\r', content->length);
  if (cr)
    return fail_at (error, content, cr, "end lines with CR LF", "a carriage return within the line");
  ChnGuard guard = chn_guard_check (content->text, content->length, &offset);
  if (guard == CHN_GUARD_FINE)
    return TRUE;
  chn_error_set_at (error, CHN_ERROR_SYNTAX, offset, 1, "save the file as UTF-8 text", "%s in the line",
                    chn_guard_get_name (guard));
  return FALSE;
}

ChnScanResult
chn_scanner_next (ChnScanner *scanner, ChnScanLine *out, GError **error)
{
  const char *line;
  do {
    if (scanner->at >= scanner->end)
      return CHN_SCAN_END;
    line = scanner->at;
    out->line = scanner->line;
    if (!take_logical (scanner, &out->content)) {
      chn_error_set (error, CHN_ERROR_LIMIT, "raise the bound with --max-text=N",
                     "a line of more than %" G_GUINT64_FORMAT " bytes", scanner->longest);
      return CHN_SCAN_FAULT;
    }
  } while (chn_slice_trim (out->content).length == 0);
  if (scanner->at > scanner->proven && line >= scanner->doubted)
    look_ahead (scanner, line);
  gboolean fine = scanner->at <= scanner->proven || check_text (&out->content, error);
  return fine && parse_line (out, error) ? CHN_SCAN_LINE : CHN_SCAN_FAULT;
}

const ChnSlice *
chn_scan_find_parameter (const ChnScanLine *line, const char *upper)
{
  for (guint i = 0; i < line->n_parameters; i++)
    if (chn_slice_is_name (&line->parameter[i].name, upper))
      return &line->parameter[i].value;
  return NULL;
}
