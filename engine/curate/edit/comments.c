/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whether a YAML file has comments: a # between two of its values, or behind the | or > of one. */
#include <chancery/edit.h>

#include <string.h>

#include "curate/edit/tree.h"

static gboolean
has_sign (const char *bytes, gsize start, gsize end)
{
  return end > start && memchr (bytes + start, '#', end - start) != NULL;
}

/* The first line of a literal or folded text is no part of it. */
static gboolean
is_block (const ChnTree *text)
{
  return text->style == YAML_LITERAL_SCALAR_STYLE || text->style == YAML_FOLDED_SCALAR_STYLE;
}

gboolean
chn_edits_has_comments (const char *bytes, gsize length)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnArena) arena = chn_arena_new ();
  const ChnYamlFaults faults = { report, "", NULL };
  ChnTreeSource source = { 0 };
  gsize last = 0;
  gboolean found = FALSE;
  chn_tree_source_init (&source, bytes, length, &faults, chn_limits_get_default ());
  for (yaml_event_type_t type = chn_yaml_events_peek (&source.events); type != YAML_NO_EVENT && !found;
       type = chn_yaml_events_peek (&source.events)) {
    const ChnTree *text = type == YAML_SCALAR_EVENT ? chn_tree_read (&source, arena, NULL) : NULL;
    if (text) {
      const char *line = is_block (text) ? memchr (bytes + text->start, '\n', text->end - text->start) : NULL;
      found = has_sign (bytes, last, line ? (gsize) (line - bytes) : text->start);
      last = text->end;
      chn_arena_clear (arena);
    } else {
      chn_yaml_events_take (&source.events);
    }
  }
  chn_tree_source_clear (&source);
  return found || has_sign (bytes, last, length);
}
