/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "editing.h"

/* A chronology that is merged: what was read, and the file as YAML. */
typedef struct {
  char *path;
  GBytes *bytes; /* the file itself where it is YAML, else what it would be as such */
  ChnTimeline *timeline;
} Chronicle;

/* Reads a file in any format; faults are printed. */
gboolean chronicle_read (Chronicle *chronicle, Program *program, const char *path, GError **error);

/* Begins with what is in a store, which is changed and not replaced. */
gboolean chronicle_begin (Chronicle *chronicle, Program *program, const Editing *store, GError **error);

/* Takes on what was made of it; where that does not go together, what is wrong is printed. */
gboolean chronicle_take (Chronicle *chronicle, Program *program, GBytes *made, GError **error);

/* Has it go where `file` lies: what its events name of a registry beside it is declared in itself, which is said. */
gboolean chronicle_move (Chronicle *chronicle, Program *program, const char *file, GError **error);

/*
 * Writes it to a file, in the format that its extension tells, YAML where that tells none; "-" is standard output.
 * What is not public is left out where the format is for people, and else told. A file of YAML that is one of those
 * that were merged must still hold what `was` there (NULL: whatever it holds).
 */
gboolean chronicle_write (const Chronicle *chronicle, const char *file, GBytes *was, GError **error);

void chronicle_clear (Chronicle *chronicle);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chronicle, chronicle_clear)
