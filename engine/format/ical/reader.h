/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/error.h"
#include "format/format.h"
#include "format/ical/category.h"
#include "format/ical/file-zone.h"
#include "format/ical/lines.h"
#include "format/ical/span.h"
#include "format/ical/uid.h"
#include "format/ical/value.h"

/* What the files of the iCalendar reader share. */

enum { CHN_ICAL_MOST_DEPTH = 16, CHN_ICAL_MOST_PROPERTIES = 10000 };

typedef struct _ChnIcalPeople ChnIcalPeople;
typedef struct _ChnIcalPayloads ChnIcalPayloads;

typedef struct {
  guint line, column;
  GError *error;
} ChnIcalPending;

/* A revision in UTC, as it is written and as EDTF: most events of a file share theirs. */
typedef struct {
  char value[16];
  char date[24];
  gint64 seconds;
} ChnIcalStamp;

typedef struct {
  const ChnReadJob *job;
  ChnTimelineBuilder *builder;
  ChnReport *report;
  const ChnLimits *limits;
  ChnScanner *scanner;
  ChnFileZones *zones;
  ChnIcalUids *uids;
  ChnCategories *categories;
  ChnIcalPeople *people;
  ChnIcalPayloads *payloads;
  gboolean has_uids;   /* those of the whole file are in `uids` */
  GHashTable *warned;  /* of what is said once a file: unknown zones */
  ChnFileZone *zone;   /* of the calendar's times in UTC, or NULL */
  char *title;         /* of the calendar, NULL while unknown */
  char *timeline;      /* id of the current origin's timeline, or NULL */
  ChnIcalStamp stamp;  /* the last one; its value is empty while there is none */
  const char *counted; /* up to where lines were counted for zones */
  guint counted_line;

  /* The VEVENT at hand. */
  ChnIcalLines lines;
  guint n_properties;                        /* those past the bound too */
  guint line;                                /* of its BEGIN */
  GArray *pending;                           /* ChnIcalPending: faults of its lines, which wait for its UID */
  GPtrArray *parts;                          /* char *: components within it, each a key and a value */
  const ChnIcalLine *only[CHN_N_ICAL_NAMES]; /* the first line of each name */
  guint64 repeated;                          /* names that have more lines */
  guint64 rewritten;                         /* names whose lines the writer makes again from the fields alone */
  ChnSlice uid;                              /* as written; empty while unknown */
  gboolean is_uid_taken;                     /* an event before has it: this one is left with its id alone */
  ChnEvent *event;

  GString *text, *key; /* scratch */
} ChnIcalReader;

/* fault.c: findings, each with line and column of its place and the event's UID. */

/* `at` lies in the line's text, NULL for its start. */
void chn_ical_fault (ChnIcalReader *reader, const ChnIcalLine *line, const char *at, ChnError code, const char *hint,
                     const char *format, ...) G_GNUC_PRINTF (6, 7);
/* Takes an error whose place is within the value. */
void chn_ical_fault_in_value (ChnIcalReader *reader, const ChnIcalLine *line, const GError *error);
/* At the first column of a line of the file. */
void chn_ical_fault_at (ChnIcalReader *reader, guint line, guint column, const GError *error);
void chn_ical_remark (ChnIcalReader *reader, ChnSeverity severity, const char *code, guint line, const char *hint,
                      const char *format, ...) G_GNUC_PRINTF (6, 7);

/* read-event.c */
void chn_ical_read_event (ChnIcalReader *reader);
/* Fills reader->only and the UID. */
void chn_ical_index_lines (ChnIcalReader *reader);
/* Marks that the writer needs no help with a property. */
static inline void
chn_ical_say (ChnIcalReader *reader, ChnIcalName name)
{
  reader->rewritten |= CHN_ICAL_BIT (name);
}

/* read-when.c: DTSTART, DTEND, DURATION and the recurrence. */
void chn_ical_read_when (ChnIcalReader *reader);
gboolean chn_ical_read_span (ChnIcalReader *reader, ChnIcalSpan *span);

/* read-rule.c: whether an RRULE is well formed and harmless. */
gboolean chn_ical_check_rule (const ChnSlice *rule, GError **error);
/* Whether two rules have the same parts, in whatever order. */
gboolean chn_ical_rules_agree (const ChnSlice *a, const ChnSlice *b);

/* read-people.c: ATTENDEE and ORGANIZER. */
ChnIcalPeople *chn_ical_people_new (void);
void chn_ical_people_free (ChnIcalPeople *people);
void chn_ical_read_people (ChnIcalReader *reader);

/* read-links.c: URL and ATTACH. */
void chn_ical_read_links (ChnIcalReader *reader);
/* Cites a web address as a source of its own. */
void chn_ical_cite (ChnIcalReader *reader, const char *url, const char *title, guint line);

/* read-relations.c: RELATED-TO and RECURRENCE-ID. */
void chn_ical_read_relations (ChnIcalReader *reader);

/* read-payload.c: events that were written here. */
ChnIcalPayloads *chn_ical_payloads_new (ChnIcalReader *reader);
void chn_ical_payloads_free (ChnIcalPayloads *payloads);
/* FALSE when the payload cannot be read, which is reported. */
gboolean chn_ical_payloads_take (ChnIcalReader *reader);
/* Adds the events that were taken and compares what is seen of them. */
void chn_ical_payloads_finish (ChnIcalReader *reader);

/* read-extra.c: what no field holds. */
void chn_ical_keep_extras (ChnIcalReader *reader);
/* The key of a line, its name in upper case, in reader->key. */
const char *chn_ical_make_key (ChnIcalReader *reader, const ChnSlice *head);

/* read-header.c: what stands around the events. */
void chn_ical_read_header (ChnIcalReader *reader, const ChnScanLine *line, ChnIcalName name);
/* Adds an event to the timeline of this id; NULL: to whichever is open. */
void chn_ical_add_event (ChnIcalReader *reader, const char *timeline, guint line);
