/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What an edited event could not have, for it was not public when it was exported. */
#include "curate/apply/hidden-parts.h"

#include <string.h>

#include "model/event-storage.h"

static ChnCitation *
find_citation (const ChnEvent *event, const char *source)
{
  for (guint i = 0; i < event->citations->len; i++) {
    ChnCitation *citation = &g_array_index (event->citations, ChnCitation, i);
    if (strcmp (citation->source, source) == 0)
      return citation;
  }
  return NULL;
}

static void
restore_parts (ChnCitation *edited, const ChnCitation *mine)
{
  if (!edited->quote && mine->visibility > CHN_VISIBILITY_PUBLIC) {
    edited->quote = mine->quote;
    edited->visibility = mine->visibility;
  }
  if (!edited->note && mine->note_visibility > CHN_VISIBILITY_PUBLIC) {
    edited->note = mine->note;
    edited->note_visibility = mine->note_visibility;
  }
}

/* In the place where they stood, as far as there is one. */
static void
restore_citations (ChnEvent *edited, const ChnEvent *mine, const ChnTimeline *shown)
{
  for (guint i = 0; i < mine->citations->len; i++) {
    const ChnCitation *citation = &g_array_index (mine->citations, ChnCitation, i);
    ChnCitation *there = find_citation (edited, citation->source);
    if (there)
      restore_parts (there, citation);
    else if (!chn_timeline_find_source (shown, citation->source))
      g_array_insert_val (edited->citations, MIN (i, edited->citations->len), *citation);
  }
}

static gboolean
has_relation (const ChnEvent *event, const ChnRelation *wanted)
{
  for (guint i = 0; i < event->relations->len; i++) {
    const ChnRelation *relation = &g_array_index (event->relations, ChnRelation, i);
    if (relation->type == wanted->type && strcmp (relation->target, wanted->target) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
restore_relations (ChnEvent *edited, const ChnEvent *mine, const ChnTimeline *shown)
{
  for (guint i = 0; i < mine->relations->len; i++) {
    const ChnRelation *relation = &g_array_index (mine->relations, ChnRelation, i);
    guint row = 0;
    if (!has_relation (edited, relation) && !chn_timeline_find (shown, relation->target, &row))
      g_array_insert_val (edited->relations, MIN (i, edited->relations->len), *relation);
  }
}

void
chn_hidden_parts_restore (ChnEvent *edited, const ChnEvent *mine, ChnField field, const ChnTimeline *shown)
{
  if (field == CHN_FIELD_SOURCES)
    restore_citations (edited, mine, shown);
  else if (field == CHN_FIELD_RELATIONS)
    restore_relations (edited, mine, shown);
}
