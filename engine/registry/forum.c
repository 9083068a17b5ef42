/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Forums: nodes of a tree; and the aliases that they have like actors. */
#include <string.h>

#include "registry/registry-private.h"

static void
clear_alias (gpointer alias)
{
  g_clear_pointer (&((ChnAlias *) alias)->during, chn_date_unref);
}

GArray *
chn_aliases_new (void)
{
  GArray *aliases = g_array_new (FALSE, FALSE, sizeof (ChnAlias));
  g_array_set_clear_func (aliases, clear_alias);
  return aliases;
}

void
chn_forum_clear (gpointer forum)
{
  g_array_unref (((ChnForum *) forum)->named.aliases);
}

const char *
chn_forum_get_id (const ChnForum *forum)
{
  return forum->named.id;
}

const char *
chn_forum_get_name (const ChnForum *forum)
{
  return forum->named.name;
}

const char *
chn_forum_get_short_name (const ChnForum *forum)
{
  return forum->named.short_name ? forum->named.short_name : forum->named.name;
}

const ChnAlias *
chn_forum_get_aliases (const ChnForum *forum, guint *n_aliases)
{
  *n_aliases = forum->named.aliases->len;
  return (const ChnAlias *) (gpointer) forum->named.aliases->data;
}

const ChnForum *
chn_forum_get_parent (const ChnForum *forum)
{
  return forum->parent;
}

gboolean
chn_forum_is_within (const ChnForum *forum, const ChnForum *ancestor)
{
  /* One to which names were added stands in two registries: it is the same by its id. */
  while (forum && forum != ancestor && strcmp (forum->named.id, ancestor->named.id) != 0)
    forum = forum->parent;
  return forum != NULL;
}

gboolean
chn_forum_is_recalled (const ChnForum *forum)
{
  return forum->is_recalled;
}
