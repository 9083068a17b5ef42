/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* When sessions met: the General Assembly, the Human Rights Council and its Universal Periodic Review. */
#include "model/symbol/session.h"

#include <string.h>

#include "base/civil.h"

/* The Assembly's sessions that do not run from September to September; 0 ends the rule. */
static const ChnMonthSpan assembly_sessions[] = {
  { 1946, 1, 1946, 12 }, { 1947, 9, 1947, 11 }, { 1948, 9, 1949, 5 },  { 1949, 9, 1949, 12 },
  { 1950, 9, 1951, 11 }, { 1951, 11, 1952, 2 }, { 1952, 10, 1953, 8 },
};

/* As held, resumptions included; later ones are bounded by the rule of three a year. */
static const ChnMonthSpan council_sessions[] = {
  { 2006, 6, 2006, 6 },  { 2006, 9, 2006, 11 }, { 2006, 11, 2006, 12 }, { 2007, 3, 2007, 3 },  { 2007, 6, 2007, 6 },
  { 2007, 9, 2007, 12 }, { 2008, 3, 2008, 4 },  { 2008, 6, 2008, 6 },   { 2008, 9, 2008, 9 },  { 2009, 3, 2009, 3 },
  { 2009, 6, 2009, 6 },  { 2009, 9, 2009, 10 }, { 2010, 3, 2010, 3 },   { 2010, 5, 2010, 6 },  { 2010, 9, 2010, 10 },
  { 2011, 2, 2011, 3 },  { 2011, 5, 2011, 6 },  { 2011, 9, 2011, 10 },  { 2012, 2, 2012, 3 },  { 2012, 6, 2012, 7 },
  { 2012, 9, 2012, 11 }, { 2013, 2, 2013, 3 },  { 2013, 5, 2013, 6 },   { 2013, 9, 2013, 9 },  { 2014, 3, 2014, 3 },
  { 2014, 6, 2014, 6 },  { 2014, 9, 2014, 9 },  { 2015, 3, 2015, 3 },   { 2015, 6, 2015, 7 },  { 2015, 9, 2015, 10 },
  { 2016, 2, 2016, 3 },  { 2016, 6, 2016, 7 },  { 2016, 9, 2016, 9 },   { 2017, 2, 2017, 3 },  { 2017, 6, 2017, 6 },
  { 2017, 9, 2017, 9 },  { 2018, 2, 2018, 3 },  { 2018, 6, 2018, 7 },   { 2018, 9, 2018, 9 },  { 2019, 2, 2019, 3 },
  { 2019, 6, 2019, 7 },  { 2019, 9, 2019, 9 },  { 2020, 2, 2020, 6 },   { 2020, 6, 2020, 7 },  { 2020, 9, 2020, 10 },
  { 2021, 2, 2021, 3 },  { 2021, 6, 2021, 7 },  { 2021, 9, 2021, 10 },  { 2022, 2, 2022, 4 },  { 2022, 6, 2022, 7 },
  { 2022, 9, 2022, 10 }, { 2023, 2, 2023, 4 },  { 2023, 6, 2023, 7 },   { 2023, 9, 2023, 10 },
};

static const ChnMonthSpan review_sessions[] = {
  { 2008, 4, 2008, 4 },   { 2008, 5, 2008, 5 },   { 2008, 12, 2008, 12 }, { 2009, 2, 2009, 2 },
  { 2009, 5, 2009, 5 },   { 2009, 11, 2009, 12 }, { 2010, 2, 2010, 2 },   { 2010, 5, 2010, 5 },
  { 2010, 11, 2010, 11 }, { 2011, 1, 2011, 2 },   { 2011, 5, 2011, 5 },   { 2011, 10, 2011, 10 },
  { 2012, 5, 2012, 6 },   { 2012, 10, 2012, 11 }, { 2013, 1, 2013, 2 },   { 2013, 4, 2013, 5 },
  { 2013, 10, 2013, 11 }, { 2014, 1, 2014, 2 },   { 2014, 4, 2014, 5 },   { 2014, 10, 2014, 11 },
  { 2015, 1, 2015, 1 },   { 2015, 5, 2015, 5 },   { 2015, 11, 2015, 11 }, { 2016, 1, 2016, 1 },
  { 2016, 5, 2016, 5 },   { 2016, 10, 2016, 11 }, { 2017, 5, 2017, 5 },   { 2017, 11, 2017, 11 },
  { 2018, 1, 2018, 1 },   { 2018, 5, 2018, 5 },   { 2018, 11, 2018, 11 }, { 2019, 1, 2019, 2 },
  { 2019, 5, 2019, 5 },   { 2019, 11, 2019, 11 }, { 2020, 1, 2020, 1 },   { 2020, 11, 2020, 11 },
  { 2021, 1, 2021, 1 },   { 2021, 5, 2021, 5 },   { 2021, 11, 2021, 11 }, { 2022, 1, 2022, 2 },
  { 2022, 11, 2022, 11 }, { 2023, 1, 2023, 2 },   { 2023, 5, 2023, 5 },   { 2023, 11, 2023, 11 },
};

static gboolean
find_assembly_span (int session, ChnMonthSpan *span)
{
  if (session <= (int) G_N_ELEMENTS (assembly_sessions))
    *span = assembly_sessions[session - 1];
  else
    *span = (ChnMonthSpan){ 1945 + session, 9, 1946 + session, 9 };
  return TRUE;
}

/* Since the seventh session: in spring, summer and autumn. */
static gboolean
find_council_span (int session, ChnMonthSpan *span)
{
  static const int first[] = { 2, 5, 9 }, last[] = { 4, 7, 10 };
  int year = 2008 + (session - 7) / 3, season = (session - 7) % 3;
  if (session <= (int) G_N_ELEMENTS (council_sessions))
    *span = council_sessions[session - 1];
  else
    *span = (ChnMonthSpan){ year, first[season], year, last[season] };
  return TRUE;
}

static gboolean
find_review_span (int session, ChnMonthSpan *span)
{
  if (session > (int) G_N_ELEMENTS (review_sessions))
    return FALSE;
  *span = review_sessions[session - 1];
  return TRUE;
}

typedef gboolean (*SpanFinder) (int session, ChnMonthSpan *span);

static const SpanFinder finders[] = {
  [CHN_NUMBERING_ASSEMBLY] = find_assembly_span,
  [CHN_NUMBERING_COUNCIL] = NULL,
  [CHN_NUMBERING_HRC] = find_council_span,
  [CHN_NUMBERING_UPR] = find_review_span,
  [CHN_NUMBERING_YEAR] = NULL,
  [CHN_NUMBERING_TREATY] = NULL,
  [CHN_NUMBERING_SESSION] = NULL,
  [CHN_NUMBERING_FREE] = NULL,
  [CHN_NUMBERING_PRESS] = NULL,
};

gboolean
chn_session_find_span (ChnNumbering numbering, const char *session, ChnMonthSpan *span)
{
  gint64 number = session && g_ascii_isdigit (session[0]) ? g_ascii_strtoll (session, NULL, 10) : 0;
  if (number < 1 || number > 999 || !finders[numbering])
    return FALSE;
  return finders[numbering]((int) number, span);
}

int
chn_session_get_year (ChnNumbering numbering, const char *session)
{
  ChnMonthSpan span;
  if (numbering != CHN_NUMBERING_HRC || !chn_session_find_span (numbering, session, &span))
    return 0;
  return span.from_year;
}

char *
chn_month_span_dup_edtf (const ChnMonthSpan *span)
{
  gboolean one_year = span->from_year == span->to_year;
  if (one_year && span->from_month == 1 && span->to_month == 12)
    return g_strdup_printf ("%04d", span->from_year);
  if (span->from_month == 1 && span->to_month == 12)
    return g_strdup_printf ("%04d/%04d", span->from_year, span->to_year);
  if (one_year && span->from_month == span->to_month)
    return g_strdup_printf ("%04d-%02d", span->from_year, span->from_month);
  return g_strdup_printf ("%04d-%02d/%04d-%02d", span->from_year, span->from_month, span->to_year, span->to_month);
}

/* First second of a month that is counted on from January of a year. */
static gint64
month_start (int year, int months)
{
  int total = year * 12 + months;
  return chn_civil_to_days (total / 12, total % 12 + 1, 1) * CHN_DAY_SECONDS;
}

void
chn_month_span_get_seconds (const ChnMonthSpan *span, int before, int after, gint64 *from, gint64 *to)
{
  *from = month_start (span->from_year, span->from_month - 1 - before);
  *to = month_start (span->to_year, span->to_month + after) - 1;
}
