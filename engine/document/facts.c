/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What an entry can be found and placed by. */
#include "document/facts.h"

#include <chancery/judge.h>
#include <chancery/symbol.h>

#include "document/prose.h"

static void
put_names (ChnComposer *composer, const ChnTimeline *timeline, const ChnEvent *event, ChnEntry *facts)
{
  guint n = 0;
  const ChnRegistry *registry = chn_timeline_get_registry (timeline);
  const char *const *forums = chn_event_get_items (event, CHN_FIELD_FORUMS, &n);
  for (guint i = 0; i < n; i++) {
    const ChnForum *forum = chn_registry_get_forum (registry, forums[i]);
    chn_compose_name (composer, &facts->forums, forum ? chn_forum_get_short_name (forum) : forums[i]);
  }
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  for (guint i = 0; i < n; i++) {
    const ChnActor *actor = chn_registry_get_actor (registry, actors[i].actor);
    chn_compose_name (composer, &facts->actors, actor ? chn_actor_get_short_name (actor) : actors[i].actor);
  }
}

/* The link of its first document that has one, else the first address of a source. */
static const char *
find_address (ChnComposer *composer, const ChnTimeline *timeline, const ChnEvent *event)
{
  guint n = 0;
  const char *const *symbols = chn_event_get_items (event, CHN_FIELD_SYMBOLS, &n);
  for (guint i = 0; i < n; i++) {
    g_autoptr (ChnSymbol) symbol = chn_symbol_parse (symbols[i], -1, NULL);
    g_autofree char *link = symbol ? chn_symbol_dup_link (symbol) : NULL;
    if (link)
      return chn_composer_copy (composer, link);
  }
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n; i++) {
    const ChnSource *source = chn_timeline_find_source (timeline, citations[i].source);
    if (source && source->text[CHN_SOURCE_URL])
      return chn_composer_copy (composer, source->text[CHN_SOURCE_URL]);
  }
  return NULL;
}

/* Terms that every timeline knows live as long as the program. */
static const char *
find_known_kind (const ChnTimeline *timeline, const ChnEvent *event)
{
  const ChnVocabulary *vocabulary = chn_timeline_get_vocabulary (timeline);
  guint kind =
      chn_vocabulary_get_nearest (vocabulary, CHN_VOCABULARY_KIND, chn_event_get_term (event, CHN_FIELD_KIND));
  return chn_vocabulary_get_term (NULL, CHN_VOCABULARY_KIND, kind)->name;
}

ChnEntry
chn_entry_find_facts (ChnComposer *composer, const ChnTimeline *timeline, guint row, const ChnEvent *event)
{
  const ChnDate *revised = chn_event_get_date (event, CHN_FIELD_REVISED);
  g_autofree char *day = chn_date_dup_humanized (chn_event_get_date (event, CHN_FIELD_DATE));
  ChnEntry facts = {
    .id = chn_composer_copy (composer, chn_timeline_get_id (timeline, row)),
    .title = chn_composer_copy (composer, chn_event_get_text (event, CHN_FIELD_TITLE)),
    .label = chn_composer_copy (composer, chn_event_get_text (event, CHN_FIELD_LABEL)),
    .date = chn_composer_copy (composer, chn_event_get_text (event, CHN_FIELD_DATE)),
    .day = chn_composer_copy (composer, day),
    .bounds = *chn_event_get_bounds (event),
    .kind = chn_event_describe_term (event, CHN_VOCABULARY_KIND, chn_event_get_term (event, CHN_FIELD_KIND))->label,
    .known_kind = find_known_kind (timeline, event),
    .status = chn_prose_status (event),
    .series = chn_composer_copy (composer, chn_event_get_text (event, CHN_FIELD_SERIES)),
    .importance = chn_event_get_number (event, CHN_FIELD_IMPORTANCE),
    .is_disputed = chn_timeline_is_disputed (timeline, row),
    .address = find_address (composer, timeline, event),
    .revised = revised ? chn_date_get_bounds (revised)->earliest : 0,
  };
  put_names (composer, timeline, event, &facts);
  return facts;
}
