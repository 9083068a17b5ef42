/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Reads a date in English, by the grammar that opens humanize.c: the frame of the phrase is found
 * in a table, its parts are read one by one, what they leave out is taken from the last, and the
 * whole is written as EDTF and parsed.
 */
#include <string.h>

#include "base/error.h"
#include "date/english.h"
#include "date/rewrite.h"

enum { LONGEST_PHRASE = 16384, MOST_PARTS = 1000 };

typedef struct {
  const char *prefix, *infix, *suffix; /* of the English; NULL where there is none */
  const char *open, *middle, *close;   /* of the EDTF */
} Frame;

/* The first that fits is taken. */
static const Frame frames[] = {
  { "since ", NULL, NULL, "", NULL, "/.." },
  { "until ", NULL, " (start unknown)", "/", NULL, "" },
  { "until ", NULL, NULL, "../", NULL, "" },
  { "from ", NULL, " (end unknown)", "", NULL, "/" },
  { "from ", " to ", NULL, "", "/", "" },
  { "between ", " and ", NULL, "[", "..", "]" },
  { NULL, NULL, " or earlier", "[..", NULL, "]" },
  { NULL, NULL, " or later", "[", NULL, "..]" },
  { NULL, " \xE2\x80\x93 ", NULL, "", "/", "" },
  { NULL, "\xE2\x80\x93", NULL, "", "/", "" },
  { NULL, " - ", NULL, "", "/", "" },
  { NULL, "-", NULL, "", "/", "" },
};

/* A part and the EDTF that stands before it. */
typedef struct {
  const char *before;
  ChnEnglishPart part;
} Piece;

typedef struct {
  const char *text; /* the whole, for places */
  GArray *pieces;   /* Piece */
  const char *close;
  GError **error;
} Reader;

static gboolean
add_part (Reader *reader, const char *before, const char *start, gsize length)
{
  Piece piece = { .before = before };
  g_autofree char *phrase = g_strndup (start, length);
  if (reader->pieces->len == MOST_PARTS) {
    chn_error_set_at (reader->error, CHN_ERROR_LIMIT, (gsize) (start - reader->text), 0, NULL,
                      "found more than %d dates", MOST_PARTS);
    return FALSE;
  }
  g_autoptr (GError) fault = NULL;
  if (!chn_english_read_part (phrase, &piece.part, &fault)) {
    chn_error_shift (fault, (gsize) (start - reader->text));
    g_propagate_error (reader->error, g_steal_pointer (&fault));
    return FALSE;
  }
  g_array_append_val (reader->pieces, piece);
  return TRUE;
}

static gboolean
fits (const Frame *frame, const char *text, gsize length)
{
  gsize prefix = frame->prefix ? strlen (frame->prefix) : 0, suffix = frame->suffix ? strlen (frame->suffix) : 0;
  if (length < prefix + suffix)
    return FALSE;
  if (frame->prefix && g_ascii_strncasecmp (text, frame->prefix, prefix) != 0)
    return FALSE;
  if (frame->suffix && g_ascii_strncasecmp (text + length - suffix, frame->suffix, suffix) != 0)
    return FALSE;
  return !frame->infix || g_strstr_len (text + prefix, (gssize) (length - prefix), frame->infix) != NULL;
}

static gboolean
read_frame (Reader *reader, const Frame *frame, const char *text, gsize length)
{
  const char *start = text + (frame->prefix ? strlen (frame->prefix) : 0);
  const char *end = text + length - (frame->suffix ? strlen (frame->suffix) : 0);
  reader->close = frame->close;
  const char *infix = frame->infix ? g_strstr_len (start, end - start, frame->infix) : NULL;
  if (!infix)
    return add_part (reader, frame->open, start, (gsize) (end - start));
  const char *second = infix + strlen (frame->infix);
  return add_part (reader, frame->open, start, (gsize) (infix - start)) &&
         add_part (reader, frame->middle, second, (gsize) (end - second));
}

/* "A", "A to B", "up to A", "A onwards". */
static gboolean
read_element (Reader *reader, const char *before, const char *start, gsize length)
{
  static const char onwards[] = " onwards", up_to[] = "up to ";
  const char *to = g_strstr_len (start, (gssize) length, " to ");
  if (length > strlen (up_to) && g_ascii_strncasecmp (start, up_to, strlen (up_to)) == 0) {
    reader->close = strcmp (before, "[") == 0 ? "]" : strcmp (before, "{") == 0 ? "}" : reader->close;
    const char *opening = *before == '[' ? "[.." : *before == '{' ? "{.." : ",..";
    return add_part (reader, opening, start + strlen (up_to), length - strlen (up_to));
  }
  if (length > strlen (onwards) &&
      g_ascii_strncasecmp (start + length - strlen (onwards), onwards, strlen (onwards)) == 0) {
    reader->close = *reader->close == ']' ? "..]" : "..}";
    return add_part (reader, before, start, length - strlen (onwards));
  }
  if (!to)
    return add_part (reader, before, start, length);
  return add_part (reader, before, start, (gsize) (to - start)) &&
         add_part (reader, "..", to + 4, (gsize) (start + length - to) - 4);
}

static gboolean
read_list (Reader *reader, gboolean one_of, const char *text, const char *end)
{
  const char *word = one_of ? " or " : " and ", *before = one_of ? "[" : "{";
  reader->close = one_of ? "]" : "}";
  for (const char *at = text; at < end;) {
    const char *comma = g_strstr_len (at, end - at, ", "), *last = g_strstr_len (at, end - at, word);
    const char *stop = comma && (!last || comma < last) ? comma : last;
    gsize length = (gsize) ((stop ? stop : end) - at);
    if (!read_element (reader, before, at, length))
      return FALSE;
    before = ",";
    at = !stop ? end : stop == comma ? stop + 2 : stop + strlen (word);
  }
  return TRUE;
}

static gboolean
read_phrase (Reader *reader, const char *text)
{
  gsize length = strlen (text);
  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    if (fits (&frames[i], text, length))
      return read_frame (reader, &frames[i], text, length);
  if (g_ascii_strncasecmp (text, "one of ", 7) == 0)
    return read_list (reader, TRUE, text + 7, text + length);
  if (g_ascii_strncasecmp (text, "all of ", 7) == 0)
    return read_list (reader, FALSE, text + 7, text + length);
  if (strstr (text, " or ") || strstr (text, " and "))
    return read_list (reader, strstr (text, " or ") != NULL, text, text + length);
  if (strstr (text, " to "))
    return read_frame (reader, &(Frame){ NULL, " to ", NULL, "", "/", "" }, text, length);
  return add_part (reader, "", text, length);
}

/* "22 December 2014, 15:00–17:10 (UTC)": the day that only the first part says, the offset that only the last does.
 */
static void
share_day_and_offset (GArray *pieces)
{
  ChnEnglishPart *first = &g_array_index (pieces, Piece, 0).part;
  ChnEnglishPart *last = &g_array_index (pieces, Piece, pieces->len - 1).part;
  if (pieces->len != 2 || !first->has_time || !last->has_time)
    return;
  if (!last->has_year && last->month == 0 && last->day == 0) {
    last->has_year = first->has_year;
    last->year = first->year;
    last->month = first->month;
    last->day = first->day;
  }
  if (first->offset[0] == '\0')
    memcpy (first->offset, last->offset, sizeof first->offset);
}

/* "18–20 November 2014": the year and month that only the last part says. */
static void
fill_from_last (GArray *pieces)
{
  const ChnEnglishPart *last = &g_array_index (pieces, Piece, pieces->len - 1).part;
  for (guint i = 0; i + 1 < pieces->len; i++) {
    ChnEnglishPart *part = &g_array_index (pieces, Piece, i).part;
    if (part->has_year || (part->month == 0 && part->day == 0))
      continue;
    part->has_year = last->has_year;
    part->year = last->year;
    part->negative = last->negative;
    part->n_masked = last->n_masked;
    if (part->month == 0)
      part->month = last->month;
  }
}

static gboolean
check_complete (const char *text, const GArray *pieces, GError **error)
{
  for (guint i = 0; i < pieces->len; i++) {
    const ChnEnglishPart *part = &g_array_index (pieces, Piece, i).part;
    gboolean gap = part->day > 0 && part->month == 0 && !part->month_unknown;
    if (part->has_year && !gap)
      continue;
    chn_error_set_at (error, CHN_ERROR_SYNTAX, 0, strlen (text), "write it in full, as in \"18 November 2014\"",
                      "found a date without its %s", part->has_year ? "month" : "year");
    return FALSE;
  }
  return TRUE;
}

/* "(EDTF …)" at the end says it exactly. */
static char *
dup_exact (const char *text)
{
  const char *mark = strstr (text, " (EDTF ");
  if (!mark || !g_str_has_suffix (text, ")"))
    return NULL;
  const char *start = mark + strlen (" (EDTF ");
  return g_strndup (start, strlen (start) - 1);
}

static char *
translate (const char *text, GError **error)
{
  static const struct {
    const char *english, *edtf;
  } whole[] = { { "at any time", "../.." }, { "since an unknown time", "/.." }, { "until an unknown time", "../" } };
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    if (g_ascii_strcasecmp (text, whole[i].english) == 0)
      return g_strdup (whole[i].edtf);
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  Reader reader = { text, pieces, "", error };
  if (!read_phrase (&reader, text))
    return NULL;
  if (pieces->len == 0) {
    chn_error_set_at (error, CHN_ERROR_SYNTAX, 0, 0, NULL, "found nothing, expected a date");
    return NULL;
  }
  share_day_and_offset (pieces);
  fill_from_last (pieces);
  if (!check_complete (text, pieces, error))
    return NULL;
  GString *edtf = g_string_new (NULL);
  for (guint i = 0; i < pieces->len; i++) {
    const Piece *piece = &g_array_index (pieces, Piece, i);
    g_string_append (edtf, piece->before);
    chn_english_append_edtf (&piece->part, edtf);
  }
  g_string_append (edtf, reader.close);
  return g_string_free (edtf, FALSE);
}

/* Parses and, where qualifiers were written out, brings the text into its canonical form. */
static ChnDate *
parse_translated (const char *text, const char *edtf, GError **error)
{
  ChnDateFault fault;
  g_autoptr (ChnDate) date = chn_date_parse_plainly (edtf, strlen (edtf), &fault);
  if (!date) {
    chn_error_set_at (error, fault.code, 0, strlen (text), NULL, "%s in %.200s", fault.message, edtf);
    return NULL;
  }
  g_autofree char *canonical = chn_date_dup_canonical (date);
  return chn_date_parse_plainly (canonical, strlen (canonical), &fault);
}

ChnDate *
chn_date_new_humanized (const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);
  if (strlen (text) > LONGEST_PHRASE) {
    chn_error_set_at (error, CHN_ERROR_LIMIT, LONGEST_PHRASE, 0, NULL, "the text is longer than %d bytes",
                      LONGEST_PHRASE);
    return NULL;
  }
  g_autofree char *edtf = dup_exact (text);
  if (!edtf)
    edtf = translate (text, error);
  return edtf ? parse_translated (text, edtf, error) : NULL;
}

char *
chn_rewrite_english (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (ChnDate) date = chn_date_new_humanized (stripped, NULL);
  return date ? chn_date_dup_canonical (date) : NULL;
}
