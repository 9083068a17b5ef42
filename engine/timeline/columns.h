/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "base/intern.h"

/*
 * The columns of a sealed timeline: arrays of fixed-width values, one value a row, and lists that
 * lie one behind the other. Inside the data there are numbers only (of texts, codes, rows), never
 * addresses, so that the same bytes can be written to a file and mapped again. All is immutable.
 * In a map every array is touched before it is read (base/map.h): so outside of this layer columns
 * are read through the functions below, never by indexing.
 *
 * Three kinds of numbers occur:
 *   a text   number of a text in `texts`; 0 is "none"
 *   a code   index in a dictionary: what many rows share, and what is looked up
 *   a row    index of an event in timeline order
 */

/* What is looked up. Entries are ordered by their text, bytewise; kinds by their value. */
typedef enum {
  CHN_DICTIONARY_ACTORS,  /* ids of the registry, of participants and in roll calls; rows: participants */
  CHN_DICTIONARY_FORUMS,  /* ids of the registry */
  CHN_DICTIONARY_SYMBOLS, /* canonical document symbols */
  CHN_DICTIONARY_TAGS,
  CHN_DICTIONARY_SOURCES, /* keys; every declared source has an entry, cited or not */
  CHN_DICTIONARY_KINDS,   /* the code is the value of CHN_VOCABULARY_KIND */
  CHN_N_DICTIONARIES,
} ChnDictionaryId;

/* The rows of code c are rows[start[c]] to rows[start[c + 1] - 1], ascending, each once. */
typedef struct {
  guint32 n_codes;
  const guint32 *text;  /* of each code */
  const guint32 *start; /* n_codes + 1 */
  const guint32 *rows;
} ChnDictionary;

/* Bytes somewhere in a map. */
typedef struct {
  const char *bytes;
  gsize length;
} ChnSpan;

enum { CHN_REACH_ROWS = 64 };

/* Lists of a row, each with the type of its cells. */
typedef enum {
  CHN_LIST_FORUMS,    /* guint32: a code */
  CHN_LIST_SYMBOLS,   /* guint32: a code */
  CHN_LIST_TAGS,      /* guint32: a code */
  CHN_LIST_ACTORS,    /* ChnActorCell */
  CHN_LIST_VOTE,      /* ChnVoteCell, at most one */
  CHN_LIST_BALLOTS,   /* ChnBallotCell: the roll call of that vote */
  CHN_LIST_RELATIONS, /* ChnRelationCell */
  CHN_LIST_INCOMING,  /* ChnIncoming, by row */
  CHN_LIST_CITATIONS, /* ChnCitationCell */
  CHN_LIST_CLAIMS,    /* ChnClaimCell: of all citations of the row, in their order */
  CHN_LIST_EXTRAS,    /* ChnExtraCell */
  CHN_LIST_SPOTS,     /* ChnSpotCell; a snapshot has none */
  CHN_N_LISTS,
} ChnListId;

typedef struct {
  guint32 actor; /* a code */
  guint32 role;
} ChnActorCell;

typedef struct {
  gint32 yes, no, abstain, not_voting; /* -1 where not known */
  guint16 method, result;
} ChnVoteCell;

typedef struct {
  guint32 actor; /* a code */
  guint32 kind;  /* a ChnBallotKind */
} ChnBallotCell;

typedef struct {
  guint32 target; /* a row */
  guint32 type;
} ChnRelationCell;

typedef struct {
  guint32 source;          /* a code */
  guint32 at, quote, note; /* texts */
} ChnCitationCell;

typedef struct {
  guint32 citation; /* which of the row's citations makes it, from 0 */
  guint32 field;    /* a ChnField */
  guint32 value;    /* a text: canonical where the field has a canonical spelling */
} ChnClaimCell;

typedef struct {
  guint32 key, value; /* texts */
} ChnExtraCell;

typedef struct {
  guint32 line;
  guint32 index;
  guint16 column; /* at most 65,535 */
  guint16 field;  /* a ChnField */
} ChnSpotCell;

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

/* The cells of row r are those from start[r] to start[r + 1] - 1. No cells at all: start is NULL. */
typedef struct {
  const guint32 *start; /* n_rows + 1 */
  gconstpointer cells;
} ChnListColumn;

typedef struct {
  const ChnMap *map; /* that the arrays lie in, or NULL */
  guint32 n_rows;
  gboolean has_own_names; /* the timeline declares actors or forums */
  const ChnPool *texts;

  /* One value a row. */
  const gint64 *earliest, *latest; /* as in ChnDateBounds */
  const gint64 *reach;             /* for each CHN_REACH_ROWS rows, the latest second that one up to there reaches */
  const guint16 *date_flags;       /* ChnDateFlags */
  const guint8 *precision;         /* ChnPrecision */
  const guint8 *kind, *status, *confidence;
  const guint8 *importance; /* 0 where not stated */
  const guint32 *nth;
  const guint32 *origin;
  const guint32 *text[CHN_N_FIELDS]; /* of fields of shape TEXT and DATE; NULL where no row has one */

  ChnListColumn list[CHN_N_LISTS];
  ChnDictionary dictionary[CHN_N_DICTIONARIES];

  ChnWordIndex words;

  /* Open addressing by the hash of the id: 1 + row, 0 is free. The number of slots is a power of two. */
  guint32 n_id_slots;
  const guint32 *id_slot;

  /* Texts: source_text[code * CHN_N_SOURCE_FIELDS + field], header[origin * CHN_N_HEADER_FIELDS + field]. */
  const guint32 *source_text;
  guint32 n_origins;
  const guint32 *header;
  guint32 n_queries, n_header_extras;
  ChnListColumn queries;       /* of each origin; cells are ChnExtraCell: name and text */
  ChnListColumn header_extras; /* the same */
} ChnColumns;

/* Of a sealed timeline; borrowed. */
const ChnColumns *chn_timeline_get_columns (const ChnTimeline *timeline);

/* Bytes of one cell of a list. */
gsize chn_list_get_cell_size (ChnListId list);

/* The code of exactly this text (a registry id, a canonical symbol, a tag, a key); FALSE when no row has it. */
gboolean chn_columns_find_code (const ChnColumns *columns, ChnDictionaryId dictionary, const char *text,
                                guint32 *code);

/* The codes whose text begins with a prefix: from *first to *end - 1. Not for kinds. */
void chn_columns_find_prefix (const ChnColumns *columns, ChnDictionaryId dictionary, const char *prefix,
                              guint32 *first, guint32 *end);

gboolean chn_columns_find_row (const ChnColumns *columns, const char *id, guint *row);

/* The first row from which on one may reach a time: none before it does. */
guint32 chn_columns_find_reaching (const ChnColumns *columns, gint64 time);

/* To be called before cells of the columns are read. */
static inline void
chn_columns_touch (const ChnColumns *columns, gconstpointer cells, gsize size)
{
  if (columns->map)
    chn_map_touch (columns->map, cells, size);
}

/* chn_columns_get_earliest (columns, row) and so on: one value of a row. */
#define CHN_DEFINE_COLUMN(name, Type)                                                                                \
  static inline Type chn_columns_get_##name (const ChnColumns *columns, guint row)                                   \
  {                                                                                                                  \
    chn_columns_touch (columns, &columns->name[row], sizeof (Type));                                                 \
    return columns->name[row];                                                                                       \
  }

CHN_DEFINE_COLUMN (earliest, gint64)
CHN_DEFINE_COLUMN (latest, gint64)
CHN_DEFINE_COLUMN (date_flags, guint16)
CHN_DEFINE_COLUMN (precision, guint8)
CHN_DEFINE_COLUMN (kind, guint8)
CHN_DEFINE_COLUMN (status, guint8)
CHN_DEFINE_COLUMN (confidence, guint8)
CHN_DEFINE_COLUMN (importance, guint8)
CHN_DEFINE_COLUMN (nth, guint32)
CHN_DEFINE_COLUMN (origin, guint32)

#undef CHN_DEFINE_COLUMN

/* The bounds of a row's date. With CHN_DATE_GAPS they are not the whole truth: see chn_columns_relate(). */
static inline ChnDateBounds
chn_columns_get_bounds (const ChnColumns *columns, guint row)
{
  return (ChnDateBounds){ chn_columns_get_earliest (columns, row), chn_columns_get_latest (columns, row),
                          (ChnPrecision) chn_columns_get_precision (columns, row),
                          chn_columns_get_date_flags (columns, row) };
}

/* Whether the row's date falls in a range, as chn_date_relate(); parses the date only where it has gaps. */
ChnCertainty chn_columns_relate (const ChnColumns *columns, guint row, gint64 from, gint64 to);

/* The number of a row's text, 0 where it has none: rows that share a number share the text. */
static inline guint32
chn_columns_get_text_number (const ChnColumns *columns, ChnField field, guint row)
{
  if (!columns->text[field])
    return 0;
  chn_columns_touch (columns, &columns->text[field][row], sizeof (guint32));
  return columns->text[field][row];
}

static inline const char *
chn_columns_get_text (const ChnColumns *columns, ChnField field, guint row)
{
  return chn_pool_get (columns->texts, chn_columns_get_text_number (columns, field, row));
}

/* Never NULL: in a damaged map an empty text. */
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

static inline const char *
chn_columns_get_cells (const ChnColumns *columns, const ChnListColumn *list, gsize size, guint row, guint *n)
{
  if (!list->start) {
    *n = 0;
    return NULL;
  }
  const char *cells = (const char *) list->cells + size * chn_columns_get_stretch (columns, list->start, row, n);
  chn_columns_touch (columns, cells, size * *n);
  return cells;
}

/* chn_columns_get_forums (columns, row, &n) and so on: the cells of one row. */
#define CHN_DEFINE_LIST(name, list_id, Type)                                                                         \
  static inline const Type *chn_columns_get_##name (const ChnColumns *columns, guint row, guint *n)                  \
  {                                                                                                                  \
    return (const Type *) (gconstpointer) chn_columns_get_cells (columns, &columns->list[list_id], sizeof (Type),    \
                                                                 row, n);                                            \
  }

CHN_DEFINE_LIST (forums, CHN_LIST_FORUMS, guint32)
CHN_DEFINE_LIST (symbols, CHN_LIST_SYMBOLS, guint32)
CHN_DEFINE_LIST (tags, CHN_LIST_TAGS, guint32)
CHN_DEFINE_LIST (actors, CHN_LIST_ACTORS, ChnActorCell)
CHN_DEFINE_LIST (vote, CHN_LIST_VOTE, ChnVoteCell)
CHN_DEFINE_LIST (ballots, CHN_LIST_BALLOTS, ChnBallotCell)
CHN_DEFINE_LIST (relations, CHN_LIST_RELATIONS, ChnRelationCell)
CHN_DEFINE_LIST (incoming, CHN_LIST_INCOMING, ChnIncoming)
CHN_DEFINE_LIST (citations, CHN_LIST_CITATIONS, ChnCitationCell)
CHN_DEFINE_LIST (claims, CHN_LIST_CLAIMS, ChnClaimCell)
CHN_DEFINE_LIST (extras, CHN_LIST_EXTRAS, ChnExtraCell)
CHN_DEFINE_LIST (spots, CHN_LIST_SPOTS, ChnSpotCell)

#undef CHN_DEFINE_LIST
