/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/snapshot.h>

#include "format/format.h"
#include "store/section.h"

/*
 * A snapshot is an image (base/image.h) whose body begins with this header, some blocks long. The
 * sections follow, each where its record says.
 */
#define CHN_SNAPSHOT_MAGIC                                                                                           \
  "\x89"                                                                                                             \
  "CHN\r\n\x1a\n"

enum { CHN_SNAPSHOT_VERSION = 1, CHN_SNAPSHOT_ALIGNMENT = 64, CHN_SNAPSHOT_HEADER = 4096 };

#define CHN_SNAPSHOT_ORDER 0x01020304u

typedef struct {
  char magic[8];
  guint32 order; /* CHN_SNAPSHOT_ORDER, as the machine writes it */
  guint32 version;
  guint64 schema;
  guint64 body; /* bytes of the body */
  ChnCounts counts;
  guint64 offset[CHN_MOST_SECTIONS];
} ChnSnapshotFacts;

typedef union {
  struct {
    ChnSnapshotFacts facts;
    char rest[CHN_SNAPSHOT_HEADER - sizeof (ChnSnapshotFacts) - sizeof (guint64)];
    guint64 checksum; /* of all before it */
  };
  char bytes[CHN_SNAPSHOT_HEADER];
} ChnSnapshotHeader;

G_STATIC_ASSERT (sizeof (ChnSnapshotHeader) == CHN_SNAPSHOT_HEADER && CHN_SNAPSHOT_HEADER % CHN_IMAGE_BLOCK == 0);

/* Takes an image and makes a timeline of it; NULL with an error. */
ChnTimeline *chn_snapshot_open_image (ChnImage *image, GError **error);

/* The reader and the writer of the format. */
gboolean chn_snapshot_read (const ChnReadJob *job, GError **error);
gboolean chn_snapshot_write (const ChnWriteJob *job, GError **error);

/* The events of some rows as a timeline of their own, without the relations to others, which are named. */
ChnTimeline *chn_snapshot_select (const ChnTimeline *timeline, const ChnRows *rows, ChnReport *report,
                                  GError **error);
