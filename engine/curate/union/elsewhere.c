/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What was declared for a file elsewhere, as in a registry beside it, is declared in the file: it may then go
 * anywhere.
 */
#include <chancery/edit.h>
#include <chancery/union.h>

#include <string.h>

#include "curate/edit/outline.h"
#include "curate/edit/spell.h"
#include "curate/mentions.h"
#include "curate/union/head.h"
#include "format/yaml/terms.h"
#include "format/yaml/write.h"

typedef struct {
  const ChnTimeline *timeline;
  ChnMentions *mentions;
  const ChnOutline *outline; /* of the head of the file */
  ChnEdits *edits;
  guint n;
} Declaring;

static ChnMentions *
list_mentions (const ChnTimeline *timeline)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  ChnMentions *mentions = chn_mentions_new (timeline);
  for (guint row = 0; mentions && row < chn_timeline_get_n_events (timeline); row++) {
    chn_timeline_load (timeline, row, event);
    chn_mentions_note (mentions, event, CHN_MENTIONED_SHOWN);
  }
  if (mentions)
    chn_mentions_settle (mentions);
  return mentions;
}

static gboolean
stands_in_queries (const ChnTimeline *timeline, const char *id)
{
  for (guint origin = 0; origin < chn_timeline_get_n_origins (timeline); origin++) {
    guint n = 0;
    const ChnSavedQuery *queries = chn_timeline_get_queries (timeline, origin, &n);
    for (guint i = 0; i < n; i++)
      if (strstr (queries[i].text, id))
        return TRUE;
    const ChnFeed *feeds = chn_timeline_get_feeds (timeline, origin, &n);
    for (guint i = 0; i < n; i++)
      if (feeds[i].text[CHN_FEED_QUERY] && strstr (feeds[i].text[CHN_FEED_QUERY], id))
        return TRUE;
  }
  return FALSE;
}

static int
find_kind (const char *section)
{
  static const struct {
    const char *section;
    int kind;
  } rows[] = { { "actors", CHN_OWN_ACTOR },
               { "forums", CHN_OWN_FORUM },
               { "kinds", CHN_OWN_KIND + CHN_VOCABULARY_KIND },
               { "roles", CHN_OWN_KIND + CHN_VOCABULARY_ROLE },
               { "relations", CHN_OWN_KIND + CHN_VOCABULARY_RELATION } };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i].section, section) == 0)
      return rows[i].kind;
  return -1;
}

static void
declare_section (Declaring *declaring, const ChnTree *section)
{
  int kind = find_kind (section->text);
  const ChnTree *there = chn_tree_find (declaring->outline->root, section->text, NULL);
  for (const ChnTree *entry = kind >= 0 ? section->next->first : NULL; entry; entry = entry->next->next) {
    gboolean is_needed = chn_mentions_is_shown (declaring->mentions, (ChnOwnName) kind, entry->text) ||
                         stands_in_queries (declaring->timeline, entry->text);
    if (!is_needed || (there && chn_tree_find (there->next, entry->text, NULL)))
      continue;
    g_autoptr (GString) value = g_string_new (NULL);
    chn_spell_flow (value, entry->next);
    chn_edits_add_entry (declaring->edits, section->text, entry->text, value->str);
    declaring->n++;
  }
}

static void
declare_all (Declaring *declaring)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (ChnArena) arena = chn_arena_new ();
  const ChnRegistry *registry = chn_timeline_get_registry (declaring->timeline);
  chn_yaml_append_names (names, registry);
  chn_yaml_append_terms (names, registry);
  const ChnTree *root = names->len > 0 ? chn_tree_parse (names->str, names->len, arena) : NULL;
  for (const ChnTree *section = root ? root->first : NULL; section; section = section->next->next)
    declare_section (declaring, section);
}

GBytes *
chn_timeline_declare_names (const ChnTimeline *timeline, GBytes *file, const ChnLimits *limits, guint *n,
                            GError **error)
{
  gsize length = 0, head_length = 0;
  const char *bytes = g_bytes_get_data (file, &length);
  g_autoptr (ChnMentions) mentions = list_mentions (timeline);
  g_autoptr (GBytes) head = chn_head_cut (file);
  const char *head_bytes = g_bytes_get_data (head, &head_length);
  *n = 0;
  if (!mentions)
    return g_bytes_ref (file);
  const char *name = chn_timeline_get_header (timeline, 0, CHN_HEADER_FILE);
  name = name ? name : "the file";
  g_autoptr (ChnOutline) outline = chn_outline_read (head_bytes, head_length, name, NULL, limits, error);
  if (!outline)
    return NULL;
  ChnEdits *edits = chn_edits_new ();
  Declaring declaring = { timeline, mentions, outline, edits, 0 };
  declare_all (&declaring);
  *n = declaring.n;
  GBytes *made = declaring.n > 0 ? chn_edits_run (edits, bytes, length, name, limits, error) : g_bytes_ref (file);
  chn_edits_free (edits);
  return made;
}
