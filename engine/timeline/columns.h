/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "base/intern.h"
#include "timeline/record.h"

/*
 * The columns of a sealed timeline: for each row a head of fixed width and a record of what differs
 * in length (timeline/record.h), and the indexes over them. Inside the data there are numbers only
 * (of texts, codes, rows), never addresses, so that the same bytes can be written to a file and
 * opened again. All is immutable. In an image every array is touched before it is read (base/image.h): so
 * outside of this layer columns are read through the functions below, never by indexing.
 *
 * Three kinds of numbers occur:
 *   a text   number of a text in `texts`, or where it stands in its record; 0 is "none"
 *   a code   index in a dictionary: what many rows share, and what is looked up
 *   a row    index of an event in timeline order
 */

/* The rows of code c are rows[start[c]] to rows[start[c + 1] - 1], ascending, each once. */
typedef struct {
  guint32 n_codes;
  const guint32 *text;  /* of each code */
  const guint32 *start; /* n_codes + 1 */
  const guint32 *rows;
} ChnDictionary;

/* Where a source is declared; the line is 0 where that is not known. */
typedef struct {
  guint32 origin, line, column;
} ChnSourcePlace;

/* Bytes somewhere in an image. */
typedef struct {
  const char *bytes;
  gsize length;
} ChnSpan;

enum { CHN_REACH_ROWS = 64 };

/* The rows whose vote has a count, by that count; those with the same one ascending. */
typedef struct {
  guint32 n;
  const gint32 *counts; /* ascending */
  const guint32 *rows;
} ChnCountIndex;

/* Rows that take place more than once, or that are instances of such: ascending. */
typedef struct {
  guint32 n;
  const guint32 *rows;
} ChnRecurringRows;

/*
 * The index of words (timeline/word-index.h). Word w is bytes[text[w]] to bytes[text[w + 1] - 1]; its
 * rows are in rows[start[w]] to rows[start[w + 1] - 1], its positions in them likewise. No words at
 * all: text is NULL.
 */
typedef struct {
  guint32 n_words;
  const guint64 *text, *start, *position_start; /* n_words + 1 */
  const char *bytes;
  const guint8 *rows, *positions;
} ChnWordIndex;

/* The cells of i are those from start[i] to start[i + 1] - 1. No cells at all: start is NULL. */
typedef struct {
  const guint32 *start; /* one more than there are lists */
  gconstpointer cells;
} ChnListColumn;

typedef struct {
  const ChnImage *image; /* that the arrays lie in, or NULL */
  guint32 n_rows;
  gboolean has_own_names; /* the timeline declares actors or forums */
  gboolean is_restricted; /* something in it may not be public */
  const ChnPool *texts;
  const ChnVocabulary *vocabulary; /* what the numbers of kinds, roles and relations mean; NULL: the known ones */

  const ChnRowHead *heads; /* n_rows + 1 */
  const gint64 *reach;     /* for each CHN_REACH_ROWS rows, the latest second that one up to there reaches */
  guint64 n_units;
  const guint32 *records;        /* n_units */
  const ChnRecordLimits *limits; /* of records in an image, else NULL */
  ChnBits *proven;               /* of each row in an image: whether its record was found valid */
  ChnListColumn positions;       /* char: see timeline/position.h; a snapshot has none */

  ChnDictionary dictionary[CHN_N_DICTIONARIES];

  ChnCountIndex counts[CHN_N_BALLOT_KINDS]; /* of votes, by ChnBallotKind */
  ChnRecurringRows recurring;

  guint32 n_voters;
  const guint32 *voters; /* codes of actors by their numbers in packed rolls; of a snapshot */

  ChnWordIndex words;

  /* Open addressing by the hash of the id: 1 + row, 0 is free. The number of slots is a power of two.
     NULL while nobody has asked for an id. */
  guint32 n_id_slots;
  const guint32 *id_slot;

  /* Texts: source_text[code * CHN_N_SOURCE_FIELDS + field], header[origin * CHN_N_HEADER_FIELDS + field]. */
  const guint32 *source_text;
  const ChnSourcePlace *source_places; /* of each code; a snapshot has none */
  guint32 n_origins;
  const guint32 *header;
  guint32 n_queries, n_header_extras, n_feeds;
  ChnListColumn queries;       /* of each origin; cells are ChnExtraCell: name and text */
  ChnListColumn header_extras; /* the same */
  ChnListColumn feeds;         /* of each origin; the cells are CHN_N_FEED_FIELDS texts each */
  const guint32 *feed_places;  /* line and column of each query, or NULL */
} ChnColumns;

/* The order of two rows, guint32 each: for sorting them, and for finding one among many. */
int chn_compare_rows (gconstpointer a, gconstpointer b);

/* Brings rows, guint32 each, into their order, each once. */
void chn_sort_rows (GArray *rows);

/* Of a sealed timeline; borrowed. */
const ChnColumns *chn_timeline_get_columns (const ChnTimeline *timeline);

/* Has the rows of codes and counts, and what dates reach, made if they are not yet: before they are asked for. */
void chn_timeline_need_indexes (const ChnTimeline *timeline);

/* The code of exactly this text (a registry id, a canonical symbol, a tag, a key); FALSE when no row has it. */
gboolean chn_columns_find_code (const ChnColumns *columns, ChnDictionaryId dictionary, const char *text,
                                guint32 *code);

/* The codes whose text begins with a prefix: from *first to *end - 1. Not for kinds. */
void chn_columns_find_prefix (const ChnColumns *columns, ChnDictionaryId dictionary, const char *prefix,
                              guint32 *first, guint32 *end);

/*
 * The rows whose vote has from low to high of a kind, in the order of the counts; -1 is where that is not known. They
 * are to be touched as they are read.
 */
const guint32 *chn_columns_find_counts (const ChnColumns *columns, ChnBallotKind kind, gint64 low, gint64 high,
                                        guint *n);

/* The first row from which on one may reach a time: none before it does. */
guint32 chn_columns_find_reaching (const ChnColumns *columns, gint64 time);
/* The latest second that any row reaches; there is one. */
gint64 chn_columns_find_end (const ChnColumns *columns);

/* To be called before cells of the columns are read. */
static inline void
chn_columns_touch (const ChnColumns *columns, gconstpointer cells, gsize size)
{
  if (columns->image)
    chn_image_touch (columns->image, cells, size);
}

static inline const ChnRowHead *
chn_columns_get_head (const ChnColumns *columns, guint row)
{
  chn_columns_touch (columns, &columns->heads[row], sizeof *columns->heads);
  return &columns->heads[row];
}

/* chn_columns_get_earliest (columns, row) and so on: one value of a row. */
#define CHN_DEFINE_COLUMN(name, Type)                                                                                \
  static inline Type chn_columns_get_##name (const ChnColumns *columns, guint row)                                   \
  {                                                                                                                  \
    return chn_columns_get_head (columns, row)->name;                                                                \
  }

CHN_DEFINE_COLUMN (earliest, gint64)
CHN_DEFINE_COLUMN (latest, gint64)
CHN_DEFINE_COLUMN (date_flags, guint16)
CHN_DEFINE_COLUMN (precision, guint8)
CHN_DEFINE_COLUMN (kind, guint8)
CHN_DEFINE_COLUMN (status, guint8)
CHN_DEFINE_COLUMN (confidence, guint8)
CHN_DEFINE_COLUMN (importance, guint8)

#undef CHN_DEFINE_COLUMN

enum { CHN_FETCH_ROWS = 16 };

/*
 * Has memory fetch heads and records of rows that are read next, at most CHN_FETCH_ROWS. They may lie
 * far apart: so memory is waited for once instead of at each. Nothing is believed or proved yet.
 */
void chn_columns_fetch (const ChnColumns *columns, const guint *rows, guint n);

/* Looks at the record of a row in an image before it is first read. Returns it, or an empty one where it makes no
 * sense.
 */
const guint32 *chn_columns_examine_row (const ChnColumns *columns, guint row);

static inline const guint32 *
chn_columns_get_record (const ChnColumns *columns, guint row)
{
  if (columns->image && !chn_bits_test (columns->proven, row))
    return chn_columns_examine_row (columns, row);
  return columns->records + columns->heads[row].record;
}

/* Its place in the series, from 1; 0 where not stated. */
static inline guint
chn_columns_get_nth (const ChnColumns *columns, guint row)
{
  return chn_record_get_number (chn_columns_get_record (columns, row), CHN_FIELD_NTH);
}

/* A value of CHN_VOCABULARY_VISIBILITY. */
static inline guint
chn_columns_get_visibility (const ChnColumns *columns, guint row)
{
  return chn_record_get_number (chn_columns_get_record (columns, row), CHN_FIELD_VISIBILITY);
}

static inline guint
chn_columns_get_origin (const ChnColumns *columns, guint row)
{
  return chn_record_get_number (chn_columns_get_record (columns, row), CHN_RECORD_ORIGIN);
}

/* The date of a row, read from its text; NULL where an image is damaged. */
ChnDate *chn_columns_read_date (const ChnColumns *columns, guint row);

/* The time zone that the civil times of a row are in: its own or that of its file; NULL where none is named. */
const char *chn_columns_get_zone (const ChnColumns *columns, guint row);
/* The time zone of the first file that names one, or NULL. */
const char *chn_columns_get_default_zone (const ChnColumns *columns);

/* The bounds of a row's date. With CHN_DATE_GAPS they are not the whole truth: see chn_columns_relate(). */
static inline ChnDateBounds
chn_columns_get_bounds (const ChnColumns *columns, guint row)
{
  const ChnRowHead *head = chn_columns_get_head (columns, row);
  return (ChnDateBounds){ head->earliest, head->latest, (ChnPrecision) head->precision, head->date_flags };
}

/* Whether the row's date falls in a range, as chn_date_relate(); parses the date only where it has gaps. */
ChnCertainty chn_columns_relate (const ChnColumns *columns, guint row, gint64 from, gint64 to);

/* A text of a record by its number; NULL for 0. */
static inline const char *
chn_columns_read_text (const ChnColumns *columns, const guint32 *record, guint32 number)
{
  return number & CHN_OWN_TEXT ? (const char *) record + (number & ~CHN_OWN_TEXT)
                               : chn_pool_get (columns->texts, number);
}

/* NULL where the row has none. */
static inline const char *
chn_columns_get_text (const ChnColumns *columns, ChnField field, guint row)
{
  const guint32 *record = chn_columns_get_record (columns, row);
  return chn_columns_read_text (columns, record, chn_record_get_number (record, field));
}

/* A term of the timeline by its number. */
static inline const ChnTerm *
chn_columns_get_term (const ChnColumns *columns, ChnVocabularyId id, guint value)
{
  const ChnTerm *term = chn_vocabulary_get_term (columns->vocabulary, id, value);
  return term ? term : chn_vocabulary_get_term (NULL, id, 0);
}

/* The texts of the row's symbols, one behind the other, each ended by NUL. */
static inline const char *
chn_columns_get_symbol_texts (const ChnColumns *columns, guint row, guint *n)
{
  const guint32 *record = chn_columns_get_record (columns, row);
  chn_record_get_list (record, CHN_LIST_SYMBOLS, n);
  return chn_record_get_texts (record);
}

/* Never NULL: in a damaged image an empty text. */
static inline const char *
chn_columns_get_code_text (const ChnColumns *columns, ChnDictionaryId dictionary, guint32 code)
{
  const ChnDictionary *entries = &columns->dictionary[dictionary];
  if (code >= entries->n_codes)
    return "";
  chn_columns_touch (columns, &entries->text[code], sizeof (guint32));
  const char *text = chn_pool_get (columns->texts, entries->text[code]);
  return text ? text : "";
}

/* A field of the source of a code, or NULL; its key never is. */
static inline const char *
chn_columns_get_source_text (const ChnColumns *columns, guint32 code, ChnSourceField field)
{
  if (field == CHN_SOURCE_KEY)
    return chn_columns_get_code_text (columns, CHN_DICTIONARY_SOURCES, code);
  const guint32 *number = &columns->source_text[(gsize) code * CHN_N_SOURCE_FIELDS + field];
  chn_columns_touch (columns, number, sizeof *number);
  return chn_pool_get (columns->texts, *number);
}

/* NULL in a snapshot. */
static inline const ChnSourcePlace *
chn_columns_get_source_place (const ChnColumns *columns, guint32 code)
{
  return columns->source_places ? &columns->source_places[code] : NULL;
}

/* The source of a code, whose texts live as long as the timeline. */
static inline ChnSource
chn_columns_load_source (const ChnColumns *columns, guint32 code)
{
  ChnSource source;
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++)
    source.text[i] = chn_columns_get_source_text (columns, code, (ChnSourceField) i);
  return source;
}

/* Where a stretch begins and how long it is, from the starts of all. */
static inline guint
chn_columns_get_stretch (const ChnColumns *columns, const guint32 *start, guint index, guint *n)
{
  chn_columns_touch (columns, &start[index], 2 * sizeof *start);
  *n = start[index + 1] > start[index] ? start[index + 1] - start[index] : 0;
  return start[index];
}

/* The rows of a code. */
static inline const guint32 *
chn_columns_get_rows (const ChnColumns *columns, ChnDictionaryId dictionary, guint32 code, guint *n)
{
  const ChnDictionary *entries = &columns->dictionary[dictionary];
  const guint32 *rows = entries->rows + chn_columns_get_stretch (columns, entries->start, code, n);
  chn_columns_touch (columns, rows, *n * sizeof *rows);
  return rows;
}

/* The same for those who touch the rows themselves, as far as they read them. */
static inline const guint32 *
chn_columns_get_untouched_rows (const ChnColumns *columns, ChnDictionaryId dictionary, guint32 code, guint *n)
{
  const ChnDictionary *entries = &columns->dictionary[dictionary];
  return entries->rows + chn_columns_get_stretch (columns, entries->start, code, n);
}

/* The cells of a list of a row, which are NULL where there are none. */
static inline gconstpointer
chn_columns_get_list (const ChnColumns *columns, ChnListId list, guint row, guint *n)
{
  return chn_record_get_list (chn_columns_get_record (columns, row), list, n);
}

/* chn_columns_get_forums (columns, row, &n) and so on: the cells of one row. */
#define CHN_DEFINE_LIST(name, list_id, Type)                                                                         \
  static inline const Type *chn_columns_get_##name (const ChnColumns *columns, guint row, guint *n)                  \
  {                                                                                                                  \
    return (const Type *) chn_columns_get_list (columns, list_id, row, n);                                           \
  }

CHN_DEFINE_LIST (forums, CHN_LIST_FORUMS, guint32)
CHN_DEFINE_LIST (symbols, CHN_LIST_SYMBOLS, guint32)
CHN_DEFINE_LIST (actors, CHN_LIST_ACTORS, ChnActorCell)
CHN_DEFINE_LIST (vote, CHN_LIST_VOTE, ChnVoteCell)
CHN_DEFINE_LIST (relations, CHN_LIST_RELATIONS, ChnRelationCell)
CHN_DEFINE_LIST (backlinks, CHN_LIST_BACKLINKS, ChnBacklink)
CHN_DEFINE_LIST (citations, CHN_LIST_CITATIONS, ChnCitationCell)
CHN_DEFINE_LIST (claims, CHN_LIST_CLAIMS, ChnClaimCell)
CHN_DEFINE_LIST (extras, CHN_LIST_EXTRAS, ChnExtraCell)

#undef CHN_DEFINE_LIST

/* Where the values of a row stand in its file: bytes that are positions. */
static inline const char *
chn_columns_get_positions (const ChnColumns *columns, guint row, guint *n)
{
  *n = 0;
  if (!columns->positions.start)
    return NULL;
  return (const char *) columns->positions.cells +
         chn_columns_get_stretch (columns, columns->positions.start, row, n);
}
