/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "feed/answer.h"
#include "feed/asking.h"

/* One answer in its forms, and who waits for it. */
typedef struct {
  GList link; /* among those that are kept; its data is the entry */
  char *key;
  ChnFeedTarget *target;
  ChnFeedAnswer *answer; /* NULL until it is made */
  ChnFeedForm forms[CHN_FEED_N_FORMS];
  gboolean is_packed; /* whether it becomes smaller is known */
  gboolean is_worked_on;
  gint64 asked;   /* when its making was asked for, by g_get_monotonic_time() */
  gsize size;     /* bytes that it takes in memory */
  GQueue waiting; /* of ChnFeedAsking */
} ChnFeedEntry;

/* Both are taken. */
ChnFeedEntry *chn_feed_entry_new (char *key, ChnFeedTarget *target);
void chn_feed_entry_free (ChnFeedEntry *entry, ChnFeedMeans *means);

/* The form for one who takes gzip or not; NULL where it has to be made first. */
const ChnFeedForm *chn_feed_entry_get_form (const ChnFeedEntry *entry, gboolean takes_gzip);

/* It says "today", and another day has begun. */
gboolean chn_feed_entry_is_over (const ChnFeedEntry *entry);

/*
 * Takes what was made, with the form in which it is sent; what was compressed, with a form without replies where that
 * is no shorter. Making forms takes a while, and touches nothing that others read.
 */
void chn_feed_entry_make_form (const ChnFeedEntry *entry, ChnFeedMeans *means, ChnFeedAnswer *answer,
                               ChnFeedForm *form);
void chn_feed_entry_make_packed (const ChnFeedEntry *entry, ChnFeedMeans *means, ChnFeedForm *form);
void chn_feed_entry_take (ChnFeedEntry *entry, ChnFeedAnswer *answer, const ChnFeedForm *form);
void chn_feed_entry_take_packed (ChnFeedEntry *entry, const ChnFeedForm *form);

/* Answers those who wait for a form that is there. */
void chn_feed_entry_deliver (ChnFeedEntry *entry, ChnFeedMeans *means);
