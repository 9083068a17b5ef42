/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Dictionaries: what many rows share gets a code, in the order of its text; and each code the rows that have it. */
#include "timeline/dictionary.h"

#include <string.h>

#include "timeline/gather.h"

/* Lists whose cells begin with a code, and whose code it is. The first list of a dictionary gives its rows. */
static const struct {
  ChnDictionaryId dictionary;
  ChnListId list;
} uses[] = {
  { CHN_DICTIONARY_ACTORS, CHN_LIST_ACTORS }, { CHN_DICTIONARY_ACTORS, CHN_LIST_BALLOTS },
  { CHN_DICTIONARY_FORUMS, CHN_LIST_FORUMS }, { CHN_DICTIONARY_SYMBOLS, CHN_LIST_SYMBOLS },
  { CHN_DICTIONARY_TAGS, CHN_LIST_TAGS },     { CHN_DICTIONARY_SOURCES, CHN_LIST_CITATIONS },
};

/* Fields of one text whose rows are looked up. Records keep the text itself. */
static const struct {
  ChnDictionaryId dictionary;
  ChnField field;
} labels[] = {
  { CHN_DICTIONARY_SERIES, CHN_FIELD_SERIES },
  { CHN_DICTIONARY_REPEATS, CHN_FIELD_REPEAT },
};

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
collect_event (const ChnTimelineBuilder *builder, guint index, Collection *collections)
{
  const guint32 *record = chn_builder_get_record (builder, index);
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++) {
    guint n;
    const guint32 *cells = chn_record_get_list (record, uses[i].list, &n);
    for (guint k = 0; k < n; k++)
      collect (&collections[uses[i].dictionary], cells[k * chn_list_cell_units[uses[i].list]]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    guint32 number = chn_record_get_number (record, labels[i].field);
    if (number != 0)
      collect (&collections[labels[i].dictionary], number);
  }
}

static void
replace_names (const ChnTimelineBuilder *builder, guint index, const Collection *collections)
{
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++) {
    guint n;
    guint32 *cells = chn_builder_get_cells (builder, index, uses[i].list, &n);
    for (guint k = 0; k < n; k++) {
      guint32 *code = &cells[k * chn_list_cell_units[uses[i].list]];
      *code = g_array_index (collections[uses[i].dictionary].code_of, guint32, *code);
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
  guint n_terms;
  const ChnTerm *terms = chn_vocabulary_get_terms (CHN_VOCABULARY_KIND, &n_terms);
  guint32 *text = chn_timeline_alloc (timeline, n_terms, sizeof (guint32));
  for (guint i = 0; i < n_terms; i++)
    text[i] = chn_pool_append (timeline->texts, terms[i].name, -1);
  timeline->columns.dictionary[CHN_DICTIONARY_KINDS].n_codes = n_terms;
  timeline->columns.dictionary[CHN_DICTIONARY_KINDS].text = text;
}

GArray *
chn_timeline_make_dictionaries (ChnTimeline *timeline, ChnTimelineBuilder *builder, ChnTexts *texts)
{
  Collection collections[CHN_DICTIONARY_KINDS];
  for (guint i = 0; i < CHN_DICTIONARY_KINDS; i++)
    collections[i] =
        (Collection){ g_array_new (FALSE, FALSE, sizeof (guint32)), g_array_new (FALSE, TRUE, sizeof (guint32)) };
  for (guint i = 0; i < builder->heads->len; i++)
    collect_event (builder, i, collections);
  for (guint at = 0; at < builder->sources->len;) {
    ChnStagedSource source;
    at = chn_builder_load_source (builder, at, &source);
    collect (&collections[CHN_DICTIONARY_SOURCES], source.text[CHN_SOURCE_KEY]);
  }
  for (guint i = 0; i < CHN_DICTIONARY_KINDS; i++)
    make_dictionary (timeline, texts, (ChnDictionaryId) i, &collections[i]);
  for (guint i = 0; i < builder->heads->len; i++)
    replace_names (builder, i, collections);
  make_kinds (timeline);
  GArray *code_of_source = g_array_ref (collections[CHN_DICTIONARY_SOURCES].code_of);
  for (guint i = 0; i < CHN_DICTIONARY_KINDS; i++) {
    g_array_unref (collections[i].numbers);
    g_array_unref (collections[i].code_of);
  }
  return code_of_source;
}

/* The postings of a dictionary in the making. */
typedef struct {
  guint32 *last;   /* of each code: 1 + the row that was noted last */
  guint32 *start;  /* counts to begin with, of code + 1 */
  guint32 *next;   /* where the next row of a code goes */
  guint32 *rows;   /* NULL while they are counted */
  GArray *code_of; /* of labels: 1 + the code, by the number of the text */
} Postings;

/* Each row once a code. */
static inline void
note (Postings *postings, guint32 code, guint32 row)
{
  if (postings->last[code] == row + 1)
    return;
  postings->last[code] = row + 1;
  if (postings->rows)
    postings->rows[postings->next[code]++] = row;
  else
    postings->start[code + 1]++;
}

static void
note_row (const ChnColumns *columns, guint32 row, Postings *postings)
{
  gboolean done[CHN_N_DICTIONARIES] = { FALSE };
  const guint32 *record = chn_columns_get_record (columns, row);
  note (&postings[CHN_DICTIONARY_KINDS], columns->heads[row].kind, row);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    guint32 number = chn_record_get_number (record, labels[i].field);
    if (number != 0)
      note (&postings[labels[i].dictionary], *chn_number_map_at (postings[labels[i].dictionary].code_of, number) - 1,
            row);
  }
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++) {
    guint n = 0;
    const guint32 *cells = chn_record_get_list (record, uses[i].list, &n);
    for (guint k = 0; k < n && !done[uses[i].dictionary]; k++)
      note (&postings[uses[i].dictionary], cells[k * chn_list_cell_units[uses[i].list]], row);
    done[uses[i].dictionary] = TRUE;
  }
}

/* Records lie anywhere, and are fetched while others are noted. */
static void
note_rows (const ChnColumns *columns, Postings *postings)
{
  enum { AHEAD = 12 };
  for (guint32 row = 0; row < columns->n_rows; row++) {
    if (row + AHEAD < columns->n_rows)
      __builtin_prefetch (columns->records + columns->heads[row + AHEAD].record);
    note_row (columns, row, postings);
  }
}

static void
begin (ChnTimeline *timeline, const ChnDictionary *dictionary, Postings *postings)
{
  guint32 n = dictionary->n_codes;
  *postings = (Postings){ .last = g_new0 (guint32, MAX (n, 1)),
                          .start = chn_timeline_alloc (timeline, (gsize) n + 1, sizeof (guint32)),
                          .code_of = g_array_new (FALSE, TRUE, sizeof (guint32)) };
}

static void
number_labels (const ChnDictionary *dictionary, Postings *postings)
{
  for (guint32 code = 0; code < dictionary->n_codes; code++)
    *chn_number_map_at (postings->code_of, dictionary->text[code]) = code + 1;
}

/* From counting rows to writing them. */
static void
turn (ChnTimeline *timeline, guint32 n_codes, Postings *postings)
{
  for (guint32 i = 0; i < n_codes; i++)
    postings->start[i + 1] += postings->start[i];
  postings->rows = chn_timeline_alloc (timeline, postings->start[n_codes], sizeof (guint32));
  postings->next = g_memdup2 (postings->start, ((gsize) n_codes + 1) * sizeof (guint32));
  memset (postings->last, 0, n_codes * sizeof (guint32));
}

static void
finish (ChnDictionary *dictionary, Postings *postings)
{
  dictionary->start = postings->start;
  dictionary->rows = postings->rows;
  g_free (postings->last);
  g_free (postings->next);
  g_array_unref (postings->code_of);
}

void
chn_timeline_index_codes (ChnTimeline *timeline)
{
  ChnColumns *columns = &timeline->columns;
  Postings postings[CHN_N_DICTIONARIES];
  for (guint i = 0; i < CHN_N_DICTIONARIES; i++)
    begin (timeline, &columns->dictionary[i], &postings[i]);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    number_labels (&columns->dictionary[labels[i].dictionary], &postings[labels[i].dictionary]);
  note_rows (columns, postings);
  for (guint i = 0; i < CHN_N_DICTIONARIES; i++)
    turn (timeline, columns->dictionary[i].n_codes, &postings[i]);
  note_rows (columns, postings);
  for (guint i = 0; i < CHN_N_DICTIONARIES; i++)
    finish (&columns->dictionary[i], &postings[i]);
}
