/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/scene.h"

/*
 * A text that is to be set on pages: blocks in the order in which they are read, each of spans. Whoever makes it
 * (format/pdf/) says what a block is; whoever sets it (the plugin "picture") knows what that looks like, and where
 * lines and pages end. All text is UTF-8 and shown as it stands.
 */

/* How a span is set; bits. */
typedef enum {
  CHN_SPAN_PLAIN = 0,
  CHN_SPAN_BOLD = 1 << 0,
  CHN_SPAN_ITALIC = 1 << 1,
  CHN_SPAN_RAISED = 1 << 2,
  CHN_SPAN_WHOLE = 1 << 3,     /* not broken across lines */
  CHN_SPAN_RIGHTWARD = 1 << 4, /* runs from left to right, whatever stands around it */
  CHN_SPAN_OPENS = 1 << 5,     /* from here it runs as its first letter does, and changes nothing around it … */
  CHN_SPAN_CLOSES = 1 << 6,    /* … to here */
  CHN_SPAN_ISOLATED = CHN_SPAN_OPENS | CHN_SPAN_CLOSES,
  CHN_SPAN_CALLS_NOTE = 1 << 7,
} ChnSpanStyle;

typedef struct {
  const char *text;
  guint style;         /* of ChnSpanStyle */
  const char *address; /* a URI in ASCII that it leads to, or NULL */
  guint note;          /* which it leads to; 0: none */
} ChnSpan;

typedef enum {
  CHN_BLOCK_TITLE,
  CHN_BLOCK_FRONT,
  CHN_BLOCK_HEADING,
  CHN_BLOCK_SUBHEADING,
  CHN_BLOCK_ENTRY,  /* the first paragraph of an entry */
  CHN_BLOCK_LINE,   /* an entry of one paragraph */
  CHN_BLOCK_DETAIL, /* a further paragraph */
  CHN_BLOCK_REMARK,
  CHN_BLOCK_NOTE,
  CHN_BLOCK_LEGEND,
  CHN_BLOCK_HEAD, /* of a column */
  CHN_BLOCK_CELL,
  CHN_N_BLOCK_KINDS,
} ChnBlockKind;

typedef struct {
  ChnBlockKind kind;
  guint first_span, n_spans;
  guint number; /* of a note; else 0 */
  guint column; /* of a cell, whose blocks stand in the order of columns */
  gboolean begins_row;
  gboolean is_natural; /* runs as its first letter does, and not as the text's language */
} ChnBlock;

/* What a page with a picture has around it, in points: beside it, and above and below. */
enum { CHN_PAGES_PICTURE_ACROSS = 80, CHN_PAGES_PICTURE_DOWN = 134 };

typedef struct {
  ChnSpan head;
  double share; /* of the width */
} ChnPagesColumn;

typedef struct {
  double width, height; /* of a page, in points; the picture's lies across */
  const char *font;     /* families, the first that there is */
  const char *language; /* BCP 47 */
  const char *title;
  gint64 revised; /* seconds since 1970-01-01 UTC; 0: nobody says */
  const ChnSpan *span;
  const ChnBlock *block;
  guint n_blocks;
  const ChnBlock *note; /* at the foot of the page that calls them first: note n is the n-th; NULL: none is */
  guint n_notes;
  const ChnPagesColumn *column; /* of rows */
  guint n_columns;
  const ChnScene *picture; /* on a page of its own; or NULL */
} ChnPages;

/* A face that stood in for the first one, which lacked characters; its texts are of GLib's memory. */
typedef struct {
  char *family; /* NULL: no font has them */
  char *sample; /* a few of the characters */
  guint n;      /* how many were set in it */
} ChnStandIn;

/* What a reader of the file is told beside its text, which cairo does not write. */
typedef struct {
  const char *language;
  const char *figure; /* what the picture shows */
  gboolean has_tables;
  gboolean is_dated; /* whether the day of creation says anything */
} ChnPagesFacts;
