/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The Security Council's resolutions and meetings by year: both are numbered through since 1946. */
#include "model/symbol/council-years.h"

/*
 * From the resolutions themselves, the lists of meetings of the Dag Hammarskjold Library, and the Council's press
 * releases. The last meeting of a year is known to a number or two in some years, and not at all in 2020, 2021 and
 * 2025, where the neighbours bound it; 0 is where nothing does.
 */
typedef struct {
  int year;
  int last_resolution;
  int last_meeting_least, last_meeting_most;
} Year;

static const Year years[] = {
  /* year, last resolution, last meeting: at least, at most */
  { 1946, 15, 88, 88 },       { 1947, 37, 225, 225 },     { 1948, 66, 396, 396 },     { 1949, 78, 458, 458 },
  { 1950, 89, 530, 530 },     { 1951, 96, 569, 569 },     { 1952, 98, 611, 611 },     { 1953, 103, 654, 654 },
  { 1954, 105, 686, 686 },    { 1955, 110, 709, 709 },    { 1956, 121, 759, 759 },    { 1957, 126, 808, 808 },
  { 1958, 131, 844, 844 },    { 1959, 132, 849, 849 },    { 1960, 160, 920, 920 },    { 1961, 170, 988, 988 },
  { 1962, 177, 1026, 1026 },  { 1963, 185, 1085, 1085 },  { 1964, 199, 1189, 1189 },  { 1965, 219, 1270, 1270 },
  { 1966, 232, 1340, 1340 },  { 1967, 244, 1386, 1386 },  { 1968, 262, 1462, 1462 },  { 1969, 275, 1526, 1526 },
  { 1970, 291, 1564, 1564 },  { 1971, 307, 1623, 1623 },  { 1972, 324, 1683, 1683 },  { 1973, 344, 1760, 1760 },
  { 1974, 366, 1812, 1812 },  { 1975, 384, 1869, 1869 },  { 1976, 402, 1982, 1982 },  { 1977, 422, 2055, 2055 },
  { 1978, 443, 2107, 2107 },  { 1979, 461, 2184, 2184 },  { 1980, 484, 2261, 2261 },  { 1981, 499, 2321, 2321 },
  { 1982, 528, 2410, 2410 },  { 1983, 545, 2508, 2508 },  { 1984, 559, 2565, 2565 },  { 1985, 580, 2639, 2639 },
  { 1986, 593, 2730, 2730 },  { 1987, 606, 2779, 2779 },  { 1988, 626, 2834, 2834 },  { 1989, 646, 2903, 2903 },
  { 1990, 683, 2972, 2972 },  { 1991, 725, 3025, 3025 },  { 1992, 799, 3154, 3154 },  { 1993, 892, 3325, 3325 },
  { 1994, 969, 3485, 3485 },  { 1995, 1035, 3615, 3615 }, { 1996, 1092, 3729, 3729 }, { 1997, 1146, 3846, 3846 },
  { 1998, 1219, 3962, 3962 }, { 1999, 1284, 4086, 4086 }, { 2000, 1334, 4253, 4253 }, { 2001, 1386, 4445, 4445 },
  { 2002, 1454, 4683, 4683 }, { 2003, 1521, 4891, 4891 }, { 2004, 1580, 5107, 5107 }, { 2005, 1651, 5342, 5342 },
  { 2006, 1738, 5614, 5614 }, { 2007, 1794, 5816, 5816 }, { 2008, 1859, 6059, 6060 }, { 2009, 1907, 6254, 6254 },
  { 2010, 1966, 6464, 6464 }, { 2011, 2032, 6698, 6700 }, { 2012, 2085, 6898, 6898 }, { 2013, 2132, 7091, 7091 },
  { 2014, 2195, 7354, 7355 }, { 2015, 2259, 7598, 7599 }, { 2016, 2336, 7855, 7855 }, { 2017, 2397, 8151, 8151 },
  { 2018, 2451, 8439, 8439 }, { 2019, 2503, 8697, 8697 }, { 2020, 2560, 8698, 9233 }, { 2021, 2617, 8698, 9233 },
  { 2022, 2671, 9234, 9236 }, { 2023, 2721, 9524, 9524 }, { 2024, 2767, 9797, 9831 }, { 2025, 2810, 9830, 0 },
};

enum { FIRST_YEAR = 1946 };

gboolean
chn_council_find_resolution (gint64 number, ChnMonthSpan *span)
{
  for (gsize i = 0; i < G_N_ELEMENTS (years) && number > 0; i++)
    if (number <= years[i].last_resolution) {
      *span = (ChnMonthSpan){ years[i].year, 1, years[i].year, 12 };
      return TRUE;
    }
  return FALSE;
}

gboolean
chn_council_find_meeting (gint64 number, ChnMonthSpan *span)
{
  int from = FIRST_YEAR;
  for (gsize i = 0; i < G_N_ELEMENTS (years) && number > 0; i++) {
    if (number > years[i].last_meeting_most && years[i].last_meeting_most != 0)
      from = years[i].year + 1;
    if (number <= years[i].last_meeting_least) {
      *span = (ChnMonthSpan){ from, 1, years[i].year, 12 };
      return TRUE;
    }
  }
  return FALSE;
}
