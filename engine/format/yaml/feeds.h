/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/declared-feed.h>

#include "format/yaml/node.h"

/* Who takes the feeds of a file. */
typedef struct {
  const ChnYamlFaults *faults;
  void (*take) (const ChnFeed *feed, gpointer data);
  gpointer data;
  gboolean has_front; /* one of them is shown on the page of the whole server */
} ChnYamlFeeds;

/* Reads one feed; faults go to their places, and what is faulty is left out. */
void chn_yaml_feed_read (ChnYamlFeeds *feeds, const ChnYamlNode *name, const ChnYamlNode *value);
