/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/error.h"
#include "format/format.h"
#include "format/ical/copies.h"
#include "format/ical/file-zone.h"
#include "format/ical/lines.h"
#include "format/ical/people.h"
#include "format/ical/span.h"
#include "format/ical/uid.h"
#include "format/ical/value.h"
#include "format/ical/writer.h"

/* What the files of the iCalendar reader share. */

enum { CHN_ICAL_MOST_PROPERTIES = 10000 };

typedef struct {
  guint line, column;
  const char *code;
  char *message;
} ChnIcalPending;

typedef struct {
  const ChnReadJob *job;
  ChnTimelineBuilder *builder;
  ChnReport *report;
  const ChnLimits *limits;
  ChnScanner *scanner;
  ChnFileZones *zones;
  ChnIcalUids *uids;
  ChnCategories *categories;
  GHashTable *people;    /* names of those that the file has, to the ids that they got */
  ChnIcalWriter *writer; /* for what we would write of an event */
  gboolean has_uids;     /* those of the whole file are in `uids` */
  ChnIcalCopies *copies; /* NULL until some UID stands twice */
  GHashTable *other_ids; /* of lines of events whose id is not the one that their UID gives, to that id */
  GHashTable *warned;    /* of what is said once a file: unknown zones */
  ChnClocks *zone;       /* of the calendar's times in UTC, or NULL */
  char *title;           /* of the calendar, NULL while unknown */
  char *timeline;        /* id of the current origin's timeline, or NULL */
  gboolean is_vcalendar; /* what is read follows the standard before this one, vCalendar 1.0 */

  /* The VEVENT at hand. */
  ChnIcalLines lines;
  guint n_properties; /* those past the bound too */
  guint line;         /* of its BEGIN */
  GArray *pending;    /* ChnIcalPending: lines that were mended or left out, said once its UID is known */
  GPtrArray *parts;   /* char *: components within it, each a key and a value */
  guint64 dropped;    /* names whose lines are kept in no case */
  ChnSlice uid;       /* as written; empty while unknown */
  gboolean is_copy;   /* of another event of the file, which counts instead */
  ChnEvent *event;
  GArray *sources; /* ChnSource: of its citations, in their order; texts as long-lived as the event's */

  gboolean is_comparing; /* what is read is compared only: what is missing is no fault */
  GString *text, *key;   /* scratch */
} ChnIcalReader;

/* fault.c: findings, each with line and column of its place and the event's UID. */

/* `at` lies in the line's text, NULL for its start. */
void chn_ical_fault (ChnIcalReader *reader, const ChnIcalLine *line, const char *at, ChnError code, const char *hint,
                     const char *format, ...) G_GNUC_PRINTF (6, 7);
/* Takes an error whose place is within the value. */
void chn_ical_fault_in_value (ChnIcalReader *reader, const ChnIcalLine *line, const GError *error);
/*
 * A property that says nothing that can be taken: it is left out, which is warned of, and the event stays. Nothing
 * may point at its line any more; what stands at the front of its value is shown.
 */
void chn_ical_leave_out (ChnIcalReader *reader, const ChnIcalLine *line, const char *hint, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
/* The same of what is put in the place of a line: "DTEND;TZID=Asia/Tokyo:20141118T150800". */
void chn_ical_mend (ChnIcalReader *reader, const ChnIcalLine *line, const char *content, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* At the first column of a line of the file. */
void chn_ical_fault_at (ChnIcalReader *reader, guint line, guint column, const GError *error);
void chn_ical_remark (ChnIcalReader *reader, ChnSeverity severity, const char *code, guint line, const char *hint,
                      const char *format, ...) G_GNUC_PRINTF (6, 7);
/* What was mended or left out while its UID was not known. */
void chn_ical_report_pending (ChnIcalReader *reader, const ChnIcalPending *pending);
