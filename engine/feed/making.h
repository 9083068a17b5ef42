/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/deadline.h"
#include "feed/wanted.h"

/* An answer in the making. */
typedef struct {
  const ChnFeedWanted *wanted;
  ChnFeedChannel *channel; /* that is shown; NULL: none, only the list of feeds */
  gboolean is_page;        /* with the list of feeds */
  ChnDeadline *deadline;
  ChnFeedDay day;
  ChnFeedShown *shown;
  ChnRows rows;
  char *query; /* that was asked, as it was parsed; NULL where none was */
  char *scope; /* what was asked, in words */
  gboolean asks_day, names_status;
  gboolean is_too_big, is_crowded;
  GString *out;
} ChnFeedMaking;

void chn_feed_making_clear (ChnFeedMaking *making);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnFeedMaking, chn_feed_making_clear)

/* FALSE with an error when the deadline has passed. */
gboolean chn_feed_making_goes_on (const ChnFeedMaking *making, GError **error);

/* Writes the rows of what is shown. */
gboolean chn_feed_making_write (ChnFeedMaking *making, GError **error);
