/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "document/compose.h"
#include "document/profile.h"

/*
 * The notes of a document. An entry has one note, which names all that its event cites; events that cite the same
 * share one. A source stands whole where it is first named, and by its name and that note's number afterwards.
 */
typedef struct _ChnNoteList ChnNoteList;

ChnNoteList *chn_note_list_new (const ChnTimeline *timeline, const ChnProfile *profile);
void chn_note_list_free (ChnNoteList *notes);

/*
 * Whether an event cites what is no publication: the source "general-knowledge". It is told by a mark and explained
 * once, by its title.
 */
gboolean chn_note_list_marks (ChnNoteList *notes, const ChnEvent *event);

/* The number of the note of an event; 0 where it cites no publication. */
guint chn_note_list_number (ChnNoteList *notes, guint row, const ChnEvent *event);

/* What an event cites, put after what there is. */
void chn_note_list_put_sources (ChnNoteList *notes, ChnComposer *composer, const ChnEvent *event, guint number);

/* All notes that were numbered, a paragraph each. */
void chn_note_list_put_all (ChnNoteList *notes, ChnComposer *composer);

/* What the mark means, where it was used. */
void chn_note_list_put_legend (ChnNoteList *notes, ChnComposer *composer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnNoteList, chn_note_list_free)
