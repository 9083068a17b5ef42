/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Content lines of iCalendar on the way in (RFC 5545, 3.1):
 *
 *   contentline = name *(";" param) ":" value CRLF
 *   param       = name "=" param-value *("," param-value)
 *   param-value = *SAFE-CHAR / DQUOTE *QSAFE-CHAR DQUOTE
 *
 * Blank lines are passed over, trailing blanks after a name too. A line that breaks the grammar is given as it was
 * meant (mend.h).
 */
#include "format/ical/scan.h"

#include <string.h>

#include "base/error.h"
#include "base/guard-block.h"
#include "base/guard.h"
#include "format/ical/charset.h"
#include "format/ical/mend.h"
#include "format/ical/unfold.h"

/* How far is looked ahead at once: no further than what stays in the processor's nearest memory. */
enum { LOOK_AHEAD = 16384 };

struct _ChnScanner {
  ChnUnfolder unfolder;
  ChnWindow own;       /* where it was not given a window */
  const char *proven;  /* lines that end before it need no check */
  const char *doubted; /* lines that begin before it do */
  GString *mended;     /* a line that broke the grammar */
  char *why;           /* what was wrong with it */
};

/* What is one line for some is a whole file for others. */
static ChnScanner *
start (ChnScanner *scanner, ChnWindow *window, const ChnLimits *limits)
{
  chn_unfolder_init (&scanner->unfolder, window, limits->value[CHN_LIMIT_FILE]);
  scanner->proven = scanner->doubted = window->start;
  scanner->mended = g_string_new (NULL);
  return scanner;
}

ChnScanner *
chn_scanner_new (const char *bytes, gsize length, const ChnLimits *limits)
{
  ChnScanner *scanner = g_new0 (ChnScanner, 1);
  chn_window_init (&scanner->own, bytes ? bytes : "", length);
  return start (scanner, &scanner->own, limits);
}

ChnScanner *
chn_scanner_new_on (ChnWindow *window, const ChnLimits *limits)
{
  return start (g_new0 (ChnScanner, 1), window, limits);
}

ChnScanner *
chn_scanner_new_again (const ChnWindow *window, const ChnLimits *limits)
{
  ChnScanner *scanner = g_new0 (ChnScanner, 1);
  if (!chn_window_open_again (&scanner->own, window))
    chn_window_init (&scanner->own, "", 0);
  return start (scanner, &scanner->own, limits);
}

void
chn_scanner_free (ChnScanner *scanner)
{
  if (!scanner)
    return;
  g_string_free (scanner->mended, TRUE);
  g_free (scanner->why);
  chn_unfolder_clear (&scanner->unfolder);
  chn_window_clear (&scanner->own);
  g_free (scanner);
}

/* Proves lines from here on, as many as can be looked at together; where that fails, a block is left in doubt. */
static void
look_ahead (ChnScanner *scanner, const char *line)
{
  const ChnUnfolder *unfolder = &scanner->unfolder;
  if (line - unfolder->window->start < CHN_GUARD_MARGIN)
    return;
  const char *fine = chn_guard_skip_blocks (line, MIN (unfolder->there, line + LOOK_AHEAD));
  scanner->doubted = MIN (fine + CHN_GUARD_BLOCK, unfolder->there);
  while (fine > line && fine[-1] != '\n')
    fine--;
  scanner->proven = fine;
}

/* What bytes of names are. */
enum { NAMED = 1, LOWER = 2 };

#define LETTER(c) [(c)] = NAMED | LOWER, [(c) - 'a' + 'A'] = NAMED

static const guint8 in_name[256] = {
  ['0'] = NAMED, ['1'] = NAMED, ['2'] = NAMED, ['3'] = NAMED, ['4'] = NAMED, ['5'] = NAMED, ['6'] = NAMED,
  ['7'] = NAMED, ['8'] = NAMED, ['9'] = NAMED, ['-'] = NAMED, ['_'] = NAMED, LETTER ('a'),  LETTER ('b'),
  LETTER ('c'),  LETTER ('d'),  LETTER ('e'),  LETTER ('f'),  LETTER ('g'),  LETTER ('h'),  LETTER ('i'),
  LETTER ('j'),  LETTER ('k'),  LETTER ('l'),  LETTER ('m'),  LETTER ('n'),  LETTER ('o'),  LETTER ('p'),
  LETTER ('q'),  LETTER ('r'),  LETTER ('s'),  LETTER ('t'),  LETTER ('u'),  LETTER ('v'),  LETTER ('w'),
  LETTER ('x'),  LETTER ('y'),  LETTER ('z'),
};

static inline const char *
skip_name (const char *at, const char *end, guint8 *kinds)
{
  guint8 kind;
  for (*kinds = 0; at < end && (kind = in_name[(guchar) *at]) != 0; at++)
    *kinds |= kind;
  return at;
}

/* Bytes that end the value of a parameter, or say that others do not. */
static const guint8 ends_value[256] = { ['"'] = TRUE, [';'] = TRUE, [':'] = TRUE };

/*
 * Past a parameter's values: the ; or : behind them, or NULL when the line ends before, or a backslash may say that
 * it is text.
 */
static const char *
skip_values (const char *at, const char *end)
{
  for (gboolean quoted = FALSE;; at++) {
    while (at < end && !ends_value[(guchar) *at])
      at++;
    if (at == end)
      return NULL;
    if (*at == '"')
      quoted = !quoted;
    else if (!quoted)
      return at[-1] == '\\' ? NULL : at;
  }
}

static gboolean
fail_at (GError **error, const ChnSlice *content, const char *at, const char *hint, const char *message)
{
  chn_error_set_at (error, CHN_ERROR_SYNTAX, (gsize) (at - content->text), 0, hint, "%s", message);
  return FALSE;
}

/* The quotes are left out: TZID=tzone://Microsoft/Custom:20141118T150800. */
static gboolean
is_inside_zone (const ChnSlice *name, const char *colon, const char *end)
{
  return chn_ical_is_within_zone (colon, end) && chn_slice_is_name (name, "TZID");
}

/* "(UTC-05:00) Eastern Time (US & Canada)", without the quotes that it needs. */
static gboolean
is_shown_zone (const ChnSlice *name, const char *value, const char *colon)
{
  return *value == '(' && !memchr (value, ')', (gsize) (colon - value)) && chn_slice_is_name (name, "TZID");
}

static gboolean
parse_parameter (const char **at, const char *end, ChnScanLine *out, GError **error)
{
  guint8 kinds;
  const char *name = *at + 1, *name_end = skip_name (name, end, &kinds);
  if (name_end == name || name_end == end || *name_end != '=')
    return fail_at (error, &out->content, name_end, "write ;NAME=value", "a parameter without name or \"=\"");
  const char *value_end = skip_values (name_end + 1, end);
  const ChnSlice shown = { name, (gsize) (name_end - name) };
  if (value_end && is_inside_zone (&shown, value_end, end))
    value_end = skip_values (value_end + 1, end);
  if (value_end && is_shown_zone (&shown, name_end + 1, value_end))
    return fail_at (error, &out->content, value_end, "put it in quotation marks", "a colon in a parameter");
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

static inline gboolean
parse_line (ChnScanLine *out, GError **error)
{
  const char *start = out->content.text, *end = start + out->content.length;
  guint8 kinds;
  const char *at = skip_name (start, end, &kinds);
  out->is_upper = (kinds & LOWER) == 0;
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
    return fail_at (error, content, cr, "end lines with CR LF", "a carriage return in the line");
  ChnGuard guard = chn_guard_check (content->text, content->length, &offset);
  if (guard == CHN_GUARD_FINE)
    return TRUE;
  chn_error_set_at (error, CHN_ERROR_SYNTAX, offset, 1, "save the file as UTF-8 text", "%s in the line",
                    chn_guard_get_name (guard));
  return FALSE;
}

/* Parameters that iCalendar does not have say that the value is encoded. */
static gboolean
is_encoded (const ChnScanLine *line)
{
  for (guint i = 0; i < line->n_parameters; i++)
    if (chn_charset_is_parameter (&line->parameter[i].name, &line->parameter[i].value))
      return TRUE;
  return FALSE;
}

static void
note_mended (ChnScanner *scanner, ChnScanLine *out, const GError *why)
{
  g_free (scanner->why);
  scanner->why = g_strdup (why ? why->message : "a value in quoted-printable or of another charset");
  out->mended = scanner->why;
  out->mended_at = 0;
  if (why)
    chn_error_get_place (why, &out->mended_at, NULL);
}

/* For the few that are mended, so that all others are parsed where they are needed. */
static G_NO_INLINE gboolean
parse_again (ChnScanLine *out, GError **error)
{
  return parse_line (out, error);
}

/* Where a parameter goes, what stood behind it may be one for the first time. */
enum { MOST_MENDED = 8 };

/* Puts a line in the place of the one at hand, which has the fault, or none and is encoded. */
static ChnScanResult
mend (ChnScanner *scanner, ChnScanLine *out, GError *fault, GError **error)
{
  g_autoptr (GError) why = fault;
  const ChnSlice content = out->content;
  for (guint i = 0; i < MOST_MENDED && chn_ical_mend_line (scanner->mended, &out->content); i++) {
    out->content = (ChnSlice){ scanner->mended->str, scanner->mended->len };
    if (!parse_again (out, why ? NULL : &why))
      break;
    if (!is_encoded (out)) {
      note_mended (scanner, out, why);
      return CHN_SCAN_LINE;
    }
  }
  out->content = content;
  if (!why)
    fail_at (&why, &content, content.text, "write UTF-8 without CHARSET", "a value of several charsets");
  g_propagate_error (error, g_steal_pointer (&why));
  return CHN_SCAN_FAULT;
}

static ChnScanResult
parse (ChnScanner *scanner, ChnScanLine *out, gboolean proven, GError **error)
{
  GError *fault = NULL;
  out->mended = NULL;
  if ((proven || check_text (&out->content, &fault)) && parse_line (out, &fault) && G_LIKELY (!is_encoded (out)))
    return CHN_SCAN_LINE;
  return mend (scanner, out, fault, error);
}

ChnScanResult
chn_scanner_next (ChnScanner *scanner, ChnScanLine *out, GError **error)
{
  ChnUnfolder *unfolder = &scanner->unfolder;
  const char *line;
  do {
    if (!chn_unfolder_reaches (unfolder, unfolder->at))
      return CHN_SCAN_END;
    line = unfolder->at;
    out->line = unfolder->line;
    if (!chn_unfolder_next (unfolder, &out->content)) {
      chn_error_set (error, CHN_ERROR_LIMIT, "raise the bound with --max-file=N",
                     "a line of more than %" G_GUINT64_FORMAT " bytes", unfolder->longest);
      return CHN_SCAN_FAULT;
    }
  } while (chn_slice_trim (out->content).length == 0);
  if (unfolder->at > scanner->proven && line >= scanner->doubted)
    look_ahead (scanner, line);
  return parse (scanner, out, unfolder->at <= scanner->proven, error);
}

gboolean
chn_scanner_keeps (const ChnScanner *scanner, const ChnScanLine *line)
{
  const char *text = line->content.text;
  return text >= scanner->unfolder.window->left && text < scanner->unfolder.there;
}

void
chn_scanner_leave (ChnScanner *scanner)
{
  ChnWindow *window = scanner->unfolder.window;
  const gsize read = (gsize) (scanner->unfolder.at - window->start);
  chn_window_leave (window, window->start + (read - MIN (read, CHN_GUARD_MARGIN)));
}

const ChnSlice *
chn_scan_find_parameter (const ChnScanLine *line, const char *upper)
{
  for (guint i = 0; i < line->n_parameters; i++)
    if (chn_slice_is_name (&line->parameter[i].name, upper))
      return &line->parameter[i].value;
  return NULL;
}
