/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The roll call of a shown event group by group: how members at its date voted, and who of them is not named. */
#include <string.h>

#include "names.h"
#include "show.h"
#include "usage.h"

/* In the place of a kind of ballot: whom the roll does not name. */
enum { NOT_NAMED = CHN_BALLOT_NOT_VOTING + 1, N_LINES };

static const char *const labels[N_LINES] = { "In favour", "Against", "Abstaining", "Not voting", "Not named" };

/* The groups of Member States by region. */
static const char *const regional[] = { "african-group", "asia-pacific-group", "eastern-european-group", "grulac",
                                        "weog" };

static gboolean
add_group (const ChnRegistry *registry, const char *name, GPtrArray *groups, GError **error)
{
  guint n = 0;
  const ChnActor *group = chn_registry_find_typed_actor (registry, name, -1, NULL, error);
  if (!group) {
    g_prefix_error (error, "--roll-by: ");
    return FALSE;
  }
  chn_actor_get_members (group, &n);
  if (n == 0) {
    usage_set_error (error, "--roll-by takes groups, such as regional, EU or P5: %s has no members",
                     chn_actor_get_name (group));
    return FALSE;
  }
  if (!g_ptr_array_find (groups, group, NULL))
    g_ptr_array_add (groups, (gpointer) group);
  return TRUE;
}

gboolean
show_roll_find_groups (const ChnRegistry *registry, const char *text, GPtrArray *groups, GError **error)
{
  g_auto (GStrv) names = g_strsplit (text, ",", -1);
  gboolean found = TRUE;
  for (guint i = 0; found && names[i]; i++) {
    const char *name = g_strstrip (names[i]);
    gboolean is_regional = g_ascii_strcasecmp (name, "regional") == 0;
    for (guint k = 0; found && is_regional && k < G_N_ELEMENTS (regional); k++)
      found = add_group (registry, regional[k], groups, error);
    found = found && (is_regional || add_group (registry, name, groups, error));
  }
  return found;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
add_name (const Showing *showing, const char *id, GPtrArray *names)
{
  const ChnDateBounds *at = chn_event_get_bounds (showing->event);
  g_ptr_array_add (names, (gpointer) (guintptr) names_get_actor_at (showing->registry, id, at));
}

/* By whose seat it was: the ballot of the Soviet Union is that of the member which has its seat today, and the other
 * way round. */
static gboolean
is_of (const Showing *showing, const char *voter, const char *member)
{
  const ChnDateBounds *at = chn_event_get_bounds (showing->event);
  return g_str_equal (chn_seat_get_holder (voter, at), chn_seat_get_holder (member, at));
}

static gboolean
has_voter (const Showing *showing, const ChnActor *group, const char *voter)
{
  const ChnDateBounds *at = chn_event_get_bounds (showing->event);
  return chn_actor_has_member (group, voter, at) != CHN_CERTAINTY_NO ||
         chn_actor_has_member (group, chn_seat_get_holder (voter, at), at) != CHN_CERTAINTY_NO;
}

static void
add_ballots (const Showing *showing, const ChnVote *vote, const ChnActor *group, GPtrArray *const *lines)
{
  for (guint i = 0; i < vote->n_ballots; i++)
    if (has_voter (showing, group, vote->ballots[i].actor))
      add_name (showing, vote->ballots[i].actor, lines[vote->ballots[i].kind]);
}

static gboolean
is_in_any (const Showing *showing, const char *voter)
{
  for (guint i = 0; i < showing->groups->len; i++)
    if (has_voter (showing, showing->groups->pdata[i], voter))
      return TRUE;
  return FALSE;
}

/* Those in none of the groups are only counted. */
static void
show_others (const Showing *showing, const ChnVote *vote)
{
  guint n[NOT_NAMED] = { 0 };
  for (guint i = 0; i < vote->n_ballots; i++)
    n[vote->ballots[i].kind] += is_in_any (showing, vote->ballots[i].actor) ? 0 : 1;
  g_autofree char *line =
      g_strdup_printf ("Others: %u-%u-%u", n[CHN_BALLOT_YES], n[CHN_BALLOT_NO], n[CHN_BALLOT_ABSTAIN]);
  if (n[CHN_BALLOT_YES] + n[CHN_BALLOT_NO] + n[CHN_BALLOT_ABSTAIN] + n[CHN_BALLOT_NOT_VOTING] > 0)
    page_add_text (showing->page, 2, line);
}

static gboolean
is_named (const Showing *showing, const ChnVote *vote, const char *member)
{
  for (guint i = 0; i < vote->n_ballots; i++)
    if (is_of (showing, vote->ballots[i].actor, member))
      return TRUE;
  return FALSE;
}

/* Whether somebody had a vote there; where nobody says who had, everybody may. */
static gboolean
had_vote (const Showing *showing, const char *member)
{
  guint n = 0;
  const ChnDateBounds *at = chn_event_get_bounds (showing->event);
  const char *const *forums = chn_event_get_items (showing->event, CHN_FIELD_FORUMS, &n);
  const ChnForum *forum = n > 0 ? chn_registry_get_forum (showing->registry, forums[0]) : NULL;
  const ChnActor *voters = forum ? chn_forum_get_electorate (forum, showing->registry) : NULL;
  return !voters || chn_actor_has_member (voters, chn_seat_get_holder (member, at), at) != CHN_CERTAINTY_NO;
}

/* Members have a term each; some have several. */
static void
add_others (const Showing *showing, const ChnVote *vote, const ChnActor *group, GPtrArray *line)
{
  guint n = 0;
  const ChnDateBounds *at = chn_event_get_bounds (showing->event);
  const ChnMembership *members = chn_actor_get_members (group, &n);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++)
    if (chn_actor_has_member (group, members[i].actor, at) != CHN_CERTAINTY_NO &&
        had_vote (showing, members[i].actor) && g_hash_table_add (seen, (gpointer) (guintptr) members[i].actor) &&
        !is_named (showing, vote, members[i].actor))
      add_name (showing, members[i].actor, line);
}

static void
put_line (const Showing *showing, const char *label, GPtrArray *names)
{
  g_autoptr (GString) line = g_string_new (NULL);
  if (names->len == 0)
    return;
  g_ptr_array_sort (names, compare_names);
  g_string_append_printf (line, "%s (%u)", label, names->len);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (line, "%s%s", i == 0 ? ": " : ", ", (const char *) names->pdata[i]);
  page_add_hanging (showing->page, 4, 6, line->str);
}

static void
show_group (const Showing *showing, const ChnVote *vote, const ChnActor *group)
{
  GPtrArray *lines[N_LINES];
  guint n_named = 0;
  for (guint i = 0; i < N_LINES; i++)
    lines[i] = g_ptr_array_new ();
  add_ballots (showing, vote, group, lines);
  add_others (showing, vote, group, lines[NOT_NAMED]);
  for (guint i = 0; i < NOT_NAMED; i++)
    n_named += lines[i]->len;
  g_autofree char *heading =
      g_strdup_printf ("%s: %u-%u-%u of %u%s", chn_actor_get_name (group), lines[CHN_BALLOT_YES]->len,
                       lines[CHN_BALLOT_NO]->len, lines[CHN_BALLOT_ABSTAIN]->len, n_named + lines[NOT_NAMED]->len,
                       chn_actor_is_covered (group, chn_event_get_bounds (showing->event))
                           ? ""
                           : " members that are recorded; not all are");
  page_add_text (showing->page, 2, heading);
  for (guint i = 0; i < N_LINES; i++) {
    put_line (showing, labels[i], lines[i]);
    g_ptr_array_unref (lines[i]);
  }
}

void
show_roll (const Showing *showing, const ChnVote *vote)
{
  for (guint i = 0; i < showing->groups->len; i++)
    show_group (showing, vote, showing->groups->pdata[i]);
  show_others (showing, vote);
}
