/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/api.h>

G_BEGIN_DECLS

/**
 * ChnDate:
 *
 * A date as a source gives it: one Extended Date/Time Format string (ISO 8601-2:2019, levels 0
 * to 2), kept verbatim, with what it denotes. Immutable and shared freely between threads.
 */
typedef struct _ChnDate ChnDate;

/**
 * CHN_TIME_MIN:
 *
 * The instant before all others: an open or unknown start.
 */
#define CHN_TIME_MIN G_MININT64

/**
 * CHN_TIME_MAX:
 *
 * The instant after all others: an open or unknown end.
 */
#define CHN_TIME_MAX G_MAXINT64

/**
 * ChnPrecision:
 *
 * How finely a date is given, finest first. An interval or set has that of its coarsest part, a
 * date with unspecified digits that of the coarsest component which has one: 156X-12-25 is known
 * to the decade, 2014-11-XX to the month.
 */
typedef enum {
  CHN_PRECISION_SECOND,
  CHN_PRECISION_MINUTE,
  CHN_PRECISION_DAY,
  CHN_PRECISION_MONTH,
  CHN_PRECISION_SEASON, /* season, quarter, quadrimester, semester */
  CHN_PRECISION_YEAR,
  CHN_PRECISION_DECADE,
  CHN_PRECISION_CENTURY,
  CHN_PRECISION_MILLENNIUM, /* and coarser */
  CHN_PRECISION_UNBOUNDED,  /* neither end is known */
} ChnPrecision;

/**
 * ChnDateFlags:
 * @CHN_DATE_UNCERTAIN: some component carries "?" or "%"
 * @CHN_DATE_APPROXIMATE: some component carries "~" or "%"
 * @CHN_DATE_TIMED: has a time of day
 * @CHN_DATE_INTERVAL: "a/b"
 * @CHN_DATE_ONE_OF: "[…]"
 * @CHN_DATE_ALL_OF: "{…}"
 * @CHN_DATE_MASKED: has an unspecified digit
 * @CHN_DATE_OPEN_START: begins with ".."
 * @CHN_DATE_OPEN_END: ends with ".."
 * @CHN_DATE_UNKNOWN_START: the start is not known ("/2006")
 * @CHN_DATE_UNKNOWN_END: the end is not known ("2004/")
 * @CHN_DATE_GAPS: denotes less than everything between its bounds; ask chn_date_relate()
 */
typedef enum {
  CHN_DATE_UNCERTAIN = 1 << 0,
  CHN_DATE_APPROXIMATE = 1 << 1,
  CHN_DATE_TIMED = 1 << 2,
  CHN_DATE_INTERVAL = 1 << 3,
  CHN_DATE_ONE_OF = 1 << 4,
  CHN_DATE_ALL_OF = 1 << 5,
  CHN_DATE_MASKED = 1 << 6,
  CHN_DATE_OPEN_START = 1 << 7,
  CHN_DATE_OPEN_END = 1 << 8,
  CHN_DATE_UNKNOWN_START = 1 << 9,
  CHN_DATE_UNKNOWN_END = 1 << 10,
  CHN_DATE_GAPS = 1 << 11,
} ChnDateFlags;

/**
 * ChnDateBounds:
 * @earliest: first second that the date may denote, in civil seconds: seconds of the proleptic
 *   Gregorian calendar since 1970-01-01T00:00:00 as the clock of the place shows them, without
 *   regard to time zones; %CHN_TIME_MIN where there is no start
 * @latest: last second, inclusive (a day ends at 23:59:59); %CHN_TIME_MAX where there is no end
 * @precision: how finely it is given
 * @flags: #ChnDateFlags
 *
 * What columns keep of a date.
 */
typedef struct {
  gint64 earliest;
  gint64 latest;
  ChnPrecision precision;
  guint flags;
} ChnDateBounds;

/**
 * ChnCertainty:
 *
 * The three answers to "did it happen in this range?".
 */
typedef enum {
  CHN_CERTAINTY_NO,
  CHN_CERTAINTY_POSSIBLY,
  CHN_CERTAINTY_CERTAINLY,
} ChnCertainty;

/**
 * chn_date_parse:
 * @text: EDTF text, UTF-8
 * @length: its bytes, or -1 when it ends in NUL
 * @error: return location
 *
 * Parses ISO 8601-2:2019 (LoC EDTF 2019-02-04), levels 0, 1 and 2. Years are proleptic
 * Gregorian and astronomical (year 0 exists) and run from -292000000000 to 292000000000, so that
 * every second of them fits 64 bits. A text has at most 16384 bytes, a set at most 1000 elements.
 *
 * Where the standard leaves room: seasons are the meteorological ones (winter, 2014-24, runs from
 * December 2014 to February 2015); 24:00:00 is taken as 00:00:00 of the next day; a second 60 is refused;
 * times may leave out their seconds and stand in intervals and sets, as ISO 8601-1 has it
 * (2014-12-22T15:00-05:00/2014-12-22T17:10-05:00); an interval may be unbounded on both sides ("../..")
 * but not "/".
 *
 * Errors: %CHN_ERROR_SYNTAX, %CHN_ERROR_RANGE (no such day, end before start),
 * %CHN_ERROR_LIMIT; each with its place and, for EDTF of 2012 and near misses ("18 Nov 2014",
 * "2014-9"), a hint with the right spelling.
 *
 * Returns: (transfer full): a new date, or %NULL on error
 */
CHN_API ChnDate *chn_date_parse (const char *text, gssize length, GError **error);

CHN_API ChnDate *chn_date_ref (ChnDate *date);
CHN_API void chn_date_unref (ChnDate *date);

/**
 * chn_date_get_text:
 * @date: a date
 *
 * Returns: (transfer none): the text as it was given
 */
CHN_API const char *chn_date_get_text (const ChnDate *date);

/**
 * chn_date_dup_canonical:
 * @date: a date
 *
 * The canonical text: qualifiers in the shortest equivalent place, the offset zero as "Z", long years
 * without exponent, sets as given. Equal canonical text means equal dates; parsing it gives an equal date again.
 *
 * Returns: (transfer full): EDTF text
 */
CHN_API char *chn_date_dup_canonical (const ChnDate *date);

/**
 * chn_date_get_level:
 * @date: a date
 *
 * Returns: the lowest EDTF level (0, 1 or 2) at which the text is valid
 */
CHN_API int chn_date_get_level (const ChnDate *date);

CHN_API const ChnDateBounds *chn_date_get_bounds (const ChnDate *date);

/**
 * chn_date_get_fuzzy_bounds:
 * @date: a date
 * @earliest: (out): as in #ChnDateBounds
 * @latest: (out): as in #ChnDateBounds
 *
 * Bounds widened by one unit of each component marked "?" or "~", and two of each marked "%".
 * A convention of python-edtf, not part of the standard; strict bounds are the default
 * everywhere. The bounds are moved by calendar arithmetic, years and months first: 2004-06? reaches
 * from 2003-05-01 to 2005-07-30.
 */
CHN_API void chn_date_get_fuzzy_bounds (const ChnDate *date, gint64 *earliest, gint64 *latest);

/**
 * chn_date_get_utc_offset:
 * @date: a date
 * @minutes: (out): minutes east of UTC
 *
 * Of an interval, that of its start.
 *
 * Returns: %FALSE when the text names no offset
 */
CHN_API gboolean chn_date_get_utc_offset (const ChnDate *date, int *minutes);

/**
 * chn_date_relate:
 * @date: a date
 * @from: first second of the range, civil seconds, inclusive
 * @to: last second of the range, inclusive
 *
 * Whether what the date denotes falls within the range: no when it cannot; certainly when
 * whatever it denotes does, wholly; else possibly. Of sets and masks that is every alternative, of
 * an interval its whole length: 2014-09/2014-10 is in September possibly. What is approximate or
 * uncertain is nowhere certainly. Gaps count: `[1667,1668,1670..1672]` does not meet 1669 and `156X-12-25` denotes
 * ten days.
 */
CHN_API ChnCertainty chn_date_relate (const ChnDate *date, gint64 from, gint64 to);

/**
 * chn_date_compare:
 *
 * Total order: earliest, then latest, then precision (finest first), then canonical text.
 */
CHN_API int chn_date_compare (const ChnDate *a, const ChnDate *b);

/**
 * chn_date_dup_humanized:
 * @date: a date
 *
 * English for briefings: "18 November 2014", "about September 2014", "between 27 April and
 * 1 May 2014", "18–20 November 2014", "2001–2003", "since 2005", "autumn 2014", "the 1560s",
 * "22 December 2014, 15:00–17:10 (UTC−05:00)". A second that is 0 is not said.
 *
 * Returns: (transfer full): the text
 */
CHN_API char *chn_date_dup_humanized (const ChnDate *date);

/**
 * chn_date_new_humanized:
 * @text: English as chn_date_dup_humanized() writes it
 * @error: return location
 *
 * Reads humanized text back, and what people write like it: "Nov 2014", "November 18, 2014",
 * "c. 1990", "18-20 November 2014". A time without seconds is one to the minute.
 *
 * Returns: (transfer full): the date, or %NULL on error
 */
CHN_API ChnDate *chn_date_new_humanized (const char *text, GError **error);

/**
 * chn_date_new_from_day:
 * @year: astronomical year
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: (transfer full) (nullable): the date of a day, %NULL when there is no such day
 */
CHN_API ChnDate *chn_date_new_from_day (gint64 year, int month, int day);

/**
 * chn_precision_get_name:
 *
 * Returns: (transfer none): "second", "day", … "unbounded"
 */
CHN_API const char *chn_precision_get_name (ChnPrecision precision);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnDate, chn_date_unref)

G_END_DECLS
