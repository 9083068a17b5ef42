/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* The rows of the field table for time in relation to a date or an event, and for places in a series. */
// clang-format off
#define TIME_FIELDS(row)                                                                                             \
  row ("before", "a date or @event, perhaps with a duration as in @event-90d", "what came before a date or event",   \
       "possibly before", "certainly before", 0, 0, chn_bind_before, chn_match_periods, chn_narrow_periods)              \
  row ("after", "a date or @event, perhaps with a duration as in @event+90d", "what came after a date or event",     \
       "possibly after", "certainly after", 0, 0, chn_bind_after, chn_match_periods, chn_narrow_periods)                 \
  row ("during", "a date, @event, or a range as in @event..@other", "what happened meanwhile", "possibly within",    \
       "certainly within", CHN_TAKES_RANGE, FALSE, chn_bind_date, chn_match_periods, chn_narrow_periods)                 \
  row ("within", "a duration and an event or date, as 90d@event; +90d@event for after it only, -90d@event for before", \
       "what lies near an event, before it or after it", "possibly so near", "certainly so near", 0, 0,              \
       chn_bind_within, chn_match_periods, chn_narrow_periods)

#define NTH_FIELD(row)                                                                                               \
  row ("nth", "a number or range", "which of its series it is", "this number", "this number", CHN_TAKES_RANGE, 0,    \
       chn_bind_nth, chn_match_nth, NULL)
// clang-format on
