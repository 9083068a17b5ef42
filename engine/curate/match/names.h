/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

/*
 * What one timeline calls the actors and forums that another has, too. Both share the bundled names; of those that
 * each declares for itself, two are one where the one's name, short name or alias is a name of the other.
 */
typedef struct {
  GHashTable *actors; /* id there -> id here: those that differ */
  GHashTable *forums;
} ChnOtherNames;

void chn_other_names_init (ChnOtherNames *names, const ChnTimeline *here, const ChnTimeline *there);
void chn_other_names_clear (ChnOtherNames *names);

/* The id here of an id there; the same one where it has no other. Borrowed from either. */
const char *chn_other_names_get_actor (const ChnOtherNames *names, const char *id);
const char *chn_other_names_get_forum (const ChnOtherNames *names, const char *id);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnOtherNames, chn_other_names_clear)
