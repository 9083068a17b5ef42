/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/format.h>

#include "base/window.h"
#include "base/writer.h"
#include "format/renderer.h"

/* What a writer is handed: everything that it may depend on. */
typedef struct {
  const ChnTimeline *timeline;
  const ChnRows *rows;
  const ChnWriteOptions *options; /* never NULL */
  ChnReport *report;              /* never NULL; what is left out is named here */
  ChnWriter *out;                 /* errors stick in it; the caller finishes it */
  gconstpointer shared;           /* of a format's own: what its parts have in common (format/parts.h) */
} ChnWriteJob;

/* What a reader is handed. */
typedef struct {
  const char *bytes; /* not ended by NUL; NULL for a format that reads in windows */
  gsize length;
  ChnWindow *window;  /* over all of it, for such a format */
  gboolean is_utf_16; /* as its first bytes say, or UTF-32 that begins so */
  const char *name;   /* for messages */
  ChnTimelineBuilder *builder;
} ChnReadJob;

/* FALSE with an error when nothing could be made of the input; single faults go to the report. */
typedef gboolean (*ChnReadFunc) (const ChnReadJob *job, GError **error);

/* FALSE with an error for what no sink is to blame for. */
typedef gboolean (*ChnWriteFunc) (const ChnWriteJob *job, GError **error);

/* Whether a text begins as one of the format does; a byte order mark and blanks before it are passed over. */
typedef gboolean (*ChnBeginsFunc) (const char *text, gsize length);

/* Reads an input piece by piece, as it is unpacked. */
typedef struct {
  gpointer (*begin) (const ChnReadJob *job); /* of which only name and builder are set */
  void (*take) (gpointer reader, const char *bytes, gsize length);
  void (*end) (gpointer reader); /* and is freed with it */
} ChnPieceReader;

struct _ChnFormat {
  const char *name;
  const char *note;
  const char *const *extensions; /* NULL-ended */
  ChnReadFunc read;              /* NULL: cannot be read */
  ChnWriteFunc write;            /* NULL: cannot be written */
  ChnBeginsFunc begins;          /* NULL: cannot be told by its beginning */
  ChnRenderFunc render;          /* or it is a document (format/renderers.h) */
  const ChnPieceReader *pieces;  /* NULL: it needs its input whole */
  gboolean is_told_inside;       /* its files bear the extension of another format: how they begin tells */
  gboolean reads_in_windows;     /* goes through its input from the first byte to the last */
  gboolean is_interactive;       /* which whoever reads it can ask */
  gboolean is_picture;           /* which is a picture, and nothing else */
  int style;                     /* and which ChnStyle it has by itself (document/profile.h) */
  gboolean has_one_style;        /* and options do not change it */
  gboolean is_flat;              /* a list of events without a header: a file may be an excerpt */
  guint kept_header;             /* a bit for each ChnHeaderField; 0 where all is kept, or nothing read back */
  gboolean carries_header;       /* keeps all of it in its payload, unless that is left out */
  gboolean shows_since;          /* says how many days after a date events were, where options have one */
  gboolean omits_cancelled;      /* tells what happened: not what was cancelled … */
  gboolean omits_not_held;       /* … and not what was not held, unless that is asked for */
  gboolean has_pages;            /* of paper */
  gboolean is_binary;            /* bytes, not text */
  gboolean carries_all;          /* for machines, or the author: what is not public, too */
};

/* The *.yaml files of a folder, in the order of their names; an error when there is none. */
GPtrArray *chn_list_yaml_files (const char *folder, GError **error);

/* The files of a folder whose names end in one of these, in the order of their names; there need be none. */
GPtrArray *chn_list_files (const char *folder, const char *const *endings, GError **error);

/* As chn_format_read(), of a format that reads in windows. */
gboolean chn_format_read_window (const ChnFormat *format, ChnWindow *window, const char *name,
                                 ChnTimelineBuilder *builder, GError **error);

/* The *.csv files of a folder, in the order of their names; there need be none. */
GPtrArray *chn_list_tables (const char *folder, GError **error);

/* The rows of the format table, each defined in the file of its format. */
extern const ChnFormat chn_format_atom;
extern const ChnFormat chn_format_bibtex;
extern const ChnFormat chn_format_csl;
extern const ChnFormat chn_format_csv;
extern const ChnFormat chn_format_docx;
extern const ChnFormat chn_format_html;
extern const ChnFormat chn_format_ics;
extern const ChnFormat chn_format_json;
extern const ChnFormat chn_format_markdown;
extern const ChnFormat chn_format_pdf;
extern const ChnFormat chn_format_png;
extern const ChnFormat chn_format_ris;
extern const ChnFormat chn_format_rolls;
extern const ChnFormat chn_format_svg;
extern const ChnFormat chn_format_text;
extern const ChnFormat chn_format_timelinejs;
extern const ChnFormat chn_format_yaml;
