/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/declared-feed.h>
#include <chancery/limits.h>
#include <chancery/report.h>

/* The feeds of a file that declares nothing else. */
typedef struct {
  GStringChunk *texts;
  GArray *feeds; /* ChnFeed */
} ChnFeedsFile;

/* Reads one; faults are in the report, at their places. FALSE where the file cannot be read. */
gboolean chn_feeds_file_read (ChnFeedsFile *file, const char *path, ChnReport *report, const ChnLimits *limits,
                              GError **error);
void chn_feeds_file_clear (ChnFeedsFile *file);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnFeedsFile, chn_feeds_file_clear)
