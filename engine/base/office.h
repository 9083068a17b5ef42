/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/error.h>

#include "base/package.h"

/* Tables of spreadsheets, of text documents and of web pages, which the plugin "office" reads; and packed files,
 * which it writes, too. */

/* Takes tables as they are read, one after the other. */
typedef struct {
  gpointer data;
  /* A table: its name, NULL where it has none, and the year from which its days count: 1900, 1904 or 0. FALSE where
   * it is not wanted. */
  gboolean (*begin_table) (gpointer data, const char *name, guint serials);
  void (*begin_row) (gpointer data, guint number);
  /* A cell of a column, from 0, in the order of columns; what it leads to, or NULL. Text is UTF-8. */
  void (*add_cell) (gpointer data, guint column, const char *text, gsize length, const char *link);
  void (*end_row) (gpointer data);
  /* Whether it can take no more. */
  gboolean (*is_full) (gpointer data);
} ChnOfficeSink;

/* What is wrong with a file. */
typedef struct {
  ChnError code;
  char *message; /* NULL: nothing is; else of GLib's memory */
} ChnOfficeFault;

/* Columns of a table that are looked at. */
enum { CHN_OFFICE_MOST_COLUMNS = 1100 };

/* Rises with each change of the table. */
enum { CHN_OFFICE_VERSION = 3 };

/* Takes a piece of what is unpacked; FALSE where no more is wanted. */
typedef gboolean (*ChnPieceFunc) (gpointer data, const char *bytes, gsize length);

typedef struct {
  guint version;
  /* What is in a file that was packed by itself (gzip, zstd, xz, bzip2), at most so many bytes; NULL with the fault.
   */
  GBytes *(*unpack) (const char *bytes, gsize length, gsize most, ChnOfficeFault *fault);
  /* The same piece by piece, of which none is kept. */
  gboolean (*unpack_pieces) (const char *bytes, gsize length, gsize most, ChnPieceFunc take, gpointer data,
                             ChnOfficeFault *fault);
  /* The tables of an .xlsx, .ods, .odt or .docx file, which is told by what is in it. */
  gboolean (*read_document) (const char *bytes, gsize length, gsize most, const ChnOfficeSink *sink,
                             ChnOfficeFault *fault);
  /* The tables of a web page. */
  gboolean (*read_page) (const char *bytes, gsize length, const ChnOfficeSink *sink, ChnOfficeFault *fault);
  /*
   * The archive of the parts, in their order. The same parts give the same bytes at any time and place: none has a
   * date or an owner. NULL where memory is short.
   */
  GBytes *(*write_package) (const ChnPackagePart *parts, guint n);
  /* Reads a document of Word as a template. `styles` are names of styles, ended by NULL. NULL with the fault. */
  ChnHouseTemplate *(*read_house) (GBytes *bytes, gsize most, const char *const *styles, ChnOfficeFault *fault);
  void (*free_house) (ChnHouseTemplate *house);
} ChnOfficePlugin;

/* The plugin; NULL with an error where it cannot be loaded. Safe from any thread. */
const ChnOfficePlugin *chn_office_open (GError **error);
