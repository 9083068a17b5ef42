/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Reads a table of votes into the book: a row is a roll call, a ballot, or a ballot with what is said of its roll
 * call. The first line names the columns; cells as format/csv/scan.c has them, parted by commas, semicolons or tabs.
 */
#include "format/rolls/read.h"

#include <string.h>

#include "base/guard.h"
#include "base/report.h"
#include "format/encoding.h"
#include "format/rolls/ballot-word.h"
#include "format/rolls/clean.h"
#include "format/rolls/shared-book.h"

/* Bytes of an unknown heading that are shown. */
enum { LONGEST_NAME = 60 };

typedef struct {
  ChnCsvScanner *scanner;
  ChnRollBook *book;
  guint32 file;
  int cell_of[CHN_N_ROLL_COLUMNS]; /* -1 where the table has no such column */
  GPtrArray *unknown;              /* headings that nothing is known of; NULL for others */
  guint n_headings, n_unknown;
  ChnRollColumn key;
  gboolean has_calls, has_ballots;
  const char *last_key; /* of the row above */
  gsize last_length;
  guint32 last_call;
  guint n_without_key, n_unclean;
  GString *raw, *rest; /* of pieces: what does not end a character, and a record, yet */
  gsize enough;        /* of the rest, to look at it again */
  gboolean has_text, is_begun, is_refused;
} Reader;

static const ChnCsvCell *
get_cell (const Reader *reader, ChnRollColumn column)
{
  int index = reader->cell_of[column];
  const ChnCsvCell *cell =
      index >= 0 && (guint) index < reader->scanner->n_kept ? &reader->scanner->cells[index] : NULL;
  return cell && cell->length > 0 && !chn_csv_is_blank (cell) ? cell : NULL;
}

/* All of them in one, so that what is not taken of a new layout is seen at a glance. */
static void
tell_unknown_columns (const Reader *reader)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < reader->unknown->len; i++) {
    const char *name = reader->unknown->pdata[i];
    if (name)
      g_string_append_printf (names, "%s\"%.*s\"", names->len > 0 ? ", " : "",
                              chn_guard_fit (name, strlen (name), LONGEST_NAME), name);
  }
  g_autofree char *message = g_strdup_printf (
      reader->n_unknown == 1 ? "the column %s says nothing that is known; it is kept beside the roll calls"
                             : "the columns %s say nothing that is known; they are kept beside the roll calls",
      names->str);
  if (reader->n_unknown > 0)
    chn_report_add (reader->scanner->report, &(ChnFinding){ .severity = CHN_SEVERITY_WARNING,
                                                            .code = "unknown-column",
                                                            .file = reader->scanner->name,
                                                            .line = reader->scanner->cells[0].line,
                                                            .column = 1,
                                                            .message = message });
}

static void
take_heading (Reader *reader, const ChnCsvCell *cell, guint index)
{
  int column = chn_roll_column_find (cell->text, cell->length);
  if (column >= 0 && reader->cell_of[column] < 0) {
    reader->cell_of[column] = (int) index;
    g_ptr_array_add (reader->unknown, NULL);
    return;
  }
  gboolean is_blank = chn_csv_is_blank (cell);
  g_ptr_array_add (reader->unknown,
                   is_blank ? NULL : chn_arena_strndup (reader->book->arena, cell->text, (gssize) cell->length));
  reader->n_unknown += !is_blank;
}

static gboolean
read_headings (Reader *reader)
{
  guint64 columns = 0;
  for (guint i = 0; i < reader->scanner->n_kept; i++)
    take_heading (reader, &reader->scanner->cells[i], i);
  tell_unknown_columns (reader);
  for (guint i = 0; i < CHN_N_ROLL_COLUMNS; i++)
    columns |= reader->cell_of[i] >= 0 ? (guint64) 1 << i : 0;
  reader->key = reader->cell_of[CHN_ROLL_RCID] >= 0   ? CHN_ROLL_RCID
                : reader->cell_of[CHN_ROLL_UNDL] >= 0 ? CHN_ROLL_UNDL
                                                      : CHN_ROLL_RESOLUTION;
  reader->has_calls = reader->cell_of[CHN_ROLL_DATE] >= 0;
  reader->has_ballots = reader->cell_of[CHN_ROLL_BALLOT] >= 0;
  reader->n_headings = reader->scanner->n_cells;
  if (chn_roll_columns_suffice (columns))
    return TRUE;
  chn_csv_fault (reader->scanner, &reader->scanner->cells[0], reader->scanner->cells[0].at, NULL, CHN_ERROR_SYNTAX,
                 "columns such as rcid, country_code and vote, or undl_id, ms_code, ms_vote and date",
                 "the first line names no columns of a table of votes");
  return FALSE;
}

/* The roll call of the row at hand; most rows are of that of the row above. FALSE where it names none. */
static gboolean
find_call (Reader *reader, guint32 *call, gboolean *is_same)
{
  const ChnCsvCell *key = get_cell (reader, reader->key);
  if (!key) {
    reader->n_without_key++;
    return FALSE;
  }
  *is_same = reader->last_key && key->length == reader->last_length &&
             memcmp (key->text, reader->last_key, key->length) == 0;
  if (!*is_same) {
    reader->last_call = chn_roll_book_find (reader->book, reader->key, key->text, key->length);
    reader->last_key = chn_roll_book_get_call (reader->book, reader->last_call)->key;
    reader->last_length = key->length;
  }
  *call = reader->last_call;
  return TRUE;
}

static void
keep_unknown (Reader *reader, ChnRollCall *call)
{
  if (reader->n_unknown == 0 || call->extras)
    return;
  ChnRollExtra *extras = chn_arena_alloc (reader->book->arena, reader->n_unknown * sizeof *extras);
  for (guint i = 0; i < MIN (reader->unknown->len, reader->scanner->n_kept); i++) {
    const ChnCsvCell *cell = &reader->scanner->cells[i];
    if (reader->unknown->pdata[i] && !chn_csv_is_blank (cell))
      extras[call->n_extras++] =
          (ChnRollExtra){ reader->unknown->pdata[i],
                          chn_arena_strndup (reader->book->arena, cell->text, (gssize) cell->length) };
  }
  call->extras = extras;
}

/* What stands first counts; what was blank there is taken from later rows. */
static void
take_call (Reader *reader, ChnRollCall *call)
{
  for (guint i = 0; i < CHN_N_ROLL_COLUMNS; i++) {
    const ChnCsvCell *cell = call->text[i] || chn_roll_column_is_of_ballot ((ChnRollColumn) i)
                                 ? NULL
                                 : get_cell (reader, (ChnRollColumn) i);
    if (cell)
      call->text[i] = chn_arena_strndup (reader->book->arena, cell->text, (gssize) cell->length);
  }
  if (call->line == 0) {
    call->file = reader->file;
    call->line = reader->scanner->cells[0].line;
  }
  call->has_permanent = call->has_permanent || reader->cell_of[CHN_ROLL_PERMANENT] >= 0;
  keep_unknown (reader, call);
}

/* Who voted: by the code, or by the name where there is none. */
static gboolean
find_voter (Reader *reader, guint32 *number)
{
  const ChnCsvCell *code = get_cell (reader, CHN_ROLL_VOTER), *cow = code ? NULL : get_cell (reader, CHN_ROLL_COW);
  const ChnCsvCell *name = get_cell (reader, CHN_ROLL_NAME), *cell = code ? code : cow ? cow : name;
  if (!cell)
    return FALSE;
  *number = chn_roll_voters_take (&reader->book->voters, cell->text, cell->length, cow != NULL);
  ChnRollVoter *voter = chn_roll_voters_get (&reader->book->voters, *number);
  if (name && name != cell && !voter->name)
    voter->name = g_strndup (name->text, name->length);
  return TRUE;
}

static gboolean
is_no_member (const Reader *reader, int kind)
{
  const ChnCsvCell *member = get_cell (reader, CHN_ROLL_MEMBER);
  return kind == CHN_BALLOT_WORD_NO_MEMBER || (member && member->length == 1 && *member->text == '0');
}

static void
take_ballot (Reader *reader, guint32 call)
{
  ChnRollBallot ballot = { .call = call };
  const ChnCsvCell *cell = get_cell (reader, CHN_ROLL_BALLOT);
  if (!cell || !find_voter (reader, &ballot.voter))
    return;
  ballot.kind = chn_ballot_word_find (cell->text, cell->length);
  if (is_no_member (reader, ballot.kind)) {
    reader->book->n_no_members++;
    return;
  }
  if (ballot.kind < 0)
    ballot.word = chn_arena_strndup (reader->book->arena, cell->text, (gssize) cell->length);
  g_array_append_val (reader->book->ballots, ballot);
}

static void
read_row (Reader *reader)
{
  guint32 number = 0;
  gboolean is_same = FALSE;
  if (reader->scanner->n_filled == 0 || !find_call (reader, &number, &is_same))
    return;
  ChnRollCall *call = chn_roll_book_get_call (reader->book, number);
  if (reader->has_calls && !reader->has_ballots && call->line > 0)
    reader->book->n_again++;
  else if (reader->has_calls && !is_same)
    take_call (reader, call);
  if (reader->has_ballots)
    take_ballot (reader, number);
}

/* The sign that stands most often in the first line. */
static char
find_separator (const char *text, const char *end)
{
  static const char signs[] = { ',', ';', '\t' };
  const char *stop = memchr (text, '\n', (gsize) (end - text));
  guint counts[G_N_ELEMENTS (signs)] = { 0 }, best = 0;
  for (const char *at = text; at < (stop ? stop : end); at++)
    for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
      counts[i] += *at == signs[i];
  for (guint i = 1; i < G_N_ELEMENTS (signs); i++)
    best = counts[i] > counts[best] ? i : best;
  return signs[best];
}

static void
tell_without_key (const Reader *reader)
{
  if (reader->n_without_key == 0)
    return;
  g_autofree char *message = g_strdup_printf ("%u rows name no roll call; they are left out", reader->n_without_key);
  chn_report_add (reader->scanner->report, &(ChnFinding){ .severity = CHN_SEVERITY_WARNING,
                                                          .code = "no-roll-call",
                                                          .file = reader->scanner->name,
                                                          .message = message });
}

/* The first record names the columns. */
static void
read_headings_once (Reader *reader)
{
  ChnCsvScanner *scanner = reader->scanner;
  scanner->separator = find_separator (scanner->at, scanner->end);
  reader->is_begun = chn_csv_scan (scanner);
  reader->is_refused = reader->is_begun && !read_headings (reader);
}

/* The records of a text; how many bytes of it were read. */
static gsize
read_records (Reader *reader, const char *text, gsize length, gboolean is_part)
{
  ChnCsvScanner *scanner = reader->scanner;
  scanner->at = scanner->line_start = text;
  scanner->end = text + length;
  scanner->located = scanner->located_line = NULL;
  scanner->is_part = is_part;
  if (!reader->is_begun && (!is_part || memchr (text, '\n', length)))
    read_headings_once (reader);
  while (reader->is_begun && !reader->is_refused && chn_csv_scan (scanner))
    read_row (reader);
  return reader->is_refused ? length : (gsize) (scanner->at - text);
}

static gpointer
begin (const ChnReadJob *job)
{
  Reader *reader = g_new0 (Reader, 1);
  reader->book = chn_roll_book_share (job->builder);
  reader->unknown = g_ptr_array_new ();
  reader->rest = g_string_new (NULL);
  reader->raw = g_string_new (NULL);
  reader->file = reader->book->files->len;
  memset (reader->cell_of, -1, sizeof reader->cell_of);
  g_ptr_array_add (reader->book->files, g_strdup (job->name));
  reader->scanner = g_new0 (ChnCsvScanner, 1);
  chn_csv_scanner_init (reader->scanner, reader->book->files->pdata[reader->file],
                        chn_timeline_builder_get_report (job->builder), NULL, NULL);
  reader->scanner->is_lenient = TRUE;
  return reader;
}

/* Bytes at the end that begin a character of UTF-8 and may be followed by the rest of it. */
static gsize
measure_beginning (const char *bytes, gsize length)
{
  for (gsize n = 1; n <= MIN (length, 3); n++) {
    guchar c = (guchar) bytes[length - n];
    gsize whole = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
    if ((c & 0xC0) != 0x80)
      return whole > n ? n : 0;
  }
  return 0;
}

/* Adds to what waits to be read, without what no text has. */
static void
add_text (Reader *reader, const char *bytes, gsize length)
{
  static const char mark[] = "\xEF\xBB\xBF";
  gsize skipped = !reader->has_text && length >= 3 && memcmp (bytes, mark, 3) == 0 ? 3 : 0;
  g_autoptr (GString) clean = chn_rolls_clean (bytes + skipped, length - skipped, &reader->n_unclean);
  g_string_append_len (reader->rest, clean ? clean->str : bytes + skipped,
                       (gssize) (clean ? clean->len : length - skipped));
  reader->has_text = TRUE;
}

/* What does not end a record waits for more; it is looked at again when there is twice as much. */
static void
take (gpointer data, const char *bytes, gsize length)
{
  Reader *reader = data;
  g_string_append_len (reader->raw, bytes, (gssize) length);
  gsize whole = reader->raw->len - measure_beginning (reader->raw->str, reader->raw->len);
  if (!reader->has_text && whole < 3)
    return; /* a mark may come */
  add_text (reader, reader->raw->str, whole);
  g_string_erase (reader->raw, 0, (gssize) whole);
  if (reader->rest->len < reader->enough)
    return;
  gsize n = read_records (reader, reader->rest->str, reader->rest->len, TRUE);
  g_string_erase (reader->rest, 0, (gssize) n);
  reader->enough = n > 0 ? 0 : 2 * reader->rest->len;
}

static void
end (gpointer data)
{
  Reader *reader = data;
  add_text (reader, reader->raw->str, reader->raw->len);
  read_records (reader, reader->rest->str, reader->rest->len, FALSE);
  tell_without_key (reader);
  chn_rolls_tell_unclean (reader->scanner->report, reader->scanner->name, reader->n_unclean);
  chn_csv_scanner_clear (reader->scanner);
  g_free (reader->scanner);
  g_ptr_array_unref (reader->unknown);
  g_string_free (reader->rest, TRUE);
  g_string_free (reader->raw, TRUE);
  g_free (reader);
}

const ChnPieceReader chn_rolls_pieces = { begin, take, end };

gboolean
chn_rolls_read (const ChnReadJob *job, GError **error)
{
  (void) error;
  ChnWindow *window = job->window;
  if (job->is_utf_16) {
    chn_encoding_check_lines (job, 1, window->start, (gsize) (window->loaded - window->start)); /* which says so */
    return TRUE;
  }
  Reader *reader = begin (job);
  for (const char *at = window->start; chn_window_load (window, at + 1); at = window->loaded) {
    take (reader, at, (gsize) (window->loaded - at));
    chn_window_leave (window, window->loaded);
  }
  end (reader);
  return TRUE;
}
