/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Opens the book of roll calls with the first table of votes, and has it closed when all files are read. */
#include "format/rolls/shared-book.h"

#include "format/rolls/close.h"
#include "timeline/pending.h"

static gpointer
open_book (void)
{
  return chn_roll_book_new ();
}

static void
close_book (gpointer data, ChnTimelineBuilder *builder, const ChnRegistry *registry)
{
  chn_roll_book_close (data, builder, registry);
}

static void
free_book (gpointer data)
{
  chn_roll_book_free (data);
}

static const ChnPendingKind kind = { open_book, close_book, free_book };

ChnRollBook *
chn_roll_book_share (ChnTimelineBuilder *builder)
{
  return chn_timeline_builder_get_pending (builder, &kind);
}
