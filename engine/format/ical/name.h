/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/scan.h"

/*
 * The names of properties that mean something here, by their length. Those of X-CHANCERY-EVENT are payloads; every
 * other name is CHN_ICAL_OTHER.
 */
#define CHN_ICAL_NAMES(ROW)                                                                                          \
  ROW (END, "END")                                                                                                   \
  ROW (UID, "UID")                                                                                                   \
  ROW (URL, "URL")                                                                                                   \
  ROW (NAME, "NAME")                                                                                                 \
  ROW (TZID, "TZID")                                                                                                 \
  ROW (BEGIN, "BEGIN")                                                                                               \
  ROW (CLASS, "CLASS")                                                                                               \
  ROW (DTEND, "DTEND")                                                                                               \
  ROW (RDATE, "RDATE")                                                                                               \
  ROW (RRULE, "RRULE")                                                                                               \
  ROW (ATTACH, "ATTACH")                                                                                             \
  ROW (EXRULE, "EXRULE")                                                                                             \
  ROW (PRODID, "PRODID")                                                                                             \
  ROW (STATUS, "STATUS")                                                                                             \
  ROW (TRANSP, "TRANSP")                                                                                             \
  ROW (DTSTAMP, "DTSTAMP")                                                                                           \
  ROW (DTSTART, "DTSTART")                                                                                           \
  ROW (SUMMARY, "SUMMARY")                                                                                           \
  ROW (VERSION, "VERSION")                                                                                           \
  ROW (ATTENDEE, "ATTENDEE")                                                                                         \
  ROW (CALSCALE, "CALSCALE")                                                                                         \
  ROW (DURATION, "DURATION")                                                                                         \
  ROW (LOCATION, "LOCATION")                                                                                         \
  ROW (PRIORITY, "PRIORITY")                                                                                         \
  ROW (SEQUENCE, "SEQUENCE")                                                                                         \
  ROW (ORGANIZER, "ORGANIZER")                                                                                       \
  ROW (CATEGORIES, "CATEGORIES")                                                                                     \
  ROW (RELATED_TO, "RELATED-TO")                                                                                     \
  ROW (TZOFFSETTO, "TZOFFSETTO")                                                                                     \
  ROW (DESCRIPTION, "DESCRIPTION")                                                                                   \
  ROW (TZOFFSETFROM, "TZOFFSETFROM")                                                                                 \
  ROW (X_WR_CALDESC, "X-WR-CALDESC")                                                                                 \
  ROW (X_WR_CALNAME, "X-WR-CALNAME")                                                                                 \
  ROW (LAST_MODIFIED, "LAST-MODIFIED")                                                                               \
  ROW (RECURRENCE_ID, "RECURRENCE-ID")                                                                               \
  ROW (X_WR_TIMEZONE, "X-WR-TIMEZONE")                                                                               \
  ROW (X_LIC_LOCATION, "X-LIC-LOCATION")                                                                             \
  ROW (GONE, "X-CHANCERY-GONE")                                                                                      \
  ROW (PAYLOAD, "X-CHANCERY-EVENT")

/* The name of what is carried of a whole timeline (carried.h). */
#define CHN_ICAL_CARRIED "X-CHANCERY-TIMELINE"

#define CHN_ICAL_NAME(name, text) CHN_ICAL_##name,
typedef enum { CHN_ICAL_OTHER, CHN_ICAL_NAMES (CHN_ICAL_NAME) CHN_N_ICAL_NAMES } ChnIcalName;

/* A set of them. */
#define CHN_ICAL_BIT(name) (G_GUINT64_CONSTANT (1) << (name))

/* In any case. */
ChnIcalName chn_ical_name_find (const char *text, gsize length);
