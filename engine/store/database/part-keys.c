/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What rows are counted by that have parts which not everybody may see. */
#include "store/database/part-keys.h"

typedef struct {
  guint n_quotes[CHN_N_VISIBILITIES][CHN_N_VISIBILITIES], n_notes[CHN_N_VISIBILITIES][CHN_N_VISIBILITIES];
} Counts;

/* What is not known counts as the most secret, as where it is shown. */
static guint
get_visibility (const char *text)
{
  int term = text ? chn_vocabulary_find (CHN_VOCABULARY_VISIBILITY, text, -1, NULL) : CHN_VISIBILITY_PUBLIC;
  return term < 0 ? CHN_VISIBILITY_PRIVATE : (guint) term;
}

static const char *
get_name (guint visibility)
{
  return chn_vocabulary_get_term_name (CHN_VOCABULARY_VISIBILITY, visibility);
}

static void
add_part (const char *what, guint visibility, guint around, guint counts[][CHN_N_VISIBILITIES], ChnStoreTakeKey take,
          gpointer data)
{
  g_autofree char *key = g_strdup_printf ("hides %s %s in %s %u", get_name (visibility), what, get_name (around),
                                          ++counts[visibility][around]);
  take (key, data);
}

/* Of a source that is cited: who may see it, and its note. */
static guint
add_source (const ChnColumns *columns, guint32 code, gboolean *hides, ChnStoreTakeKey take, gpointer data)
{
  const char *key = chn_columns_get_source_text (columns, code, CHN_SOURCE_KEY);
  guint own = get_visibility (chn_columns_get_source_text (columns, code, CHN_SOURCE_VISIBILITY));
  guint note = get_visibility (chn_columns_get_source_text (columns, code, CHN_SOURCE_NOTE_VISIBILITY));
  if (own > 0) {
    g_autofree char *hidden = g_strdup_printf ("hides %s source %s", get_name (own), key);
    take (hidden, data);
    *hides = TRUE;
  }
  if (note > 0 && chn_columns_get_source_text (columns, code, CHN_SOURCE_NOTE)) {
    g_autofree char *remark = g_strdup_printf ("hides %s remark in %s %s", get_name (note), get_name (own), key);
    take (remark, data);
    *hides = TRUE;
  }
  return own;
}

void
chn_store_part_keys_list (const ChnTimeline *timeline, guint row, ChnStoreTakeKey take, gpointer data)
{
  const ChnColumns *columns = chn_timeline_get_columns (timeline);
  guint n = 0, own = chn_columns_get_visibility (columns, row);
  const ChnCitationCell *citations = chn_columns_get_citations (columns, row, &n);
  Counts counts = { 0 };
  gboolean hides = FALSE;
  for (guint i = 0; i < n; i++) {
    const ChnCitationCell *citation = &citations[i];
    guint quoted = citation->visibility & 0xffff, noted = citation->visibility >> 16;
    guint source = add_source (columns, citation->source, &hides, take, data);
    hides = hides || quoted > 0 || noted > 0;
    if (quoted > 0 && chn_pool_get (columns->texts, citation->quote))
      add_part ("quote", quoted, MAX (own, source), counts.n_quotes, take, data);
    if (noted > 0 && chn_pool_get (columns->texts, citation->note))
      add_part ("note", noted, MAX (own, source), counts.n_notes, take, data);
  }
  if (hides)
    take (CHN_STORE_KEY_HIDES, data);
}
