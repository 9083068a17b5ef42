/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/document.h"

/*
 * Where a document grows: runs are put one after the other, and paragraphs, entries and groups close over those that
 * came since the last of their like. Text is copied.
 */
typedef struct _ChnComposer ChnComposer;

ChnComposer *chn_composer_new (void);
void chn_composer_free (ChnComposer *composer);

/* A copy that lives as long as the document. */
const char *chn_composer_copy (ChnComposer *composer, const char *text);
gconstpointer chn_composer_copy_bytes (ChnComposer *composer, gconstpointer bytes, gsize size);

/* A run of text; the empty text is none. */
void chn_compose (ChnComposer *composer, ChnRunKind kind, const char *text);
void chn_composef (ChnComposer *composer, ChnRunKind kind, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* The same with a target, which may be NULL. */
void chn_compose_link (ChnComposer *composer, ChnRunKind kind, const char *text, const char *target);

/* What came since the last paragraph becomes one; where nothing did, none. */
void chn_compose_paragraph (ChnComposer *composer, ChnParagraphKind kind);
/* Paragraphs since the last call of this. */
ChnStretch chn_compose_take_paragraphs (ChnComposer *composer);
/* A copy of the entry; its texts are the composer's (chn_composer_copy()). */
void chn_compose_entry (ChnComposer *composer, const ChnEntry *entry);
/* A name of a forum or an actor, for a stretch of them. */
void chn_compose_name (ChnComposer *composer, ChnStretch *names, const char *name);
/* What entries follow belong to it. */
void chn_compose_group (ChnComposer *composer, const char *title, guint level);

/* The document: what is handed in, with all that was composed, which it takes; the composer is freed. */
ChnDocument *chn_composer_finish (ChnComposer *composer, const ChnDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnComposer, chn_composer_free)
