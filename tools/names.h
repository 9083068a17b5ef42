/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

/* Names of the registry for a person: "North Korea", or the id where the registry has none. */
const char *names_get_actor (const ChnRegistry *registry, const char *id);
/* As it was named then; NULL for today. */
const char *names_get_actor_at (const ChnRegistry *registry, const char *id, const ChnDateBounds *at);

/* "Third Committee (un.ga.c3)", or the id alone. */
char *names_dup_forum (const ChnRegistry *registry, const char *id);

/* "18 November 2014 (2014-11-18)". */
char *names_dup_date (const ChnDate *date);

/* The other names of an actor or forum, with the time and the note of each. */
char *names_dup_aliases (const ChnAlias *aliases, guint n_aliases);
/* "fr: Corée du Nord; ru: КНДР": names in other languages. */
char *names_dup_translations (const ChnAlias *aliases, guint n_aliases);
