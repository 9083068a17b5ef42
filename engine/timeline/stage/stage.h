/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <string.h>

#include "timeline/columns.h"
#include "timeline/fault.h"
#include "timeline/stage/record-maker.h"

/*
 * What readers have added so far, in the order of reading. An event is staged as it will be sealed: a
 * head and a record. In staged records names, codes and rows are still the numbers of texts as they were
 * written; checks and sealing replace them in place. Where a list changes its length, the event gets another
 * record.
 */

/* The name of a cell, or the target of a relation, that nothing bears: leaving out takes such cells away. */
#define CHN_MALFORMED G_MAXUINT32

/* Set in the staged number of a text that is in `prose`. */
#define CHN_STAGED_PROSE ((guint32) 1 << 31)

/* Bits of ChnRowHead.staged. */
enum {
  CHN_STAGED_EXCERPT = 1,    /* the file may lack events that this one is related to */
  CHN_STAGED_TAKEN_BACK = 4, /* it stands for nothing any more */
  CHN_STAGED_FAULTY = 2,     /* the event cannot stand: it lacks what every event has, or its id is taken */
};

typedef struct {
  guint32 text[CHN_N_HEADER_FIELDS];
  guint line[CHN_N_HEADER_FIELDS], column[CHN_N_HEADER_FIELDS];
  guint32 n_queries; /* of this origin and those before it */
  guint32 n_extras, n_feeds;
  gboolean is_excerpt; /* rows without a header */
} ChnStagedOrigin;

typedef struct {
  guint32 text[CHN_N_SOURCE_FIELDS];
  guint32 malformed; /* a bit for each text that is none of its field; it stays, for such a source may come again */
  guint32 origin;
  guint line, column;
} ChnStagedSource;

/* UIDs that events came under elsewhere, which are among their extras. */
typedef struct {
  gboolean is_distinct; /* those of the set that is being added are distinct */
  guint n_in_sets, n_others;
} ChnStagedUids;

typedef struct {
  guint32 text[CHN_N_FEED_FIELDS];
  guint32 line, column;
} ChnStagedFeed;

typedef struct {
  ChnReport *report; /* borrowed: where faults go */
  ChnLimits limits;
  gboolean has_excerpts;  /* some of what was read may be an excerpt */
  gboolean is_restricted; /* something is not public */
  gboolean is_compact;    /* what is sealed becomes a snapshot: see timeline/seal/texts.h */
  ChnPool *texts;
  ChnPool *prose; /* titles and summaries, where a snapshot is to be made: they go to the records */

  const ChnVocabulary *vocabulary; /* what terms of the event that is being taken are; NULL: the known ones */
  ChnVocabulary *words;            /* of events that are no known terms, each a value until all is read */
  gboolean has_words;
  GArray *heads;         /* ChnRowHead */
  GArray *units;         /* guint32: of the records */
  GArray *positions;     /* char: see timeline/position.h */
  GArray *position_end;  /* guint32: of each event, in positions; they begin where those of the event before end */
  guint32 lists;         /* a bit for each that any event has */
  ChnRecordMaker record; /* of the event that is being taken, or changed */
  guint64 n_refused;     /* events past the bound */
  ChnStagedUids uids;

  GArray *origins;       /* ChnStagedOrigin */
  GArray *sources;       /* guint32: see chn_stage_add_source() */
  GArray *queries;       /* ChnExtraCell */
  GArray *header_extras; /* ChnExtraCell */
  GArray *feeds;         /* ChnStagedFeed */
} ChnStage;

void chn_stage_init (ChnStage *stage, ChnReport *report, const ChnLimits *limits);
void chn_stage_clear (ChnStage *stage);

/* The origin at hand; what comes before the first is of one without a name. */
guint32 chn_stage_get_origin (ChnStage *stage);
void chn_stage_begin_origin (ChnStage *stage, const char *file);
const char *chn_stage_get_file (const ChnStage *stage, guint32 origin);

static inline ChnStagedOrigin *
chn_stage_get_staged_origin (const ChnStage *stage, guint32 origin)
{
  return &g_array_index (stage->origins, ChnStagedOrigin, origin);
}

static inline ChnRowHead *
chn_stage_get_head (const ChnStage *stage, guint index)
{
  return &g_array_index (stage->heads, ChnRowHead, index);
}

/* The index of the event that is being taken. */
static inline guint
chn_stage_get_at_hand (const ChnStage *stage)
{
  return stage->heads->len;
}

/* Valid until another record is made. */
static inline guint32 *
chn_stage_get_record (const ChnStage *stage, guint index)
{
  return &g_array_index (stage->units, guint32, chn_stage_get_head (stage, index)->record);
}

/* The cells of a staged event, to be changed in place. */
static inline gpointer
chn_stage_get_cells (const ChnStage *stage, guint index, ChnListId list, guint *n)
{
  return (gpointer) chn_record_get_list (chn_stage_get_record (stage, index), list, n);
}

/* Numbers and texts, by a ChnField or CHN_RECORD_ORIGIN, of a staged event or of the one that is being taken. */
guint32 chn_stage_get_number (const ChnStage *stage, guint index, guint bit);
const char *chn_stage_get_text (const ChnStage *stage, guint index, ChnField field);

/* The text of a staged number, with its length in bytes. */
const char *chn_stage_get_span (const ChnStage *stage, guint32 number, gsize *length);

/* Copies a staged event into `record`, and back: from then on the event has what is there. */
void chn_stage_load_record (ChnStage *stage, guint index);
void chn_stage_store_record (ChnStage *stage, guint index);

/* Has `record` bear the texts of its symbols, which are canonical. */
void chn_stage_set_symbol_texts (ChnStage *stage);

/* The positions of an event: from *first to *end - 1. */
void chn_stage_get_position_range (const ChnStage *stage, guint index, guint *first, guint *end);

/* Where a value of a staged event stands; what is nearest where its own position is not known. */
ChnPlace chn_stage_get_place (const ChnStage *stage, guint index, ChnField field, guint item);
gboolean chn_stage_has_position (const ChnStage *stage, guint index, ChnField field);

/* Adds a source, which has a key. */
void chn_stage_add_source (ChnStage *stage, const ChnStagedSource *source);

/* The source that begins at `at`; returns where the next one does. */
guint chn_stage_load_source (const ChnStage *stage, guint at, ChnStagedSource *source);

/* Marks a text of the source that is staged there as malformed. */
void chn_stage_mark_source (ChnStage *stage, guint at, ChnSourceField field);

/* Makes it one without its malformed texts. */
void chn_stage_clear_malformed_texts (ChnStage *stage, guint at);

/*
 * Takes an event into `record` and *head; FALSE where there is no room for one more, which is reported. Then checks
 * look at it, and chn_stage_keep_event() adds it to those that are staged.
 */
gboolean chn_stage_take_event (ChnStage *stage, const ChnEvent *event, ChnRowHead *head);
/* The value of a word of the event that is being taken, of a vocabulary to which terms may be added. */
guint chn_stage_take_word (ChnStage *stage, ChnField field, guint item, ChnVocabularyId vocabulary, const char *word);
void chn_stage_keep_event (ChnStage *stage, const ChnRowHead *head);
