/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/symbol/private.h"

/*
 * A series of documents: how its symbols are written (template.h, at its end a {document}, see document.c), whose
 * they are, and what they are where no word in the symbol tells.
 */
typedef struct {
  const char *template;
  const char *forum;
  const char *kind;
} ChnSeries;

/* Rows of one family of bodies; the first that matches counts. */
typedef struct {
  const ChnSeries *rows;
  gsize n_rows;
} ChnSeriesTable;

extern const ChnSeriesTable chn_series_of_agencies;
extern const ChnSeriesTable chn_series_of_conferences;
extern const ChnSeriesTable chn_series_of_courts;
extern const ChnSeriesTable chn_series_of_regions;
extern const ChnSeriesTable chn_series_of_united_nations;

/* The symbol that a text is in one of the series, or NULL. */
ChnSymbol *chn_series_parse (const char *text, gsize length);
