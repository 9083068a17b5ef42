/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of rails: two at the same height never have the same slot, and short ones stand next to the marks. */
#include "document/diagram/rails.h"

#include "suite.h"

static void
test_none (void)
{
  const ChnTrailStop stop = { .title = "Alone" };
  const ChnTrailDiagram trail = { .stop = &stop, .n_stops = 1 };
  guint n_slots = 7;
  g_autofree ChnRail *rails = chn_rails_find (&trail, &n_slots);
  CU_ASSERT_EQUAL (n_slots, 0);
  CU_ASSERT_EQUAL (rails[0].slot, CHN_NO_RAIL);
}

/* The first leads to the third and fourth, the second to the third, the third to the fourth. */
static void
test_slots (void)
{
  static const ChnTrailStop stops[4] = { { .title = "a" }, { .title = "b" }, { .title = "c" }, { .title = "d" } };
  static const guint both[] = { 0, 1 }, first[] = { 0 }, third[] = { 2 };
  static const ChnTrailArrow arrows[] = { { 2, "cites", TRUE, both, 2 },
                                          { 3, "cites", TRUE, first, 1 },
                                          { 3, "adopts", FALSE, third, 1 } };
  const ChnTrailDiagram trail = { .stop = stops, .n_stops = 4, .arrow = arrows, .n_arrows = 3 };
  guint n_slots = 0;
  g_autofree ChnRail *rails = chn_rails_find (&trail, &n_slots);
  CU_ASSERT_EQUAL (n_slots, 3);
  CU_ASSERT_EQUAL (rails[1].slot, 0);
  CU_ASSERT_EQUAL (rails[1].last, 2);
  CU_ASSERT_EQUAL (rails[2].slot, 1); /* the second one's ends where this one begins */
  CU_ASSERT_EQUAL (rails[0].slot, 2);
  CU_ASSERT_EQUAL (rails[0].last_arrow, 1);
  CU_ASSERT_TRUE (rails[0].is_cited);
  CU_ASSERT_FALSE (rails[2].is_cited);
  CU_ASSERT_EQUAL (rails[3].slot, CHN_NO_RAIL);
}

static const ChnTest tests[] = {
  { "a stop without arrows has no rail", test_none },
  { "rails at the same height have slots of their own", test_slots },
};

CHN_SUITE ("document/rails", tests)
