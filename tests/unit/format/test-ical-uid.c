/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The ids that the UIDs of a file get. */
#include "format/ical/uid.h"

#include <string.h>

#include "suite.h"

/* Many more UIDs than were expected, each known again, none taken for another. */
static void
test_many_uids (void)
{
  enum { N = 5000 };
  g_autoptr (ChnIcalUids) uids = chn_ical_uids_new (0);
  guint earlier = 0;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < N; i++) {
      g_autofree char *text = g_strdup_printf ("%s-%u@example.org", i % 2 ? "event" : "EVENT", i / 2);
      ChnSlice uid = { text, strlen (text) };
      g_autofree char *id = g_strdup (chn_ical_uids_claim (uids, &uid, FALSE, i + 1, &earlier));
      CHN_ASSERT_INT (earlier, pass == 0 ? 0 : i + 1);
      CHN_ASSERT_STRING (chn_ical_uids_find (uids, &uid), id);
      CHN_ASSERT_STRING (chn_ical_uids_get_id (uids, &uid), id);
    }
  CU_ASSERT (chn_ical_uids_find (uids, &(ChnSlice){ "other", 5 }) == NULL);
}

static const ChnTest tests[] = { { "many UIDs", test_many_uids } };

CHN_SUITE ("format/ical-uid", tests)
