/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

/* Appends the first words of a text, folded, "-" before each where anything stands before; how many there were. Words
 * in another script than ours are none. */
guint chn_event_id_append_words (GString *id, const char *text);

/* Ids that there are, and the number that the next one of each beginning has. */
typedef struct {
  GHashTable *taken;   /* a set */
  GHashTable *numbers; /* beginning -> guint */
} ChnEventIds;

void chn_event_ids_init (ChnEventIds *ids);
void chn_event_ids_clear (ChnEventIds *ids);

/* Makes an id one that none has, by a number behind it where one has it, and takes it. */
void chn_event_ids_take (ChnEventIds *ids, GString *id);

/* An id of the event's forum, its year and the first words of its title: "sc-2014-meeting-on-…". It is taken. */
char *chn_event_ids_dup_new (ChnEventIds *ids, const ChnEvent *event);

/* The same for one event: an id that is not in a set, and then is. */
char *chn_event_id_dup_new (const ChnEvent *event, GHashTable *taken);
