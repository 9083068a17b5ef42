/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Dictionaries: what many rows share gets a code, in the order of its text; and each code the rows that have it. */
#include "timeline/dictionary.h"

#include <string.h>

/* Lists whose cells begin with a code, and whose code it is. The first list of a dictionary gives its rows. */
static const struct {
  ChnDictionaryId dictionary;
  ChnListId list;
} uses[] = {
  { CHN_DICTIONARY_ACTORS, CHN_LIST_ACTORS }, { CHN_DICTIONARY_ACTORS, CHN_LIST_BALLOTS },
  { CHN_DICTIONARY_FORUMS, CHN_LIST_FORUMS }, { CHN_DICTIONARY_SYMBOLS, CHN_LIST_SYMBOLS },
  { CHN_DICTIONARY_TAGS, CHN_LIST_TAGS },     { CHN_DICTIONARY_SOURCES, CHN_LIST_CITATIONS },
};

static guint32 *
get_code (GArray *cells, guint i)
{
  return (guint32 *) (gpointer) (cells->data + (gsize) i * g_array_get_element_size (cells));
}

static int
compare_texts (gconstpointer a, gconstpointer b, gpointer texts)
{
  return strcmp (chn_pool_get (texts, *(const guint32 *) a), chn_pool_get (texts, *(const guint32 *) b));
}

/* Notes a number the first time that it comes along. */
static void
collect (GArray *seen, GArray *numbers, guint32 number)
{
  guint32 *mark = chn_number_map_at (seen, number);
  if (*mark == 0)
    g_array_append_val (numbers, number);
  *mark = 1;
}

static void
collect_names (ChnTimelineBuilder *builder, ChnDictionaryId dictionary, GArray *seen, GArray *numbers)
{
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++) {
    GArray *cells = builder->list[uses[i].list];
    if (uses[i].dictionary == dictionary)
      for (guint k = 0; k < cells->len; k++)
        collect (seen, numbers, *get_code (cells, k));
  }
  if (dictionary == CHN_DICTIONARY_SOURCES)
    for (guint i = 0; i < builder->sources->len; i++)
      collect (seen, numbers, g_array_index (builder->sources, ChnStagedSource, i).text[CHN_SOURCE_KEY]);
}

static void
replace_names (ChnTimelineBuilder *builder, ChnDictionaryId dictionary, const GArray *code_of)
{
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++) {
    GArray *cells = builder->list[uses[i].list];
    if (uses[i].dictionary == dictionary)
      for (guint k = 0; k < cells->len; k++)
        *get_code (cells, k) = g_array_index (code_of, guint32, *get_code (cells, k));
  }
}

static void
make_dictionary (ChnTimeline *timeline, ChnTimelineBuilder *builder, ChnDictionaryId dictionary)
{
  g_autoptr (GArray) code_of = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  collect_names (builder, dictionary, code_of, numbers);
  g_array_sort_with_data (numbers, compare_texts, timeline->texts);
  guint32 *text = chn_timeline_alloc (timeline, numbers->len, sizeof (guint32));
  for (guint32 code = 0; code < numbers->len; code++) {
    text[code] = g_array_index (numbers, guint32, code);
    *chn_number_map_at (code_of, text[code]) = code;
  }
  replace_names (builder, dictionary, code_of);
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
    text[i] = chn_pool_intern (timeline->texts, terms[i].name, -1);
  timeline->columns.dictionary[CHN_DICTIONARY_KINDS].n_codes = n_terms;
  timeline->columns.dictionary[CHN_DICTIONARY_KINDS].text = text;
}

void
chn_timeline_make_dictionaries (ChnTimeline *timeline, ChnTimelineBuilder *builder)
{
  for (guint i = 0; i < CHN_DICTIONARY_KINDS; i++)
    make_dictionary (timeline, builder, (ChnDictionaryId) i);
  make_kinds (timeline);
}

/* The codes of a row, one after the other. */
typedef struct {
  const ChnColumns *columns;
  const ChnListColumn *list; /* NULL for kinds */
  gsize cell_size;
} Codes;

static guint
count_codes (const Codes *codes, guint row)
{
  guint n;
  if (!codes->list)
    return 1;
  chn_columns_get_cells (codes->columns, codes->list, codes->cell_size, row, &n);
  return n;
}

static guint32
code_at (const Codes *codes, guint row, guint i)
{
  guint n;
  if (!codes->list)
    return codes->columns->kind[row];
  const char *cells = chn_columns_get_cells (codes->columns, codes->list, codes->cell_size, row, &n);
  return *(const guint32 *) (gconstpointer) (cells + i * codes->cell_size);
}

/* One pass over the rows: counts per code in start[code + 1], or, with rows, fills in. Each row once a code. */
static guint32
walk (const Codes *codes, guint32 *last, guint32 *start, guint32 *rows)
{
  guint32 total = 0;
  for (guint32 row = 0; row < codes->columns->n_rows; row++) {
    guint n = count_codes (codes, row);
    for (guint i = 0; i < n; i++) {
      guint32 code = code_at (codes, row, i);
      if (last[code] == row + 1)
        continue;
      last[code] = row + 1;
      total++;
      if (rows)
        rows[start[code]++] = row;
      else
        start[code + 1]++;
    }
  }
  return total;
}

static void
index_dictionary (ChnTimeline *timeline, ChnDictionary *dictionary, const Codes *codes)
{
  guint32 n = dictionary->n_codes;
  guint32 *start = chn_timeline_alloc (timeline, (gsize) n + 1, sizeof (guint32));
  g_autofree guint32 *last = g_new0 (guint32, MAX (n, 1));
  guint32 total = walk (codes, last, start, NULL);
  for (guint32 i = 0; i < n; i++)
    start[i + 1] += start[i];
  guint32 *rows = chn_timeline_alloc (timeline, total, sizeof (guint32));
  g_autofree guint32 *next = g_memdup2 (start, ((gsize) n + 1) * sizeof (guint32));
  memset (last, 0, n * sizeof (guint32));
  walk (codes, last, next, rows);
  dictionary->start = start;
  dictionary->rows = rows;
}

void
chn_timeline_index_codes (ChnTimeline *timeline)
{
  ChnColumns *columns = &timeline->columns;
  gboolean done[CHN_N_DICTIONARIES] = { FALSE };
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++) {
    if (done[uses[i].dictionary])
      continue;
    Codes codes = { columns, &columns->list[uses[i].list], chn_list_get_cell_size (uses[i].list) };
    index_dictionary (timeline, &columns->dictionary[uses[i].dictionary], &codes);
    done[uses[i].dictionary] = TRUE;
  }
  Codes kinds = { columns, NULL, 0 };
  index_dictionary (timeline, &columns->dictionary[CHN_DICTIONARY_KINDS], &kinds);
}
