/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/columns.h"
#include "timeline/fault.h"

/*
 * The inside of a builder. What readers hand over is staged in the order of reading: one fixed
 * record an event, and its lists in arrays of the same cells as the sealed columns have, one
 * behind the other. In staged cells, codes and rows are still texts: the names as written. They
 * are resolved in place.
 */

/* The fields of an event that are one text. */
extern const ChnField chn_staged_fields[];
enum { CHN_N_STAGED_FIELDS = 9 };

typedef struct {
  gint64 earliest, latest;
  guint32 text[CHN_N_STAGED_FIELDS];
  guint32 nth;
  guint32 origin;
  guint32 end[CHN_N_LISTS]; /* of its cells in each list; they begin where those of the event before end */
  guint16 date_flags;
  guint8 precision, kind, status, confidence, importance;
  guint8 is_excerpt; /* its file may lack events that it is related to */
} ChnStagedEvent;

typedef struct {
  guint32 text[CHN_N_HEADER_FIELDS];
  guint line[CHN_N_HEADER_FIELDS], column[CHN_N_HEADER_FIELDS];
  guint32 n_queries; /* of this origin and those before it */
  guint32 n_extras;
} ChnStagedOrigin;

typedef struct {
  guint32 text[CHN_N_SOURCE_FIELDS];
  guint32 origin;
  guint line, column;
} ChnStagedSource;

struct _ChnTimelineBuilder {
  ChnRegistry *registry;
  ChnRegistryBuilder *names; /* NULL until asked for */
  ChnReport *report;
  ChnLimits limits;
  gboolean excerpts;     /* what is being read may be an excerpt */
  gboolean has_excerpts; /* something that was read may be one */
  gboolean keep_going;   /* faults are left out instead of refused */
  gboolean is_compact;   /* a snapshot is to be made: see timeline/texts.h */
  ChnPool *texts;
  ChnPool *prose;        /* titles and summaries, where a snapshot is to be made: they go to the records */
  GArray *events;        /* ChnStagedEvent */
  GArray *origins;       /* ChnStagedOrigin */
  GArray *sources;       /* ChnStagedSource */
  GArray *queries;       /* ChnExtraCell */
  GArray *header_extras; /* ChnExtraCell */
  GArray *list[CHN_N_LISTS];
  guint64 n_refused; /* events past the bound */

  /* By the number of a text, grown with chn_number_map_at(). */
  GArray *event_of_id;   /* 1 + index of the event */
  GArray *source_of_key; /* 1 + index of the source */
  GArray *symbol_of;     /* number of the canonical symbol; CHN_MALFORMED */
  GArray *zone_state;    /* 1 known, CHN_MALFORMED not */

  struct _ChnHandover *handover; /* what is yet to be taken, of a large file; or NULL */
  GString *parcel;               /* of the event or source at hand */
  struct _ChnWordSplit *split;   /* takes the texts of what is to be compact; or NULL */
};

#define CHN_MALFORMED G_MAXUINT32

/* Set in the staged number of a text that is in `prose`. */
#define CHN_STAGED_PROSE ((guint32) 1 << 31)

/* The entry of a number; 0 where nothing was set. Valid until the next call. */
guint32 *chn_number_map_at (GArray *map, guint32 number);

/* The index of a field of one text in chn_staged_fields, or -1. */
int chn_staged_field_index (ChnField field);

ChnStagedEvent *chn_builder_get_event (const ChnTimelineBuilder *builder, guint index);
const char *chn_builder_get_text (const ChnTimelineBuilder *builder, guint index, ChnField field);

/* The text of a staged number, with its length in bytes. */
const char *chn_builder_get_span (const ChnTimelineBuilder *builder, guint32 number, gsize *length);

/* The cells of a staged event: from *first to *end - 1. */
void chn_builder_get_range (const ChnTimelineBuilder *builder, guint index, ChnListId list, guint *first, guint *end);

/* Have a staged event, or what is in its lists, fetched from memory, for whoever will soon ask for it. */
void chn_builder_foresee_event (const ChnTimelineBuilder *builder, guint index);
void chn_builder_foresee_cells (const ChnTimelineBuilder *builder, guint index);

/* Where a value of a staged event stands; what is nearest where its own spot is not known. */
ChnPlace chn_builder_get_place (const ChnTimelineBuilder *builder, guint index, ChnField field, guint item);
gboolean chn_builder_has_spot (const ChnTimelineBuilder *builder, guint index, ChnField field);

const char *chn_builder_get_file (const ChnTimelineBuilder *builder, guint32 origin);
guint32 chn_builder_get_origin (ChnTimelineBuilder *builder);

/* Takes a source, whose texts are borrowed. */
void chn_builder_take_source (ChnTimelineBuilder *builder, const ChnSource *source, guint line, guint column);

/* Looks at a staged event by itself: what needs no other event and no registry. */
void chn_builder_examine_event (ChnTimelineBuilder *builder, guint index);

/* Hands the words of a staged event, whose symbols are canonical, to `split`. */
void chn_builder_split_words (ChnTimelineBuilder *builder, guint index);

/* Reports a zone that there is not. */
void chn_builder_examine_zone (ChnTimelineBuilder *builder, guint32 zone, const ChnPlace *place);

/* Reports what is wrong with the headers of the origins. */
void chn_builder_examine_headers (ChnTimelineBuilder *builder);

/* Replaces names by ids, and reports those that nothing bears. The registry may be NULL: then names stay. */
void chn_builder_resolve (ChnTimelineBuilder *builder, const ChnRegistry *registry);
