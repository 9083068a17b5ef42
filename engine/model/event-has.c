/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What an event has already, for readers of files that may say a thing twice. */
#include "model/event-has.h"

#include <string.h>

enum { MOST_COMPARED = 64 };

gboolean
chn_event_has_item (const ChnEvent *event, ChnField field, const char *text)
{
  guint n = 0;
  const char *const *items = chn_event_get_items (event, field, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (items[i], text) == 0)
      return TRUE;
  return FALSE;
}

gboolean
chn_event_has_actor (const ChnEvent *event, const char *id, guint role)
{
  guint n = 0;
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  for (guint i = 0; i < n && i < MOST_COMPARED; i++)
    if (actors[i].role == role && strcmp (actors[i].actor, id) == 0)
      return TRUE;
  return FALSE;
}

gboolean
chn_event_has_relation (const ChnEvent *event, guint type, const char *target)
{
  guint n = 0;
  const ChnRelation *relations = chn_event_get_relations (event, &n);
  for (guint i = 0; i < n && i < MOST_COMPARED; i++)
    if (relations[i].type == type && strcmp (relations[i].target, target) == 0)
      return TRUE;
  return FALSE;
}

gboolean
chn_event_cites (const ChnEvent *event, const char *source)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n && i < MOST_COMPARED; i++)
    if (strcmp (citations[i].source, source) == 0)
      return TRUE;
  return FALSE;
}
