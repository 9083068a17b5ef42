/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

#include "format/options.h"

/* How an event's date becomes calendar time. */
typedef enum {
  CHN_WHEN_DAYS, /* DTSTART and exclusive DTEND of type DATE */
  CHN_WHEN_TIME, /* one instant */
  CHN_WHEN_SKIPPED,
} ChnWhenKind;

typedef struct {
  ChnWhenKind kind;
  gint64 first_day; /* days since 1970-01-01 */
  gint64 end_day;   /* exclusive */
  gint64 utc;       /* seconds since 1970-01-01T00:00:00Z, of a time */
  char *prefix;     /* what SUMMARY must begin with so that no precision is claimed; or NULL */
  const char *why;  /* of what is skipped */
} ChnWhen;

/*
 * The default zone serves times that name neither offset nor zone. A calendar holds the years 1000
 * to 9999 only: one event outside makes some clients refuse the whole file.
 */
void chn_when_init (ChnWhen *when, const ChnEvent *event, const char *default_zone, ChnImprecise imprecise);
void chn_when_clear (ChnWhen *when);

/* "20141118" and "20141118T200800Z" */
void chn_when_format_day (gint64 day, char buffer[16]);
void chn_when_format_utc (gint64 seconds, char buffer[24]);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnWhen, chn_when_clear)
