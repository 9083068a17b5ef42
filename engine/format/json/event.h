/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "base/writer.h"

/*
 * One event as one JSON object: a line of JSON Lines, and the payload that other formats embed to bring back what
 * they have no place for.
 */

typedef enum {
  CHN_JSON_LINE,  /* every field, and what follows from several of them, for whoever reads the file */
  CHN_JSON_WHOLE, /* every field; an id, a date and a title are required when it is read */
  CHN_JSON_REST,  /* only what a flat table has no column for */
} ChnJsonScope;

/*
 * Writes the object without a line break. The event is the row as chn_timeline_load() gives it. digest: of what the
 * object is embedded in, its last member; or NULL.
 */
void chn_json_put_event (ChnWriter *out, const ChnTimeline *timeline, guint row, const ChnEvent *event,
                         ChnJsonScope scope, const char *digest);

/* Reads objects for one builder and one file; faults go to the builder's report. */
typedef struct _ChnJsonReader ChnJsonReader;

ChnJsonReader *chn_json_reader_new (ChnTimelineBuilder *builder, const char *file);
void chn_json_reader_free (ChnJsonReader *reader);

/*
 * Where the text stands in its file. inexact: what was read is not the file's own text (it was unquoted, unfolded or
 * decoded), so that all faults are placed at line and column themselves. is_decoded: it stood there in another
 * coding, so that chn_encoding_check() has not seen it.
 */
typedef struct {
  guint line;
  guint column;
  gboolean inexact;
  gboolean is_decoded;
} ChnJsonPlace;

/*
 * Reads one object into the event, which is cleared first. Sources and names that it declares go to the builder; the
 * event itself does not. FALSE when nothing could be read; single faults are in the report and the event is filled as
 * far as it goes.
 */
gboolean chn_json_reader_read (ChnJsonReader *reader, const char *text, gsize length, const ChnJsonPlace *place,
                               ChnJsonScope scope, ChnEvent *event);

/* What reading an object without any member would do. */
void chn_json_reader_begin (ChnJsonReader *reader, const ChnJsonPlace *place, ChnEvent *event);

/* Adds the event that was read last, to an origin of the timeline that its object names. */
void chn_json_reader_add (ChnJsonReader *reader, const ChnEvent *event);

/* The id of the timeline that the object read last names, or NULL. */
const char *chn_json_reader_get_timeline (const ChnJsonReader *reader);

/* The digest that the object read last brought, or NULL. */
const char *chn_json_reader_get_digest (const ChnJsonReader *reader);

/*
 * The sources of the object read last, by the numbers of its citations; without a key where it does not say what the
 * source is. Valid until the next one is read.
 */
const ChnSource *chn_json_reader_get_sources (const ChnJsonReader *reader, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnJsonReader, chn_json_reader_free)
