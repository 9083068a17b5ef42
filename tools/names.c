/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Names of actors and forums, and dates, as a person reads them. */
#include "names.h"

const char *
names_get_actor (const ChnRegistry *registry, const char *id)
{
  const ChnActor *actor = chn_registry_get_actor (registry, id);
  return actor ? chn_actor_get_short_name (actor) : id;
}

char *
names_dup_forum (const ChnRegistry *registry, const char *id)
{
  const ChnForum *forum = chn_registry_get_forum (registry, id);
  return forum ? g_strdup_printf ("%s (%s)", chn_forum_get_name (forum), id) : g_strdup (id);
}

char *
names_dup_date (const ChnDate *date)
{
  g_autofree char *humanized = chn_date_dup_humanized (date);
  return g_strdup_printf ("%s (%s)", humanized, chn_date_get_text (date));
}

char *
names_dup_aliases (const ChnAlias *aliases, guint n_aliases)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < n_aliases; i++) {
    const ChnAlias *alias = &aliases[i];
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", alias->name);
    if (alias->during)
      g_string_append_printf (text, " (%s)", chn_date_get_text (alias->during));
    if (alias->note)
      g_string_append_printf (text, " [%s]", alias->note);
  }
  return g_string_free (text, FALSE);
}
