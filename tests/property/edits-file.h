/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

/* Timeline files of a few events, each value in a style of its own, with comments here and there. */

enum { EDITS_N_EVENTS = 4, EDITS_N_FIELDS = 10 };

/* A value: its items, or one text. Each item is "text", "name|role", "key|at|quote" or "type|target". */
typedef char **EditsValue;

typedef struct {
  EditsValue value[EDITS_N_FIELDS]; /* NULL where the event has none */
  guint first[EDITS_N_FIELDS];      /* lines of the file, 0 where it has none */
  guint last[EDITS_N_FIELDS];
} EditsEvent;

typedef struct {
  EditsEvent events[EDITS_N_EVENTS];
  GString *text;
  guint n_comments;
} EditsFile;

extern const ChnField edits_fields[EDITS_N_FIELDS];
extern const char *const edits_actors[];

/* Draws values, and writes the file in whatever style. */
void edits_file_draw (EditsFile *file, GRand *random);

/* The values alone. */
void edits_file_copy (EditsFile *file, const EditsFile *from);
void edits_file_change (EditsFile *file, GRand *random, guint event, guint field);

/* The file as plainly as it can be written. */
char *edits_file_dup_plain (const EditsFile *file);

void edits_file_clear (EditsFile *file);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EditsFile, edits_file_clear)
