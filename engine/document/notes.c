/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Notes: what events cite, each source whole once and shortened later. */
#include "document/notes.h"

#include <string.h>

#include "document/prose.h"

enum { SHORT_SOURCES = 2 };

struct _ChnNoteList {
  const ChnTimeline *timeline;
  const ChnProfile *profile;
  GHashTable *number; /* what is cited, in one text -> number of its note */
  GArray *rows;       /* guint: of the event that note i + 1 was first made for */
  GHashTable *named;  /* key of a source -> number of the note that has it whole */
  GPtrArray *marked;  /* titles behind the mark, each once, in the order of use */
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
  notes->marked = g_ptr_array_new ();
  notes->scratch = g_string_new (NULL);
  return notes;
}

void
chn_note_list_free (ChnNoteList *notes)
{
  g_hash_table_unref (notes->number);
  g_array_free (notes->rows, TRUE);
  g_hash_table_unref (notes->named);
  g_ptr_array_unref (notes->marked);
  g_string_free (notes->scratch, TRUE);
  g_free (notes);
}

/* The source of a citation that is no publication; else NULL. */
static const ChnSource *
find_marked (const ChnNoteList *notes, const ChnCitation *citation)
{
  guint n = 0;
  const char *key = chn_vocabulary_get_terms (CHN_VOCABULARY_CONFIDENCE, &n)[CHN_CONFIDENCE_GENERAL_KNOWLEDGE].name;
  return strcmp (citation->source, key) == 0 ? chn_timeline_find_source (notes->timeline, key) : NULL;
}

gboolean
chn_note_list_marks (ChnNoteList *notes, const ChnEvent *event)
{
  guint n = 0;
  gboolean any = FALSE;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n; i++) {
    const ChnSource *source = find_marked (notes, &citations[i]);
    const char *title = source ? source->text[CHN_SOURCE_TITLE] : NULL;
    any = any || title;
    if (title && !g_ptr_array_find (notes->marked, title, NULL))
      g_ptr_array_add (notes->marked, (gpointer) title);
  }
  return any;
}

/* Everything that makes two notes the same, in one text. */
static const char *
format_cited (ChnNoteList *notes, const ChnCitation *citations, guint n)
{
  gboolean is_short = notes->profile->length == CHN_LENGTH_SHORT;
  g_string_truncate (notes->scratch, 0);
  for (guint i = 0; i < n; i++) {
    if (find_marked (notes, &citations[i]))
      continue;
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
  const char *cited = format_cited (notes, citations, n);
  if (!*cited)
    return 0;
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
  const char *publisher = source->text[CHN_SOURCE_PUBLISHER];
  g_autofree char *name = publisher ? g_strdup (publisher) : chn_prose_source_name (source);
  g_autofree char *date = source->text[CHN_SOURCE_DATE] ? chn_prose_edtf (source->text[CHN_SOURCE_DATE]) : NULL;
  chn_compose (composer, CHN_RUN_PLAIN, name);
  if (date)
    chn_composef (composer, CHN_RUN_PLAIN, ", %s", date);
}

/* What is no publication is named without quotation marks. */
static void
put_whole (ChnComposer *composer, const ChnSource *source, gboolean is_published)
{
  g_autofree char *text = is_published ? chn_prose_source (source) : g_strdup (source->text[CHN_SOURCE_TITLE]);
  const char *url = source->text[CHN_SOURCE_URL];
  chn_compose (composer, CHN_RUN_PLAIN, text);
  if (!url)
    return;
  chn_compose (composer, CHN_RUN_PLAIN, ", ");
  chn_compose_link (composer, CHN_RUN_LINK, url, url);
}

/* In a few words, so that it is found in the note that has it whole. */
static char *
dup_short_name (const ChnSource *source)
{
  const char *symbol = source->text[CHN_SOURCE_SYMBOL];
  return symbol && !source->text[CHN_SOURCE_AUTHOR] ? g_strdup (symbol) : chn_prose_source_name (source);
}

/* Whole the first time, later "Leslie Vinjamuri, see note 2", "S/RES/1929 (2010), see note 4". */
static void
put_source (ChnNoteList *notes, ChnComposer *composer, const ChnCitation *citation, guint number)
{
  const char *key = citation->source;
  const ChnSource *source = chn_timeline_find_source (notes->timeline, key);
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (notes->named, key));
  if (!source) {
    chn_compose (composer, CHN_RUN_PLAIN, key);
  } else if (notes->profile->length == CHN_LENGTH_SHORT) {
    put_name (composer, source);
  } else if (first > 0) {
    g_autofree char *name = dup_short_name (source);
    chn_composef (composer, CHN_RUN_PLAIN, "%s%s", name, first != number ? ", see note " : "");
    if (first != number)
      chn_composef (composer, CHN_RUN_SEE_NOTE, "%u", first);
  } else {
    put_whole (composer, source, !find_marked (notes, citation));
    if (number > 0)
      g_hash_table_insert (notes->named, (gpointer) source->text[CHN_SOURCE_KEY], GUINT_TO_POINTER (number));
  }
}

static void
put_citation (ChnNoteList *notes, ChnComposer *composer, const ChnCitation *citation, guint number)
{
  put_source (notes, composer, citation, number);
  if (notes->profile->length != CHN_LENGTH_SHORT && citation->at)
    chn_composef (composer, CHN_RUN_PLAIN, ", %s", citation->at);
  if (notes->profile->quotes && citation->quote)
    chn_composef (composer, CHN_RUN_PLAIN, ": “%s”", citation->quote);
}

/* A short note has those first that are told in few words. */
static gboolean
has_name (const ChnNoteList *notes, const ChnCitation *citation)
{
  const ChnSource *source = chn_timeline_find_source (notes->timeline, citation->source);
  return source && (source->text[CHN_SOURCE_PUBLISHER] || source->text[CHN_SOURCE_AUTHOR]);
}

/* Whether a citation adds nothing to those that are listed. */
static gboolean
is_said (const ChnNoteList *notes, const GPtrArray *list, const ChnCitation *citation)
{
  gboolean is_short = notes->profile->length == CHN_LENGTH_SHORT;
  gboolean has_more = (!is_short && citation->at) || (notes->profile->quotes && citation->quote);
  gboolean any = FALSE;
  for (guint i = 0; i < list->len; i++)
    any = any || strcmp (((const ChnCitation *) list->pdata[i])->source, citation->source) == 0;
  return any && !has_more;
}

/* The publications that an event cites, in the order in which a note names them: ChnCitation, borrowed. */
static GPtrArray *
list_publications (const ChnNoteList *notes, const ChnEvent *event)
{
  guint n = 0, n_named = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  gboolean is_short = notes->profile->length == CHN_LENGTH_SHORT;
  GPtrArray *list = g_ptr_array_new ();
  gboolean takes_all = notes->profile->marks_in_words;
  for (guint i = 0; i < n; i++)
    if ((takes_all || !find_marked (notes, &citations[i])) && !is_said (notes, list, &citations[i]))
      g_ptr_array_insert (list, is_short && has_name (notes, &citations[i]) ? (int) n_named++ : -1,
                          (gpointer) &citations[i]);
  return list;
}

void
chn_note_list_put_sources (ChnNoteList *notes, ChnComposer *composer, const ChnEvent *event, guint number)
{
  g_autoptr (GPtrArray) list = list_publications (notes, event);
  guint told = notes->profile->length == CHN_LENGTH_SHORT ? MIN (list->len, SHORT_SOURCES) : list->len;
  for (guint i = 0; i < told; i++) {
    chn_compose (composer, CHN_RUN_PLAIN, i > 0 ? "; " : "");
    put_citation (notes, composer, list->pdata[i], number);
  }
  if (told < list->len)
    chn_composef (composer, CHN_RUN_PLAIN, "; and %u more", list->len - told);
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

void
chn_note_list_put_legend (ChnNoteList *notes, ChnComposer *composer)
{
  for (guint i = 0; i < notes->marked->len; i++) {
    if (i == 0)
      chn_compose (composer, CHN_RUN_MARK, "†");
    chn_composef (composer, CHN_RUN_PLAIN, "%s%s", i == 0 ? " " : "; ", (const char *) notes->marked->pdata[i]);
  }
  chn_compose_paragraph (composer, CHN_PARAGRAPH_SENTENCE);
}
