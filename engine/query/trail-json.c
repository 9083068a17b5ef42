/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A trail as one JSON object: its events and its relations. */
#include <stdlib.h>

#include <jansson.h>

#include "query/trail.h"

static const char *const sides[] = {
  [CHN_TRAIL_UP] = "up", [CHN_TRAIL_ITSELF] = "itself", [CHN_TRAIL_DOWN] = "down", [CHN_TRAIL_BESIDE] = "beside"
};

static void
set_text (json_t *object, const char *key, const char *text)
{
  json_object_set_new (object, key, text ? json_string (text) : json_null ());
}

static json_t *
new_event (const ChnTrail *trail, const ChnTrailNode *node)
{
  json_t *object = json_object ();
  set_text (object, "id", chn_timeline_get_id (trail->timeline, node->row));
  set_text (object, "date", chn_columns_get_text (trail->columns, CHN_FIELD_DATE, node->row));
  set_text (object, "title", chn_columns_get_text (trail->columns, CHN_FIELD_TITLE, node->row));
  set_text (object, "side", sides[node->side]);
  json_object_set_new (object, "depth", json_integer (node->depth));
  json_object_set_new (object, "cut", json_boolean (node->is_cut));
  return object;
}

static json_t *
new_link (const ChnTrail *trail, const ChnTrailLink *link)
{
  json_t *object = json_object ();
  set_text (object, "from", chn_timeline_get_id (trail->timeline, link->from));
  set_text (object, "to", chn_timeline_get_id (trail->timeline, link->to));
  set_text (object, "type", chn_vocabulary_get_term_name (CHN_VOCABULARY_RELATION, link->type));
  return object;
}

static const ChnTrailNode *
find_itself (const ChnTrail *trail)
{
  const ChnTrailNode *node = &g_array_index (trail->nodes, ChnTrailNode, 0);
  while (node->side != CHN_TRAIL_ITSELF)
    node++;
  return node;
}

char *
chn_trail_dup_json (const ChnTrail *trail)
{
  g_autoptr (GArray) events = chn_trail_list_events (trail), links = chn_trail_list_links (trail);
  json_t *object = json_object (), *nodes = json_array (), *relations = json_array ();
  set_text (object, "event", chn_timeline_get_id (trail->timeline, find_itself (trail)->row));
  for (guint i = 0; i < events->len; i++)
    json_array_append_new (
        nodes, new_event (trail, &g_array_index (trail->nodes, ChnTrailNode, g_array_index (events, guint, i))));
  for (guint i = 0; i < links->len; i++)
    json_array_append_new (relations, new_link (trail, &g_array_index (links, ChnTrailLink, i)));
  json_object_set_new (object, "nodes", nodes);
  json_object_set_new (object, "links", relations);
  char *text = json_dumps (object, JSON_INDENT (1));
  json_decref (object);
  char *line = g_strconcat (text ? text : "null", "\n", NULL);
  free (text);
  return line;
}
