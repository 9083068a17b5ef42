/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Two declarations of one actor or forum: alike, in whatever order its names and members stand, or what differs. */
#include "registry/alike.h"

#include <string.h>

static const char *
get_text (const ChnDate *date)
{
  return date ? chn_date_get_text (date) : NULL;
}

gboolean
chn_alias_is_same (const ChnAlias *a, const ChnAlias *b)
{
  return strcmp (a->name, b->name) == 0 && g_strcmp0 (get_text (a->during), get_text (b->during)) == 0;
}

gboolean
chn_membership_is_same (const ChnMembership *a, const ChnMembership *b)
{
  return strcmp (a->actor, b->actor) == 0 && g_strcmp0 (get_text (a->during), get_text (b->during)) == 0;
}

static char *
dup_text_difference (const char *what, const char *there, const char *here)
{
  if (g_strcmp0 (there, here) == 0)
    return NULL;
  if (!there || !here)
    return g_strdup_printf ("%s \"%s\" only %s", what, there ? there : here, there ? "there" : "here");
  return g_strdup_printf ("%s \"%s\" there, \"%s\" here", what, there, here);
}

static gboolean
has_alias (const ChnAlias *aliases, guint n, const ChnAlias *wanted)
{
  for (guint i = 0; i < n; i++)
    if (chn_alias_is_same (&aliases[i], wanted))
      return TRUE;
  return FALSE;
}

static const char *
find_further_alias (const ChnAlias *aliases, guint n, const ChnAlias *others, guint n_others)
{
  for (guint i = 0; i < n; i++)
    if (!has_alias (others, n_others, &aliases[i]))
      return aliases[i].name;
  return NULL;
}

static char *
dup_alias_difference (const ChnAlias *there, guint n_there, const ChnAlias *here, guint n_here)
{
  const char *only_there = find_further_alias (there, n_there, here, n_here);
  const char *only_here = find_further_alias (here, n_here, there, n_there);
  return only_there ? dup_text_difference ("alias", only_there, NULL)
                    : dup_text_difference ("alias", NULL, only_here);
}

gboolean
chn_actor_has_membership (const ChnActor *actor, const ChnMembership *wanted)
{
  guint n = 0;
  const ChnMembership *members = chn_actor_get_members (actor, &n);
  for (guint i = 0; i < n; i++)
    if (chn_membership_is_same (&members[i], wanted))
      return TRUE;
  return FALSE;
}

static const char *
find_further_member (const ChnActor *actor, const ChnActor *other)
{
  guint n = 0;
  const ChnMembership *members = chn_actor_get_members (actor, &n);
  for (guint i = 0; i < n; i++)
    if (!chn_actor_has_membership (other, &members[i]))
      return members[i].actor;
  return NULL;
}

static char *
dup_member_difference (const ChnActor *there, const ChnActor *here)
{
  const char *only_there = find_further_member (there, here);
  return only_there ? dup_text_difference ("member", only_there, NULL)
                    : dup_text_difference ("member", NULL, find_further_member (here, there));
}

static char *
dup_code_difference (const ChnActor *there, const ChnActor *here)
{
  char *difference = NULL;
  for (guint i = 0; !difference && i < CHN_N_CODES; i++)
    difference =
        dup_text_difference ("code", chn_actor_get_code (there, (ChnCode) i), chn_actor_get_code (here, (ChnCode) i));
  return difference;
}

static char *
dup_successor_difference (const ChnActor *there, const ChnActor *here)
{
  g_autofree char *before = g_strjoinv (", ", (char **) (gpointer) chn_actor_get_successors (there));
  g_autofree char *now = g_strjoinv (", ", (char **) (gpointer) chn_actor_get_successors (here));
  return dup_text_difference ("successors", before, now);
}

static char *
dup_names_difference (const ChnActor *there, const ChnActor *here)
{
  guint n_there = 0, n_here = 0;
  const ChnAlias *before = chn_actor_get_aliases (there, &n_there), *now = chn_actor_get_aliases (here, &n_here);
  return dup_alias_difference (before, n_there, now, n_here);
}

static char *
dup_plain_difference (const ChnActor *there, const ChnActor *here)
{
  char *difference = dup_text_difference ("kind", chn_actor_kind_get_name (chn_actor_get_kind (there)),
                                          chn_actor_kind_get_name (chn_actor_get_kind (here)));
  if (!difference)
    difference = dup_text_difference ("name", chn_actor_get_name (there), chn_actor_get_name (here));
  if (!difference)
    difference =
        dup_text_difference ("short name", chn_actor_get_short_name (there), chn_actor_get_short_name (here));
  if (!difference)
    difference = dup_text_difference ("covers", get_text (chn_actor_get_covers (there)),
                                      get_text (chn_actor_get_covers (here)));
  return difference;
}

char *
chn_actor_dup_difference (const ChnActor *there, const ChnActor *here)
{
  static char *(*const find[]) (const ChnActor *, const ChnActor *) = {
    dup_plain_difference, dup_code_difference, dup_names_difference, dup_member_difference, dup_successor_difference,
  };
  char *difference = NULL;
  for (guint i = 0; !difference && i < G_N_ELEMENTS (find); i++)
    difference = find[i](there, here);
  return difference;
}

char *
chn_forum_dup_difference (const ChnForum *there, const ChnForum *here)
{
  guint n_there = 0, n_here = 0;
  const ChnAlias *before = chn_forum_get_aliases (there, &n_there), *now = chn_forum_get_aliases (here, &n_here);
  char *difference = dup_text_difference ("name", chn_forum_get_name (there), chn_forum_get_name (here));
  if (!difference)
    difference =
        dup_text_difference ("short name", chn_forum_get_short_name (there), chn_forum_get_short_name (here));
  if (!difference)
    difference = dup_text_difference ("confidence", chn_forum_is_recalled (there) ? "recalled" : "attested",
                                      chn_forum_is_recalled (here) ? "recalled" : "attested");
  return difference ? difference : dup_alias_difference (before, n_there, now, n_here);
}
