/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Memory that is given out piece by piece and taken back all at once. */
typedef struct _ChnArena ChnArena;

ChnArena *chn_arena_new (void);
void chn_arena_free (ChnArena *arena);

/* Takes everything back, keeps the first block. */
void chn_arena_clear (ChnArena *arena);

/* How much was given out up to now. */
typedef struct {
  gpointer block;
  gsize used;
} ChnArenaMark;

ChnArenaMark chn_arena_get_mark (const ChnArena *arena);
/* Takes back what was given out since. */
void chn_arena_return_to (ChnArena *arena, const ChnArenaMark *mark);

/* Zeroed, aligned to eight bytes. */
gpointer chn_arena_alloc (ChnArena *arena, gsize size);

/* The same, with whatever it holds. */
gpointer chn_arena_alloc_bare (ChnArena *arena, gsize size);

/* A copy that ends in NUL. length may be -1. */
char *chn_arena_strndup (ChnArena *arena, const char *text, gssize length);
gpointer chn_arena_memdup (ChnArena *arena, gconstpointer bytes, gsize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnArena, chn_arena_free)
