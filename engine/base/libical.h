/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <libical/ical.h>

/*
 * What the engine asks of libical, opened when it is first asked: with ICU behind it, linking it
 * would be most of what a start of the program costs, and few questions are about recurrence.
 */
#define CHN_LIBICAL_FUNCTIONS(X)                                                                                     \
  X (icalrecurrencetype_from_string)                                                                                 \
  X (icalrecurrencetype_clear)                                                                                       \
  X (icalrecur_iterator_new)                                                                                         \
  X (icalrecur_iterator_set_start)                                                                                   \
  X (icalrecur_iterator_next)                                                                                        \
  X (icalrecur_iterator_free)                                                                                        \
  X (icaltime_is_null_time)                                                                                          \
  X (icaltime_compare)

typedef struct {
#define CHN_LIBICAL_MEMBER(name) __typeof__ (name) *name;
  CHN_LIBICAL_FUNCTIONS (CHN_LIBICAL_MEMBER)
#undef CHN_LIBICAL_MEMBER
} ChnLibical;

/* The library; NULL with an error where it is not installed. It stays open. Safe from any thread. */
const ChnLibical *chn_libical_open (GError **error);
