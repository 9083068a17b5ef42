/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The sections of a snapshot: which arrays there are, and how long each must be. */
#include "store/section.h"

#include <string.h>

#include "base/checksum.h"

static ChnSection *
add (ChnSections *sections, gconstpointer *where, gsize size, gsize count, ChnSense sense)
{
  g_assert (sections->n < CHN_MOST_SECTIONS);
  ChnSection *section = &sections->section[sections->n++];
  *section =
      (ChnSection){ where, (guint32) size, FALSE, count, sense, { CHN_ANY, CHN_ANY, CHN_ANY, CHN_ANY, CHN_ANY } };
  return section;
}

#define ADD(where, count, sense) add (sections, (gconstpointer *) &(where), sizeof *(where), count, sense)

static void
add_bytes (ChnSections *sections, const guint8 **where, gsize count, guint64 below)
{
  add (sections, (gconstpointer *) where, 1, count, CHN_SENSE_BYTE)->below[0] = below;
}

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
  ADD (columns->earliest, n, CHN_SENSE_FREE);
  ADD (columns->latest, n, CHN_SENSE_FREE);
  ADD (columns->reach, (n + CHN_REACH_ROWS - 1) / CHN_REACH_ROWS, CHN_SENSE_FREE);
  ADD (columns->date_flags, n, CHN_SENSE_FREE);
  add_bytes (sections, &columns->precision, n, CHN_PRECISION_UNBOUNDED + 1);
  add_bytes (sections, &columns->kind, n, count_terms (CHN_VOCABULARY_KIND));
  add_bytes (sections, &columns->status, n, count_terms (CHN_VOCABULARY_STATUS));
  add_bytes (sections, &columns->confidence, n, count_terms (CHN_VOCABULARY_CONFIDENCE));
  add_bytes (sections, &columns->importance, n, 6);
  ADD (columns->nth, n, CHN_SENSE_FREE);
  ADD (columns->origin, n, CHN_SENSE_CELLS)->below[0] = counts->n_origins;
  for (guint field = 0; field < CHN_N_FIELDS; field++) {
    gboolean has = (counts->has_text >> field) & 1;
    ChnSection *section = ADD (columns->text[field], has ? n : 0, CHN_SENSE_CELLS);
    section->is_optional = TRUE;
    section->below[0] = (guint64) counts->n_texts + 1;
  }
}

/* What the numbers of a list's cells are below. */
static void
limit_cells (ChnSection *section, const ChnCounts *counts, ChnListId list)
{
  const guint32 *n_codes = counts->n_codes;
  guint64 texts = (guint64) counts->n_texts + 1, rows = counts->n_rows, any = CHN_ANY;
  guint64 votes = CHN_HALVES (count_terms (CHN_VOCABULARY_METHOD), count_terms (CHN_VOCABULARY_RESULT));
  guint64 relations = count_terms (CHN_VOCABULARY_RELATION), actors = n_codes[CHN_DICTIONARY_ACTORS];
  const guint64 below[CHN_N_LISTS][CHN_MOST_CELL_NUMBERS] = {
    [CHN_LIST_FORUMS] = { n_codes[CHN_DICTIONARY_FORUMS] },
    [CHN_LIST_SYMBOLS] = { n_codes[CHN_DICTIONARY_SYMBOLS] },
    [CHN_LIST_TAGS] = { n_codes[CHN_DICTIONARY_TAGS] },
    [CHN_LIST_ACTORS] = { actors, count_terms (CHN_VOCABULARY_ROLE) },
    [CHN_LIST_VOTE] = { any, any, any, any, votes },
    [CHN_LIST_BALLOTS] = { actors, count_terms (CHN_VOCABULARY_BALLOT) },
    [CHN_LIST_RELATIONS] = { rows, relations },
    [CHN_LIST_INCOMING] = { relations, rows },
    [CHN_LIST_CITATIONS] = { n_codes[CHN_DICTIONARY_SOURCES], texts, texts, texts },
    [CHN_LIST_CLAIMS] = { any, CHN_N_FIELDS, texts },
    [CHN_LIST_EXTRAS] = { texts, texts },
  };
  memcpy (section->below, below[list], sizeof section->below);
}

/* Spots stay out: a snapshot is no text that one could stand in. */
static void
list_lists (ChnSections *sections, const ChnCounts *counts, ChnColumns *columns)
{
  for (guint i = 0; i < CHN_LIST_SPOTS; i++) {
    gsize n = counts->n_cells[i], n_starts = n > 0 ? (gsize) counts->n_rows + 1 : 0;
    ChnSection *starts = ADD (columns->list[i].start, n_starts, CHN_SENSE_STARTS);
    starts->below[0] = n;
    starts->is_optional = TRUE;
    ChnSection *cells =
        add (sections, &columns->list[i].cells, chn_list_get_cell_size ((ChnListId) i), n, CHN_SENSE_CELLS);
    limit_cells (cells, counts, (ChnListId) i);
    cells->is_optional = TRUE;
  }
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
  list_lists (sections, counts, columns);
  list_dictionaries (sections, counts, columns);
  list_rest (sections, counts, columns, asides);
}

gboolean
chn_counts_are_sane (const ChnCounts *counts)
{
  guint32 slots = counts->n_id_slots;
  if (slots == 0 || (slots & (slots - 1)) != 0 || (counts->n_rows > 0 && counts->n_origins == 0))
    return FALSE;
  return counts->n_codes[CHN_DICTIONARY_KINDS] == count_terms (CHN_VOCABULARY_KIND) &&
         counts->n_texts < G_MAXUINT32 && counts->n_rows < G_MAXINT32;
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
  for (guint i = 0; i < CHN_N_FIELDS; i++)
    g_string_append_printf (all, "%s ", chn_field_get_info ((ChnField) i)->name);
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++)
    g_string_append_printf (all, "%s ", chn_source_field_get_name ((ChnSourceField) i));
  for (guint i = 0; i < CHN_N_HEADER_FIELDS; i++)
    g_string_append_printf (all, "%s ", chn_header_field_get_name ((ChnHeaderField) i));
  append_vocabularies (all);
  return chn_checksum (all->str, all->len);
}
