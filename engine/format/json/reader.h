/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/error.h"
#include "base/intern.h"
#include "format/derived.h"
#include "format/json/event.h"
#include "format/json/tokens.h"

struct _ChnJsonReader {
  ChnTimelineBuilder *builder;
  ChnReport *report;
  const ChnLimits *limits;
  char *file;
  GHashTable *declared;  /* names that the builder has from here: "actor ID" or "forum ID" to what was said */
  ChnPool *known_actors; /* objects that declare names, as they are written: each comes with many events */
  ChnPool *known_forums;

  /* Of the object at hand. */
  ChnEvent *event;
  ChnJsonTokens tokens;
  ChnJsonPlace place;
  const char *id;       /* NULL while unknown */
  const char *timeline; /* id of the timeline that it is of, or NULL */
  const char *digest;   /* that it brought, or NULL */
  GArray *sources;      /* ChnSource, by the number of the citation */
  const ChnJsonToken *derived[CHN_N_DERIVED];

  char *origin; /* id of the timeline of the builder's current origin, or NULL */
  guint64 n_added;
};

/* Faults and places (fault.c). */

/* The 1-based column of a token. */
guint chn_json_get_column (const ChnJsonReader *reader, const ChnJsonToken *token);

/* A fault at a token. */
void chn_json_fault (ChnJsonReader *reader, const ChnJsonToken *token, ChnError code, const char *hint,
                     const char *format, ...) G_GNUC_PRINTF (5, 6);

/* A fault that a parser found in the text of a value; consumes the error. */
void chn_json_fault_in_text (ChnJsonReader *reader, const ChnJsonToken *token, GError *error);

/* "expected text, found a number" */
void chn_json_fault_shape (ChnJsonReader *reader, const ChnJsonToken *token, const char *expected);

/* The text is no JSON object at all; consumes the error of the scanner, placed in the text. */
void chn_json_fault_syntax (ChnJsonReader *reader, const char *text, gsize length, GError *error);

/* Remembers where a value of the event stands. */
void chn_json_position (ChnJsonReader *reader, ChnField field, guint index, const ChnJsonToken *token);

/* Single values (value.c). */

/* Whether a value is text within the bounds; FALSE with a fault. */
gboolean chn_json_check_text (ChnJsonReader *reader, const ChnJsonToken *token);
/* What somebody else's file brought may be as long as a file, such as what is attached to an event. */
gboolean chn_json_check_foreign_text (ChnJsonReader *reader, const ChnJsonToken *token);

/* The same, and the text as a string, which lives as long as the tokens; NULL with a fault. */
const char *chn_json_get_text (ChnJsonReader *reader, const ChnJsonToken *token);

/* A whole number from least to most; FALSE with a fault. */
gboolean chn_json_get_number (ChnJsonReader *reader, const ChnJsonToken *token, gint64 least, gint64 most,
                              gint64 *number);

/* The value of a term; -1 with a fault. */
int chn_json_get_term (ChnJsonReader *reader, const ChnJsonToken *token, ChnVocabularyId vocabulary);

/* The first item of an array within the bounds; NULL when it has none, or with a fault. */
const ChnJsonToken *chn_json_open_array (ChnJsonReader *reader, const ChnJsonToken *token);

/* Objects (object.c): one key and how its value is read. Null is never handed over: it is as if the key were not
   there. */
typedef struct _ChnJsonKey ChnJsonKey;
typedef void (*ChnJsonReadFunc) (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key,
                                 gpointer data);

struct _ChnJsonKey {
  const char *name;
  ChnJsonReadFunc read;
  guint value; /* what the function makes of it: a field, an offset */
};

/* The key that a token names, or NULL. *expected, 0 at first, is where it is looked for first: files are mostly
   written in the order of the table. */
const ChnJsonKey *chn_json_find_key (const ChnJsonKey *keys, guint n_keys, const ChnJsonToken *name, guint *expected);

/* Reads an object by a table of its keys; FALSE with a fault when it is none. Keys that the table lacks are faults.
 */
gboolean chn_json_read_object (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *keys, guint n_keys,
                               gpointer data);

/* Whether an object lacks a key altogether, which is a fault. */
void chn_json_fault_missing (ChnJsonReader *reader, const ChnJsonToken *token, const char *key);

/* ChnJsonReadFuncs that keep what lies at key->value in data: text as a const char *, any value's token. */
void chn_json_read_inner_text (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key,
                               gpointer data);
void chn_json_keep_token (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data);
