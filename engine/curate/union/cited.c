/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Citations of two events of which one is made: what both say of a source is said once. */
#include "curate/union/cited.h"

#include <string.h>

static void
cited_clear (gpointer cited)
{
  g_array_unref (((ChnCited *) cited)->claims);
}

void
chn_cited_init (ChnCitedList *list, ChnArena *arena)
{
  list->arena = arena;
  list->citations = g_array_new (FALSE, FALSE, sizeof (ChnCited));
  g_array_set_clear_func (list->citations, cited_clear);
}

void
chn_cited_clear (ChnCitedList *list)
{
  g_clear_pointer (&list->citations, g_array_unref);
}

static ChnCited *
get (const ChnCitedList *list, guint index)
{
  return &g_array_index (list->citations, ChnCited, index);
}

static gboolean
has_claim (const ChnCited *cited, ChnField field, const char *value)
{
  for (guint i = 0; i < cited->claims->len; i++) {
    const ChnClaim *claim = &g_array_index (cited->claims, ChnClaim, i);
    if (claim->field == field && strcmp (claim->value, value) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
add_claim (ChnCited *cited, ChnField field, const char *value)
{
  const ChnClaim claim = { field, value };
  if (!has_claim (cited, field, value))
    g_array_append_val (cited->claims, claim);
}

static gboolean
fits (const char *there, const char *text, gboolean fills)
{
  return !text || (there ? strcmp (there, text) == 0 : fills);
}

/* A citation of the same source with which the other may be one; with `fills` it may lack what the other says. */
static ChnCited *
find (const ChnCitedList *list, const ChnCitation *citation, gboolean fills)
{
  for (guint i = 0; i < list->citations->len; i++) {
    ChnCited *cited = get (list, i);
    const ChnCitation *there = &cited->citation;
    if (strcmp (there->source, citation->source) == 0 && fits (there->at, citation->at, fills) &&
        fits (there->quote, citation->quote, fills) && fits (there->note, citation->note, fills))
      return cited;
  }
  return NULL;
}

/* What either would hide stays hidden. */
static void
fill (ChnCited *cited, const ChnCitation *citation)
{
  ChnCitation *there = &cited->citation;
  there->at = there->at ? there->at : citation->at;
  there->quote = there->quote ? there->quote : citation->quote;
  there->note = there->note ? there->note : citation->note;
  there->visibility = MAX (there->visibility, citation->visibility);
  there->note_visibility = MAX (there->note_visibility, citation->note_visibility);
}

void
chn_cited_add (ChnCitedList *list, const ChnCitation *citation)
{
  ChnCited *cited = find (list, citation, FALSE);
  cited = cited ? cited : find (list, citation, TRUE);
  if (!cited) {
    ChnCited made = { *citation, g_array_new (FALSE, FALSE, sizeof (ChnClaim)) };
    made.citation.claims = NULL;
    made.citation.n_claims = 0;
    g_array_append_val (list->citations, made);
    cited = get (list, list->citations->len - 1);
  }
  fill (cited, citation);
  for (guint i = 0; i < citation->n_claims; i++)
    add_claim (cited, citation->claims[i].field, citation->claims[i].value);
}

gboolean
chn_cited_has_claim (const ChnCitedList *list, ChnField field, const char *value)
{
  for (guint i = 0; i < list->citations->len; i++)
    if (has_claim (get (list, i), field, value))
      return TRUE;
  return FALSE;
}

static ChnCited *
need (ChnCitedList *list, const char *source)
{
  const ChnCitation plain = { .source = chn_arena_strndup (list->arena, source, -1) };
  chn_cited_add (list, &plain);
  return find (list, &plain, FALSE);
}

void
chn_cited_say (ChnCitedList *list, const char *source, ChnField field, const char *value)
{
  add_claim (need (list, source), field, chn_arena_strndup (list->arena, value, -1));
}

void
chn_cited_remark (ChnCitedList *list, const char *source, const char *note)
{
  ChnCited *cited = need (list, source);
  const char *there = cited->citation.note;
  if (there && strstr (there, note))
    return;
  g_autofree char *whole = there ? g_strconcat (there, "; ", note, NULL) : g_strdup (note);
  cited->citation.note = chn_arena_strndup (list->arena, whole, -1);
}

void
chn_cited_put (const ChnCitedList *list, ChnEvent *event)
{
  for (guint i = 0; i < list->citations->len; i++) {
    const ChnCited *cited = get (list, i);
    ChnCitation citation = cited->citation;
    citation.n_claims = cited->claims->len;
    citation.claims = (const ChnClaim *) (gpointer) cited->claims->data;
    chn_event_add_citation (event, &citation);
  }
}
