/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Notes: what events cite, each source whole once and shortened later. */
#include "document/notes.h"

#include "document/prose.h"

enum { SHORT_SOURCES = 2 };

struct _ChnNoteList {
  const ChnTimeline *timeline;
  const ChnProfile *profile;
  GHashTable *number; /* what is cited, in one text -> number of its note */
  GArray *rows;       /* guint: of the event that note i + 1 was first made for */
  GHashTable *named;  /* key of a source -> number of the note that has it whole */
  GString *scratch;
};

ChnNoteList *
chn_note_list_new (const ChnTimeline *timeline, const ChnProfile *profile)
{
  ChnNoteList *notes = g_new0 (ChnNoteList, 1);
  notes->timeline = timeline;
  notes->profile = profile;
  notes->number = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  notes->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  notes->named = g_hash_table_new (g_str_hash, g_str_equal);
  notes->scratch = g_string_new (NULL);
  return notes;
}

void
chn_note_list_free (ChnNoteList *notes)
{
  g_hash_table_unref (notes->number);
  g_array_free (notes->rows, TRUE);
  g_hash_table_unref (notes->named);
  g_string_free (notes->scratch, TRUE);
  g_free (notes);
}

/* Everything that makes two notes the same, in one text. */
static const char *
format_cited (ChnNoteList *notes, const ChnCitation *citations, guint n)
{
  gboolean is_short = notes->profile->length == CHN_LENGTH_SHORT;
  g_string_truncate (notes->scratch, 0);
  for (guint i = 0; i < n; i++) {
    g_string_append (notes->scratch, citations[i].source);
    if (!is_short && citations[i].at)
      g_string_append_printf (notes->scratch, "\x1e%s", citations[i].at);
    if (notes->profile->quotes && citations[i].quote)
      g_string_append_printf (notes->scratch, "\x1d%s", citations[i].quote);
    g_string_append_c (notes->scratch, '\x1f');
  }
  return notes->scratch->str;
}

guint
chn_note_list_number (ChnNoteList *notes, guint row, const ChnEvent *event)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  if (n == 0)
    return 0;
  const char *cited = format_cited (notes, citations, n);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (notes->number, cited));
  if (number > 0)
    return number;
  g_array_append_val (notes->rows, row);
  g_hash_table_insert (notes->number, g_strdup (cited), GUINT_TO_POINTER (notes->rows->len));
  return notes->rows->len;
}

/* Who and when: "KCNA, 13 September 2014". */
static void
put_name (ChnComposer *composer, const ChnSource *source)
{
  g_autofree char *name = chn_prose_source_name (source);
  g_autofree char *date = source->text[CHN_SOURCE_DATE] ? chn_prose_edtf (source->text[CHN_SOURCE_DATE]) : NULL;
  chn_compose (composer, CHN_RUN_PLAIN, name);
  if (date)
    chn_composef (composer, CHN_RUN_PLAIN, ", %s", date);
}

static void
put_whole (ChnComposer *composer, const ChnSource *source)
{
  g_autofree char *text = chn_prose_source (source);
  const char *url = source->text[CHN_SOURCE_URL];
  chn_compose (composer, CHN_RUN_PLAIN, text);
  if (!url)
    return;
  chn_compose (composer, CHN_RUN_PLAIN, ", ");
  chn_compose_link (composer, CHN_RUN_LINK, url, url);
}

/* Whole the first time, later "Leslie Vinjamuri, see note 2". */
static void
put_source (ChnNoteList *notes, ChnComposer *composer, const char *key, guint number)
{
  const ChnSource *source = chn_timeline_find_source (notes->timeline, key);
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (notes->named, key));
  if (!source) {
    chn_compose (composer, CHN_RUN_PLAIN, key);
  } else if (notes->profile->length == CHN_LENGTH_SHORT) {
    put_name (composer, source);
  } else if (first > 0 && first != number) {
    g_autofree char *name = chn_prose_source_name (source);
    chn_composef (composer, CHN_RUN_PLAIN, "%s, see note %u", name, first);
  } else {
    put_whole (composer, source);
    if (number > 0)
      g_hash_table_insert (notes->named, (gpointer) source->text[CHN_SOURCE_KEY], GUINT_TO_POINTER (number));
  }
}

void
chn_note_list_put_sources (ChnNoteList *notes, ChnComposer *composer, const ChnEvent *event, guint number)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  gboolean is_short = notes->profile->length == CHN_LENGTH_SHORT;
  guint told = is_short ? MIN (n, SHORT_SOURCES) : n;
  for (guint i = 0; i < told; i++) {
    chn_compose (composer, CHN_RUN_PLAIN, i > 0 ? "; " : "");
    put_source (notes, composer, citations[i].source, number);
    if (!is_short && citations[i].at)
      chn_composef (composer, CHN_RUN_PLAIN, ", %s", citations[i].at);
    if (notes->profile->quotes && citations[i].quote)
      chn_composef (composer, CHN_RUN_PLAIN, ": “%s”", citations[i].quote);
  }
  if (told < n)
    chn_composef (composer, CHN_RUN_PLAIN, "; and %u more", n - told);
}

void
chn_note_list_put_all (ChnNoteList *notes, ChnComposer *composer)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  for (guint i = 0; i < notes->rows->len; i++) {
    chn_timeline_load (notes->timeline, g_array_index (notes->rows, guint, i), event);
    chn_note_list_put_sources (notes, composer, event, i + 1);
    chn_compose_paragraph (composer, CHN_PARAGRAPH_SOURCES);
  }
}
