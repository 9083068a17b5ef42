/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Lines of a calendar as they were before they were folded (RFC 5545, 3.1):
 *
 *   line = *octet *( break blank *octet ) break
 *
 * Tolerant of what generators do: lines ended by LF or CR alone, folding inside a character or by a soft break of
 * quoted-printable, a byte order mark, blank lines within a fold, a last line without an end.
 */
#include "format/ical/unfold.h"

#include "base/append.h"
#include "format/ical/charset.h"

gboolean
chn_unfolder_load (ChnUnfolder *unfolder, const char *upto)
{
  gboolean loaded = chn_window_load (unfolder->window, upto);
  unfolder->there = unfolder->window->loaded;
  return loaded;
}

static gboolean
has_line_feed (ChnUnfolder *unfolder)
{
  for (const char *at = unfolder->at; chn_unfolder_reaches (unfolder, at); at = unfolder->there)
    if (memchr (at, '\n', (gsize) (unfolder->there - at)))
      return TRUE;
  return FALSE;
}

/*
 * Whoever ends lines in CR alone does so everywhere: without a single LF, CR is the line end; also where the calendar
 * begins with such a line, and something else stands around it.
 */
static gboolean
ends_in_cr (ChnUnfolder *unfolder)
{
  static const char beginning[] = "BEGIN:VCALENDAR\r";
  enum { FAR = 4096 };
  const char *at = unfolder->at;
  if (!has_line_feed (unfolder))
    return unfolder->there > at;
  const char *end = MIN (unfolder->there, at + FAR);
  if (!memchr (at, '\r', (gsize) (end - at)))
    return FALSE;
  const char *found = memmem (at, (gsize) (end - at), beginning, strlen (beginning));
  const char *behind = found ? found + strlen (beginning) : end;
  return behind < end && *behind != '\n' && *behind != '\r';
}

void
chn_unfolder_init (ChnUnfolder *unfolder, ChnWindow *window, guint64 longest)
{
  static const char mark[] = "\xEF\xBB\xBF";
  const gsize length = strlen (mark);
  *unfolder = (ChnUnfolder){ .window = window, .at = window->start, .line = 1, .longest = longest };
  unfolder->buffer = g_string_new (NULL);
  if (chn_unfolder_load (unfolder, window->start + length) && memcmp (window->start, mark, length) == 0)
    unfolder->at += length;
  unfolder->bare_cr = ends_in_cr (unfolder);
}

void
chn_unfolder_clear (ChnUnfolder *unfolder)
{
  if (unfolder->buffer)
    g_string_free (unfolder->buffer, TRUE);
  unfolder->buffer = NULL;
}

static const char *
find_break (const char *at, const char *end)
{
  while (at < end && *at != '\r' && *at != '\n')
    at++;
  return at < end ? at : NULL;
}

/* Where lines end in CR, LF is no part of any, either; NULL where the last line has no end. */
static const char *
find_line_end (ChnUnfolder *unfolder)
{
  for (const char *at = unfolder->at; chn_unfolder_reaches (unfolder, at); at = unfolder->there) {
    const gsize length = (gsize) (unfolder->there - at);
    const char *stop = unfolder->bare_cr ? find_break (at, unfolder->there) : memchr (at, '\n', length);
    if (stop)
      return stop;
  }
  return NULL;
}

/* Takes one physical line, which has another end than most, or lies on the edge of what is loaded. */
static G_NO_INLINE const char *
take_odd_line (ChnUnfolder *unfolder)
{
  while (unfolder->bare_cr && chn_unfolder_reaches (unfolder, unfolder->at) && *unfolder->at == '\n')
    unfolder->at++;
  const char *stop = find_line_end (unfolder);
  return stop ? stop : unfolder->there;
}

/* Takes one physical line without its end. */
static inline ChnSlice
take_line (ChnUnfolder *unfolder)
{
  const char *end = NULL;
  if (G_LIKELY (!unfolder->bare_cr))
    end = memchr (unfolder->at, '\n', (gsize) (unfolder->there - unfolder->at));
  if (G_UNLIKELY (!end))
    end = take_odd_line (unfolder);
  const char *start = unfolder->at;
  unfolder->at = end < unfolder->there ? end + 1 : end;
  unfolder->line++;
  /* One belongs to the line end; some clients hand back a line whose folding ended with it as two. */
  while (end > start && end[-1] == '\r')
    end--;
  return (ChnSlice){ start, (gsize) (end - start) };
}

static inline gboolean
is_blank (char byte)
{
  return byte == ' ' || byte == '\t';
}

/* Blank lines within a fold are no end of it: the unfolder then stands behind them. */
static G_NO_INLINE gboolean
skip_blank_lines (ChnUnfolder *unfolder)
{
  const char *at = unfolder->at;
  guint n = 0;
  for (; chn_unfolder_reaches (unfolder, at) && (*at == '\r' || *at == '\n'); at++)
    n += *at == (unfolder->bare_cr ? '\r' : '\n');
  if (n == 0 || at == unfolder->there || !is_blank (*at))
    return FALSE;
  unfolder->at = at;
  unfolder->line += n;
  return TRUE;
}

/*
 * What goes on behind a soft break need not begin with a blank; where the component ends the break was no break. It
 * is asked of every line, of which few end so.
 */
static G_NO_INLINE gboolean
is_soft_break (ChnUnfolder *unfolder, const char *text, gsize length)
{
  static const char end[] = "END:";
  const gsize n = strlen (end);
  if (!chn_charset_is_soft_break (&(ChnSlice){ text, length }))
    return FALSE;
  return !chn_unfolder_load (unfolder, unfolder->at + n) || g_ascii_strncasecmp (unfolder->at, end, n) != 0;
}

/* Whether a line of which this is known goes on with the next physical one; `last` is the last one before that. */
static inline gboolean
goes_on (ChnUnfolder *unfolder, const char *text, gsize length, gsize last)
{
  if (!chn_unfolder_reaches (unfolder, unfolder->at))
    return FALSE;
  const guchar next = (guchar) *unfolder->at;
  if (is_blank ((char) next) || (next < ' ' && last > 0 && skip_blank_lines (unfolder)))
    return TRUE;
  return G_UNLIKELY (length > 0 && text[length - 1] == '=') && is_soft_break (unfolder, text, length);
}

/* Appends a physical line, without the blank before it or the soft break behind what is there. */
static inline gboolean
append (ChnUnfolder *unfolder, const ChnSlice *piece, gsize blank)
{
  GString *buffer = unfolder->buffer;
  const gsize length = piece->length - blank;
  if (buffer->len + length > unfolder->longest)
    return FALSE;
  if (G_UNLIKELY (buffer->len > 0 && buffer->str[buffer->len - 1] == '=') &&
      chn_charset_is_soft_break (&(ChnSlice){ buffer->str, buffer->len }))
    g_string_truncate (buffer, buffer->len - 1);
  chn_append_bytes (buffer, piece->text + blank, length);
  return TRUE;
}

static gboolean
join (ChnUnfolder *unfolder, ChnSlice *line)
{
  GString *buffer = unfolder->buffer;
  gboolean fits = line->length <= unfolder->longest;
  gsize last;
  chn_assign_bytes (buffer, line->text, fits ? line->length : 0);
  do {
    const gsize blank = is_blank (*unfolder->at) ? 1 : 0;
    const ChnSlice piece = take_line (unfolder);
    fits = fits && append (unfolder, &piece, blank);
    last = piece.length;
  } while (goes_on (unfolder, buffer->str, buffer->len, last));
  *line = (ChnSlice){ buffer->str, buffer->len };
  return fits;
}

gboolean
chn_unfolder_next (ChnUnfolder *unfolder, ChnSlice *line)
{
  *line = take_line (unfolder);
  if (G_UNLIKELY (goes_on (unfolder, line->text, line->length, line->length)))
    return join (unfolder, line);
  return line->length <= unfolder->longest;
}
