/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Content lines of iCalendar on the way in (RFC 5545, 3.1):
 *
 *   contentline = name *(";" param) ":" value CRLF
 *   param       = name "=" param-value *("," param-value)
 *   param-value = *SAFE-CHAR / DQUOTE *QSAFE-CHAR DQUOTE
 *
 * Tolerant of what generators do: lines ended by LF or CR alone, folding inside a character, a byte
 * order mark, blank lines, trailing blanks after a name, a last line without an end. A line that breaks the grammar
 * is given as it was meant (mend.h).
 */
#include "format/ical/scan.h"

#include <string.h>

#include "base/append.h"
#include "base/error.h"
#include "base/guard-block.h"
#include "base/guard.h"
#include "format/ical/charset.h"
#include "format/ical/mend.h"

/* How far is looked ahead at once: no further than what stays in the processor's nearest memory. */
enum { LOOK_AHEAD = 16384 };

struct _ChnScanner {
  const char *start;
  const char *at;
  const char *end;
  const char *proven;  /* lines that end before it need no check */
  const char *doubted; /* lines that begin before it do */
  guint line;          /* of `at` */
  guint64 longest;     /* bytes of a logical line */
  gboolean bare_cr;    /* some line may end in CR alone */
  GString *buffer;     /* an unfolded line */
  GString *mended;     /* one that broke the grammar */
  char *why;           /* what was wrong with it */
};

/*
 * Whoever ends lines in CR alone does so everywhere: without a single LF, CR is the line end; also where the calendar
 * begins with such a line, and something else stands around it.
 */
static gboolean
ends_in_cr (const char *bytes, gsize length)
{
  static const char beginning[] = "BEGIN:VCALENDAR\r";
  enum { FAR = 4096 };
  if (!memchr (bytes, '\n', length))
    return length > 0;
  const char *end = bytes + MIN (length, FAR),
             *found = memmem (bytes, (gsize) (end - bytes), beginning, strlen (beginning));
  const char *behind = found ? found + strlen (beginning) : end;
  return behind < end && *behind != '\n' && *behind != '\r';
}

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
  scanner->longest = limits->value[CHN_LIMIT_FILE]; /* what is one line for some is a whole file for others */
  scanner->bare_cr = ends_in_cr (bytes, length);
  scanner->buffer = g_string_new (NULL);
  scanner->mended = g_string_new (NULL);
  return scanner;
}

void
chn_scanner_free (ChnScanner *scanner)
{
  if (!scanner)
    return;
  g_string_free (scanner->buffer, TRUE);
  g_string_free (scanner->mended, TRUE);
  g_free (scanner->why);
  g_free (scanner);
}

/* Where lines end in CR, LF is no part of any, either; NULL where the last line has no end. */
static const char *
find_line_end (const ChnScanner *scanner)
{
  const char *at = scanner->at;
  if (!scanner->bare_cr)
    return memchr (at, '\n', (gsize) (scanner->end - at));
  while (at < scanner->end && *at != '\r' && *at != '\n')
    at++;
  return at < scanner->end ? at : NULL;
}

/* Takes one physical line without its end. */
static ChnSlice
take_physical (ChnScanner *scanner)
{
  while (scanner->bare_cr && scanner->at < scanner->end && *scanner->at == '\n')
    scanner->at++;
  ChnSlice piece = { scanner->at, 0 };
  const char *stop = find_line_end (scanner);
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
is_blank (char byte)
{
  return byte == ' ' || byte == '\t';
}

/* Blank lines within a fold are no end of it: the scanner then stands behind them. */
static gboolean
skip_blank_lines (ChnScanner *scanner)
{
  const char *at = scanner->at;
  guint n = 0;
  for (; at < scanner->end && (*at == '\r' || *at == '\n'); at++)
    n += *at == (scanner->bare_cr ? '\r' : '\n');
  if (n == 0 || at == scanner->end || !is_blank (*at))
    return FALSE;
  scanner->at = at;
  scanner->line += n;
  return TRUE;
}

static gboolean
is_continued (ChnScanner *scanner, const ChnSlice *piece)
{
  if (scanner->at == scanner->end)
    return FALSE;
  return is_blank (*scanner->at) || (*scanner->at < ' ' && piece->length > 0 && skip_blank_lines (scanner));
}

/* Asked of every physical line, of which few end so. */
static inline gboolean
ends_in_break (const char *text, gsize length)
{
  return length > 0 && text[length - 1] == '=' && chn_ical_is_soft_break (&(ChnSlice){ text, length });
}

/* What goes on behind a soft break need not begin with a blank; where the component ends the break was no break. */
static gboolean
goes_on (const ChnScanner *scanner, const ChnSlice *line)
{
  static const char end[] = "END:";
  gsize rest = (gsize) (scanner->end - scanner->at);
  if (rest == 0 || !ends_in_break (line->text, line->length))
    return FALSE;
  return rest < strlen (end) || g_ascii_strncasecmp (scanner->at, end, strlen (end)) != 0;
}

/* Appends the next physical line to the logical one, without the blank before it or the soft break behind that. */
static gboolean
join (ChnScanner *scanner, gboolean fits, ChnSlice *piece)
{
  gboolean folded = is_blank (*scanner->at);
  *piece = take_physical (scanner);
  gsize length = piece->length - (folded ? 1 : 0);
  if (!fits || scanner->buffer->len + length > scanner->longest)
    return FALSE;
  if (G_UNLIKELY (ends_in_break (scanner->buffer->str, scanner->buffer->len)))
    g_string_truncate (scanner->buffer, scanner->buffer->len - 1);
  chn_append_bytes (scanner->buffer, piece->text + (folded ? 1 : 0), length);
  return TRUE;
}

/* Joins folded lines; FALSE when the line is too long, which is then passed over without keeping it. */
static gboolean
take_logical (ChnScanner *scanner, ChnSlice *out)
{
  ChnSlice piece = take_physical (scanner);
  gboolean fits = piece.length <= scanner->longest;
  if (!is_continued (scanner, &piece) && !goes_on (scanner, &piece)) {
    *out = piece;
    return fits;
  }
  chn_assign_bytes (scanner->buffer, piece.text, fits ? piece.length : 0);
  do
    fits = join (scanner, fits, &piece);
  while (is_continued (scanner, &piece) ||
         goes_on (scanner, &(ChnSlice){ scanner->buffer->str, scanner->buffer->len }));
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

/*
 * Past a parameter's values: the ; or : behind them, or NULL when the line ends before, or a backslash may say that
 * it is text.
 */
static const char *
skip_values (const char *at, const char *end)
{
  gboolean quoted = FALSE;
  for (; at < end; at++) {
    if (*at == '"')
      quoted = !quoted;
    else if (!quoted && (*at == ';' || *at == ':'))
      return at[-1] == '\\' ? NULL : at;
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

/* "(UTC-05:00) Eastern Time (US & Canada)", without the quotes that it needs. */
static gboolean
is_shown_zone (const ChnSlice *name, const char *value, const char *colon)
{
  return *value == '(' && !memchr (value, ')', (gsize) (colon - value)) && chn_slice_is_name (name, "TZID");
}

static gboolean
parse_parameter (const char **at, const char *end, ChnScanLine *out, GError **error)
{
  const char *name = *at + 1, *name_end = skip_name (name, end);
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

/* Puts a line in the place of the one at hand, which has the fault, or none and is encoded. */
static ChnScanResult
mend (ChnScanner *scanner, ChnScanLine *out, GError *fault, GError **error)
{
  g_autoptr (GError) why = fault;
  const ChnSlice content = out->content;
  if (chn_ical_mend_line (scanner->mended, &content)) {
    out->content = (ChnSlice){ scanner->mended->str, scanner->mended->len };
    if (parse_line (out, why ? NULL : &why)) {
      note_mended (scanner, out, why);
      return CHN_SCAN_LINE;
    }
  }
  out->content = content;
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
  const char *line;
  do {
    if (scanner->at >= scanner->end)
      return CHN_SCAN_END;
    line = scanner->at;
    out->line = scanner->line;
    if (!take_logical (scanner, &out->content)) {
      chn_error_set (error, CHN_ERROR_LIMIT, "raise the bound with --max-file=N",
                     "a line of more than %" G_GUINT64_FORMAT " bytes", scanner->longest);
      return CHN_SCAN_FAULT;
    }
  } while (chn_slice_trim (out->content).length == 0);
  if (scanner->at > scanner->proven && line >= scanner->doubted)
    look_ahead (scanner, line);
  return parse (scanner, out, scanner->at <= scanner->proven, error);
}

const ChnSlice *
chn_scan_find_parameter (const ChnScanLine *line, const char *upper)
{
  for (guint i = 0; i < line->n_parameters; i++)
    if (chn_slice_is_name (&line->parameter[i].name, upper))
      return &line->parameter[i].value;
  return NULL;
}
