/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* When bodies sat whose sessions follow a rule: from the session's number to its year. */
#include "model/symbol/sittings.h"

#include <string.h>

/*
 * Sessions first to last: `sessions` of them every `years` years, beginning in `year`; each may run on into later
 * years. 0 stands for the only session. The rules are recalled from what the bodies say of their sessions, so that
 * they date a symbol, but no event is found at fault by them that is less than two years away.
 */
typedef struct {
  const char *forum;
  int first, last;
  int year;
  int sessions, years;
  int runs_on;
} Rule;

static const Rule rules[] = {
  /* agencies */
  { "iaea.gc", 1, 199, 1957, 1, 1, 0 },
  { "opcw.csp", 1, 2, 1997, 2, 1, 0 },
  { "opcw.csp", 3, 24, 1998, 1, 1, 0 },
  { "opcw.csp", 25, 25, 2020, 1, 1, 1 },
  { "opcw.csp", 26, 99, 2021, 1, 1, 0 },
  { "opcw.ec", 81, 120, 2016, 3, 1, 0 },
  { "opcw.rc", 1, 9, 2003, 1, 5, 0 },
  { "ctbto", 30, 60, 2008, 2, 1, 0 },
  { "who.wha", 1, 199, 1948, 1, 1, 0 },
  { "who.eb", 120, 199, 2007, 2, 1, 0 },
  { "ilo.gb", 317, 399, 2013, 3, 1, 0 },
  { "ilo.ilc", 96, 108, 2007, 1, 1, 0 },
  { "ilo.ilc", 109, 199, 2021, 1, 1, 0 },
  { "fao.council", 163, 163, 2019, 1, 1, 0 },
  { "unesco.gc", 22, 99, 1983, 1, 2, 0 },
  { "unesco.eb", 200, 200, 2016, 1, 1, 0 },
  { "unesco.eb", 201, 203, 2017, 3, 1, 0 },
  { "unesco.eb", 204, 205, 2018, 2, 1, 0 },
  { "unesco.eb", 206, 208, 2019, 3, 1, 0 },
  { "unesco.eb", 209, 210, 2020, 2, 1, 0 },
  { "imo.assembly", 20, 99, 1997, 1, 2, 0 },
  { "imo.leg", 100, 107, 2013, 1, 1, 0 },
  { "icao.assembly", 36, 99, 2007, 1, 3, 0 },
  { "icao.council", 219, 221, 2020, 3, 1, 0 },
  { "wipo", 40, 40, 2019, 1, 1, 0 },
  { "unido.gc", 1, 99, 1985, 1, 2, 0 },
  { "unido.idb", 45, 99, 2017, 1, 1, 0 },

  /* conferences of parties */
  { "npt.revcon", 1975, 2015, 1975, 1, 1, 0 },
  { "npt.revcon", 2020, 2020, 2020, 1, 1, 2 },
  { "npt.revcon", 2026, 2026, 2026, 1, 1, 0 },
  { "bwc.revcon", 1, 1, 1980, 1, 1, 0 },
  { "bwc.revcon", 2, 5, 1986, 1, 5, 1 },
  { "bwc.revcon", 6, 8, 2006, 1, 5, 0 },
  { "bwc.revcon", 9, 9, 2022, 1, 1, 0 },
  { "ccw.revcon", 2, 6, 2001, 1, 5, 0 },
  { "apmbc.msp", 1, 15, 1999, 1, 1, 1 },
  { "att", 1, 99, 2015, 1, 1, 0 },
  { "unfccc.cop", 1, 25, 1995, 1, 1, 0 },
  { "unfccc.cop", 26, 99, 2021, 1, 1, 0 },
  { "unfccc.cmp", 1, 15, 2005, 1, 1, 0 },
  { "unfccc.cmp", 16, 99, 2021, 1, 1, 0 },
  { "unfccc.cma", 1, 1, 2016, 1, 1, 2 },
  { "unfccc.cma", 2, 2, 2019, 1, 1, 0 },
  { "unfccc.cma", 3, 99, 2021, 1, 1, 0 },
  { "cbd.cop", 13, 14, 2016, 1, 2, 0 },
  { "cbd.cop", 15, 15, 2021, 1, 1, 1 },
  { "isa", 1, 99, 1995, 1, 1, 0 },
  { "isa.assembly", 1, 99, 1995, 1, 1, 0 },
  { "isa.council", 1, 99, 1995, 1, 1, 0 },
  { "unclos.msp", 10, 99, 2000, 1, 1, 0 },

  /* courts */
  { "icc.asp", 1, 99, 2002, 1, 1, 0 },
  { "icc.rc", 0, 0, 2010, 1, 1, 0 },

  /* regions */
  { "au.assembly", 32, 99, 2019, 1, 1, 0 },
  { "oas.ga", 1, 99, 1971, 1, 1, 0 },

  /* United Nations */
  { "un.ecosoc", 1, 63, 1946, 2, 1, 1 },
  { "un.ecosoc.chr.sub", 46, 58, 1994, 1, 1, 0 },
  { "un.ecosoc.escap", 1, 99, 1945, 1, 1, 2 },
  { "un.hrc.ac", 1, 1, 2008, 1, 1, 0 },
  { "un.hrc.ac", 2, 24, 2009, 2, 1, 0 },
  { "un.hrc.ac", 25, 40, 2021, 2, 1, 0 },
  { "un.hrc.om", 1, 40, 2006, 1, 1, 0 },
  { "un.hrc.wg.pmsc", 1, 2, 2011, 1, 1, 0 },
  { "un.hrc.wg.peasants", 2, 5, 2015, 1, 1, 0 },
  { "un.hrc.wg.tnc", 1, 30, 2015, 1, 1, 0 },
  { "un.hrc.sp.wgeid", 102, 199, 2014, 3, 1, 0 },
  { "un.pbc", 1, 4, 2006, 1, 1, 1 },
  { "un.pbc", 5, 99, 2011, 1, 1, 1 },
  { "un.unea", 1, 1, 2014, 1, 1, 0 },
  { "un.unea", 2, 3, 2016, 1, 1, 0 },
  { "un.unea", 4, 4, 2019, 1, 1, 0 },
  { "un.unea", 5, 5, 2021, 1, 1, 1 },
  { "un.unea", 6, 6, 2024, 1, 1, 0 },
  { "un.habitat.ha", 1, 1, 2019, 1, 1, 0 },
  { "un.habitat.ha", 2, 2, 2023, 1, 1, 0 },
  { "un.unhcr", 1, 99, 1950, 1, 1, 0 },
  { "un.unhcr.sc", 40, 99, 1989, 1, 1, 1 },
  { "un.unep", 18, 27, 1995, 1, 2, 0 },

  /* treaty bodies, to 2019 */
  { "un.tb.cat", 3, 53, 1989, 2, 1, 1 },
  { "un.tb.cat", 54, 68, 2015, 3, 1, 0 },
  { "un.tb.ccpr", 5, 43, 1979, 3, 1, 1 },
  { "un.tb.ccpr", 44, 127, 1992, 3, 1, 0 },
  { "un.tb.ced", 2, 17, 2012, 2, 1, 0 },
  { "un.tb.cedaw", 30, 33, 2004, 2, 1, 0 },
  { "un.tb.cedaw", 34, 42, 2006, 3, 1, 0 },
  { "un.tb.cedaw", 43, 44, 2009, 2, 1, 0 },
  { "un.tb.cedaw", 45, 74, 2010, 3, 1, 0 },
  { "un.tb.cerd", 46, 87, 1995, 2, 1, 0 },
  { "un.tb.cerd", 88, 88, 2015, 1, 1, 0 },
  { "un.tb.cerd", 89, 100, 2016, 3, 1, 0 },
  { "un.tb.crc", 8, 82, 1995, 3, 1, 0 },
  { "un.tb.crpd", 1, 22, 2009, 2, 1, 0 },
};

/* A conference on the non-proliferation of nuclear weapons is prepared in three sessions, in the years before it. */
static gboolean
find_preparation (int session, int cycle, ChnMonthSpan *span)
{
  enum { FIRST_CYCLE = 2000, SESSIONS = 3 };
  if (cycle < FIRST_CYCLE || session < 1 || session > SESSIONS)
    return FALSE;
  int year = cycle - SESSIONS - 1 + session;
  *span = (ChnMonthSpan){ year, 1, year, 12 };
  return TRUE;
}

/* The years of special sessions, which follow no rule, from the first on. */
static const int special_of_human_rights[] = {
  2006, 2006, 2006, 2006, 2007, 2008, 2008, 2008, 2009, 2009, 2009, 2009, 2010, 2010, 2011, 2011, 2011, 2011, 2012,
  2014, 2014, 2014, 2015, 2015, 2016, 2016, 2017, 2018, 2021, 2021, 2021, 2021, 2021, 2022, 2022, 2023, 2025, 2025,
};

static const int special_of_assembly[] = {
  1947, 1948, 1961, 1963, 1967, 1974, 1975, 1978, 1978, 1978, 1980, 1982, 1986, 1986, 1988, 1989,
  1990, 1990, 1997, 1998, 1999, 1999, 2000, 2000, 2001, 2001, 2002, 2005, 2014, 2016, 2020, 2021,
};

/* To the sixth; later ones were resumed over years. */
static const int emergency_of_assembly[] = { 1956, 1956, 1958, 1960, 1967, 1980 };

typedef struct {
  const char *forum;
  const int *years;
  gsize n_years;
} Special;

static const Special specials[] = {
  { "un.hrc.ss", special_of_human_rights, G_N_ELEMENTS (special_of_human_rights) },
  { "un.ga.ss", special_of_assembly, G_N_ELEMENTS (special_of_assembly) },
  { "un.ga.es", emergency_of_assembly, G_N_ELEMENTS (emergency_of_assembly) },
};

static gboolean
find_special (const char *forum, int session, ChnMonthSpan *span)
{
  for (gsize i = 0; i < G_N_ELEMENTS (specials); i++) {
    if (strcmp (specials[i].forum, forum) != 0 || session < 1 || (gsize) session > specials[i].n_years)
      continue;
    int year = specials[i].years[session - 1];
    *span = (ChnMonthSpan){ year, 1, year, 12 };
    return TRUE;
  }
  return FALSE;
}

gboolean
chn_sitting_find_span (const char *forum, int session, int cycle, ChnMonthSpan *span)
{
  if (strcmp (forum, "npt.prepcom") == 0)
    return find_preparation (session, cycle, span);
  if (find_special (forum, session, span))
    return TRUE;
  int number = session > 0 ? session : cycle;
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++) {
    const Rule *rule = &rules[i];
    if (strcmp (rule->forum, forum) != 0 || number < rule->first || number > rule->last)
      continue;
    int year = rule->year + (number - rule->first) / rule->sessions * rule->years;
    *span = (ChnMonthSpan){ year, 1, year + rule->runs_on, 12 };
    return TRUE;
  }
  return FALSE;
}
