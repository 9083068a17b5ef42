/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Records: what their lists are made of, and the proof that nothing in one leads out of it. */
#include "timeline/record.h"

#include <string.h>

#include "base/utf8.h"

/* A list of plain items: the name of a field and of its dictionary alike. */
#define ITEMS(NAME)                                                                                                  \
  {                                                                                                                  \
    1, CHN_FIELD_##NAME, CHN_DICTIONARY_##NAME, 0                                                                    \
  }
#define UNITS(Type) (sizeof (Type) / sizeof (guint32))
#define UNIT_OF(Type, member) (offsetof (Type, member) / sizeof (guint32))

const ChnRecordList chn_record_lists[CHN_N_RECORD_LISTS] = {
  [CHN_LIST_FORUMS] = ITEMS (FORUMS),
  [CHN_LIST_SYMBOLS] = ITEMS (SYMBOLS),
  [CHN_LIST_TAGS] = ITEMS (TAGS),
  [CHN_LIST_ACTORS] = { UNITS (ChnActorCell), -1, CHN_DICTIONARY_ACTORS, UNIT_OF (ChnActorCell, actor) },
  [CHN_LIST_VOTE] = { UNITS (ChnVoteCell), -1, -1, -1 },
  [CHN_LIST_BALLOTS] = { UNITS (ChnBallotCell), -1, CHN_DICTIONARY_ACTORS, UNIT_OF (ChnBallotCell, actor) },
  [CHN_LIST_ROLL] = { 1, -1, -1, -1 },
  [CHN_LIST_RELATIONS] = { UNITS (ChnRelationCell), -1, -1, UNIT_OF (ChnRelationCell, target) },
  [CHN_LIST_BACKLINKS] = { UNITS (ChnBacklink), -1, -1, -1 },
  [CHN_LIST_CITATIONS] = { UNITS (ChnCitationCell), -1, CHN_DICTIONARY_SOURCES, UNIT_OF (ChnCitationCell, source) },
  [CHN_LIST_CLAIMS] = { UNITS (ChnClaimCell), -1, -1, UNIT_OF (ChnClaimCell, value) },
  [CHN_LIST_EXTRAS] = { UNITS (ChnExtraCell), -1, -1, -1 },
};

ChnListId
chn_record_find_items (ChnField field)
{
  guint list = 0;
  while (list + 1 < CHN_N_RECORD_LISTS && chn_record_lists[list].field != (int) field)
    list++;
  return (ChnListId) list;
}

const ChnField chn_record_text_fields[CHN_N_RECORD_TEXT_FIELDS] = {
  CHN_FIELD_ID,    CHN_FIELD_DATE,   CHN_FIELD_ZONE,   CHN_FIELD_TITLE,  CHN_FIELD_LABEL,   CHN_FIELD_SUMMARY,
  CHN_FIELD_PLACE, CHN_FIELD_SERIES, CHN_FIELD_REPEAT, CHN_FIELD_IGNORE, CHN_FIELD_REVISED,
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

static gboolean
is_below (guint32 number, guint64 below)
{
  if (below >> 62 == 0)
    return number < below;
  if (below == CHN_LIMIT_ANY)
    return TRUE;
  if (below >> 63)
    return (number & 0xffff) < (guint32) below && number >> 16 < (guint32) (below >> 32 & 0x7fffffff);
  return number > 0 && CHN_LIMIT_PRESENT (number) < below;
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
    if (bit == CHN_RECORD_ORIGIN      ? *number >= limits->origin
        : bit == CHN_FIELD_NTH        ? FALSE
        : bit == CHN_FIELD_VISIBILITY ? *number >= limits->visibility
        : *number & CHN_OWN_TEXT      ? !is_own_text ((const char *) record, texts, n_bytes, *number)
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
        !are_cells_valid (record + begin, *end - begin, chn_record_lists[list].units, limits->cell[list]))
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

gboolean
chn_record_is_valid (const guint32 *record, guint64 n_units, const ChnRecordLimits *limits)
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
