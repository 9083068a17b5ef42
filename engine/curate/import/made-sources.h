/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>
#include <chancery/timeline.h>

/* Sources that tables cite, each made when it is first seen, or one that is known already. */
typedef struct {
  GHashTable *by_key;  /* key -> itself: those that are taken */
  GHashTable *by_url;  /* address -> key */
  GHashTable *by_text; /* folded title, or publisher without an address -> key */
  guint n_made;
} ChnMadeSources;

void chn_made_sources_init (ChnMadeSources *sources);
void chn_made_sources_clear (ChnMadeSources *sources);

/* A source that is known, and is cited by its address, title or key. */
void chn_made_sources_know (ChnMadeSources *sources, const ChnSource *source);

/* Cites what a cell of sources and one of addresses name; new sources go to the builder. */
void chn_made_sources_cite (ChnMadeSources *sources, const char *text, const char *url, ChnTimelineBuilder *builder,
                            ChnEvent *event);
