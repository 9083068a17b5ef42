/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

#include "model/symbol/word.h"

enum { CHN_SYMBOL_PARTS = 16, CHN_SYMBOL_PART_LONGEST = 40 };

typedef enum {
  CHN_PART_NUMBER,  /* 188 */
  CHN_PART_RANGE,   /* 2-4 */
  CHN_PART_DOTTED,  /* L.28 */
  CHN_PART_WORD,    /* RES */
  CHN_PART_SESSION, /* ES-10 */
  CHN_PART_OTHER,   /* 12A */
} ChnPartClass;

/* What stands between two slashes, spelled canonically. */
typedef struct {
  ChnPartClass class;
  gsize offset, length;               /* its place in the text */
  char head[CHN_SYMBOL_PART_LONGEST]; /* without what follows in brackets */
  const ChnWord *word;                /* what its letters are, NULL when unknown */
  const char *number;                 /* in head: after the dot, or the whole of it; or NULL */
  int year;                           /* "(2016)", else 0 */
  char roman[16];                     /* "(III)", "(S-VI)" without the brackets, else "" */
  char session[16];                   /* the same in digits: "3", "S-6" */
  char letters[8];                    /* lettered part: "A", "A-D", else "" */
  char note[32];                      /* "Resumption 1", "Part II", else "" */
  gboolean supplement;                /* "(SUPP)" */
} ChnPart;

typedef struct {
  ChnPart parts[CHN_SYMBOL_PARTS];
  guint n_parts;
  gboolean reissued; /* "*" */
} ChnSymbolScan;

/* Splits a symbol as it is printed into its parts; a file name's underscores count as slashes. */
gboolean chn_symbol_scan (const char *text, gsize length, ChnSymbolScan *scan, GError **error);

/* Whether anything stands behind the head: brackets, or a lettered part. */
gboolean chn_part_has_brackets (const ChnPart *part);
