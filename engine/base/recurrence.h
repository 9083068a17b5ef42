/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Recurrence, which the plugin "recurrence" knows: the days of an RRULE (RFC 5545, 3.3.10). */

typedef struct {
  int year;
  int month;
  int day;
} ChnRecurrenceDay;

/* A rule that is being followed. */
typedef struct _ChnRecurrence ChnRecurrence;

/* Rises with each change of the table. */
enum { CHN_RECURRENCE_VERSION = 1 };

typedef struct {
  guint version;
  /* Whether a text is a rule of days or longer. It may hold capital letters, digits and "=;,+-" only. */
  gboolean (*is_rule) (const char *text);
  /*
   * Follows such a rule from its first day up to the last. What comes before `from`, where that is not NULL, may be
   * left out; it is where leaping is safe. NULL where the rule cannot be followed.
   */
  ChnRecurrence *(*start) (const char *rule, const ChnRecurrenceDay *first, const ChnRecurrenceDay *from,
                           const ChnRecurrenceDay *last);
  /* The next day of the rule; FALSE behind the last. */
  gboolean (*next) (ChnRecurrence *recurrence, ChnRecurrenceDay *day);
  void (*free) (ChnRecurrence *recurrence);
} ChnRecurrencePlugin;

/* The plugin; NULL with an error where it cannot be loaded. Safe from any thread. */
const ChnRecurrencePlugin *chn_recurrence_open (GError **error);
