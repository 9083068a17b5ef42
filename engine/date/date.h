/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/date.h>
#include <chancery/error.h>

/*
 * What the files of this layer share. A date is a list of items; an item is one part ("2014-11~")
 * or two with a range between; a part is one year, month, season, day or second.
 */

typedef enum {
  CHN_PART_YEAR,
  CHN_PART_MONTH,
  CHN_PART_SEASON,
  CHN_PART_DAY,
  CHN_PART_TIME,
} ChnPartForm;

enum { CHN_COMPONENT_YEAR, CHN_COMPONENT_MONTH, CHN_COMPONENT_DAY, CHN_N_COMPONENTS };

/* Bits of a component's qualifier; both together are "%". */
enum { CHN_QUALIFIER_UNCERTAIN = 1, CHN_QUALIFIER_APPROXIMATE = 2 };

/* A mask has a bit for each unspecified digit, the lowest for the rightmost digit; the digit's value is then 0. */
typedef struct {
  gint64 year;
  gint16 offset; /* minutes east of UTC */
  guint8 form;   /* ChnPartForm */
  guint8 level;
  guint8 negative; /* tells -0XXX from 0XXX */
  guint8 significant;
  guint8 year_mask;
  guint8 month_mask;
  guint8 day_mask;
  guint8 month; /* or the number of the season */
  guint8 day;
  guint8 hour, minute, second;
  guint8 to_minute; /* a time without its seconds */
  guint8 has_offset;
  guint8 gaps; /* denotes less than everything between its bounds */
  guint8 qualifier[CHN_N_COMPONENTS];
} ChnDatePart;

typedef enum {
  CHN_END_PART,
  CHN_END_OPEN,
  CHN_END_UNKNOWN,
} ChnEndKind;

typedef struct {
  guint8 is_range;
  guint8 from_kind, to_kind; /* ChnEndKind */
  ChnDatePart from, to;
} ChnDateItem;

typedef enum {
  CHN_SHAPE_SINGLE,
  CHN_SHAPE_INTERVAL,
  CHN_SHAPE_ONE_OF,
  CHN_SHAPE_ALL_OF,
} ChnDateShape;

struct _ChnDate {
  gatomicrefcount references;
  guint8 shape; /* ChnDateShape */
  guint8 level;
  guint n_items;
  ChnDateBounds bounds;
  const char *text; /* behind the items, in the same block */
  ChnDateItem items[];
};

/* Where parsing stopped and why. */
typedef struct {
  ChnError code;
  gsize offset;
  gsize length;
  char message[176];
} ChnDateFault;

typedef struct {
  const char *text;
  gsize length;
  gsize at;
  ChnDateFault fault;
} ChnScanner;

/* scan.c: the lexical level. A failing call sets the fault and returns FALSE. */
gboolean chn_scan_fail (ChnScanner *scanner, ChnError code, gsize offset, gsize length, const char *format, ...)
    G_GNUC_PRINTF (5, 6);
gboolean chn_scan_fail_expected (ChnScanner *scanner, const char *expected);
char chn_scan_peek (const ChnScanner *scanner);
gboolean chn_scan_take (ChnScanner *scanner, char byte);
gboolean chn_scan_take_dots (ChnScanner *scanner);
guint8 chn_scan_qualifier (ChnScanner *scanner);
gboolean chn_scan_pair (ChnScanner *scanner, const char *name, gboolean masks, guint8 *value, guint8 *mask);
gboolean chn_scan_plain (const char *text, gsize length, ChnDatePart *part);

/* year.c, time.c, part.c: the pieces of a part. */
gboolean chn_scan_year (ChnScanner *scanner, ChnDatePart *part);
gboolean chn_scan_time (ChnScanner *scanner, ChnDatePart *part);
gboolean chn_scan_part (ChnScanner *scanner, ChnDatePart *part);
void chn_year_get_range (const ChnDatePart *part, gint64 *first, gint64 *last);

/* parse.c: a date without hints, for the callers that try texts; chn_date_parse() in hint.c gives them. */
ChnDate *chn_date_parse_plainly (const char *text, gsize length, ChnDateFault *fault);

/* value.c: the times of day that a date names without an offset, by their number; NULL when there are no more. */
const ChnDatePart *chn_date_get_local_time (const ChnDate *date, guint index);

/* hint.c: the EDTF that a text is, or that alone it can have meant; NULL for none, or for two. */
char *chn_date_dup_meant (const char *text);

/* season.c: the months of the sub-year groupings 21 to 41; those beyond December are of the next year. */
typedef struct {
  guint8 first_month, n_months, level;
  const char *name;
} ChnSeason;
const ChnSeason *chn_season_get (int number);
/* Whether it runs into the next year. */
gboolean chn_season_crosses_year (const ChnSeason *season);

/* member.c: the spans that a part with unspecified digits may denote. Days since 1970-01-01. */
typedef struct {
  gint64 first, last;
} ChnDaySpan;
ChnDaySpan chn_season_find_days (const ChnSeason *season, gint64 year);
gboolean chn_member_find (const ChnDatePart *part, gint64 from_day, ChnDaySpan *span);
gboolean chn_member_find_last (const ChnDatePart *part, ChnDaySpan *span);
gboolean chn_member_has_gaps (const ChnDatePart *part);
gboolean chn_pair_matches (guint8 value, guint8 mask, int candidate);

/* bounds.c */
void chn_part_get_bounds (const ChnDatePart *part, gint64 *earliest, gint64 *latest);
void chn_end_get_bounds (const ChnDatePart *part, gint64 *earliest, gint64 *latest);
void chn_item_get_bounds (const ChnDateItem *item, gint64 *earliest, gint64 *latest);
ChnPrecision chn_part_get_precision (const ChnDatePart *part);
void chn_date_compute_bounds (ChnDate *date);
gint64 chn_day_start (gint64 day);
gint64 chn_day_end (gint64 day);

/* canonical.c */
/* A year as EDTF: -0043, 0050, 2014, Y12014. */
void chn_year_append (gint64 year, GString *out);
void chn_part_append (const ChnDatePart *part, GString *out);
