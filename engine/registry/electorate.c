/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Who votes where: bodies in which only the members of one group vote (Charter of the United Nations, Articles 18 and
 * 27; resolution 60/251 of the General Assembly, 7; the plenary organs of other organisations). */
#include <chancery/registry.h>
#include <string.h>

typedef struct {
  const char *forum, *group;
} Electorate;

static const Electorate electorates[] = {
  { "un.sc", "security-council" },
  { "un.ga", "un-members" },
  { "un.ga.c1", "un-members" },
  { "un.ga.c2", "un-members" },
  { "un.ga.c3", "un-members" },
  { "un.ga.c4", "un-members" },
  { "un.ga.c5", "un-members" },
  { "un.ga.c6", "un-members" },
  { "un.ga.es", "un-members" },
  { "un.ga.ss", "un-members" },
  { "un.hrc", "human-rights-council" },
  { "un.hrc.ss", "human-rights-council" },
  { "au.assembly", "african-union" },
  { "au.ec", "african-union" },
  { "eu.council", "eu" },
  { "oas.ga", "oas" },
  { "oas.pc", "oas" },
};

const ChnActor *
chn_forum_get_electorate (const ChnForum *forum, const ChnRegistry *registry)
{
  for (guint i = 0; i < G_N_ELEMENTS (electorates); i++)
    if (strcmp (electorates[i].forum, chn_forum_get_id (forum)) == 0)
      return chn_registry_get_actor (registry, electorates[i].group);
  return NULL;
}
