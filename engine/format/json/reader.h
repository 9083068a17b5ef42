/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/error.h"
#include "format/derived.h"
#include "format/json/event.h"
#include "format/json/walk.h"

struct _ChnJsonReader {
  ChnTimelineBuilder *builder;
  ChnTimelineBuilder *mirror; /* or NULL */
  ChnReport *report;
  const ChnLimits *limits;
  char *file;
  GHashTable *declared; /* names that the builder has from here: "actor ID" or "forum ID" to what was said */

  /* Of the object at hand. */
  ChnEvent *event;
  const char *id;    /* NULL while unknown */
  const char *start; /* its text */
  ChnJsonPlace place;
  const char *located; /* where a column was last told, and which it is */
  guint column;
  gboolean has_escapes; /* only then can text hold a control character */
  char *timeline;       /* id of the timeline that it is of, or NULL */
  ChnJsonNode derived[CHN_N_DERIVED];

  char *origin; /* id of the timeline of the builder's current origin, or NULL */
  guint64 n_added;
};

/* One key of an object and how its value is read. Null is never handed over: it is as if the key were not there. */
typedef struct _ChnJsonKey ChnJsonKey;
typedef void (*ChnJsonReadFunc) (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *key,
                                 gpointer data);

struct _ChnJsonKey {
  const char *name;
  ChnJsonReadFunc read;
  guint value; /* what the function makes of it: a field, an offset */
};

/* The 1-based column of a place in the text. */
guint chn_json_get_column (ChnJsonReader *reader, const char *at);

/* A fault at a place in the text. */
void chn_json_fault (ChnJsonReader *reader, const char *at, ChnError code, const char *hint, const char *format, ...)
    G_GNUC_PRINTF (5, 6);

/* A fault that a parser found in the text of a value; consumes the error. */
void chn_json_fault_in_text (ChnJsonReader *reader, const ChnJsonNode *node, GError *error);

/* "expected text, found a number" */
void chn_json_fault_shape (ChnJsonReader *reader, const ChnJsonNode *node, const char *expected);

/* The text of a string within the bounds; NULL with a fault. */
const char *chn_json_get_text (ChnJsonReader *reader, const ChnJsonNode *node);

/* A whole number from least to most; FALSE with a fault. */
gboolean chn_json_get_number (ChnJsonReader *reader, const ChnJsonNode *node, gint64 least, gint64 most,
                              gint64 *number);

/* The value of a term; -1 with a fault. */
int chn_json_get_term (ChnJsonReader *reader, const ChnJsonNode *node, ChnVocabularyId vocabulary);

/* Begins to walk an array within the bounds; FALSE with a fault. */
gboolean chn_json_open_array (ChnJsonReader *reader, const ChnJsonNode *node, ChnJsonWalk *walk);

/* Reads an object by a table of its keys; FALSE with a fault when it is none. Keys that the table lacks are faults.
 */
gboolean chn_json_read_object (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *keys, guint n_keys,
                               gpointer data);

/* A ChnJsonReadFunc: keeps text in the const char * that lies at key->value in data. */
void chn_json_read_inner_text (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *key, gpointer data);

/* Remembers where a value of the event stands. */
void chn_json_spot (ChnJsonReader *reader, ChnField field, guint index, const char *at);

/* The compound values of an event: each a ChnJsonReadFunc. */
void chn_json_read_actors (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *key, gpointer data);
void chn_json_read_vote (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *key, gpointer data);
void chn_json_read_relations (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *key, gpointer data);
void chn_json_read_sources (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *key, gpointer data);
void chn_json_read_names (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *key, gpointer data);
void chn_json_read_extra (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *key, gpointer data);
