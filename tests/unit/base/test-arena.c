/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the arena: alignment, zeroes, large pieces, clearing. */
#include <string.h>

#include "base/arena.h"
#include "suite.h"

static void
test_pieces (void)
{
  g_autoptr (ChnArena) arena = chn_arena_new ();
  guint faults = 0;
  for (gsize size = 1; size < 3000; size += 7) {
    guchar *piece = chn_arena_alloc (arena, size);
    faults += (gsize) piece % 8 != 0;
    for (gsize i = 0; i < size; i++)
      faults += piece[i] != 0;
    memset (piece, 0xAA, size);
  }
  CHN_ASSERT_INT (faults, 0);
}

static void
test_copies (void)
{
  g_autoptr (ChnArena) arena = chn_arena_new ();
  CHN_ASSERT_STRING (chn_arena_strndup (arena, "timeline", 4), "time");
  CHN_ASSERT_STRING (chn_arena_strndup (arena, "timeline", -1), "timeline");
  g_autofree char *large = g_strnfill (5000000, 'x');
  CHN_ASSERT_INT (strlen (chn_arena_strndup (arena, large, -1)), 5000000);
  CU_ASSERT_PTR_NOT_NULL (chn_arena_memdup (arena, NULL, 0));
}

static void
test_clear (void)
{
  g_autoptr (ChnArena) arena = chn_arena_new ();
  gpointer first = chn_arena_alloc (arena, 16);
  memset (first, 0xAA, 16);
  chn_arena_alloc (arena, 100000);
  chn_arena_clear (arena);
  const char *again = chn_arena_alloc (arena, 16);
  CU_ASSERT_PTR_EQUAL (again, first);
  CHN_ASSERT_INT (again[0], 0);
  chn_arena_free (NULL);
}

static const ChnTest tests[] = {
  { "pieces are aligned and zeroed", test_pieces },
  { "copies of any size", test_copies },
  { "clearing gives the first block again, zeroed", test_clear },
};

CHN_SUITE ("base/arena", tests)
