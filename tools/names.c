/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Names of actors and forums, and dates, as a person reads them. */
#include "names.h"

const char *
names_get_actor (const ChnRegistry *registry, const char *id)
{
  const ChnActor *actor = chn_registry_get_actor (registry, id);
  return actor ? chn_actor_get_short_name (actor) : id;
}

const char *
names_get_actor_at (const ChnRegistry *registry, const char *id, const ChnDateBounds *at)
{
  const ChnActor *actor = at ? chn_registry_get_actor (registry, id) : NULL;
  return actor ? chn_actor_get_name_at (actor, at) : names_get_actor (registry, id);
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

static void
append_alias (GString *text, const ChnAlias *alias)
{
  g_string_append (text, alias->name);
  if (alias->during)
    g_string_append_printf (text, " (%s)", chn_date_get_text (alias->during));
  if (alias->note)
    g_string_append_printf (text, " [%s]", alias->note);
  if (alias->is_recalled)
    g_string_append (text, " (recalled)");
}

char *
names_dup_aliases (const ChnAlias *aliases, guint n_aliases)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < n_aliases; i++) {
    if (aliases[i].language)
      continue;
    g_string_append (text, text->len > 0 ? "; " : "");
    append_alias (text, &aliases[i]);
  }
  return g_string_free (text, FALSE);
}

/* Those of one language stand together, although they come from several files. */
static void
append_language (GString *text, const ChnAlias *aliases, guint n_aliases, const char *language)
{
  g_string_append_printf (text, "%s%s: ", text->len > 0 ? "; " : "", language);
  const char *separator = "";
  for (guint i = 0; i < n_aliases; i++) {
    if (g_strcmp0 (aliases[i].language, language) != 0)
      continue;
    g_string_append (text, separator);
    append_alias (text, &aliases[i]);
    separator = ", ";
  }
}

static gboolean
is_first_of_language (const ChnAlias *aliases, guint index)
{
  for (guint i = 0; i < index; i++)
    if (g_strcmp0 (aliases[i].language, aliases[index].language) == 0)
      return FALSE;
  return aliases[index].language != NULL;
}

char *
names_dup_translations (const ChnAlias *aliases, guint n_aliases)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < n_aliases; i++)
    if (is_first_of_language (aliases, i))
      append_language (text, aliases, n_aliases, aliases[i].language);
  return g_string_free (text, FALSE);
}
