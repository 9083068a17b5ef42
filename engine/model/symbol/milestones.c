/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Documents of known date, which date their neighbours in series that are numbered through. */
#include "model/symbol/milestones.h"

#include <string.h>

typedef struct {
  const char *series; /* what stands before the number */
  int number;
  int year;
} Milestone;

/* By series and number; each is the date of the document itself. */
static const Milestone milestones[] = {
  /* Security Council to 1993 */
  { "S/", 1, 1946 },
  { "S/", 24111, 1992 },
  { "S/", 25405, 1993 },
  { "S/", 25944, 1993 },
  { "S/", 26999, 1993 }, /* beyond the last, which is of 1993 */

  /* press releases of the United Nations, as their addresses and headlines date them */
  { "GA/", 10562, 2006 },
  { "GA/", 10801, 2008 },
  { "GA/", 10905, 2009 },
  { "GA/", 11082, 2011 },
  { "GA/", 11331, 2012 },
  { "GA/", 11604, 2014 },
  { "GA/", 11879, 2016 },
  { "GA/", 11993, 2017 },
  { "GA/", 12457, 2022 },
  { "GA/SHC/", 3874, 2006 },
  { "GA/SHC/", 3967, 2009 },
  { "GA/SHC/", 4122, 2014 },
  { "SC/", 6985, 2001 },
  { "SC/", 6986, 2001 },
  { "SC/", 8792, 2006 },
  { "SC/", 9268, 2008 },
  { "SC/", 9746, 2009 },
  { "SC/", 9948, 2010 },
  { "SC/", 11974, 2015 },
  { "SC/", 12615, 2016 },

  /* International Atomic Energy Agency */
  { "GOV/", 2636, 1993 },
  { "GOV/", 2639, 1993 },
  { "GOV/", 2645, 1993 },
  { "GOV/", 2692, 1993 },
  { "GOV/", 2711, 1994 },
  { "GOV/", 2742, 1994 },
  { "INFCIRC/", 140, 1970 },
  { "INFCIRC/", 153, 1972 },
  { "INFCIRC/", 214, 1974 },
  { "INFCIRC/", 403, 1992 },
  { "INFCIRC/", 457, 1994 },
  { "INFCIRC/", 540, 1997 },
  { "INFCIRC/", 637, 2004 },
  { "INFCIRC/", 711, 2007 },

  /* Organisation for the Prohibition of Chemical Weapons: meetings, and special sessions of the Conference */
  { "C-SS-", 4, 2018 },
  { "EC-M-", 33, 2013 },
  { "EC-M-", 34, 2013 },
  { "EC-M-", 35, 2013 },

  /* others */
  { "PC.DEC/", 1117, 2014 },
  { "WT/L/", 540, 2003 },

  /* what is gathered under the symbols of committees */
  { "CCPR/C/21/Rev.1/Add.", 13, 2004 },
  { "CRC/C/15/Add.", 88, 1998 },
  { "CRC/C/15/Add.", 239, 2004 },
  { "E/C.12/1/Add.", 95, 2003 },
  { "E/1990/6/Add.", 35, 2002 },
  { "HRI/GEN/1/Rev.", 9, 2008 },

  /* conferences on disarmament */
  { "CD/", 1299, 1995 },
  { "ENDC/PV.", 1, 1962 },
};

/* The number after the series, 0 where the symbol is not of the series; "" and "/" may follow. */
static gint64
get_number (const char *symbol, const char *series)
{
  if (!g_str_has_prefix (symbol, series))
    return 0;
  const char *digits = symbol + strlen (series);
  char *end = NULL;
  gint64 number = g_ascii_isdigit (*digits) ? g_ascii_strtoll (digits, &end, 10) : 0;
  return number > 0 && (*end == '\0' || *end == '/' || *end == ' ') ? number : 0;
}

gboolean
chn_milestone_find_span (const char *symbol, ChnMonthSpan *span)
{
  int from = 0, to = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (milestones); i++) {
    gint64 number = get_number (symbol, milestones[i].series);
    if (number >= milestones[i].number)
      from = milestones[i].year;
    if (number > 0 && number <= milestones[i].number && to == 0)
      to = milestones[i].year;
  }
  if (from == 0 || to == 0)
    return FALSE;
  *span = (ChnMonthSpan){ from, 1, to, 12 };
  return TRUE;
}
