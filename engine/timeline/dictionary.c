/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rows of each code of the dictionaries. */
#include "timeline/dictionary.h"

#include <string.h>

#include "base/number-map.h"

const ChnDictionaryField chn_dictionary_fields[CHN_N_DICTIONARY_FIELDS] = {
  { CHN_DICTIONARY_SERIES, CHN_FIELD_SERIES },
};

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

/* The first list of a dictionary gives its rows: of actors it is who took part. */
static void
note_row (const ChnColumns *columns, guint32 row, Postings *postings)
{
  gboolean done[CHN_N_DICTIONARIES] = { FALSE };
  const guint32 *record = chn_columns_get_record (columns, row);
  note (&postings[CHN_DICTIONARY_KINDS], columns->heads[row].kind, row);
  for (guint i = 0; i < CHN_N_DICTIONARY_FIELDS; i++) {
    guint32 number = chn_record_get_number (record, chn_dictionary_fields[i].field);
    if (number != 0)
      note (&postings[chn_dictionary_fields[i].dictionary],
            *chn_number_map_at (postings[chn_dictionary_fields[i].dictionary].code_of, number) - 1, row);
  }
  for (guint i = 0; i < CHN_N_RECORD_LISTS; i++) {
    const ChnRecordList *list = &chn_record_lists[i];
    if (list->dictionary < 0 || done[list->dictionary])
      continue;
    guint n = 0;
    const guint32 *cells = chn_record_get_list (record, (ChnListId) i, &n);
    for (guint k = 0; k < n; k++)
      note (&postings[list->dictionary], cells[k * list->units], row);
    done[list->dictionary] = TRUE;
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
                          .code_of = chn_number_map_new () };
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
  for (guint i = 0; i < CHN_N_DICTIONARY_FIELDS; i++)
    number_labels (&columns->dictionary[chn_dictionary_fields[i].dictionary],
                   &postings[chn_dictionary_fields[i].dictionary]);
  note_rows (columns, postings);
  for (guint i = 0; i < CHN_N_DICTIONARIES; i++)
    turn (timeline, columns->dictionary[i].n_codes, &postings[i]);
  note_rows (columns, postings);
  for (guint i = 0; i < CHN_N_DICTIONARIES; i++)
    finish (&columns->dictionary[i], &postings[i]);
}
