/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The sections of a snapshot: which arrays there are, and how long each must be. */
#include "store/section.h"

#include <string.h>

#include "base/checksum.h"
#include "registry/pack.h"
#include "timeline/word-index.h"

static ChnSection *
add (ChnSections *sections, gconstpointer *where, gsize size, gsize count, ChnSense sense)
{
  g_assert (sections->n < CHN_MOST_SECTIONS);
  ChnSection *section = &sections->section[sections->n++];
  *section = (ChnSection){ where, (guint32) size, count, sense, { CHN_ANY, CHN_ANY, CHN_ANY, CHN_ANY, CHN_ANY } };
  return section;
}

#define ADD(where, count, sense) add (sections, (gconstpointer *) &(where), sizeof *(where), count, sense)

static guint
count_terms (ChnVocabularyId vocabulary)
{
  guint n;
  chn_vocabulary_get_terms (vocabulary, &n);
  return n;
}

static void
list_rows (ChnSections *sections, const ChnCounts *counts, ChnColumns *columns)
{
  gsize n = counts->n_rows;
  const guint64 heads[CHN_MOST_LIMITS] = { CHN_PRECISION_UNBOUNDED + 1, counts->n_codes[CHN_DICTIONARY_KINDS],
                                           count_terms (CHN_VOCABULARY_STATUS),
                                           count_terms (CHN_VOCABULARY_CONFIDENCE), 6 };
  memcpy (ADD (columns->heads, n + 1, CHN_SENSE_HEADS)->below, heads, sizeof heads);
  ADD (columns->records, counts->n_units, CHN_SENSE_FREE); /* proved record by record: timeline/record.c */
  ADD (columns->reach, (n + CHN_REACH_ROWS - 1) / CHN_REACH_ROWS, CHN_SENSE_FREE);
  for (guint i = 0; i < CHN_N_BALLOT_KINDS; i++) {
    ADD (columns->counts[i].counts, counts->n_counts[i], CHN_SENSE_FREE);
    ADD (columns->counts[i].rows, counts->n_counts[i], CHN_SENSE_CELLS)->below[0] = n;
  }
  ADD (columns->recurring.rows, counts->n_recurring, CHN_SENSE_CELLS)->below[0] = n;
  ADD (columns->voters, counts->n_voters, CHN_SENSE_CELLS)->below[0] = counts->n_codes[CHN_DICTIONARY_ACTORS];
}

static void
list_dictionaries (ChnSections *sections, const ChnCounts *counts, ChnColumns *columns)
{
  for (guint i = 0; i < CHN_N_DICTIONARIES; i++) {
    gsize n = counts->n_codes[i];
    ADD (columns->dictionary[i].text, n, CHN_SENSE_CELLS)->below[0] = (guint64) counts->n_texts + 1;
    ADD (columns->dictionary[i].start, n + 1, CHN_SENSE_STARTS)->below[0] = counts->n_postings[i];
    ADD (columns->dictionary[i].rows, counts->n_postings[i], CHN_SENSE_CELLS)->below[0] = counts->n_rows;
  }
}

static void
list_rest (ChnSections *sections, const ChnCounts *counts, ChnColumns *columns, ChnAsides *asides)
{
  guint64 texts = (guint64) counts->n_texts + 1;
  gsize n_sources = counts->n_codes[CHN_DICTIONARY_SOURCES], n_origins = counts->n_origins;
  ADD (columns->id_slot, counts->n_id_slots, CHN_SENSE_CELLS)->below[0] = (guint64) counts->n_rows + 1;
  ADD (columns->source_text, n_sources * CHN_N_SOURCE_FIELDS, CHN_SENSE_CELLS)->below[0] = texts;
  ADD (columns->header, n_origins * CHN_N_HEADER_FIELDS, CHN_SENSE_CELLS)->below[0] = texts;
  ADD (columns->queries.start, n_origins + 1, CHN_SENSE_STARTS)->below[0] = counts->n_queries;
  ChnSection *queries =
      add (sections, &columns->queries.cells, sizeof (ChnExtraCell), counts->n_queries, CHN_SENSE_CELLS);
  queries->below[0] = queries->below[1] = texts;
  ADD (columns->header_extras.start, n_origins + 1, CHN_SENSE_STARTS)->below[0] = counts->n_header_extras;
  ChnSection *extras =
      add (sections, &columns->header_extras.cells, sizeof (ChnExtraCell), counts->n_header_extras, CHN_SENSE_CELLS);
  extras->below[0] = extras->below[1] = texts;
  ADD (columns->feeds.start, n_origins + 1, CHN_SENSE_STARTS)->below[0] = counts->n_feeds;
  add (sections, &columns->feeds.cells, sizeof (guint32), (gsize) counts->n_feeds * CHN_N_FEED_FIELDS,
       CHN_SENSE_CELLS)
      ->below[0] = texts;
  ADD (columns->words.text, (gsize) counts->n_words + 1, CHN_SENSE_OFFSETS)->below[0] = counts->n_word_bytes;
  ADD (columns->words.start, (gsize) counts->n_words + 1, CHN_SENSE_OFFSETS)->below[0] = counts->n_word_rows;
  ADD (columns->words.position_start, (gsize) counts->n_words + 1, CHN_SENSE_OFFSETS)->below[0] =
      counts->n_word_positions;
  ADD (columns->words.bytes, counts->n_word_bytes, CHN_SENSE_FREE);
  ADD (columns->words.rows, counts->n_word_rows, CHN_SENSE_FREE);
  ADD (columns->words.positions, counts->n_word_positions, CHN_SENSE_FREE);
  ADD (asides->offsets, (gsize) counts->n_texts + 1, CHN_SENSE_OFFSETS)->below[0] = counts->n_bytes;
  ADD (asides->registry, counts->n_registry, CHN_SENSE_FREE);
  ADD (asides->bytes, counts->n_bytes, CHN_SENSE_TEXT);
}

void
chn_sections_list (ChnSections *sections, const ChnCounts *counts, ChnColumns *columns, ChnAsides *asides)
{
  sections->n = 0;
  list_rows (sections, counts, columns);
  list_dictionaries (sections, counts, columns);
  list_rest (sections, counts, columns, asides);
}

gboolean
chn_counts_are_sane (const ChnCounts *counts)
{
  guint32 slots = counts->n_id_slots;
  if (slots == 0 || (slots & (slots - 1)) != 0 || (counts->n_rows > 0 && counts->n_origins == 0))
    return FALSE;
  if (counts->n_recurring > counts->n_rows || counts->n_feeds > G_MAXUINT32 ||
      counts->n_voters > counts->n_codes[CHN_DICTIONARY_ACTORS])
    return FALSE;
  return counts->n_codes[CHN_DICTIONARY_KINDS] >= count_terms (CHN_VOCABULARY_KIND) &&
         counts->n_codes[CHN_DICTIONARY_KINDS] <= G_MAXUINT8 && counts->n_texts < G_MAXUINT32 &&
         counts->n_rows < G_MAXINT32;
}

static void
append_vocabularies (GString *all)
{
  for (guint i = 0; i < CHN_N_VOCABULARIES; i++) {
    guint n;
    const ChnTerm *terms = chn_vocabulary_get_terms ((ChnVocabularyId) i, &n);
    for (guint k = 0; k < n; k++)
      g_string_append_printf (all, "%s ", terms[k].name);
    g_string_append_c (all, '\n');
  }
}

guint64
chn_sections_get_schema (void)
{
  g_autoptr (GString) all = g_string_new (NULL);
  ChnSections sections;
  ChnCounts counts = { 0 };
  ChnColumns columns = { 0 };
  ChnAsides asides = { 0 };
  chn_sections_list (&sections, &counts, &columns, &asides);
  for (guint i = 0; i < sections.n; i++)
    g_string_append_printf (all, "%u ", sections.section[i].size);
  for (guint i = 0; i < CHN_N_RECORD_LISTS; i++)
    g_string_append_c (all, (char) chn_record_lists[i].units);
  for (guint i = 0; i < CHN_N_FIELDS; i++)
    g_string_append_printf (all, "%s ", chn_field_get_info ((ChnField) i)->name);
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++)
    g_string_append_printf (all, "%s ", chn_source_field_get_name ((ChnSourceField) i));
  for (guint i = 0; i < CHN_N_HEADER_FIELDS; i++)
    g_string_append_printf (all, "%s ", chn_header_field_get_name ((ChnHeaderField) i));
  for (guint i = 0; i < CHN_N_FEED_FIELDS; i++)
    g_string_append_printf (all, "%s ", chn_feed_field_get_name ((ChnFeedField) i));
  append_vocabularies (all);
  for (guint i = 0; i <= CHN_PRECISION_UNBOUNDED; i++)
    g_string_append_printf (all, "%s ", chn_precision_get_name ((ChnPrecision) i));
  g_string_append (all, CHN_REGISTRY_FORM);
  g_string_append (all, CHN_WORD_FORM);
  return chn_checksum (all->str, all->len);
}
