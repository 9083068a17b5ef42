/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/document.h"
#include "model/since.h"

/* The values of each stand in the order of the write options' words (format/options.c). */

typedef enum {
  CHN_GROUP_BY_NONE,
  CHN_GROUP_BY_YEAR,
  CHN_GROUP_BY_MONTH,
  CHN_GROUP_BY_FORUM,
  CHN_GROUP_BY_ACTOR
} ChnGroupBy;

/* Short: a sentence and a few sources by name; full: the summary too; long: what each source says as well. */
typedef enum { CHN_LENGTH_SHORT, CHN_LENGTH_FULL, CHN_LENGTH_LONG } ChnLength;

typedef enum {
  CHN_NOTES_END,    /* numbered, behind the chronology */
  CHN_NOTES_INLINE, /* whole, behind each entry */
  CHN_NOTES_SHORT,  /* who and when, behind each entry */
  CHN_NOTES_NONE,
  CHN_NOTES_FOOT, /* numbered, at the foot of pages; at the end where there are no pages */
} ChnNotes;

typedef enum {
  CHN_DISPUTES_MAIN, /* of what matters to a reader: date, vote, forum, actors, status */
  CHN_DISPUTES_ALL,
  CHN_DISPUTES_NONE,
} ChnDisputes;

/* How a briefing looks: what a style stands for, and each option changes. */
typedef struct {
  ChnLayout layout;
  ChnGroupBy group_by;
  gboolean newest_first;
  ChnLength length;
  ChnNotes notes;
  gboolean quotes;         /* in notes */
  gboolean marks_in_words; /* nobody sees the legend */
  ChnDisputes disputes;
  const ChnSince *since;       /* what a table counts days from; or NULL */
  gboolean ids;                /* in a table */
  gboolean last_revised_first; /* instead of groups in the order of rows */
  gboolean interactive;        /* whoever reads it can choose entries, and unfold what sources say */
} ChnProfile;

typedef enum {
  CHN_STYLE_BRIEF,
  CHN_STYLE_PRESS,
  CHN_STYLE_SCR,
  CHN_STYLE_TABLE,
  CHN_STYLE_FEED,
  CHN_STYLE_SLIDES,
  CHN_STYLE_PICTURE,
  CHN_N_STYLES
} ChnStyle;

const ChnProfile *chn_style_get_profile (ChnStyle style);
