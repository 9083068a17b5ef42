/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "feed/catalogue.h"
#include "feed/media.h"

/* What a request wants of a catalogue. */
typedef struct {
  const ChnFeedCatalogue *catalogue; /* borrowed of the site */
  ChnFeedChannel *channel;           /* NULL: the page of the whole server */
  const ChnFeedMedia *media;
  char *query; /* that whoever reads it asks, or NULL */
} ChnFeedWanted;
