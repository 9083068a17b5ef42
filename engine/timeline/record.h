/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

/*
 * What a sealed timeline keeps of a row: a head of fixed width, which is scanned, and a record, in
 * which all else lies together, so that a row costs few blocks of an image however much is asked of it.
 * A record, in units of 4 bytes:
 *
 *   numbers   a bit for each number that the row has: the ChnField of a text, of nth or of visibility, or
 *             CHN_RECORD_ORIGIN
 *   lists     a bit for each ChnListId that the row has cells in
 *   a number  for each bit of `numbers`, the lowest first
 *   an end    for each bit of `lists`: of its cells, counted from the beginning of the record
 *   cells     list behind list
 *   texts     each ended by NUL: those of the symbols, then the row's own; NULs fill the last unit
 *
 * A text that rows share is the number of one in the pool; one that is the row's own is CHN_OWN_TEXT
 * and where it begins, in bytes from the beginning of the record.
 */

typedef struct {
  gint64 earliest, latest; /* as in ChnDateBounds */
  guint64 record;          /* where the record begins, in units; in a snapshot it ends where the next row's begins */
  guint16 date_flags;      /* ChnDateFlags */
  guint8 precision;        /* ChnPrecision */
  guint8 kind, status, confidence;
  guint8 importance; /* 0 where not stated */
  guint8 staged;     /* what a stage knows of it (timeline/stage/stage.h); 0 once it is sealed */
} ChnRowHead;

G_STATIC_ASSERT (sizeof (ChnRowHead) == 32);

enum {
  CHN_RECORD_ORIGIN = CHN_N_FIELDS, /* the index of its origin; 0 is left out */
  CHN_RECORD_NUMBERS = 0,
  CHN_RECORD_LISTS = 1,
  CHN_RECORD_FIXED = 2,
};

G_STATIC_ASSERT (CHN_RECORD_ORIGIN < 32);

/* The bits of numbers that are no texts. */
#define CHN_RECORD_PLAIN                                                                                             \
  ((guint32) 1 << CHN_FIELD_NTH | (guint32) 1 << CHN_FIELD_VISIBILITY | (guint32) 1 << CHN_RECORD_ORIGIN)

#define CHN_OWN_TEXT ((guint32) 1 << 31)

/* The fields of an event that are one text. */
enum { CHN_N_RECORD_TEXT_FIELDS = 11 };
extern const ChnField chn_record_text_fields[CHN_N_RECORD_TEXT_FIELDS];

/* What is looked up. Entries are ordered by their text, bytewise; kinds by their value. */
typedef enum {
  CHN_DICTIONARY_ACTORS,  /* ids of the registry, of participants and in roll calls; rows: participants */
  CHN_DICTIONARY_FORUMS,  /* ids of the registry */
  CHN_DICTIONARY_SYMBOLS, /* canonical document symbols */
  CHN_DICTIONARY_TAGS,
  CHN_DICTIONARY_SOURCES, /* keys; every declared source has an entry, cited or not */
  CHN_DICTIONARY_SERIES,
  CHN_DICTIONARY_KINDS, /* the code is the value of CHN_VOCABULARY_KIND */
  CHN_N_DICTIONARIES,
} ChnDictionaryId;

/* Lists of a record, each with the type of its cells. */
typedef enum {
  CHN_LIST_FORUMS,    /* guint32: a code */
  CHN_LIST_SYMBOLS,   /* guint32: a code */
  CHN_LIST_TAGS,      /* guint32: a code */
  CHN_LIST_ACTORS,    /* ChnActorCell */
  CHN_LIST_VOTE,      /* ChnVoteCell, at most one */
  CHN_LIST_BALLOTS,   /* ChnBallotCell: the roll call of that vote */
  CHN_LIST_ROLL,      /* units of a packed roll (timeline/packed-roll.h), in the place of ballots */
  CHN_LIST_RELATIONS, /* ChnRelationCell */
  CHN_LIST_BACKLINKS, /* ChnBacklink, by row */
  CHN_LIST_CITATIONS, /* ChnCitationCell */
  CHN_LIST_CLAIMS,    /* ChnClaimCell: of all citations of the row, in their order */
  CHN_LIST_EXTRAS,    /* ChnExtraCell */
  CHN_N_RECORD_LISTS,
} ChnListId;

typedef struct {
  guint32 actor; /* a code */
  guint32 role;
} ChnActorCell;

typedef struct {
  gint32 yes, no, abstain, not_voting; /* -1 where not known */
  guint16 is_summed : 1, method : 15;
  guint16 result;
} ChnVoteCell;

enum { CHN_N_BALLOT_KINDS = CHN_BALLOT_NOT_VOTING + 1 };

static inline gint32
chn_vote_cell_get_count (const ChnVoteCell *vote, ChnBallotKind kind)
{
  const gint32 counts[CHN_N_BALLOT_KINDS] = { vote->yes, vote->no, vote->abstain, vote->not_voting };
  return counts[kind];
}

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
  guint32 visibility;      /* of the quotation; that of the note in the upper half */
} ChnCitationCell;

typedef struct {
  guint32 citation; /* which of the row's citations makes it, from 0 */
  guint32 field;    /* a ChnField */
  guint32 value;    /* a text: canonical where the field has a canonical spelling */
} ChnClaimCell;

typedef struct {
  guint32 key, value; /* texts, of which an empty value has none */
} ChnExtraCell;

/* Numbers of the longest cell. */
enum { CHN_MOST_CELL_NUMBERS = 5 };

/* What a list is made of; -1 is none. */
typedef struct {
  guint8 units;     /* of one cell */
  gint8 field;      /* the ChnField of shape LIST whose items these are */
  gint8 dictionary; /* the ChnDictionaryId of the code that each cell begins with */
  gint8 checked;    /* the unit that checks mark where it is the name of nothing */
} ChnRecordList;

extern const ChnRecordList chn_record_lists[CHN_N_RECORD_LISTS];

/* The list that holds the items of a field of shape LIST. */
ChnListId chn_record_find_items (ChnField field);

/* Bytes of one cell. */
static inline gsize
chn_list_get_cell_size (ChnListId list)
{
  return chn_record_lists[list].units * sizeof (guint32);
}

/* What the numbers in records are below. */
typedef struct {
  guint32 numbers; /* the bits that there may be */
  guint64 text, origin, visibility;
  guint64 cell[CHN_N_RECORD_LISTS][CHN_MOST_CELL_NUMBERS];
} ChnRecordLimits;

/* A number that may be anything. */
#define CHN_LIMIT_ANY G_MAXUINT64
/* Two numbers of 2 bytes in the place of one. */
#define CHN_LIMIT_HALVES(low, high) ((guint64) 1 << 63 | (guint64) (high) << 32 | (low))
/* A number that may not be 0: of a text that each cell has. */
#define CHN_LIMIT_PRESENT(below) ((guint64) 1 << 62 | (below))

/* Whether nothing in a record of so many units leads out of it, or beyond these. */
gboolean chn_record_is_valid (const guint32 *record, guint64 n_units, const ChnRecordLimits *limits);

/* Of a row that has nothing. */
extern const guint32 chn_empty_record[CHN_RECORD_FIXED];

/* How many bits are set: in few steps, where not every processor of a kind has one for it. */
static inline guint
chn_record_count_bits (guint32 bits)
{
  bits -= bits >> 1 & 0x55555555;
  bits = (bits & 0x33333333) + (bits >> 2 & 0x33333333);
  return ((bits + (bits >> 4)) & 0x0F0F0F0F) * 0x01010101 >> 24;
}

/* How many of the bits below one are set. */
static inline guint
chn_record_count_below (guint32 bits, guint bit)
{
  return chn_record_count_bits (bits & (((guint32) 1 << bit) - 1));
}

/* A number, 0 where the row has none. */
static inline guint32
chn_record_get_number (const guint32 *record, guint bit)
{
  guint32 numbers = record[CHN_RECORD_NUMBERS];
  return numbers >> bit & 1 ? record[CHN_RECORD_FIXED + chn_record_count_below (numbers, bit)] : 0;
}

/* The cells of a list; NULL where it has none. */
static inline gconstpointer
chn_record_get_list (const guint32 *record, ChnListId list, guint *n)
{
  guint32 lists = record[CHN_RECORD_LISTS];
  *n = 0;
  if (!(lists >> list & 1))
    return NULL;
  const guint32 *ends = record + CHN_RECORD_FIXED + chn_record_count_bits (record[CHN_RECORD_NUMBERS]);
  guint at = chn_record_count_below (lists, list);
  const guint32 *cells = at > 0 ? record + ends[at - 1] : ends + chn_record_count_bits (lists);
  *n = (guint) (record + ends[at] - cells) / chn_record_lists[list].units;
  return cells;
}

/* The bytes that the texts of the symbols take up, with their ends; of a record that no image is behind. */
gsize chn_record_measure_symbols (const guint32 *record);

/* Where the texts begin. */
static inline const char *
chn_record_get_texts (const guint32 *record)
{
  guint n_lists = chn_record_count_bits (record[CHN_RECORD_LISTS]);
  const guint32 *ends = record + CHN_RECORD_FIXED + chn_record_count_bits (record[CHN_RECORD_NUMBERS]);
  return (const char *) (n_lists > 0 ? record + ends[n_lists - 1] : ends);
}
