/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* The feed that takes queries of whoever reads it. */
#define CHN_FEED_OF_EVENTS "events"

typedef struct {
  char *token; /* NULL where there is none */
  char *feed;
  char *extension;
} ChnFeedAddress;

/* Reads a path; FALSE where it is that of no feed. */
gboolean chn_feed_address_read (ChnFeedAddress *address, const char *path);
void chn_feed_address_clear (ChnFeedAddress *address);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnFeedAddress, chn_feed_address_clear)
