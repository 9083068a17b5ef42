/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How a date may and must lie to a stretch of time. */
#include "query/timing.h"

static gboolean
meets (ChnDateStretch stretch, gint64 from, gint64 to)
{
  return stretch.earliest <= to && stretch.latest >= from;
}

static gboolean
lies_in (ChnDateStretch stretch, gint64 from, gint64 to)
{
  return stretch.earliest >= from && stretch.latest <= to;
}

/* All that a date may have: by the clocks of two places an end may show before its beginning. */
static ChnDateStretch
get_whole (const ChnDateEnds *ends)
{
  return (ChnDateStretch){ MIN (ends->begin.earliest, ends->end.earliest),
                           MAX (ends->begin.latest, ends->end.latest) };
}

/* Some beginning and some end, one after the other, both in the stretch. */
static gboolean
may_be_during (const ChnDateEnds *ends, gint64 from, gint64 to)
{
  if (ends->begin.earliest > ends->end.latest)
    return lies_in (get_whole (ends), from, to);
  gint64 begin = MAX (ends->begin.earliest, from), end = MAX (ends->end.earliest, begin);
  return begin <= ends->begin.latest && end <= MIN (ends->end.latest, to);
}

gboolean
chn_timing_may_hold (ChnTiming timing, const ChnDateEnds *ends, gint64 from, gint64 to)
{
  ChnDateStretch whole = get_whole (ends);
  switch (timing) {
  case CHN_TIMING_BEFORE:
    return ends->end.earliest <= to;
  case CHN_TIMING_AFTER:
    return ends->begin.latest >= from;
  case CHN_TIMING_DURING:
    return ends->lasts ? may_be_during (ends, from, to) : meets (whole, from, to);
  case CHN_TIMING_BEGINS:
    return ends->begin.latest != CHN_TIME_MIN && meets (ends->begin, from, to);
  case CHN_TIMING_ENDS:
    return ends->end.earliest != CHN_TIME_MAX && meets (ends->end, from, to);
  default:
    return meets (whole, from, to);
  }
}

gboolean
chn_timing_must_hold (ChnTiming timing, const ChnDateEnds *ends, gint64 from, gint64 to)
{
  switch (timing) {
  case CHN_TIMING_BEFORE:
    return ends->end.latest <= to;
  case CHN_TIMING_AFTER:
    return ends->begin.earliest >= from;
  case CHN_TIMING_BEGINS:
    return ends->begin.latest != CHN_TIME_MIN && lies_in (ends->begin, from, to);
  case CHN_TIMING_ENDS:
    return ends->end.earliest != CHN_TIME_MAX && lies_in (ends->end, from, to);
  case CHN_TIMING_OVERLAPS:
    if (ends->lasts)
      return MIN (ends->begin.latest, ends->end.latest) <= to &&
             MAX (ends->begin.earliest, ends->end.earliest) >= from;
    return lies_in (get_whole (ends), from, to);
  default:
    return lies_in (get_whole (ends), from, to);
  }
}
