/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program.h"

/* The file that a merge is written to, which may be one of those that are merged: who else would change it waits. */
typedef struct {
  int lock;    /* -1 for none */
  GBytes *was; /* what it held before it was merged; NULL where it is none of them */
} MergeOutput;

#define MERGE_OUTPUT_NONE ((MergeOutput){ -1, NULL })

/* The file may be NULL or standard output; the words are the files that are merged. */
gboolean merge_output_begin (MergeOutput *output, const Program *program, const char *file, const char *const *words,
                             GError **error);
void merge_output_clear (MergeOutput *output);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MergeOutput, merge_output_clear)
