/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* A symbol of a series as it is being put together. */
typedef struct {
  GString *text;        /* as it is spelled */
  GString *base;        /* the same without modifiers */
  GPtrArray *modifiers; /* texts */
  gboolean capitals;    /* it was typed without any, and gets them */
  const char *kind;     /* of a word such as RES, or NULL */
  char number[24];
  int year;
} ChnDocumentReading;

/*
 * Reads what follows the template of a series: parts that name the document, where the series takes a {document},
 * and modifiers. FALSE where it is no such thing.
 */
gboolean chn_document_read (const char *rest, gboolean takes_document, ChnDocumentReading *reading);
