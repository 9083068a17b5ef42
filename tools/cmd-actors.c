/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery actors: looks up states, organisations, offices, persons and groups, and their members at a date. */
#include <stdlib.h>

#include "command.h"
#include "load.h"
#include "lookup.h"
#include "names.h"
#include "page.h"
#include "usage.h"

static const guint list_widths[] = { 26, 14 };
static const guint member_widths[] = { 26, 24 };

static void
add_line (Page *page, const ChnActor *actor)
{
  const char *cells[] = { chn_actor_get_id (actor), chn_actor_kind_get_name (chn_actor_get_kind (actor)),
                          chn_actor_get_name (actor) };
  page_add_row (page, 0, list_widths, cells, G_N_ELEMENTS (cells));
}

static void
add_codes (Page *page, const ChnActor *actor)
{
  static const char *const labels[CHN_N_CODES] = { "ISO alpha-2", "ISO alpha-3", "ISO numeric", "COW" };
  for (guint code = 0; code < CHN_N_CODES; code++)
    page_add_field (page, labels[code], chn_actor_get_code (actor, (ChnCode) code));
}

/* How certainly a membership held at a date; without a date every one counts. */
static ChnCertainty
get_certainty (const ChnMembership *member, const ChnDate *at)
{
  if (!at || !member->during)
    return CHN_CERTAINTY_CERTAINLY;
  const ChnDateBounds *when = chn_date_get_bounds (at), *during = chn_date_get_bounds (member->during);
  if (chn_date_relate (member->during, when->earliest, when->latest) == CHN_CERTAINTY_NO)
    return CHN_CERTAINTY_NO;
  gboolean throughout = during->earliest <= when->earliest && during->latest >= when->latest;
  return throughout ? CHN_CERTAINTY_CERTAINLY : CHN_CERTAINTY_POSSIBLY;
}

/* A membership, by its member or by its group. */
static void
add_membership (Page *page, const char *id, const char *name, const ChnMembership *member, const ChnDate *at)
{
  gboolean is_partial = get_certainty (member, at) == CHN_CERTAINTY_POSSIBLY;
  g_autofree char *text = g_strdup_printf (
      "%s%s%s%s%s%s", name, member->note ? " [" : "", member->note ? member->note : "", member->note ? "]" : "",
      member->is_recalled ? " (recalled)" : "", is_partial ? " (for some of the time)" : "");
  const char *cells[] = { id, member->during ? chn_date_get_text (member->during) : "always", text };
  page_add_row (page, 2, member_widths, cells, G_N_ELEMENTS (cells));
}

/* "2013 to 2019", "1997 on": for when all members are recorded; NULL where that is not said, or is always. */
static char *
dup_covers (const ChnActor *actor)
{
  const ChnDate *covers = chn_actor_get_covers (actor);
  const ChnDateBounds *bounds = covers ? chn_date_get_bounds (covers) : NULL;
  if (!covers || (bounds->earliest == CHN_TIME_MIN && bounds->latest == CHN_TIME_MAX))
    return NULL;
  g_auto (GStrv) ends = g_strsplit (chn_date_get_text (covers), "/", 2);
  g_autoptr (ChnDate) from = chn_date_parse (ends[0], -1, NULL);
  g_autoptr (ChnDate) to = ends[1] ? chn_date_parse (ends[1], -1, NULL) : NULL;
  g_autofree char *first = from ? chn_date_dup_humanized (from) : NULL;
  g_autofree char *last = to ? chn_date_dup_humanized (to) : NULL;
  if (first && last)
    return g_strdup_printf ("%s to %s", first, last);
  return last ? g_strdup_printf ("the time to %s", last) : g_strdup_printf ("%s%s", first, ends[1] ? " on" : "");
}

/* What is said where some members at the date may not be recorded. */
static char *
dup_coverage_note (const ChnActor *actor, const ChnDate *at)
{
  if (!at || chn_actor_is_covered (actor, chn_date_get_bounds (at)))
    return g_strdup ("");
  g_autofree char *covers = dup_covers (actor);
  return covers ? g_strdup_printf ("; recorded for %s", covers) : g_strdup ("; not recorded for then");
}

static void
add_members (Page *page, const ChnRegistry *registry, const ChnActor *actor, const ChnDate *at)
{
  guint n = 0, n_held = 0;
  const ChnMembership *members = chn_actor_get_members (actor, &n);
  for (guint i = 0; i < n; i++)
    n_held += get_certainty (&members[i], at) != CHN_CERTAINTY_NO;
  if (n == 0)
    return;
  g_autofree char *when = at ? chn_date_dup_humanized (at) : NULL;
  const char *what = chn_actor_get_kind (actor) == CHN_ACTOR_OFFICE ? "Holders" : "Members";
  g_autofree char *note = dup_coverage_note (actor, at);
  g_autofree char *heading =
      g_strdup_printf ("%s (%u%s), %s%s", what, n_held, *note ? " known" : "", when ? when : "at any time", note);
  page_add_heading (page, heading);
  for (guint i = 0; i < n; i++)
    if (get_certainty (&members[i], at) != CHN_CERTAINTY_NO)
      add_membership (page, members[i].actor,
                      names_get_actor_at (registry, members[i].actor, at ? chn_date_get_bounds (at) : NULL),
                      &members[i], at);
}

/* As it was named at a date, else in full. */
static const char *
get_name (const ChnActor *actor, const ChnDate *at)
{
  const char *former = at ? chn_actor_find_former_name (actor, chn_date_get_bounds (at)) : NULL;
  return former ? former : chn_actor_get_name (actor);
}

/* The groups and offices that the actor belongs to. */
static void
add_groups (Page *page, const ChnRegistry *registry, const ChnActor *actor, const ChnDate *at)
{
  g_autoptr (GPtrArray) actors = chn_registry_find_groups (registry, chn_actor_get_id (actor));
  gboolean any = FALSE;
  for (guint i = 0; i < actors->len; i++) {
    const ChnActor *group = actors->pdata[i];
    guint n = 0;
    const ChnMembership *members = chn_actor_get_members (group, &n);
    for (guint m = 0; m < n; m++) {
      if (g_strcmp0 (members[m].actor, chn_actor_get_id (actor)) != 0 ||
          get_certainty (&members[m], at) == CHN_CERTAINTY_NO)
        continue;
      if (!any)
        page_add_heading (page, "Belongs to");
      any = TRUE;
      add_membership (page, chn_actor_get_id (group), get_name (group, at), &members[m], at);
    }
  }
}

/* "sun, Soviet Union": actors by id and name. */
static void
add_succession (Page *page, const char *label, const ChnRegistry *registry, const char *const *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (; *ids; ids++)
    g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? "; " : "", names_get_actor (registry, *ids), *ids);
  page_add_field (page, label, text->len > 0 ? text->str : NULL);
}

static void
add_predecessors (Page *page, const ChnRegistry *registry, const ChnActor *actor)
{
  g_autoptr (GPtrArray) before = chn_registry_find_predecessors (registry, chn_actor_get_id (actor));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  for (guint i = 0; i < before->len; i++)
    g_ptr_array_add (ids, (gpointer) chn_actor_get_id (before->pdata[i]));
  g_ptr_array_add (ids, NULL);
  add_succession (page, "Predecessors", registry, (const char *const *) ids->pdata);
}

static void
add_actor (Page *page, const ChnRegistry *registry, const ChnActor *actor, const ChnDate *at)
{
  guint n = 0;
  const ChnAlias *aliases = chn_actor_get_aliases (actor, &n);
  g_autofree char *names = names_dup_aliases (aliases, n), *covers = dup_covers (actor);
  g_autofree char *translations = names_dup_translations (aliases, n);
  const char *title = get_name (actor, at), *today = chn_actor_get_name (actor);
  page_add_title (page, title);
  page_add_field (page, "Named today", title == today ? NULL : today);
  page_add_field (page, "Id", chn_actor_get_id (actor));
  page_add_field (page, "Kind", chn_actor_kind_get_name (chn_actor_get_kind (actor)));
  if (g_strcmp0 (chn_actor_get_short_name (actor), chn_actor_get_name (actor)) != 0)
    page_add_field (page, "Short name", chn_actor_get_short_name (actor));
  add_codes (page, actor);
  page_add_field (page, "Other names", names);
  page_add_field (page, "Languages", translations);
  page_add_field (page, "Recorded for", covers);
  add_predecessors (page, registry, actor);
  add_succession (page, "Successors", registry, chn_actor_get_successors (actor));
  add_members (page, registry, actor, at);
  add_groups (page, registry, actor, at);
}

static LookupNames
get_names (gconstpointer actor)
{
  LookupNames names = { .id = chn_actor_get_id (actor),
                        .name = chn_actor_get_name (actor),
                        .short_name = chn_actor_get_short_name (actor) };
  names.aliases = chn_actor_get_aliases (actor, &names.n_aliases);
  return names;
}

static gboolean
add_matching (Page *page, const GPtrArray *actors, const char *wanted)
{
  g_autoptr (GPtrArray) found = lookup_find (actors, wanted, get_names);
  for (guint i = 0; i < found->len; i++)
    add_line (page, found->pdata[i]);
  return found->len > 0;
}

static gboolean
add_list (Page *page, const ChnRegistry *registry, const char *wanted)
{
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (registry, FALSE);
  if (wanted)
    return add_matching (page, actors, wanted);
  for (guint i = 0; i < actors->len; i++)
    add_line (page, actors->pdata[i]);
  return TRUE;
}

static gboolean
fill_page (Program *program, const ChnRegistry *registry, const char *wanted, const ChnDate *at, Page *page,
           GError **error)
{
  g_autoptr (GError) cause = NULL;
  const ChnActor *actor =
      wanted ? chn_registry_find_typed_actor (registry, wanted, -1, at ? chn_date_get_bounds (at) : NULL, &cause)
             : NULL;
  if (actor) {
    add_actor (page, registry, actor, at);
    return TRUE;
  }
  gboolean is_ambiguous = g_error_matches (cause, CHN_ERROR, CHN_ERROR_AMBIGUOUS);
  if (!is_ambiguous && add_list (page, registry, wanted))
    return TRUE;
  program_set_culprit (program, wanted);
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
parse_at (Program *program, const char *text, ChnDate **at, GError **error)
{
  if (!text)
    return TRUE;
  program_set_culprit (program, text);
  *at = chn_date_parse (text, -1, error);
  if (!*at)
    g_prefix_error (error, "--at: ");
  else
    program_set_culprit (program, NULL);
  return *at != NULL;
}

Status
run_actors (Program *program, const Arguments *arguments, GError **error)
{
  g_autoptr (ChnDate) at = NULL;
  if (!parse_at (program, arguments_get (arguments, "at"), &at, error))
    return STATUS_USAGE;
  g_autoptr (ChnTimeline) timeline = NULL;
  g_autoptr (ChnRegistry) registry = load_names (program, &timeline, error);
  if (!registry)
    return STATUS_USAGE;
  g_autofree char *wanted = lookup_dup_name (arguments);
  g_auto (Page) page = { 0 };
  page_init (&page, &program->console);
  gboolean found = fill_page (program, registry, wanted, at, &page, error);
  if ((!timeline || load_blame (timeline, error)) && found)
    page_print (&page, error);
  return STATUS_DONE;
}
