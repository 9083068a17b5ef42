/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The proof of records: in a map, nothing in one may lead out of it or out of what it points into. */
#include <string.h>

#include "base/utf8.h"
#include "timeline/sealed.h"

#define UNITS(Type) (sizeof (Type) / sizeof (guint32))

const guint8 chn_list_cell_units[CHN_N_RECORD_LISTS] = {
  [CHN_LIST_FORUMS] = UNITS (guint32),
  [CHN_LIST_SYMBOLS] = UNITS (guint32),
  [CHN_LIST_TAGS] = UNITS (guint32),
  [CHN_LIST_ACTORS] = UNITS (ChnActorCell),
  [CHN_LIST_VOTE] = UNITS (ChnVoteCell),
  [CHN_LIST_BALLOTS] = UNITS (ChnBallotCell),
  [CHN_LIST_RELATIONS] = UNITS (ChnRelationCell),
  [CHN_LIST_BACKLINKS] = UNITS (ChnBacklink),
  [CHN_LIST_CITATIONS] = UNITS (ChnCitationCell),
  [CHN_LIST_CLAIMS] = UNITS (ChnClaimCell),
  [CHN_LIST_EXTRAS] = UNITS (ChnExtraCell),
};

const ChnField chn_record_text_fields[CHN_N_RECORD_TEXT_FIELDS] = {
  CHN_FIELD_ID,    CHN_FIELD_DATE,   CHN_FIELD_ZONE,   CHN_FIELD_TITLE,   CHN_FIELD_SUMMARY,
  CHN_FIELD_PLACE, CHN_FIELD_SERIES, CHN_FIELD_REPEAT, CHN_FIELD_REVISED,
};

const guint32 chn_empty_record[CHN_RECORD_FIXED] = { 0, 0 };

gsize
chn_record_measure_symbols (const guint32 *record)
{
  guint n;
  chn_record_get_list (record, CHN_LIST_SYMBOLS, &n);
  const char *texts = chn_record_get_texts (record), *end = texts;
  for (guint i = 0; i < n; i++)
    end += strlen (end) + 1;
  return (gsize) (end - texts);
}

/* A number that may be anything. */
#define ANY G_MAXUINT64
/* Two numbers of 2 bytes in the place of one. */
#define HALVES(low, high) ((guint64) 1 << 63 | (guint64) (high) << 32 | (low))

static guint
count_terms (ChnVocabularyId vocabulary)
{
  guint n;
  chn_vocabulary_get_terms (vocabulary, &n);
  return n;
}

void
chn_timeline_guard_records (ChnTimeline *timeline)
{
  ChnColumns *columns = &timeline->columns;
  const ChnDictionary *entries = columns->dictionary;
  guint64 texts = (guint64) chn_pool_get_size (columns->texts) + 1, rows = columns->n_rows;
  guint64 votes = HALVES (count_terms (CHN_VOCABULARY_METHOD), count_terms (CHN_VOCABULARY_RESULT));
  guint64 relations = count_terms (CHN_VOCABULARY_RELATION), actors = entries[CHN_DICTIONARY_ACTORS].n_codes;
  ChnRecordLimits *limits = chn_timeline_alloc (timeline, 1, sizeof *limits);
  *limits = (ChnRecordLimits){
    .text = texts,
    .origin = columns->n_origins,
    .cell = {
      [CHN_LIST_FORUMS] = { entries[CHN_DICTIONARY_FORUMS].n_codes },
      [CHN_LIST_SYMBOLS] = { entries[CHN_DICTIONARY_SYMBOLS].n_codes },
      [CHN_LIST_TAGS] = { entries[CHN_DICTIONARY_TAGS].n_codes },
      [CHN_LIST_ACTORS] = { actors, count_terms (CHN_VOCABULARY_ROLE) },
      [CHN_LIST_VOTE] = { ANY, ANY, ANY, ANY, votes },
      [CHN_LIST_BALLOTS] = { actors, count_terms (CHN_VOCABULARY_BALLOT) },
      [CHN_LIST_RELATIONS] = { rows, relations },
      [CHN_LIST_BACKLINKS] = { relations, rows },
      [CHN_LIST_CITATIONS] = { entries[CHN_DICTIONARY_SOURCES].n_codes, texts, texts, texts },
      [CHN_LIST_CLAIMS] = { ANY, CHN_N_FIELDS, texts },
      [CHN_LIST_EXTRAS] = { texts, texts },
    },
  };
  limits->numbers = (guint32) 1 << CHN_FIELD_NTH | (guint32) 1 << CHN_RECORD_ORIGIN;
  for (guint i = 0; i < CHN_N_RECORD_TEXT_FIELDS; i++)
    limits->numbers |= (guint32) 1 << chn_record_text_fields[i];
  columns->limits = limits;
  columns->proven = chn_timeline_alloc (timeline, 1, chn_bits_get_size (columns->n_rows));
}

static gboolean
is_below (guint32 number, guint64 below)
{
  if (below == ANY)
    return TRUE;
  if (below >> 63)
    return (number & 0xffff) < (guint32) below && number >> 16 < (guint32) (below >> 32 & 0x7fffffff);
  return number < below;
}

static gboolean
are_cells_valid (const guint32 *cells, guint n_units, guint width, const guint64 *below)
{
  if (n_units % width != 0)
    return FALSE;
  for (guint i = 0; i < n_units; i += width)
    for (guint k = 0; k < width; k++)
      if (!is_below (cells[i + k], below[k]))
        return FALSE;
  return TRUE;
}

/* The bytes of a record from `texts` on are its texts. */
static gboolean
is_own_text (const char *record, gsize texts, gsize n_bytes, guint32 number)
{
  gsize at = number & ~CHN_OWN_TEXT;
  return at >= texts && at < n_bytes && (at == texts || record[at - 1] == '\0');
}

static gboolean
are_numbers_valid (const guint32 *record, gsize texts, gsize n_bytes, const ChnRecordLimits *limits)
{
  const guint32 *number = record + CHN_RECORD_FIXED;
  for (guint32 bits = record[CHN_RECORD_NUMBERS]; bits != 0; bits &= bits - 1, number++) {
    guint bit = (guint) __builtin_ctz (bits);
    if (bit == CHN_RECORD_ORIGIN ? *number >= limits->origin
        : bit == CHN_FIELD_NTH   ? FALSE
        : *number & CHN_OWN_TEXT ? !is_own_text ((const char *) record, texts, n_bytes, *number)
                                 : *number >= limits->text)
      return FALSE;
  }
  return TRUE;
}

/* On success `*cells_end` is where the cells of all lists end. */
static gboolean
are_lists_valid (const guint32 *record, guint64 n_units, const ChnRecordLimits *limits, guint32 *cells_end)
{
  const guint32 *end = record + CHN_RECORD_FIXED + chn_record_count_bits (record[CHN_RECORD_NUMBERS]);
  guint32 lists = record[CHN_RECORD_LISTS];
  guint32 begin = (guint32) (end - record) + chn_record_count_bits (lists);
  for (guint32 bits = lists; bits != 0; bits &= bits - 1, end++) {
    guint list = (guint) __builtin_ctz (bits);
    if (*end < begin || *end > n_units ||
        !are_cells_valid (record + begin, *end - begin, chn_list_cell_units[list], limits->cell[list]))
      return FALSE;
    begin = *end;
  }
  *cells_end = begin;
  return TRUE;
}

/* Whole characters, an end to each text, and a text for each symbol. */
static gboolean
are_texts_valid (const guint32 *record, const char *texts, gsize n_bytes)
{
  guint n_symbols;
  chn_record_get_list (record, CHN_LIST_SYMBOLS, &n_symbols);
  if (n_bytes > 0 && (texts[n_bytes - 1] != '\0' || !chn_utf8_is_whole (texts, n_bytes, 0)))
    return FALSE;
  const char *at = texts, *end = texts + n_bytes;
  for (guint i = 0; i < n_symbols; i++, at += strlen (at) + 1)
    if (at >= end)
      return FALSE;
  return TRUE;
}

static gboolean
is_record_valid (const guint32 *record, guint64 n_units, const ChnRecordLimits *limits)
{
  if (n_units < CHN_RECORD_FIXED || n_units > G_MAXUINT32 || record[CHN_RECORD_NUMBERS] & ~limits->numbers ||
      record[CHN_RECORD_LISTS] >> CHN_N_RECORD_LISTS)
    return FALSE;
  guint n_fixed = CHN_RECORD_FIXED + chn_record_count_bits (record[CHN_RECORD_NUMBERS]) +
                  chn_record_count_bits (record[CHN_RECORD_LISTS]);
  guint32 cells_end;
  if (n_fixed > n_units || !are_lists_valid (record, n_units, limits, &cells_end))
    return FALSE;
  gsize texts = cells_end * sizeof *record, n_bytes = n_units * sizeof *record;
  return are_numbers_valid (record, texts, n_bytes, limits) &&
         are_texts_valid (record, (const char *) record + texts, n_bytes - texts);
}

const guint32 *
chn_columns_examine_row (const ChnColumns *columns, guint row)
{
  chn_columns_touch (columns, &columns->heads[row], 2 * sizeof *columns->heads);
  guint64 begin = columns->heads[row].record, end = columns->heads[row + 1].record;
  gboolean valid = begin <= end && end <= columns->n_units;
  if (valid) {
    chn_columns_touch (columns, columns->records + begin, (end - begin) * sizeof *columns->records);
    valid = is_record_valid (columns->records + begin, end - begin, columns->limits);
  }
  if (!valid) {
    chn_map_set_damaged (columns->map);
    return chn_empty_record;
  }
  chn_bits_set (columns->proven, row);
  return columns->records + begin;
}
