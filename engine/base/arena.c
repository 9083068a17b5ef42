/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A bump allocator: blocks that double in size, freed together. */
#include "base/arena.h"

#include <string.h>

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20 };

typedef struct _Block Block;
struct _Block {
  Block *previous;
  gsize size;
  gsize used;
  guint64 bytes[];
};

struct _ChnArena {
  Block *current;
};

static Block *
block_new (gsize size, Block *previous)
{
  Block *block = g_malloc (sizeof (Block) + size);
  block->previous = previous;
  block->size = size;
  block->used = 0;
  return block;
}

ChnArena *
chn_arena_new (void)
{
  ChnArena *arena = g_new (ChnArena, 1);
  arena->current = block_new (FIRST_BLOCK, NULL);
  return arena;
}

static void
drop_block (ChnArena *arena)
{
  Block *previous = arena->current->previous;
  g_free (arena->current);
  arena->current = previous;
}

void
chn_arena_clear (ChnArena *arena)
{
  while (arena->current->previous)
    drop_block (arena);
  arena->current->used = 0;
}

ChnArenaMark
chn_arena_get_mark (const ChnArena *arena)
{
  return (ChnArenaMark){ arena->current, arena->current->used };
}

void
chn_arena_return_to (ChnArena *arena, const ChnArenaMark *mark)
{
  while (arena->current != mark->block)
    drop_block (arena);
  arena->current->used = mark->used;
}

void
chn_arena_free (ChnArena *arena)
{
  if (!arena)
    return;
  chn_arena_clear (arena);
  g_free (arena->current);
  g_free (arena);
}

gpointer
chn_arena_alloc_bare (ChnArena *arena, gsize size)
{
  gsize rounded = (size + 7) & ~(gsize) 7;
  if (arena->current->size - arena->current->used < rounded) {
    gsize next = MIN (arena->current->size * 2, (gsize) LARGEST_BLOCK);
    arena->current = block_new (MAX (next, rounded), arena->current);
  }
  gpointer piece = (char *) arena->current->bytes + arena->current->used;
  arena->current->used += rounded;
  return piece;
}

gpointer
chn_arena_alloc (ChnArena *arena, gsize size)
{
  return memset (chn_arena_alloc_bare (arena, size), 0, size);
}

gpointer
chn_arena_memdup (ChnArena *arena, gconstpointer bytes, gsize size)
{
  return size > 0 ? memcpy (chn_arena_alloc_bare (arena, size), bytes, size) : chn_arena_alloc_bare (arena, 1);
}

char *
chn_arena_strndup (ChnArena *arena, const char *text, gssize length)
{
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;
  char *copy = chn_arena_alloc_bare (arena, bytes + 1);
  memcpy (copy, text, bytes);
  copy[bytes] = '\0';
  return copy;
}
