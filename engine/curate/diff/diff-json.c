/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Differences as one JSON object, from which the new timeline can be made of the old one:
 *
 *   diff    = { "old": side, "new": side, "added": n, "removed": n, "changed": n, "header": [ value … ],
 *               "events": [ event … ] }
 *   side    = { "file": text, "timeline": text, "events": n }
 *   value   = { "name": text, "old": what was said, "new": what is said, "removed": [ text … ], "added": [ text … ] }
 *   event   = { "change": "added", "id": text, "event": the event as in JSON Lines }
 *           / { "change": "removed", "id", "date", "title" }
 *           / { "change": "changed", "id", "date", "title", "old_id" where it was another, "moved": true where its
 * date was, "values": [ value … ] }
 *
 * Null is nothing. Values are as in YAML: text, lists and mappings of text.
 */
#include <string.h>

#include "base/json-write.h"
#include "curate/diff/values.h"
#include "format/json/event.h"

static void
put_member (ChnWriter *out, const char *before, const char *key, const char *text)
{
  chn_writer_printf (out, "%s\"%s\":", before, key);
  chn_json_put_text (out, text);
}

static void
put_tree (ChnWriter *out, const ChnTree *tree)
{
  if (tree->kind == CHN_TREE_TEXT) {
    chn_json_put_text (out, tree->text);
    return;
  }
  gboolean is_list = tree->kind == CHN_TREE_LIST;
  chn_writer_putc (out, is_list ? '[' : '{');
  for (const ChnTree *at = tree->first; at; at = is_list ? at->next : at->next->next) {
    if (at != tree->first)
      chn_writer_putc (out, ',');
    if (!is_list) {
      chn_json_put_text (out, at->text);
      chn_writer_putc (out, ':');
    }
    put_tree (out, is_list ? at : at->next);
  }
  chn_writer_putc (out, is_list ? ']' : '}');
}

/* A value on one line is read again where it is a list or a mapping. */
static void
put_said (ChnWriter *out, const char *key, const char *text, gboolean is_compound, ChnArena *arena)
{
  const ChnTree *tree = is_compound && text ? chn_tree_parse (text, strlen (text), arena) : NULL;
  chn_writer_printf (out, ",\"%s\":", key);
  if (tree)
    put_tree (out, tree);
  else
    chn_json_put_text (out, text);
  chn_arena_clear (arena);
}

static void
put_items (ChnWriter *out, const char *key, const char *const *items)
{
  for (guint i = 0; items && items[i]; i++) {
    if (i == 0)
      chn_writer_printf (out, ",\"%s\":[", key);
    else
      chn_writer_putc (out, ',');
    chn_json_put_text (out, items[i]);
  }
  chn_writer_puts (out, items ? "]" : "");
}

static void
put_values (ChnWriter *out, const char *key, const ChnValueChange *values, guint n, ChnArena *arena)
{
  chn_writer_printf (out, ",\"%s\":[", key);
  for (guint i = 0; i < n; i++) {
    put_member (out, i > 0 ? ",{" : "{", "name", values[i].name);
    put_said (out, "old", values[i].old_value, values[i].old_is_compound, arena);
    put_said (out, "new", values[i].new_value, values[i].new_is_compound, arena);
    put_items (out, "removed", values[i].removed);
    put_items (out, "added", values[i].added);
    chn_writer_putc (out, '}');
  }
  chn_writer_putc (out, ']');
}

static void
put_side (ChnWriter *out, const char *before, const char *key, ChnTimeline *timeline)
{
  gboolean is_known = chn_timeline_get_n_origins (timeline) > 0;
  const char *file = is_known ? chn_timeline_get_header (timeline, 0, CHN_HEADER_FILE) : NULL;
  const char *id = is_known ? chn_timeline_get_header (timeline, 0, CHN_HEADER_TIMELINE) : NULL;
  chn_writer_printf (out, "%s\"%s\":", before, key);
  put_member (out, "{", "file", file);
  put_member (out, ",", "timeline", id);
  chn_writer_printf (out, ",\"events\":%u}", chn_timeline_get_n_events (timeline));
}

typedef struct {
  const ChnDiff *diff;
  ChnWriter *out;
  ChnEvent *event;
  ChnArena *arena;
} Telling;

static void
put_change (const Telling *telling, const ChnEventChange *change)
{
  static const char *const kinds[] = { "added", "removed", "changed" };
  gboolean is_gone = change->kind == CHN_CHANGE_REMOVED;
  ChnTimeline *timeline = is_gone ? chn_diff_get_old (telling->diff) : chn_diff_get_new (telling->diff);
  guint row = is_gone ? change->old_row : change->new_row;
  chn_timeline_load (timeline, row, telling->event);
  put_member (telling->out, "{", "change", kinds[change->kind]);
  put_member (telling->out, ",", "id", chn_timeline_get_id (timeline, row));
  if (change->kind == CHN_CHANGE_ADDED) {
    chn_writer_puts (telling->out, ",\"event\":");
    chn_json_put_event (telling->out, timeline, row, telling->event, CHN_JSON_WHOLE, NULL);
    chn_writer_putc (telling->out, '}');
    return;
  }
  put_member (telling->out, ",", "date", chn_event_get_text (telling->event, CHN_FIELD_DATE));
  put_member (telling->out, ",", "title", chn_event_get_text (telling->event, CHN_FIELD_TITLE));
  if (change->is_renamed)
    put_member (telling->out, ",", "old_id", chn_timeline_get_id (chn_diff_get_old (telling->diff), change->old_row));
  chn_writer_puts (telling->out, change->is_moved ? ",\"moved\":true" : "");
  if (change->kind == CHN_CHANGE_CHANGED)
    put_values (telling->out, "values", change->values, change->n_values, telling->arena);
  chn_writer_putc (telling->out, '}');
}

char *
chn_diff_dup_json (const ChnDiff *diff)
{
  guint n = 0, n_header = 0;
  GString *text = g_string_new (NULL);
  g_autoptr (ChnWriter) out = chn_writer_new_for_string (text);
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (ChnArena) arena = chn_arena_new ();
  const Telling telling = { diff, out, event, arena };
  const ChnValueChange *header = chn_diff_get_header (diff, &n_header);
  const ChnEventChange *changes = chn_diff_get_events (diff, &n);
  put_side (out, "{", "old", chn_diff_get_old (diff));
  put_side (out, ",", "new", chn_diff_get_new (diff));
  chn_writer_printf (out, ",\"added\":%u,\"removed\":%u,\"changed\":%u", chn_diff_count (diff, CHN_CHANGE_ADDED),
                     chn_diff_count (diff, CHN_CHANGE_REMOVED), chn_diff_count (diff, CHN_CHANGE_CHANGED));
  put_values (out, "header", header, n_header, arena);
  chn_writer_puts (out, ",\"events\":[");
  for (guint i = 0; i < n; i++) {
    chn_writer_puts (out, i > 0 ? ",\n" : "\n");
    put_change (&telling, &changes[i]);
  }
  chn_writer_puts (out, n > 0 ? "\n]}\n" : "]}\n");
  chn_writer_finish (out, NULL);
  return g_string_free (text, FALSE);
}
