/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of libical, opened when it is needed: it is there, once, and answers. */
#include "base/libical.h"

#include "suite.h"

static void
test_open (void)
{
  g_autoptr (GError) error = NULL;
  const ChnLibical *libical = chn_libical_open (&error);
  CU_ASSERT_PTR_NULL (error);
  CU_ASSERT_PTR_NOT_NULL_FATAL (libical);
  CU_ASSERT_PTR_EQUAL (chn_libical_open (NULL), libical);
}

static void
test_recurrence (void)
{
  const ChnLibical *libical = chn_libical_open (NULL);
  struct icalrecurrencetype rule = libical->icalrecurrencetype_from_string ("FREQ=YEARLY;COUNT=2");
  struct icaltimetype start = { .year = 2014, .month = 2, .day = 17, .is_date = 1 };
  icalrecur_iterator *iterator = libical->icalrecur_iterator_new (rule, start);
  CU_ASSERT_EQUAL (libical->icaltime_compare (libical->icalrecur_iterator_next (iterator), start), 0);
  CU_ASSERT_EQUAL (libical->icalrecur_iterator_next (iterator).year, 2015);
  CU_ASSERT_TRUE (libical->icaltime_is_null_time (libical->icalrecur_iterator_next (iterator)));
  libical->icalrecur_iterator_free (iterator);
}

static const ChnTest tests[] = {
  { "libical opens once", test_open },
  { "libical expands a rule", test_recurrence },
};

CHN_SUITE ("base/libical", tests)
