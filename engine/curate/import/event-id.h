/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

/* Appends the first words of a text, folded, "-" before each where anything stands before; how many there were. Words
 * in another script than ours are none. */
guint chn_event_id_append_words (GString *id, const char *text);

/*
 * An id that none of a set has, of the event's forum, its year and the first words of its title:
 * "sc-2014-meeting-on-…". It goes into the set.
 */
char *chn_event_id_dup_new (const ChnEvent *event, GHashTable *taken);
