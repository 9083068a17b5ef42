/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Names of properties, found in any case; what is nearly one is none. */
#include "format/ical/name.h"

#include <string.h>

#include "suite.h"

static const struct {
  const char *text;
  ChnIcalName name;
} names[] = {
  { "ATTACH", CHN_ICAL_ATTACH },
  { "ATTENDEE", CHN_ICAL_ATTENDEE },
  { "BEGIN", CHN_ICAL_BEGIN },
  { "CALSCALE", CHN_ICAL_CALSCALE },
  { "CATEGORIES", CHN_ICAL_CATEGORIES },
  { "CLASS", CHN_ICAL_CLASS },
  { "DESCRIPTION", CHN_ICAL_DESCRIPTION },
  { "DTEND", CHN_ICAL_DTEND },
  { "DTSTAMP", CHN_ICAL_DTSTAMP },
  { "DTSTART", CHN_ICAL_DTSTART },
  { "DURATION", CHN_ICAL_DURATION },
  { "END", CHN_ICAL_END },
  { "EXRULE", CHN_ICAL_EXRULE },
  { "LAST-MODIFIED", CHN_ICAL_LAST_MODIFIED },
  { "LOCATION", CHN_ICAL_LOCATION },
  { "NAME", CHN_ICAL_NAME },
  { "ORGANIZER", CHN_ICAL_ORGANIZER },
  { "X-CHANCERY-GONE", CHN_ICAL_GONE },
  { "X-CHANCERY-EVENT", CHN_ICAL_PAYLOAD },
  { "PRIORITY", CHN_ICAL_PRIORITY },
  { "PRODID", CHN_ICAL_PRODID },
  { "RDATE", CHN_ICAL_RDATE },
  { "RECURRENCE-ID", CHN_ICAL_RECURRENCE_ID },
  { "RELATED-TO", CHN_ICAL_RELATED_TO },
  { "RRULE", CHN_ICAL_RRULE },
  { "SEQUENCE", CHN_ICAL_SEQUENCE },
  { "STATUS", CHN_ICAL_STATUS },
  { "SUMMARY", CHN_ICAL_SUMMARY },
  { "TRANSP", CHN_ICAL_TRANSP },
  { "TZID", CHN_ICAL_TZID },
  { "TZOFFSETFROM", CHN_ICAL_TZOFFSETFROM },
  { "TZOFFSETTO", CHN_ICAL_TZOFFSETTO },
  { "UID", CHN_ICAL_UID },
  { "URL", CHN_ICAL_URL },
  { "VERSION", CHN_ICAL_VERSION },
  { "X-LIC-LOCATION", CHN_ICAL_X_LIC_LOCATION },
  { "X-WR-CALDESC", CHN_ICAL_X_WR_CALDESC },
  { "X-WR-CALNAME", CHN_ICAL_X_WR_CALNAME },
  { "X-WR-TIMEZONE", CHN_ICAL_X_WR_TIMEZONE },
};

static ChnIcalName
find (const char *text)
{
  return chn_ical_name_find (text, strlen (text));
}

static void
test_any_case (void)
{
  CHN_ASSERT_INT (G_N_ELEMENTS (names), CHN_N_ICAL_NAMES - 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *lower = g_ascii_strdown (names[i].text, -1), *mixed = g_strdup (names[i].text);
    mixed[1] = g_ascii_tolower (mixed[1]);
    CHN_ASSERT_INT (find (names[i].text), names[i].name);
    CHN_ASSERT_INT (find (lower), names[i].name);
    CHN_ASSERT_INT (find (mixed), names[i].name);
  }
}

static void
test_near_misses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *longer = g_strconcat (names[i].text, "X", NULL);
    CHN_ASSERT_INT (find (longer), CHN_ICAL_OTHER);
    CHN_ASSERT_INT (find (names[i].text + 1), CHN_ICAL_OTHER);
    for (gsize at = 0; names[i].text[at]; at++) {
      g_autofree char *other = g_strdup (names[i].text);
      other[at] = '7';
      CHN_ASSERT_INT (find (other), CHN_ICAL_OTHER);
    }
  }
  CHN_ASSERT_INT (find (""), CHN_ICAL_OTHER);
  CHN_ASSERT_INT (find ("X"), CHN_ICAL_OTHER);
}

static const ChnTest tests[] = {
  { "any case", test_any_case },
  { "near misses", test_near_misses },
};

CHN_SUITE ("format/ical-name", tests)
