/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/columns.h"
#include "timeline/draft.h"
#include "timeline/fault.h"
#include "timeline/lookup.h"
#include "timeline/parcel.h"

/*
 * The inside of a builder. What readers hand over is staged in the order of reading, and as it will be
 * sealed: a head and a record an event. In staged records codes and rows are still texts: the names as
 * written. They are resolved in place; where a list changes, the event gets another record.
 */

/* The fields of an event that are one text. */
extern const ChnField chn_staged_fields[];
enum { CHN_N_STAGED_FIELDS = 9 };

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
  GArray *heads;         /* ChnRowHead; `zero` says whether the event's file may lack some that it is related to */
  GArray *units;         /* of the records */
  GArray *spots;         /* char: see timeline/spot.h */
  GArray *spot_end;      /* of each event, in spots; they begin where those of the event before end */
  guint32 lists;         /* a bit for each that any event has */
  ChnDraft draft;        /* of the event that is being taken, or changed */
  GArray *origins;       /* ChnStagedOrigin */
  GArray *sources;       /* guint32: of each its origin, line and column, a bit for each text, and their numbers */
  GArray *queries;       /* ChnExtraCell */
  GArray *header_extras; /* ChnExtraCell */
  guint64 n_refused;     /* events past the bound */

  ChnLookup lookup;

  /* By the number of a text, grown with chn_number_map_at(). */
  GArray *symbol_of;  /* number of the canonical symbol; CHN_MALFORMED */
  GArray *zone_state; /* 1 known, CHN_MALFORMED not */

  struct _ChnHandover *handover; /* what is yet to be taken, of a large file; or NULL */
  GString *parcel;               /* of the event or source at hand */
  struct _ChnWordSplit *split;   /* takes the texts of what is to be compact; or NULL */
};

#define CHN_MALFORMED G_MAXUINT32

/* Set in the staged number of a text that is in `prose`. */
#define CHN_STAGED_PROSE ((guint32) 1 << 31)

/* The entry of a number; 0 where nothing was set. Valid until the next call. */
guint32 *chn_number_map_at (GArray *map, guint32 number);

/* Numbers and texts, by a ChnField or CHN_RECORD_ORIGIN, of a staged event or of the one that is being taken. */
guint32 chn_builder_get_number (const ChnTimelineBuilder *builder, guint index, guint bit);
const char *chn_builder_get_text (const ChnTimelineBuilder *builder, guint index, ChnField field);

/* The text of a staged number, with its length in bytes. */
const char *chn_builder_get_span (const ChnTimelineBuilder *builder, guint32 number, gsize *length);

static inline ChnRowHead *
chn_builder_get_head (const ChnTimelineBuilder *builder, guint index)
{
  return &g_array_index (builder->heads, ChnRowHead, index);
}

/* The index of the event that is being taken. */
static inline guint
chn_builder_get_at_hand (const ChnTimelineBuilder *builder)
{
  return builder->heads->len;
}

/* Valid until another record is made. */
static inline guint32 *
chn_builder_get_record (const ChnTimelineBuilder *builder, guint index)
{
  return &g_array_index (builder->units, guint32, chn_builder_get_head (builder, index)->record);
}

/* The cells of a staged event, to be changed in place. */
static inline gpointer
chn_builder_get_cells (const ChnTimelineBuilder *builder, guint index, ChnListId list, guint *n)
{
  return (gpointer) chn_record_get_list (chn_builder_get_record (builder, index), list, n);
}

/* Makes the draft what a staged event is, and the other way round. */
void chn_builder_load_draft (ChnTimelineBuilder *builder, guint index);
void chn_builder_store_draft (ChnTimelineBuilder *builder, guint index);

/* The texts of its symbols, which are canonical. */
void chn_builder_set_symbol_texts (ChnTimelineBuilder *builder);

/* The spots of an event: from *first to *end - 1. */
void chn_builder_get_spot_range (const ChnTimelineBuilder *builder, guint index, guint *first, guint *end);

/* Where a value of a staged event stands; what is nearest where its own spot is not known. */
ChnPlace chn_builder_get_place (const ChnTimelineBuilder *builder, guint index, ChnField field, guint item);
gboolean chn_builder_has_spot (const ChnTimelineBuilder *builder, guint index, ChnField field);

const char *chn_builder_get_file (const ChnTimelineBuilder *builder, guint32 origin);
guint32 chn_builder_get_origin (ChnTimelineBuilder *builder);

/* The source that begins at `at`; returns where the next one does. */
guint chn_builder_load_source (const ChnTimelineBuilder *builder, guint at, ChnStagedSource *source);

/* Makes it one without a text that it has. */
void chn_builder_clear_source_text (ChnTimelineBuilder *builder, guint at, ChnSourceField field);

/* Takes an event, of whose parcel its sort and size have been read. */
void chn_builder_take_event (ChnTimelineBuilder *builder, ChnParcel *parcel);

/* Takes a source, whose texts are borrowed. */
void chn_builder_take_source (ChnTimelineBuilder *builder, const ChnSource *source, guint line, guint column);

/* Looks at the event that is being taken by itself: what needs no other event and no registry. */
void chn_builder_examine_event (ChnTimelineBuilder *builder, const ChnRowHead *head);

/* Hands the words of a staged event, whose symbols are canonical, to `split`. */
void chn_builder_split_words (ChnTimelineBuilder *builder, guint index);

/* Reports a zone that there is not. */
void chn_builder_examine_zone (ChnTimelineBuilder *builder, guint32 zone, const ChnPlace *place);

/* Reports what is wrong with the headers of the origins. */
void chn_builder_examine_headers (ChnTimelineBuilder *builder);

/* Replaces names by ids, and reports those that nothing bears. The registry may be NULL: then names stay. */
void chn_builder_resolve (ChnTimelineBuilder *builder, const ChnRegistry *registry);
