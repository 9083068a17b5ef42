/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/checks/lookup.h"

/*
 * The checks of what is staged, in the order in which they are made:
 *
 *   an event or a source by itself, as it is added     event.c, source.c
 *   headers, what sources correct and withdraw,        header.c, correction.c
 *   the headers that excerpts belong under             gather.c
 *   words, which declared terms take the place of      terms.c
 *   relations that point out of excerpts               excerpt.c
 *   names, which ids take the place of                 names.c
 *   what stands twice in a list                        duplicate.c
 *   UIDs of calendars, one an event                    uid.c
 *   where reading goes on over faults: leaving out     leave-out.c
 *
 * Each reports what is wrong, and marks it: CHN_MALFORMED in the place of a name, CHN_STAGED_FAULTY in the head of
 * an event that cannot stand. Leaving out only takes away what is marked.
 */
typedef struct {
  ChnStage *stage;
  ChnLookup lookup;
  GArray *canonical_symbol; /* number map: of a symbol as written, that of the canonical one */
  GArray *zone_state;       /* number map: 1 it is known, CHN_MALFORMED it is not */
} ChnChecks;

void chn_checks_init (ChnChecks *checks, ChnStage *stage);
void chn_checks_clear (ChnChecks *checks);

/* Looks at the event that is being taken, in the record in the making and *head. */
void chn_check_event (ChnChecks *checks, ChnRowHead *head);

/* Stages a source, unless its key is taken. */
void chn_check_source (ChnChecks *checks, const ChnSource *source, guint line, guint column);

/* Looks at the headers of all origins, and clears what is wrong in them. */
void chn_check_headers (ChnChecks *checks);

/* Gives excerpts what the header of their timeline says, where it was read, too. */
void chn_check_gather_headers (ChnChecks *checks);

/* Looks at which sources correct or withdraw which. */
void chn_check_corrections (ChnChecks *checks);

/*
 * Puts the declared terms in the place of words that are no known kinds, roles or types of relations. What nobody
 * declares is reported, and becomes the first term of its vocabulary: no event and no relation is lost by it.
 */
void chn_check_terms (ChnChecks *checks, const ChnVocabulary *vocabulary);

/* Sets relations that point out of excerpts aside as extras, and takes those back that now point at an event. */
void chn_check_excerpts (ChnChecks *checks, const ChnVocabulary *vocabulary);

/*
 * Puts ids and rows in the place of the names of actors, forums and events, and marks those that nothing bears. The
 * registry may be NULL: then names of actors and forums stay. With `thorough` no fault is left unmarked, however
 * many there are; else whoever asks will refuse the whole.
 */
void chn_check_names (ChnChecks *checks, const ChnRegistry *registry, gboolean thorough);

/* Keeps once what an event names twice in a list; by then all names are ids. */
void chn_check_duplicates (ChnChecks *checks);

/* Marks events whose UID another has. */
void chn_check_uids (ChnChecks *checks);

/* Leaves out events that cannot stand, and what is marked in the others. */
void chn_checks_leave_out (ChnChecks *checks);

/* Takes away events that were taken back, before anything points at one. */
void chn_checks_take_back (ChnChecks *checks);

/* Whether a zone is known, which is reported where it is not; 0 is fine. */
gboolean chn_check_zone (ChnChecks *checks, guint32 zone, const ChnPlace *place);
