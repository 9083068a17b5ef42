/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the numbers in the records of an image may be, from what its columns hold. */
#include "timeline/sealed.h"

void
chn_timeline_guard_records (ChnTimeline *timeline)
{
  ChnColumns *columns = &timeline->columns;
  const ChnDictionary *entries = columns->dictionary;
  guint64 texts = (guint64) chn_pool_get_size (columns->texts) + 1, rows = columns->n_rows;
  const ChnVocabulary *terms = columns->vocabulary;
  guint64 votes = CHN_LIMIT_HALVES (2 * chn_vocabulary_count (terms, CHN_VOCABULARY_METHOD),
                                    chn_vocabulary_count (terms, CHN_VOCABULARY_RESULT));
  guint64 relations = chn_vocabulary_count (terms, CHN_VOCABULARY_RELATION),
          actors = entries[CHN_DICTIONARY_ACTORS].n_codes;
  guint visibilities = chn_vocabulary_count (terms, CHN_VOCABULARY_VISIBILITY);
  ChnRecordLimits *limits = chn_timeline_alloc (timeline, 1, sizeof *limits);
  *limits = (ChnRecordLimits){
    .text = texts,
    .origin = columns->n_origins,
    .visibility = visibilities,
    .cell = {
      [CHN_LIST_ACTORS] = { actors, chn_vocabulary_count (terms, CHN_VOCABULARY_ROLE) },
      [CHN_LIST_VOTE] = { CHN_LIMIT_ANY, CHN_LIMIT_ANY, CHN_LIMIT_ANY, CHN_LIMIT_ANY, votes },
      [CHN_LIST_BALLOTS] = { actors, chn_vocabulary_count (terms, CHN_VOCABULARY_BALLOT) },
      [CHN_LIST_ROLL] = { CHN_LIMIT_ANY },
      [CHN_LIST_RELATIONS] = { rows, relations },
      [CHN_LIST_BACKLINKS] = { relations, rows },
      [CHN_LIST_CITATIONS] = { entries[CHN_DICTIONARY_SOURCES].n_codes, texts, texts, texts, CHN_LIMIT_HALVES (visibilities, visibilities) },
      [CHN_LIST_CLAIMS] = { CHN_LIMIT_ANY, CHN_N_FIELDS, texts },
      [CHN_LIST_EXTRAS] = { CHN_LIMIT_PRESENT (texts), texts },
    },
  };
  for (guint i = 0; i < CHN_N_RECORD_LISTS; i++)
    if (chn_record_lists[i].field >= 0)
      limits->cell[i][0] = entries[chn_record_lists[i].dictionary].n_codes;
  limits->numbers = CHN_RECORD_PLAIN;
  for (guint i = 0; i < CHN_N_RECORD_TEXT_FIELDS; i++)
    limits->numbers |= (guint32) 1 << chn_record_text_fields[i];
  columns->limits = limits;
  columns->proven = chn_timeline_alloc (timeline, 1, chn_bits_get_size (columns->n_rows));
}
