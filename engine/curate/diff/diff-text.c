/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Differences as lines for a terminal: one an event, and below it one for each of its fields. */
#include <chancery/diff.h>
#include <chancery/text.h>

#include <string.h>

enum { INDENT = 9 };

typedef struct {
  const ChnDiff *diff;
  GString *out;
  gboolean colour;
} Telling;

static const char *const colours[] = {
  [CHN_CHANGE_ADDED] = "\033[32m",
  [CHN_CHANGE_REMOVED] = "\033[31m",
  [CHN_CHANGE_CHANGED] = "\033[33m",
};

/* On one line, with nothing in it that a terminal would obey. */
static void
put_safely (const Telling *telling, const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n", ' ');
  g_autofree char *visible = chn_text_dup_visible (line, FALSE);
  g_string_append (telling->out, visible);
}

static void
put_word (const Telling *telling, ChnChangeKind kind, const char *word)
{
  g_string_append_printf (telling->out, "%s%-*s%s", telling->colour ? colours[kind] : "", INDENT - 1, word,
                          telling->colour ? "\033[0m" : "");
  g_string_append_c (telling->out, ' ');
}

static const char *
find_word (const ChnEventChange *change)
{
  static const char *const words[] = { [CHN_CHANGE_ADDED] = "added", [CHN_CHANGE_REMOVED] = "removed" };
  if (change->kind != CHN_CHANGE_CHANGED)
    return words[change->kind];
  return change->is_moved ? "moved" : change->is_renamed && change->n_values == 0 ? "renamed" : "changed";
}

static void
put_items (const Telling *telling, const char *name, char sign, const char *const *items)
{
  for (guint i = 0; items && items[i]; i++) {
    g_string_append_printf (telling->out, "%*s%s: %c ", INDENT, "", name, sign);
    put_safely (telling, items[i]);
    g_string_append_c (telling->out, '\n');
  }
}

static void
put_value (const Telling *telling, const ChnValueChange *value)
{
  put_items (telling, value->name, '-', value->removed);
  put_items (telling, value->name, '+', value->added);
  if (value->removed || value->added)
    return;
  g_string_append_printf (telling->out, "%*s%s: ", INDENT, "", value->name);
  put_safely (telling, value->old_value ? value->old_value : "nothing");
  g_string_append (telling->out, " → ");
  put_safely (telling, value->new_value ? value->new_value : "nothing");
  g_string_append_c (telling->out, '\n');
}

/* Day, id and title of a row. */
static void
put_event (const Telling *telling, ChnTimeline *timeline, guint row, ChnEvent *event)
{
  chn_timeline_load (timeline, row, event);
  g_string_append_printf (telling->out, "%s  %s  ", chn_event_get_text (event, CHN_FIELD_DATE),
                          chn_timeline_get_id (timeline, row));
  put_safely (telling, chn_event_get_text (event, CHN_FIELD_TITLE));
  g_string_append_c (telling->out, '\n');
}

static void
put_change (const Telling *telling, const ChnEventChange *change, ChnEvent *event)
{
  gboolean is_gone = change->kind == CHN_CHANGE_REMOVED;
  put_word (telling, change->kind, find_word (change));
  put_event (telling, is_gone ? chn_diff_get_old (telling->diff) : chn_diff_get_new (telling->diff),
             is_gone ? change->old_row : change->new_row, event);
  if (change->is_renamed)
    g_string_append_printf (telling->out, "%*sid: %s → %s\n", INDENT, "",
                            chn_timeline_get_id (chn_diff_get_old (telling->diff), change->old_row),
                            chn_timeline_get_id (chn_diff_get_new (telling->diff), change->new_row));
  for (guint i = 0; i < change->n_values; i++)
    put_value (telling, &change->values[i]);
}

static void
put_header (const Telling *telling)
{
  guint n = 0;
  const ChnValueChange *values = chn_diff_get_header (telling->diff, &n);
  for (guint i = 0; i < n; i++) {
    ChnChangeKind kind = !values[i].old_value   ? CHN_CHANGE_ADDED
                         : !values[i].new_value ? CHN_CHANGE_REMOVED
                                                : CHN_CHANGE_CHANGED;
    put_word (telling, kind, kind == CHN_CHANGE_CHANGED ? "changed" : kind == CHN_CHANGE_ADDED ? "added" : "removed");
    put_safely (telling, values[i].name);
    if (kind == CHN_CHANGE_CHANGED) {
      g_string_append_c (telling->out, '\n');
      ChnValueChange value = values[i];
      value.name = strrchr (value.name, ' ') ? strrchr (value.name, ' ') + 1 : value.name;
      put_value (telling, &value);
      continue;
    }
    g_string_append (telling->out, ": ");
    put_safely (telling, values[i].old_value ? values[i].old_value : values[i].new_value);
    g_string_append_c (telling->out, '\n');
  }
}

char *
chn_diff_dup_text (const ChnDiff *diff, gboolean colour)
{
  guint n = 0;
  g_autoptr (ChnEvent) event = chn_event_new ();
  const Telling telling = { diff, g_string_new (NULL), colour };
  const ChnEventChange *changes = chn_diff_get_events (diff, &n);
  put_header (&telling);
  for (guint i = 0; i < n; i++)
    put_change (&telling, &changes[i], event);
  return g_string_free (telling.out, FALSE);
}
