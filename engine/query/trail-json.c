/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A trail as one JSON object: its events and its relations. */
#include "base/json-write.h"
#include "query/trail.h"

static const char *const sides[] = {
  [CHN_TRAIL_UP] = "up", [CHN_TRAIL_ITSELF] = "itself", [CHN_TRAIL_DOWN] = "down", [CHN_TRAIL_BESIDE] = "beside"
};

static void
put_key (ChnWriter *out, const char *before, const char *key)
{
  chn_writer_printf (out, "%s\"%s\": ", before, key);
}

static void
put_member (ChnWriter *out, const char *before, const char *key, const char *text)
{
  put_key (out, before, key);
  chn_json_put_text (out, text);
}

static void
put_event (ChnWriter *out, const ChnTrail *trail, gconstpointer item)
{
  static const char next[] = ",\n   ";
  const ChnTrailNode *node = &g_array_index (trail->nodes, ChnTrailNode, *(const guint *) item);
  put_member (out, "{\n   ", "id", chn_timeline_get_id (trail->timeline, node->row));
  put_member (out, next, "date", chn_columns_get_text (trail->columns, CHN_FIELD_DATE, node->row));
  put_member (out, next, "title", chn_columns_get_text (trail->columns, CHN_FIELD_TITLE, node->row));
  put_member (out, next, "side", sides[node->side]);
  put_key (out, next, "depth");
  chn_writer_printf (out, "%u", node->depth);
  put_key (out, next, "cut");
  chn_writer_puts (out, node->is_cut ? "true\n  }" : "false\n  }");
}

static void
put_link (ChnWriter *out, const ChnTrail *trail, gconstpointer item)
{
  static const char next[] = ",\n   ";
  const ChnTrailLink *link = item;
  put_member (out, "{\n   ", "from", chn_timeline_get_id (trail->timeline, link->from));
  put_member (out, next, "to", chn_timeline_get_id (trail->timeline, link->to));
  put_member (out, next, "type", chn_columns_get_term (trail->columns, CHN_VOCABULARY_RELATION, link->type)->name);
  chn_writer_puts (out, "\n  }");
}

/* An array a line an item; none at all on one line. */
static void
put_array (ChnWriter *out, const ChnTrail *trail, const char *key, GArray *items,
           void (*put) (ChnWriter *out, const ChnTrail *trail, gconstpointer item))
{
  put_key (out, ",\n ", key);
  for (guint i = 0; i < items->len; i++) {
    chn_writer_puts (out, i == 0 ? "[\n  " : ",\n  ");
    put (out, trail, items->data + i * g_array_get_element_size (items));
  }
  chn_writer_puts (out, items->len > 0 ? "\n ]" : "[]");
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
  GString *text = g_string_new (NULL);
  g_autoptr (ChnWriter) out = chn_writer_new_for_string (text);
  put_member (out, "{\n ", "event", chn_timeline_get_id (trail->timeline, find_itself (trail)->row));
  put_array (out, trail, "nodes", events, put_event);
  put_array (out, trail, "links", links, put_link);
  chn_writer_puts (out, "\n}\n");
  chn_writer_finish (out, NULL);
  return g_string_free (text, FALSE);
}
