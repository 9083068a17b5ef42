/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery forums: looks up forums and shows the tree that they form. */
#include "command.h"
#include "load.h"
#include "lookup.h"
#include "names.h"
#include "page.h"

enum { ID_WIDTH = 24 };

static guint
count_ancestors (const ChnForum *forum, const ChnForum *top)
{
  guint n = 0;
  for (const ChnForum *at = forum; at && at != top; at = chn_forum_get_parent (at))
    n++;
  return top ? n : n - 1;
}

static void
add_line (Page *page, const ChnForum *forum, guint depth)
{
  const guint widths[] = { ID_WIDTH - MIN (2 * depth, 12) };
  const char *cells[] = { chn_forum_get_id (forum), chn_forum_get_name (forum) };
  page_add_row (page, 2 * depth, widths, cells, G_N_ELEMENTS (cells));
}

static void
add_below (Page *page, const ChnRegistry *registry, const ChnForum *top)
{
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (registry, FALSE);
  gboolean any = FALSE;
  for (guint i = 0; i < forums->len; i++) {
    const ChnForum *forum = forums->pdata[i];
    if (forum == top || !chn_forum_is_within (forum, top))
      continue;
    if (!any)
      page_add_heading (page, "Below it");
    any = TRUE;
    add_line (page, forum, count_ancestors (forum, top));
  }
}

static void
add_forum (Page *page, const ChnRegistry *registry, const ChnForum *forum)
{
  guint n = 0;
  const ChnAlias *aliases = chn_forum_get_aliases (forum, &n);
  const ChnForum *parent = chn_forum_get_parent (forum);
  g_autofree char *names = names_dup_aliases (aliases, n), *translations = names_dup_translations (aliases, n);
  page_add_title (page, chn_forum_get_name (forum));
  page_add_field (page, "Id", chn_forum_get_id (forum));
  if (g_strcmp0 (chn_forum_get_short_name (forum), chn_forum_get_name (forum)) != 0)
    page_add_field (page, "Short name", chn_forum_get_short_name (forum));
  page_add_field (page, "Other names", names);
  page_add_field (page, "Languages", translations);
  if (parent)
    page_add_fieldf (page, "Part of", "%s (%s)", chn_forum_get_name (parent), chn_forum_get_id (parent));
  add_below (page, registry, forum);
}

/* The forums whose names contain what was asked; the whole tree for NULL. */
static guint
add_matching (Page *page, const ChnRegistry *registry, const char *wanted)
{
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (registry, FALSE);
  guint n_found = 0;
  for (guint i = 0; i < forums->len; i++) {
    const ChnForum *forum = forums->pdata[i];
    guint n = 0;
    const ChnAlias *aliases = chn_forum_get_aliases (forum, &n);
    if (wanted && !lookup_contains (wanted, chn_forum_get_id (forum), chn_forum_get_name (forum),
                                    chn_forum_get_short_name (forum), aliases, n))
      continue;
    add_line (page, forum, wanted ? 0 : count_ancestors (forum, NULL));
    n_found++;
  }
  return n_found;
}

static gboolean
fill_page (Program *program, const ChnRegistry *registry, const char *wanted, Page *page, GError **error)
{
  g_autoptr (GError) cause = NULL;
  const ChnForum *forum = wanted ? chn_registry_find_forum (registry, wanted, -1, NULL, &cause) : NULL;
  if (forum) {
    add_forum (page, registry, forum);
    return TRUE;
  }
  if (add_matching (page, registry, wanted) > 0)
    return TRUE;
  program_set_culprit (program, wanted);
  if (cause)
    g_propagate_error (error, g_steal_pointer (&cause));
  return !wanted;
}

Status
run_forums (Program *program, const Arguments *arguments, GError **error)
{
  g_autoptr (ChnTimeline) timeline = load_faultless_timeline (program, error);
  if (!timeline)
    return STATUS_USAGE;
  g_autofree char *wanted = lookup_dup_name (arguments);
  g_auto (Page) page = { 0 };
  page_init (&page, &program->console);
  gboolean found = fill_page (program, chn_timeline_get_registry (timeline), wanted, &page, error);
  if (load_blame (timeline, error) && found)
    page_print (&page, error);
  return STATUS_DONE;
}
