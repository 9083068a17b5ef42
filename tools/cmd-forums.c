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
  page_add_field (page, "Confidence", chn_forum_is_recalled (forum) ? "recalled; no source attests it here" : NULL);
  if (parent)
    page_add_fieldf (page, "Part of", "%s (%s)", chn_forum_get_name (parent), chn_forum_get_id (parent));
  add_below (page, registry, forum);
}

static LookupNames
get_names (gconstpointer forum)
{
  LookupNames names = { .id = chn_forum_get_id (forum),
                        .name = chn_forum_get_name (forum),
                        .short_name = chn_forum_get_short_name (forum) };
  names.aliases = chn_forum_get_aliases (forum, &names.n_aliases);
  return names;
}

static gboolean
add_matching (Page *page, const GPtrArray *forums, const char *wanted)
{
  g_autoptr (GPtrArray) found = lookup_find (forums, wanted, get_names);
  for (guint i = 0; i < found->len; i++)
    add_line (page, found->pdata[i], 0);
  return found->len > 0;
}

/* The whole tree for NULL. */
static gboolean
add_list (Page *page, const ChnRegistry *registry, const char *wanted)
{
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (registry, FALSE);
  if (wanted)
    return add_matching (page, forums, wanted);
  for (guint i = 0; i < forums->len; i++)
    add_line (page, forums->pdata[i], count_ancestors (forums->pdata[i], NULL));
  return TRUE;
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
  gboolean is_ambiguous = g_error_matches (cause, CHN_ERROR, CHN_ERROR_AMBIGUOUS);
  if (!is_ambiguous && add_list (page, registry, wanted))
    return TRUE;
  program_set_culprit (program, wanted);
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

Status
run_forums (Program *program, const Arguments *arguments, GError **error)
{
  g_autoptr (ChnTimeline) timeline = NULL;
  g_autoptr (ChnRegistry) registry = load_names (program, &timeline, error);
  if (!registry)
    return STATUS_USAGE;
  g_autofree char *wanted = lookup_dup_name (arguments);
  g_auto (Page) page = { 0 };
  page_init (&page, &program->console);
  gboolean found = fill_page (program, registry, wanted, &page, error);
  if ((!timeline || load_blame (timeline, error)) && found)
    page_print (&page, error);
  return STATUS_DONE;
}
