/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

#include "page.h"

/* One event being shown, and where its parts are put. */
typedef struct {
  const ChnTimeline *timeline;
  const ChnRegistry *registry;
  const ChnEvent *event;
  guint row;
  const ChnDate *today;    /* NULL: that of the local clock */
  const GPtrArray *groups; /* of ChnActor: by which rolls are listed; none: whole */
  Page *page;
} Showing;

/* Adds the groups that a text names, joined by commas: "regional" are those of Member States by region. */
gboolean show_roll_find_groups (const ChnRegistry *registry, const char *text, GPtrArray *groups, GError **error);

/* The roll call by these groups. */
void show_roll (const Showing *showing, const ChnVote *vote);

/* The parts of a shown event, in the order of the page. */
void show_facts (const Showing *showing);
void show_vote (const Showing *showing);
void show_relations (const Showing *showing);
void show_claims (const Showing *showing);
void show_sources (const Showing *showing);
