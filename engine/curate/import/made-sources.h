/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>
#include <chancery/source.h>

/* Sources that tables cite, each made when it is first seen, or one that is known already. */
typedef struct {
  GHashTable *by_key;  /* key -> what is known of that source */
  GHashTable *by_url;  /* address -> the same */
  GHashTable *by_text; /* folded title, or publisher without an address -> the one of several that this names */
  GHashTable *made;    /* key -> ChnSource: those that no event was taken with yet */
} ChnMadeSources;

void chn_made_sources_init (ChnMadeSources *sources);
void chn_made_sources_clear (ChnMadeSources *sources);

/* A source that is known, and is cited by its address, title or key. */
void chn_made_sources_know (ChnMadeSources *sources, const ChnSource *source);

/* Cites what a cell of sources and one of addresses name; new sources are made. */
void chn_made_sources_cite (ChnMadeSources *sources, const char *text, const char *url, ChnEvent *event);

/* The source of a key, if it was made and not taken before; to be freed with chn_made_source_free(). */
ChnSource *chn_made_sources_take (ChnMadeSources *sources, const char *key);
void chn_made_source_free (gpointer source);
