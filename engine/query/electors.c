/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The electorates of a timeline's forums: who may have voted in what happened there. */
#include "query/electors.h"

#include <stdlib.h>
#include <string.h>

#include "registry/voting-body.h"

struct _ChnElectorates {
  guint vote; /* the kind of event that is a vote */
  guint32 n_codes;
  const ChnElectorate **of_forum;
};

static int
compare_electors (gconstpointer a, gconstpointer b)
{
  return strcmp (((const ChnElector *) a)->term->actor, ((const ChnElector *) b)->term->actor);
}

static guint32
find_code (const ChnBinder *binder, const char *id)
{
  guint32 code = CHN_NO_CODE;
  gboolean found = id && chn_columns_find_code (binder->columns, CHN_DICTIONARY_ACTORS, id, &code);
  return found ? code : CHN_NO_CODE;
}

ChnElectorate *
chn_binder_make_electorate (ChnBinder *binder, const ChnActor *group)
{
  ChnElectorate *electorate = chn_arena_alloc (binder->arena, sizeof *electorate);
  const ChnMembership *members = chn_actor_get_members (group, &electorate->n);
  electorate->group = group;
  electorate->electors = chn_arena_alloc (binder->arena, MAX (electorate->n, 1) * sizeof (ChnElector));
  for (guint i = 0; i < electorate->n; i++) {
    ChnElector *elector = &electorate->electors[i];
    elector->term = &members[i];
    elector->code = find_code (binder, members[i].actor);
    elector->heir = find_code (binder, chn_seat_get_heir (members[i].actor));
  }
  qsort (electorate->electors, electorate->n, sizeof (ChnElector), compare_electors);
  return electorate;
}

/* Forums that the same group votes in share its electorate. */
static const ChnElectorate *
find_same (const ChnElectorates *electorates, const ChnActor *group)
{
  for (guint32 code = 0; code < electorates->n_codes; code++)
    if (electorates->of_forum[code] && electorates->of_forum[code]->group == group)
      return electorates->of_forum[code];
  return NULL;
}

const ChnElectorates *
chn_binder_get_electorates (ChnBinder *binder)
{
  if (binder->electorates)
    return binder->electorates;
  ChnElectorates *made = chn_arena_alloc (binder->arena, sizeof *made);
  made->vote = (guint) chn_vocabulary_find (CHN_VOCABULARY_KIND, "vote", -1, NULL);
  made->n_codes = binder->columns->dictionary[CHN_DICTIONARY_FORUMS].n_codes;
  made->of_forum = chn_arena_alloc (binder->arena, MAX (made->n_codes, 1) * sizeof *made->of_forum);
  for (guint32 code = 0; code < made->n_codes; code++) {
    const char *id = chn_columns_get_code_text (binder->columns, CHN_DICTIONARY_FORUMS, code);
    const ChnForum *forum = chn_registry_get_forum (binder->registry, id);
    const ChnActor *group = forum ? chn_forum_get_electorate (forum, binder->registry) : NULL;
    const ChnElectorate *same = group ? find_same (made, group) : NULL;
    made->of_forum[code] = same ? same : group ? chn_binder_make_electorate (binder, group) : NULL;
  }
  binder->electorates = made;
  return made;
}

gboolean
chn_electorates_expect_vote (const ChnElectorates *electorates, const ChnColumns *columns, guint row)
{
  return chn_row_expects_vote (columns, row, electorates->vote);
}

const ChnElectorate *
chn_electorates_find (const ChnElectorates *electorates, const ChnColumns *columns, guint row)
{
  guint n = 0;
  const guint32 *forums = chn_columns_get_forums (columns, row, &n);
  const ChnElectorate *found = n > 0 && forums[0] < electorates->n_codes ? electorates->of_forum[forums[0]] : NULL;
  for (guint i = 1; i < n; i++)
    if (forums[i] >= electorates->n_codes || electorates->of_forum[forums[i]] != found)
      return NULL;
  return found;
}
