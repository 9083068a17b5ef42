/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Names of iCalendar properties: found by their length and first letter, then compared once. */
#include "format/ical/name.h"

#include <string.h>

#include "base/ascii.h"

enum { SHORTEST = 3, LONGEST = 16 };

typedef struct {
  char text[LONGEST + 1];
  guint8 name; /* a ChnIcalName */
} Row;

/* By length; of one length few share their first letter. */
static const Row rows[] = {
  { "END", CHN_ICAL_END },
  { "UID", CHN_ICAL_UID },
  { "URL", CHN_ICAL_URL },
  { "NAME", CHN_ICAL_NAME },
  { "TZID", CHN_ICAL_TZID },
  { "BEGIN", CHN_ICAL_BEGIN },
  { "CLASS", CHN_ICAL_CLASS },
  { "DTEND", CHN_ICAL_DTEND },
  { "RDATE", CHN_ICAL_RDATE },
  { "RRULE", CHN_ICAL_RRULE },
  { "ATTACH", CHN_ICAL_ATTACH },
  { "EXRULE", CHN_ICAL_EXRULE },
  { "PRODID", CHN_ICAL_PRODID },
  { "STATUS", CHN_ICAL_STATUS },
  { "TRANSP", CHN_ICAL_TRANSP },
  { "DTSTAMP", CHN_ICAL_DTSTAMP },
  { "DTSTART", CHN_ICAL_DTSTART },
  { "SUMMARY", CHN_ICAL_SUMMARY },
  { "VERSION", CHN_ICAL_VERSION },
  { "ATTENDEE", CHN_ICAL_ATTENDEE },
  { "CALSCALE", CHN_ICAL_CALSCALE },
  { "DURATION", CHN_ICAL_DURATION },
  { "LOCATION", CHN_ICAL_LOCATION },
  { "PRIORITY", CHN_ICAL_PRIORITY },
  { "SEQUENCE", CHN_ICAL_SEQUENCE },
  { "ORGANIZER", CHN_ICAL_ORGANIZER },
  { "CATEGORIES", CHN_ICAL_CATEGORIES },
  { "RELATED-TO", CHN_ICAL_RELATED_TO },
  { "TZOFFSETTO", CHN_ICAL_TZOFFSETTO },
  { "DESCRIPTION", CHN_ICAL_DESCRIPTION },
  { "TZOFFSETFROM", CHN_ICAL_TZOFFSETFROM },
  { "X-WR-CALDESC", CHN_ICAL_X_WR_CALDESC },
  { "X-WR-CALNAME", CHN_ICAL_X_WR_CALNAME },
  { "LAST-MODIFIED", CHN_ICAL_LAST_MODIFIED },
  { "RECURRENCE-ID", CHN_ICAL_RECURRENCE_ID },
  { "X-WR-TIMEZONE", CHN_ICAL_X_WR_TIMEZONE },
  { "X-LIC-LOCATION", CHN_ICAL_X_LIC_LOCATION },
  { "X-CHANCERY-EVENT", CHN_ICAL_PAYLOAD },
};

/* The first row of each length; the rows of a length end where those of the next begin. */
static const guint8 first[LONGEST + 2] = { 0, 0, 0, 0, 3, 5, 10, 15, 19, 25, 26, 29, 30, 33, 36, 37, 37, 38 };

/* memcmp() of names without a call: two words that may overlap cover every length. */
static inline gboolean
is_same (const char *a, const char *b, gsize length)
{
  if (length >= 8)
    return memcmp (a, b, 8) == 0 && memcmp (a + length - 8, b + length - 8, 8) == 0;
  if (length >= 4)
    return memcmp (a, b, 4) == 0 && memcmp (a + length - 4, b + length - 4, 4) == 0;
  return memcmp (a, b, SHORTEST) == 0;
}

static ChnIcalName
find_upper (const char *text, gsize length)
{
  for (guint i = first[length]; i < first[length + 1]; i++)
    if (rows[i].text[0] == text[0] && is_same (rows[i].text, text, length))
      return (ChnIcalName) rows[i].name;
  return CHN_ICAL_OTHER;
}

ChnIcalName
chn_ical_name_find (const char *text, gsize length)
{
  char upper[LONGEST];
  if (length < SHORTEST || length > LONGEST)
    return CHN_ICAL_OTHER;
  ChnIcalName name = find_upper (text, length);
  if (name != CHN_ICAL_OTHER)
    return name;
  for (gsize i = 0; i < length; i++)
    upper[i] = chn_ascii_to_upper (text[i]);
  return find_upper (upper, length);
}
