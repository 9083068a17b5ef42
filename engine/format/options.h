/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/format.h>

#include "base/deadline.h"
#include "model/since.h"

/* The values of word options, in the order in which the table's metavar lists them. */
typedef enum { CHN_IMPRECISE_AUTO, CHN_IMPRECISE_SPAN, CHN_IMPRECISE_ANCHOR, CHN_IMPRECISE_SKIP } ChnImprecise;

typedef enum { CHN_PUBLISHING_NONE, CHN_PUBLISHING_PUBLISH } ChnPublishing;

struct _ChnWriteOptions {
  char *title; /* NULL: the timeline's */
  char *scope; /* what was asked for, in words */
  char *as_of;
  guint n_cancelled, n_not_held; /* events that were asked for and left out, since they were */
  ChnDate *today;
  guint columns;
  gboolean colour;
  int style, layout, group, length, notes,
      disputes; /* 0: as the format or the style has it; else of document/profile.h, plus 1 */
  gboolean quotes;
  gboolean fragment;
  int imprecise; /* ChnImprecise */
  gboolean no_payload;
  gboolean stamps_tell; /* stamps of calendars differ with what is stamped, in the time of day that nobody knows */
  gboolean local_times;
  gboolean anniversaries;
  int method;           /* ChnPublishing */
  char *alarm;          /* "-P14D", or NULL */
  char *refresh;        /* "PT12H", or NULL */
  char *calendar_color; /* a name of CSS, or NULL */
  char *tombstones;     /* "P1Y", or NULL for that */
  guint split;          /* events a file, 0: all */
  GBytes *update;       /* an older calendar, or NULL */
  GBytes *house;        /* a document of Word as a template, or NULL */
  gboolean spreadsheet;
  gboolean header;
  gboolean ids;
  gboolean plain;
  int lanes, axis, theme; /* of document/picture/options.h, and ChnTheme */
  char *size, *font;      /* of pictures and pages; NULL: by themselves */
  gboolean no_picture;

  ChnDeadline *deadline;          /* borrowed: when it has passed, writing fails; NULL: never */
  const GPtrArray *subscriptions; /* borrowed: what a page lists of its site; NULL: nothing */

  ChnSince since; /* its date is NULL where no days are counted */
};
