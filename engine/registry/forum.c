/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Forums: nodes of a tree. */
#include "registry/registry-private.h"

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
  while (forum && forum != ancestor)
    forum = forum->parent;
  return forum != NULL;
}
