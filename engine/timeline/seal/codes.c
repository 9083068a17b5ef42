/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes the dictionaries: what many rows share gets a code, in the order of its text, which takes the place of names.
 */
#include "base/number-map.h"
#include "timeline/seal/columns.h"

/* Those in the making. */
typedef struct {
  GArray *numbers; /* of their texts, as they come along */
  GArray *code_of; /* by number; 1 while it is only known that there is one */
} Collection;

/* Notes a number the first time that it comes along. */
static void
collect (Collection *collection, guint32 number)
{
  guint32 *mark = chn_number_map_at (collection->code_of, number);
  if (*mark == 0)
    g_array_append_val (collection->numbers, number);
  *mark = 1;
}

static void
collect_event (const ChnStage *stage, guint index, Collection *collections)
{
  const guint32 *record = chn_stage_get_record (stage, index);
  for (guint i = 0; i < CHN_N_RECORD_LISTS; i++) {
    const ChnRecordList *list = &chn_record_lists[i];
    if (list->dictionary < 0)
      continue;
    guint n;
    const guint32 *cells = chn_record_get_list (record, (ChnListId) i, &n);
    for (guint k = 0; k < n; k++)
      collect (&collections[list->dictionary], cells[k * list->units]);
  }
  for (guint i = 0; i < CHN_N_DICTIONARY_FIELDS; i++) {
    guint32 number = chn_record_get_number (record, chn_dictionary_fields[i].field);
    if (number != 0)
      collect (&collections[chn_dictionary_fields[i].dictionary], number);
  }
}

static void
replace_names (const ChnStage *stage, guint index, const Collection *collections)
{
  for (guint i = 0; i < CHN_N_RECORD_LISTS; i++) {
    const ChnRecordList *list = &chn_record_lists[i];
    if (list->dictionary < 0)
      continue;
    guint n;
    guint32 *cells = chn_stage_get_cells (stage, index, (ChnListId) i, &n);
    for (guint k = 0; k < n; k++) {
      guint32 *code = &cells[k * list->units];
      *code = g_array_index (collections[list->dictionary].code_of, guint32, *code);
    }
  }
}

/* Puts the numbers in the order of their texts, which gives their codes. */
static void
make_dictionary (ChnTimeline *timeline, ChnTexts *texts, ChnDictionaryId dictionary, Collection *collection)
{
  const GArray *numbers = collection->numbers;
  chn_pool_sort (texts->from, (guint32 *) (gpointer) numbers->data, numbers->len);
  guint32 *text = chn_timeline_alloc (timeline, numbers->len, sizeof (guint32));
  for (guint32 code = 0; code < numbers->len; code++) {
    guint32 number = g_array_index (numbers, guint32, code);
    text[code] = chn_texts_take (texts, number);
    *chn_number_map_at (collection->code_of, number) = code;
  }
  timeline->columns.dictionary[dictionary].n_codes = numbers->len;
  timeline->columns.dictionary[dictionary].text = text;
}

static void
make_kinds (ChnTimeline *timeline)
{
  const ChnVocabulary *vocabulary = timeline->columns.vocabulary;
  guint n_terms = chn_vocabulary_count (vocabulary, CHN_VOCABULARY_KIND);
  guint32 *text = chn_timeline_alloc (timeline, n_terms, sizeof (guint32));
  for (guint i = 0; i < n_terms; i++)
    text[i] =
        chn_pool_append (timeline->texts, chn_vocabulary_get_term (vocabulary, CHN_VOCABULARY_KIND, i)->name, -1);
  timeline->columns.dictionary[CHN_DICTIONARY_KINDS].n_codes = n_terms;
  timeline->columns.dictionary[CHN_DICTIONARY_KINDS].text = text;
}

GArray *
chn_seal_codes (ChnTimeline *timeline, ChnStage *stage, ChnTexts *texts)
{
  Collection collections[CHN_DICTIONARY_KINDS];
  for (guint i = 0; i < CHN_DICTIONARY_KINDS; i++)
    collections[i] = (Collection){ g_array_new (FALSE, FALSE, sizeof (guint32)), chn_number_map_new () };
  for (guint i = 0; i < stage->heads->len; i++)
    collect_event (stage, i, collections);
  for (guint at = 0; at < stage->sources->len;) {
    ChnStagedSource source;
    at = chn_stage_load_source (stage, at, &source);
    collect (&collections[CHN_DICTIONARY_SOURCES], source.text[CHN_SOURCE_KEY]);
  }
  for (guint i = 0; i < CHN_DICTIONARY_KINDS; i++)
    make_dictionary (timeline, texts, (ChnDictionaryId) i, &collections[i]);
  for (guint i = 0; i < stage->heads->len; i++)
    replace_names (stage, i, collections);
  make_kinds (timeline);
  GArray *code_of_source = g_array_ref (collections[CHN_DICTIONARY_SOURCES].code_of);
  for (guint i = 0; i < CHN_DICTIONARY_KINDS; i++) {
    g_array_unref (collections[i].numbers);
    g_array_unref (collections[i].code_of);
  }
  return code_of_source;
}
