/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Packages: ZIP archives of named parts (ECMA-376, part 2), of which documents of Word are made. The plugin "office"
 * writes and reads them.
 */

typedef struct {
  const char *name; /* "word/document.xml" */
  const char *bytes;
  gsize length;
} ChnPackagePart;

/*
 * What a document takes over from a house template: its styles, pages, headers and footers, and what these refer to.
 * All XML is as the template has it, without macros, and without relations to anything outside of the package.
 */
typedef struct {
  char *styles;     /* the part; NULL where there is none */
  char **style_ids; /* for each name that was asked for: the id of the style, or NULL */
  guint n_styles;
  char *references;        /* what w:sectPr has before the size of pages: headers and footers */
  char *section;           /* and behind it: margins and the rest */
  guint width, height;     /* of a page, in twentieths of a point; 0: not said */
  guint side_margins;      /* left and right together */
  gboolean has_footer;     /* of its own */
  gboolean has_even_pages; /* with headers of their own */
  char *relations;         /* Relationship elements of the main part */
  char *types;             /* Default and Override elements */
  GPtrArray *parts;        /* ChnPackagePart *, owned */
  GPtrArray *dropped;      /* char *: what was left out, in words */
} ChnHouseTemplate;
