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

static void
test_marks (void)
{
  g_autoptr (ChnArena) arena = chn_arena_new ();
  const char *kept = chn_arena_strndup (arena, "kept", -1);
  const ChnArenaMark mark = chn_arena_get_mark (arena);
  const char *next = chn_arena_strndup (arena, "gone", -1);
  for (guint i = 0; i < 100; i++)
    memset (chn_arena_alloc (arena, 10000), 0xAA, 10000);
  chn_arena_return_to (arena, &mark);
  CU_ASSERT_PTR_EQUAL (chn_arena_strndup (arena, "new", -1), next);
  CHN_ASSERT_STRING (kept, "kept");
}

static const ChnTest tests[] = {
  { "pieces are aligned and zeroed", test_pieces },
  { "copies of any size", test_copies },
  { "what was given out since a mark is taken back", test_marks },
  { "clearing gives the first block again, zeroed", test_clear },
};

CHN_SUITE ("base/arena", tests)
