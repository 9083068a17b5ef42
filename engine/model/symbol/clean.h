/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

enum { CHN_SYMBOL_LONGEST = 160 };

/* A symbol as printed without what printing added, and where each of its bytes came from. */
typedef struct {
  char text[CHN_SYMBOL_LONGEST + 1];
  gsize from[CHN_SYMBOL_LONGEST + 1];
  gsize length;
  gboolean reissued;
} ChnCleanSymbol;

/*
 * Runs of blanks become one and go beside slashes and after dots; asterisks at the end go; a file
 * name loses its extension and language, its underscores become slashes.
 */
gboolean chn_symbol_clean (const char *text, gsize length, ChnCleanSymbol *clean, GError **error);
