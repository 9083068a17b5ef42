/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "arguments.h"
#include "program.h"

/* The file that a merge is written to, which may be one of those that are merged: who else would change it waits. */
typedef struct {
  int lock;    /* -1 for none */
  GBytes *was; /* what it held before it was merged; NULL where it is none of them */
} MergeOutput;

#define MERGE_OUTPUT_NONE ((MergeOutput){ -1, NULL })

/* Over a chronology that is none of the files that are merged one writes with --overwrite alone. */
gboolean merge_output_begin (MergeOutput *output, const Program *program, const Arguments *arguments, GError **error);
void merge_output_clear (MergeOutput *output);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MergeOutput, merge_output_clear)
