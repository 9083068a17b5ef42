/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Rolls forums up: a committee stands under its assembly, as long as that does not hold most of all. */
#include "document/picture/forums.h"

/* A forum that holds more of all events than that is parted into those below it. */
static const double most = 0.3;

typedef struct {
  int parent;     /* -1: none */
  guint n_events; /* of its own and of those below it */
  gboolean is_parted;
} Node;

struct _ChnForumRoll {
  const ChnDocument *document;
  const ChnChoice *choice;
  Node *node; /* of each choice */
  guint n;
};

/* Choices stand in the order of the tree, each with its level. */
static void
find_parents (ChnForumRoll *roll)
{
  for (guint i = 0; i < roll->n; i++) {
    int parent = (int) i - 1;
    while (parent >= 0 && roll->choice[parent].level >= roll->choice[i].level)
      parent = roll->node[parent].parent;
    roll->node[i].parent = parent;
  }
}

/* The first forum of an entry: its codes begin with those that it lies below. -1: it has none. */
static int
find_first (const ChnForumRoll *roll, const ChnEntry *entry)
{
  const ChnStretch codes = entry->codes[CHN_FACET_FORUM];
  int forum = -1;
  for (guint i = 0; i < codes.n; i++) {
    int next = (int) roll->document->code[codes.first + i];
    if (roll->node[next].parent != forum)
      break;
    forum = next;
  }
  return forum;
}

static guint
count_events (ChnForumRoll *roll)
{
  guint n = 0;
  for (guint i = 0; i < roll->document->n_entries; i++) {
    const ChnEntry *entry = &roll->document->entry[i];
    if (entry->same_as != i)
      continue;
    for (int forum = find_first (roll, entry); forum >= 0; forum = roll->node[forum].parent)
      roll->node[forum].n_events++;
    n++;
  }
  return n;
}

ChnForumRoll *
chn_forum_roll_new (const ChnDocument *document)
{
  ChnForumRoll *roll = g_new0 (ChnForumRoll, 1);
  roll->document = document;
  roll->choice = document->choice ? document->choice + document->choices[CHN_FACET_FORUM].first : NULL;
  roll->n = document->choices[CHN_FACET_FORUM].n;
  roll->node = g_new0 (Node, MAX (roll->n, 1));
  find_parents (roll);
  guint n_events = count_events (roll);
  for (guint i = 0; i < roll->n; i++) {
    int parent = roll->node[i].parent;
    gboolean may_part = parent < 0 || roll->node[parent].is_parted;
    roll->node[i].is_parted = may_part && roll->node[i].n_events > n_events * most;
  }
  return roll;
}

void
chn_forum_roll_free (ChnForumRoll *roll)
{
  if (!roll)
    return;
  g_free (roll->node);
  g_free (roll);
}

const char *
chn_forum_roll_find (const ChnForumRoll *roll, const ChnEntry *entry)
{
  int forum = find_first (roll, entry);
  if (forum < 0)
    return NULL;
  for (int parent = roll->node[forum].parent; parent >= 0 && !roll->node[parent].is_parted;
       parent = roll->node[forum].parent)
    forum = parent;
  return roll->choice[forum].label;
}
